/// Rows of text in columns: the first to the left, the others to the right.
struct Table {
  private var rows: [[String]?] = []

  init(columns: [String]) { rows = [columns, nil] }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// A line across.
  mutating func rule() { rows.append(nil) }

  var text: String {
    let cells = rows.compactMap { $0 }
    let widths = (cells.first ?? []).indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    var text = ""
    for row in rows {
      guard let row else {
        text += widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n"
        continue
      }
      var line = ""
      for (index, cell) in row.enumerated() {
        let space = String(repeating: " ", count: widths[index] - cell.count)
        line += index == 0 ? cell + space : "  " + space + cell
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }

  /// A number with fixed decimals.
  static func number(_ value: Double, places: Int) -> String {
    var unit = 1.0
    for _ in 0..<places { unit *= 10 }
    let scaled = Int((value * unit).rounded())
    guard places > 0 else { return String(scaled) }
    let digits = String(scaled % Int(unit))
    return String(scaled / Int(unit)) + "." + String(repeating: "0", count: places - digits.count) + digits
  }
}
