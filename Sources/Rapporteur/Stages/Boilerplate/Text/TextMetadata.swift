/// Reads what a flattened page says of itself: its headline, author, dates and dateline.
struct TextMetadata {
  private let page: Text
  private let units: [TextUnit]
  private let passages: [PassageMeasure]
  private let verdicts: [PassageSigns.Verdict]
  private let title: TextTitle.Found?

  init(
    _ page: Text, _ units: [TextUnit], _ passages: [PassageMeasure], _ verdicts: [PassageSigns.Verdict],
    _ title: TextTitle.Found?
  ) {
    self.page = page
    self.units = units
    self.passages = passages
    self.verdicts = verdicts
    self.title = title
  }

  /// Writes the document's metadata.
  ///
  /// - Parameters:
  ///   - body: The first line of the running text.
  ///   - last: Its last line.
  func read(_ document: inout Document, body: Int, last: Int) {
    let bytes = page.utf8.span
    if let title {
      document.metadata.title = HeadData.collapsed(page.utf8, title.range)
      document.metadata.site = title.site
    }
    for index in units.indices.prefix(body) {
      if case .cut = verdicts[index], isUpdate(bytes, units[index].range),
        let found = DateReader.shared.first(bytes, units[index].range)
      {
        document.metadata.modified = found.date.description
      }
    }
    let date =
      published(body, last)
      ?? TextDates(bytes: page.utf8, units: units, passages: passages).find(title: title?.line, body: body)
    document.metadata.published = date?.date.description ?? document.inputDate
    document.metadata.publishedTime = date?.timestamp
    let start = max(0, (title?.line ?? body) - 6)
    for index in start..<max(start, min(units.count, body + 1)) {
      if case .byline(let names) = verdicts[index], document.metadata.byline == nil { document.metadata.byline = names }
    }
    if document.metadata.published == nil { document.metadata.published = datelineDay(body)?.description }
    let published = document.metadata.published.flatMap { CalendarDate(iso: $0) }
    for index in body..<max(body, min(units.count, body + 3)) where document.metadata.dateline == nil {
      document.metadata.dateline = Datelines.shared.read(bytes, units[index].range, published: published)
    }
  }

  /// The day that the lines around the text tell, the surest first: dates nearest above it, right below its end, in an
  /// update above it, at the end of the headline or anywhere in it.
  private func published(_ body: Int, _ last: Int) -> DateReader.Match? {
    let bytes = page.utf8.span
    var update: DateReader.Match?
    for index in units.indices.prefix(body).reversed() where isDated(index) {
      guard let found = DateReader.shared.first(bytes, units[index].range) else { continue }
      if !isUpdate(bytes, units[index].range) { return found }
      if update == nil { update = found }
    }
    if let update, let first = labelled(bytes, update) { return first }
    for index in max(0, last + 1)..<max(last + 1, min(units.count, last + 8)) where isDated(index) {
      if let found = DateReader.shared.first(bytes, units[index].range) { return found }
    }
    if let update { return update }
    if let title { return DateReader.shared.first(bytes, title.range) }
    return nil
  }

  /// Whether the line is none of the article's, and of a kind that dates stand in.
  private func isDated(_ index: Int) -> Bool {
    guard index != title?.line else { return false }
    switch verdicts[index] {
    case .cut(let kind, _): return ![.related, .comments, .disclaimer, .advertisement, .glossary].contains(kind)
    case .byline: return true
    case .caption, .open: return false
    }
  }

  /// "Updated May 19, 2027 — 6.42pm, first published May 18, 2027": the second date.
  private func labelled(_ bytes: Span<UInt8>, _ update: DateReader.Match) -> DateReader.Match? {
    guard let unit = units.first(where: { $0.range.start <= update.range.start && $0.range.end >= update.range.end })
    else { return nil }
    let rest = TextRange(update.range.end, unit.range.end)
    return rest.isEmpty ? nil : DateReader.shared.first(bytes, rest)
  }

  /// The day of the dateline where it tells the year; where it tells month and day alone and the text names the weekday
  /// ("on Tuesday"), the only year that the page names in which they meet.
  private func datelineDay(_ body: Int) -> CalendarDate? {
    let bytes = page.utf8.span
    for index in body..<max(body, min(units.count, body + 3)) {
      let range = units[index].range
      guard let dateline = Datelines.shared.read(bytes, range, published: nil),
        let date = dateline.date.flatMap({ CalendarDate(iso: $0) })
      else { continue }
      if date.year != nil { return date.day == nil ? nil : date }
      guard let month = date.month, let day = date.day, let weekday = weekday(bytes, range) else { return nil }
      let years = years(bytes).filter { CalendarDate.day($0, month, day)?.weekday == weekday }
      return years.count == 1 ? CalendarDate.day(years[0], month, day) : nil
    }
    return nil
  }

  /// The weekday that a paragraph names first, 1 for Monday.
  private func weekday(_ bytes: Span<UInt8>, _ range: TextRange) -> Int? {
    var end = min(range.end, range.start + 600)
    while end < range.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
    var tokenizer = Tokenizer(TextRange(range.start, end))
    while let piece = tokenizer.next(bytes) {
      guard piece.shape.contains(.capitalised) || piece.shape.contains(.allCapitals), piece.end - piece.start >= 6,
        piece.end - piece.start <= 9
      else { continue }
      var word: [UInt8] = []
      for index in piece.start..<piece.end { word.append(bytes[index] | 0x20) }
      if let found = Self.weekdays.firstIndex(of: String(decoding: word, as: UTF8.self)) { return found + 1 }
    }
    return nil
  }

  /// The years that the page names, each once.
  private func years(_ bytes: Span<UInt8>) -> [Int] {
    var years: [Int] = []
    var digits = 0
    var value = 0
    for index in 0...bytes.count {
      let digit = index < bytes.count ? bytes[index] &- 0x30 : 255
      if digit < 10 {
        digits += 1
        value = digits <= 4 ? value * 10 + Int(digit) : value
      } else {
        if digits == 4, value >= 1990, value < 2100, !years.contains(value) { years.append(value) }
        digits = 0
        value = 0
      }
    }
    return years
  }

  /// "Updated: …", "Last modified …", "更新时间：…".
  private func isUpdate(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    var copy: [UInt8] = []
    for index in range.indices.prefix(40) {
      copy.append(bytes[index] >= 0x41 && bytes[index] <= 0x5A ? bytes[index] | 0x20 : bytes[index])
    }
    let line = String(decoding: copy, as: UTF8.self)
    return ["updated", "last updated", "last modified", "modified", "更新", "수정", "최종수정", "last update"].contains {
      line.hasPrefix($0)
    }
  }

  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
}
