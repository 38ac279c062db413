/// The full dates that a page shows: what tells the day of a page whose metadata do not.
///
/// Of plain text the lines count as well that are cut: date lines, agencies' marks.
struct ShownDates {
  private let text: Text
  private let range: TextRange
  private let dates: [CalendarDate]
  private var leadEnd = Int.max

  /// Dates further in are those of what the text is about.
  private static let reach = 16_384
  private static let most = 16

  /// The sentences whose dates may be the page's own.
  private static let lead = 12

  init(_ document: Document) {
    let isText = document.form == .text && document.decoded.count > 0
    let text = isText ? document.decoded : document.text
    let range = TextRange(0, min(text.count, Self.reach))
    self.text = text
    self.range = range
    var found: [CalendarDate] = []
    var at = range.start
    while at < range.end, found.count < Self.most,
      let match = DateReader.shared.first(text.utf8.span, TextRange(at, range.end))
    {
      found.append(match.date)
      at = match.range.end
    }
    dates = found
    guard let last = document.sentences.dropFirst(Self.lead).first?.range.start else { return }
    let block = document.blocks.last { $0.range.start <= last }
    let end = isText ? block?.source.map { $0.start + last - (block?.range.start ?? last) } : last
    guard let end, end < text.count else { return }
    leadEnd = end
  }

  /// The first one, if it stands in the first sentences or before them.
  var first: CalendarDate? {
    guard !dates.isEmpty else { return nil }
    return DateReader.shared.first(text.utf8.span, TextRange(0, min(leadEnd, range.end)))?.date
  }

  /// The year of a day, by the date that comes nearest to it, at most some weeks away.
  func year(of day: CalendarDate) -> Int? {
    guard let month = day.month else { return nil }
    var best: (distance: Int, year: Int)?
    for date in dates {
      guard let year = date.year, let number = date.dayNumber else { continue }
      for other in year - 1...year + 1 {
        let asked = CalendarDate(year: other, month: month, day: day.day ?? 15)
        guard let distance = asked.dayNumber.map({ abs($0 - number) }), distance <= 60,
          distance < best?.distance ?? .max
        else { continue }
        best = (distance, other)
      }
    }
    return best?.year ?? markedYear(month, day.day)
  }

  /// The year in an agency's mark with the same month and day: "03-05-31".
  private func markedYear(_ month: Int, _ day: Int?) -> Int? {
    guard let day, range.count >= 8 else { return nil }
    let bytes = text.utf8
    func pair(_ at: Int) -> Int? {
      let (tens, ones) = (Int(bytes[at]) - 0x30, Int(bytes[at + 1]) - 0x30)
      return 0...9 ~= tens && 0...9 ~= ones ? tens * 10 + ones : nil
    }
    for at in range.start...range.end - 8 {
      let mark = bytes[at + 2]
      guard mark == 0x2D || mark == 0x2F || mark == 0x2E, bytes[at + 5] == mark,
        let first = pair(at), let second = pair(at + 3), let year = pair(at + 6),
        (first, second) == (month, day) || (first, second) == (day, month),
        at == 0 || !(0x30...0x39 ~= bytes[at - 1]),
        at + 8 == bytes.count || !(0x30...0x39 ~= bytes[at + 8])
      else { continue }
      return 2000 + year
    }
    return nil
  }
}
