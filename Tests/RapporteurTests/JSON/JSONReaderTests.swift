import Rapporteur
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> (JSONValue, Int) { try read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) throws -> (JSONValue, Int) {
    var reader = JSONReader()
    let value = try reader.read(bytes.span)
    return (value, reader.repairs)
  }

  @Test func readsEveryKindOfValue() throws {
    let (value, repairs) = try read(#" {"a": [1, -2.5e3, true, false, null, "x"], "b": {"c": "d"}} "#)
    #expect(repairs == 0)
    #expect(
      value
        == .object([
          .init(
            "a",
            .array([.number("1"), .number("-2.5e3"), .bool(true), .bool(false), .null, .string(Text("x"))])),
          .init("b", .object([.init("c", .string(Text("d")))])),
        ]))
    #expect(value["b"]?["c"]?.name == "d")
  }

  @Test func lastOfEqualKeysCounts() throws { #expect(try read(#"{"a":1,"a":2}"#).0["a"]?.name == "2") }

  @Test func decodesEscapes() throws {
    let (value, repairs) = try read(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#)
    #expect(value.name == "\"\\/\u{8}\u{C}\n\r\té😀")
    #expect(repairs == 0)
  }

  @Test(arguments: [
    (#""a\ud800b""#, "a\u{FFFD}b", 1), (#""\udc00\ud800""#, "\u{FFFD}\u{FFFD}", 2),
    (#""\ud800\u0041""#, "\u{FFFD}A", 1), (#""\u12""#, "\u{FFFD}12", 1), (#""\q""#, "q", 1),
    ("\"line\nbreak\"", "line\nbreak", 0),
  ])
  func repairsStrings(_ text: String, _ expected: String, _ count: Int) throws {
    let (value, repairs) = try read(text)
    #expect(value.name == expected)
    #expect(repairs == count)
  }

  @Test func repairsBytesThatAreNoUTF8() throws {
    let (value, repairs) = try read([0x22, 0x61, 0xFF, 0xE2, 0x82, 0x62, 0x22])
    #expect(value.name == "a\u{FFFD}\u{FFFD}b")
    #expect(repairs == 2)
  }

  @Test func forgivesTrailingCommasAndNaN() throws {
    let (value, repairs) = try read("[1,NaN,-Infinity,]")
    #expect(value == .array([.number("1"), .null, .null]))
    #expect(repairs == 3)
  }

  @Test(arguments: [
    ("", 0, "the text ends where a value should stand"), ("{\"a\" 1}", 5, "expected ':' after a key, found '1'"),
    ("[1 2]", 3, "expected ',' or ']', found '2'"), ("\"abc", 0, "a string without its closing mark"),
    ("{a:1}", 1, "expected a key in quotation marks, found 'a'"), ("[1", 2, "the text ends inside a list or an object"),
    ("1 x", 2, "expected the end of the text, found 'x'"), ("-", 0, "a number without digits"),
    ("\u{1}", 0, "expected a value, found byte 1"),
  ])
  func saysWhereItIsNoJSON(_ text: String, _ offset: Int, _ message: String) {
    #expect(throws: JSONError(offset: offset, message: message)) { try read(text) }
  }

  @Test func refusesAMillionBrackets() {
    let bytes = [UInt8](repeating: 0x5B, count: 1_000_000)
    #expect(throws: JSONError(offset: 200, message: "arrays and objects nest deeper than 200")) { try read(bytes) }
  }
}
