/// The plan of a corpus, GRID.tsv: one row a document.
package struct Grid: Sendable {
  package private(set) var rows: [Row] = []
  package private(set) var faults: [GoldFault] = []

  package struct Row: Sendable {
    package var id: String
    package var language: String
    package var cell: GoldDocument.Cell
    /// Counted from 1.
    package var line: Int
  }

  /// - Parameter path: For messages.
  package init(_ path: String, _ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    var seen: Set<String> = []
    for (index, line) in lines.enumerated() where index > 0 && !line.isEmpty {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 6, !fields.contains("") else {
        let message = "a row has id, language, source, form, topic and difficulty, separated by tabs"
        faults.append(GoldFault(file: path, line: index + 1, message: message))
        continue
      }
      if !seen.insert(fields[0]).inserted {
        faults.append(GoldFault(file: path, line: index + 1, message: "'\(fields[0])' stands twice; number it anew"))
      }
      rows.append(
        Row(
          id: fields[0], language: fields[1],
          cell: GoldDocument.Cell(source: fields[2], form: fields[3], topic: fields[4], difficulty: fields[5]),
          line: index + 1))
    }
  }
}
