import Rapporteur

/// A JSON array as it grows, of one property of all documents.
struct JSONColumn {
  private var json = JSONOutput()

  mutating func add(_ write: (inout JSONOutput) -> Void) {
    json.raw(json.bytes.isEmpty ? "[" : ",")
    write(&json)
  }

  mutating func add(_ text: String?) { add { $0.string(text) } }
  mutating func add(_ number: Int?) { add { $0.integer(number) } }
  mutating func add(_ numbers: [Int]) { add { json in json.list(numbers) { json, _, number in json.integer(number) } } }

  /// The bytes so far.
  var count: Int { json.bytes.count }

  /// The whole array.
  var bytes: [UInt8] { json.bytes.isEmpty ? Array("[]".utf8) : json.bytes + [UInt8(ascii: "]")] }
}

/// Words and the numbers that stand for them, from 0 in the order in which they came.
struct Vocabulary {
  private(set) var words: [String] = []
  private var numbers: [String: Int] = [:]

  /// The number of a word that is there.
  func known(_ word: String) -> Int? { numbers[word] }

  mutating func number(of word: String) -> Int {
    if let number = numbers[word] { return number }
    numbers[word] = words.count
    words.append(word)
    return words.count - 1
  }
}
