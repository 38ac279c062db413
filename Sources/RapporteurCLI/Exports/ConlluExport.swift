import Rapporteur
import RapporteurCrawl

/// A record's sentences in CoNLL-U, words by the program's own tokenizer.
///
/// MISC holds the mentions as BIO (`NER`), `SpaceAfter=No`, and where the word stands in the text (`TokenRange`, code
/// points); the columns of grammar are empty.
struct ConlluExport {
  private let record: StoredRecord
  private let offset: OffsetIndex
  private let mentions: [(range: TextRange, type: String)]

  init(_ record: StoredRecord) throws(InputError) {
    self.record = record
    offset = OffsetIndex(record.text.text, unit: .codePoint)
    var mentions: [(range: TextRange, type: String)] = []
    for mention in record["mentions"].elements {
      if let range = try record.range(mention) { mentions.append((range, mention["type"]?.name ?? "")) }
    }
    // Of two that overlap the one that begins first is told, of those the longer one.
    self.mentions = mentions.sorted { $0.range < $1.range }
  }

  func text() throws(InputError) -> String {
    let text = record.text.text
    var output = ""
    var next = 0
    for (number, sentence) in record["sentences"].elements.enumerated() {
      guard let range = try record.range(sentence) else { continue }
      let words = Tokenizer.ranges(text, in: range)
      if words.isEmpty { continue }
      if output.isEmpty { output += "# newdoc id = \(PointRow.flat(record.id))\n" }
      output += "# sent_id = \(PointRow.flat(record.id))-\(number + 1)\n"
      var line = ""
      var rows = ""
      var current: Int?
      for (index, word) in words.enumerated() {
        if let mention = current, mentions[mention].range.end <= word.start { current = nil }
        var label = current.map { "I-\(mentions[$0].type)" } ?? "O"
        while next < mentions.count, mentions[next].range.start < word.end {
          if current == nil, mentions[next].range.end > word.start {
            current = next
            label = "B-\(mentions[next].type)"
          }
          next += 1
        }
        let isSpaced = word.end == text.count || [0x20, 0x0A, 0x0D, 0x09].contains(text.utf8[word.end])
        let form = text[word]
        line += form + (isSpaced && index + 1 < words.count ? " " : "")
        let place = "TokenRange=\(offset(word.start)):\(offset(word.end))"
        rows += "\(index + 1)\t\(form)\t_\t_\t_\t_\t_\t_\t_\tNER=\(label)|\(isSpaced ? "" : "SpaceAfter=No|")\(place)\n"
      }
      output += "# text = \(line)\n\(rows)\n"
    }
    return output
  }
}
