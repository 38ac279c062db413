import Testing

@testable import Rapporteur

@Suite struct RecordWriterTests {
  private func parsed(_ record: Record) throws -> JSONValue {
    var reader = JSONReader()
    let value = try reader.read(record.line.span)
    #expect(reader.repairs == 0)
    #expect(record.line.last == 0x0A && record.line.filter { $0 == 0x0A }.count == 1)
    return value
  }

  /// A document with one of everything.
  private func document() -> Document {
    let text = "Héad\n\n“Go,” she said."
    var document = Document(
      id: "a \"b\" \u{1}",
      source: .init(path: "p", url: "u", recordID: "r", offset: 1, length: 2, fetched: "f", httpStatus: 200),
      inputDate: "2024-01-02", decoded: Text(text), form: .text, digest: Digest(of: []))
    document.text = Text(text)
    let head = TextRange(0, 5)
    let body = TextRange(7, 25)
    let cue = TextRange(21, 25)
    document.metadata.dateline = .init(place: "X", date: nil, agency: nil)
    document.blocks = [
      Block(range: head, kind: .heading, level: 1, source: head),
      Block(range: body, kind: .paragraph, runs: [SourceRun(range: body, source: body)], confidence: 0.456),
    ]
    document.removed = [Removed(kind: .navigation, reason: .linkDensity, text: "Home", source: head)]
    document.sentences = [Sentence(range: body, block: 1, kind: .sentence, tokens: 0..<0)]
    document.entities = [Entity(key: "PERSON:x", type: .person, name: "X")]
    document.mentions = [Mention(range: TextRange(17, 20), type: .person, entity: 0, rule: .title, confidence: 1)]
    let speaker = Speaker(entity: 0, name: "X", resolution: .pronoun)
    document.attributions = [
      Attribution(
        kind: .direct, act: .say, speakers: [speaker], mention: TextRange(17, 20), cue: cue,
        content: [TextRange(10, 13)], within: 0, rule: .tail, confidence: 0.005),
      Attribution(
        kind: .indirect, act: nil, speakers: [], unresolved: .noSpeaker, mention: nil, cue: nil, content: [],
        rule: .run, confidence: -1),
    ]
    let point = Proposal.Point(ordinal: 1, marker: cue, range: cue)
    let item = Proposal.Item(
      ordinal: 2, marker: cue, range: body, content: [body], headline: cue, attributions: [1], points: [point])
    document.proposals = [
      Proposal(speakers: [speaker], announcement: cue, announced: 3, items: [item], rule: .announced, confidence: 2)
    ]
    document.warn("test", "code", "message\twith\u{7F}marks\\")
    return document
  }

  /// The value has the shape: every key in order, every type, every word.
  private func check(_ value: JSONValue, _ shape: Shape, _ path: String) {
    switch (shape, value) {
    case (.optional, .null): break
    case (.optional(let inner), _): check(value, inner, path)
    case (.string, .string), (.boolean, .bool): break
    case (.digest, .string(let text)): #expect(text.count == 64, "\(path)")
    case (.integer, .number(let digits)): #expect(Int(digits) != nil, "\(path)")
    case (.share, .number(let digits)):
      #expect(digits.utf8.count == 4 && (Double(digits) ?? 2) <= 1, "\(path): \(digits)")
    case (.choice(let words), .string(let text)): #expect(words.contains(text[text.range]), "\(path)")
    case (.list(let inner), .array(let items)):
      for item in items { check(item, inner, path + "[]") }
    case (.object(let fields), .object(let members)):
      let keys = members.map(\.key)
      #expect(keys == fields.filter { !$0.isOptional || keys.contains($0.name) }.map(\.name), "\(path)")
      for member in members {
        guard let field = fields.first(where: { $0.name == member.key }) else { continue }
        check(member.value, field.shape, path + "." + member.key)
      }
    default: Issue.record("\(path): \(value) is not \(shape)")
    }
  }

  @Test(arguments: OffsetUnit.allCases) func whatIsWrittenHasTheShape(_ unit: OffsetUnit) throws {
    let record = RecordWriter(pipeline: .standard, offsets: unit).record(of: document())
    check(try parsed(record), .object(RecordShape.fields), "")
  }

  @Test func aFailureHasTheShapeToo() throws {
    let failure = StageFailure(stage: "decoding", code: "unsupported_type", message: "a PDF")
    let writer = RecordWriter(pipeline: .standard)
    let record = writer.record(ofFailed: "x", source: .init(), digest: nil, failure)
    let value = try parsed(record)
    check(value, .object(RecordShape.fields), "")
    #expect(value["status"] == .string(Text("failed")))
    #expect(value["error"]?["code"] == .string(Text("unsupported_type")))
  }

  @Test func offsetsCountCodePoints() throws {
    let value = try parsed(RecordWriter(pipeline: .standard).record(of: document()))
    guard case .array(let blocks)? = value["blocks"] else { return #expect(Bool(false), "blocks") }
    #expect(blocks.map { $0["start"] } == [.number("0"), .number("6")])
    #expect(blocks.map { $0["end"] } == [.number("4"), .number("20")])
  }

  @Test func numbersHaveTwoDecimals() throws {
    let line = String(decoding: RecordWriter(pipeline: .standard).record(of: document()).line, as: UTF8.self)
    #expect(line.contains("\"confidence\":0.46") && line.contains("\"rule\":\"tail\",\"confidence\":0.01"))
    #expect(line.contains("\"rule\":\"run\",\"confidence\":0.00"))
    #expect(line.contains("\"rule\":\"announced\",\"confidence\":1.00"))
    #expect(line.contains(#""id":"a \"b\" \u0001""#) && line.contains(#""message\twith\u007fmarks\\""#))
  }

  @Test func aRecordCanBeRenamed() throws {
    for hasWarnings in [true, false] {
      var document = document()
      if !hasWarnings { document.warnings = [] }
      var record = RecordWriter(pipeline: .standard).record(of: document)
      record.rename(to: "a much longer name", Warning(stage: "input", code: "one", message: ""))
      record.rename(to: "é", Warning(stage: "input", code: "two", message: ""))
      let value = try parsed(record)
      check(value, .object(RecordShape.fields), "")
      #expect(value["id"] == .string(Text("é")))
      guard case .array(let warnings)? = value["warnings"] else { return #expect(Bool(false), "warnings") }
      #expect(warnings.suffix(2).map { $0["code"] } == [.string(Text("one")), .string(Text("two"))])
      #expect(warnings.count == (hasWarnings ? 3 : 2))
    }
  }

  @Test func theConfigurationIsPartOfTheRecord() {
    let one = RecordWriter(pipeline: .standard).configuration
    #expect(one == RecordWriter(pipeline: .standard).configuration)
    #expect(one != RecordWriter(pipeline: .standard, offsets: .utf16).configuration)
  }
}
