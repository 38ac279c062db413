import Rapporteur
import RapporteurCrawl

/// The lines of a brat .ann file. Offsets are code points, whatever the record's unit is.
struct StandoffLines {
  private let record: StoredRecord
  private let offset: OffsetIndex
  private(set) var text = ""
  private var spans = 0
  private var relations = 0
  private var notes = 0

  init(_ record: StoredRecord) {
    self.record = record
    offset = OffsetIndex(record.text.text, unit: .codePoint)
  }

  /// A text-bound annotation. One that goes over several lines or pieces has a fragment for each.
  ///
  /// - Returns: Its number; `nil` where there is no span.
  mutating func span(_ type: String, _ pieces: [JSONValue]) throws(InputError) -> Int? {
    var fragments: [TextRange] = []
    let utf8 = record.text.text.utf8
    for piece in pieces {
      guard let range = try record.range(piece) else { continue }
      var start = range.start
      for index in range.indices where utf8[index] == 0x0A || utf8[index] == 0x0D {
        if start < index { fragments.append(TextRange(start, index)) }
        start = index + 1
      }
      if start < range.end { fragments.append(TextRange(start, range.end)) }
    }
    if fragments.isEmpty { return nil }
    spans += 1
    let places = fragments.map { "\(offset($0.start)) \(offset($0.end))" }.joined(separator: ";")
    text += "T\(spans)\t\(type) \(places)\t\(fragments.map { record.text.text[$0] }.joined(separator: " "))\n"
    return spans
  }

  mutating func relation(_ type: String, _ first: Int, _ second: Int?) {
    guard let second else { return }
    relations += 1
    text += "R\(relations)\t\(type) Arg1:T\(first) Arg2:T\(second)\n"
  }

  mutating func note(_ span: Int?, _ words: String) {
    guard let span, !words.isEmpty else { return }
    notes += 1
    text += "#\(notes)\tAnnotatorNotes T\(span)\t\(PointRow.flat(words))\n"
  }
}
