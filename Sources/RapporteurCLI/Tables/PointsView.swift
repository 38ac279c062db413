/// The table of points for eyes.
///
/// The columns are as wide as the first proposals need, and stay so: the rest is printed as it is read.
struct PointsView {
  private let width: Int
  private let ink: Ink
  private var waiting: [[PointRow]]? = []
  private var documentWidth = 8
  private var proposerWidth = 8
  private var announcedWidth = 10
  private var ordinalWidth = 2

  private static let mostWaiting = 200
  private static let gap = "  "
  private static let dateWidth = 10

  /// - Parameter width: The columns of the terminal.
  init(width: Int, ink: Ink) {
    self.width = width
    self.ink = ink
  }

  /// What can be printed once a proposal is there, too.
  mutating func add(_ proposal: [PointRow]) -> String {
    guard waiting != nil else { return "\n" + text(proposal) }
    waiting?.append(proposal)
    return (waiting?.count ?? 0) < Self.mostWaiting ? "" : finish()
  }

  /// What was not printed yet.
  mutating func finish() -> String {
    guard let waiting, !waiting.isEmpty else { return "" }
    measure(waiting)
    self.waiting = nil
    return head + waiting.map { text($0) }.joined(separator: "\n")
  }

  private mutating func measure(_ proposals: [[PointRow]]) {
    var longest = (document: 8, proposer: 8, ordinal: 1)
    for proposal in proposals {
      guard let first = proposal.first else { continue }
      longest.document = max(longest.document, TerminalText.width(PointRow.flat(first.document)))
      for name in first.proposers { longest.proposer = max(longest.proposer, TerminalText.width(PointRow.flat(name))) }
      for row in proposal { longest.ordinal = max(longest.ordinal, String(row.ordinal ?? 0).count) }
    }
    ordinalWidth = longest.ordinal
    announcedWidth = width >= 100 ? 17 : 10
    let rest = max(30, width - Self.dateWidth - announcedWidth - ordinalWidth - 5 * Self.gap.count)
    documentWidth = min(longest.document, max(8, rest * 26 / 100))
    proposerWidth = min(longest.proposer, max(8, rest * 22 / 100))
  }

  private var headlineWidth: Int {
    let others = documentWidth + Self.dateWidth + proposerWidth + announcedWidth + ordinalWidth + 5 * Self.gap.count
    return max(12, width - others)
  }

  private var head: String {
    let names = ["document", "date", "proposer", "announced", "#", "point"]
    let cells = zip(names, [documentWidth, Self.dateWidth, proposerWidth, announcedWidth, ordinalWidth, headlineWidth])
    let line = cells.map { TerminalText.padded($0, $1) }.joined(separator: Self.gap)
    let rule = [documentWidth, Self.dateWidth, proposerWidth, announcedWidth, ordinalWidth, headlineWidth]
      .map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    return ink.strong(Self.trimmed(line)) + "\n" + ink.faint(rule) + "\n"
  }

  private func text(_ proposal: [PointRow]) -> String {
    guard let first = proposal.first else { return "" }
    let documents = TerminalText.wrapped(PointRow.flat(first.document), documentWidth)
    let proposers = first.proposers.isEmpty ? ["nobody"] : first.proposers
    let names = proposers.flatMap { TerminalText.wrapped(PointRow.flat($0), proposerWidth) }
    let announced = TerminalText.wrapped(announcement(first), announcedWidth)
    let points = proposal.flatMap { lines($0) }
    let count = max(documents.count, names.count, announced.count, points.count, 1)
    var text = ""
    for index in 0..<count {
      let date = index == 0 ? PointRow.flat(first.date ?? "–") : ""
      var cells = [
        TerminalText.padded(documents.cell(index), documentWidth),
        TerminalText.padded(String(date.prefix(Self.dateWidth)), Self.dateWidth),
        ink.person(TerminalText.padded(names.cell(index), proposerWidth)),
      ]
      let status = TerminalText.padded(announced.cell(index), announcedWidth)
      cells.append(first.status == .complete ? status : ink.cut(status))
      cells.append(points.cell(index))
      text += Self.trimmed(cells.joined(separator: Self.gap)) + "\n"
    }
    return text
  }

  /// Ordinal and headline; a point inside a point stands further in.
  private func lines(_ row: PointRow) -> [String] {
    guard let ordinal = row.ordinal else { return [] }
    let isInner = row.subordinal != nil
    let number = isInner ? "" : String(ordinal)
    let label = row.subordinal.map { "  \($0) " } ?? ""
    let indent = label.count
    let lines = TerminalText.wrapped(row.headline ?? "", headlineWidth - indent)
    return lines.enumerated().map { index, line in
      let margin = index == 0 ? label : String(repeating: " ", count: indent)
      let space = String(repeating: " ", count: max(0, ordinalWidth - (index == 0 ? number.count : 0)))
      return space + (index == 0 ? number : "") + Self.gap + margin + line
    }
  }

  private func announcement(_ row: PointRow) -> String {
    let status =
      row.status == .missing && !row.missing.isEmpty
      ? "missing \(row.missing.map(String.init).joined(separator: " "))" : row.status.text
    return row.announced.map { "\($0), \(status)" } ?? status
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}

extension [String] {
  /// The line of a cell; empty below its last one.
  fileprivate func cell(_ index: Int) -> String { index < count ? self[index] : "" }
}
