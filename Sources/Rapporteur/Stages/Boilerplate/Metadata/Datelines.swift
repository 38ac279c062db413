/// Reads what stands before an agency report: "GYEONGJU, South Korea, Nov. 1 (Xinhua) --", "新华社北京11月1日电",
/// "(서울=연합뉴스)", "Moscow. March 4. INTERFAX.COM -".
struct Datelines: Sendable {
  static let shared = Datelines()

  private let agencies: Gazetteer
  private let dates = DateReader.shared
  private let lexicon: Lexicon

  init(lexicon: Lexicon = .shared) {
    self.lexicon = lexicon
    var gazetteer = Gazetteer()
    for (index, entry) in WordList("agencies").entries.enumerated() {
      gazetteer.add(entry.text, value: index, lexicon: lexicon)
    }
    agencies = gazetteer
  }

  /// The dateline at the start of a paragraph.
  ///
  /// - Parameter published: The day of the page, from which the year comes where the dateline has none.
  func read(_ bytes: Span<UInt8>, _ range: TextRange, published: CalendarDate?) -> Metadata.Dateline? {
    guard range.count > 8 else { return nil }
    var end = min(range.end, range.start + 200)
    while end < range.end, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let head = TextRange(range.start, end)
    var tokens: [Token] = []
    Tokenizer.tokenize(bytes, in: head, lexicon: lexicon, into: &tokens)
    guard tokens.count > 2 else { return nil }
    let first = tokens[0]
    if !first.shape.isDisjoint(with: [.ideographic, .hangul]) || bytes[first.start] >= 0xE2
      || bytes[first.start] == 0x28
      || bytes[first.start] == 0x5B
    {
      if let found = eastern(bytes, head, tokens, published) { return found }
    }
    return western(bytes, head, tokens, published)
  }

  /// Place, date, agency, dash.
  private func western(
    _ bytes: Span<UInt8>, _ head: TextRange, _ tokens: [Token], _ published: CalendarDate?
  ) -> Metadata.Dateline? {
    var place: TextRange?
    var isLoud = true
    var date: String?
    var agency: String?
    var index = 0
    var placeWords = 0
    while index < min(tokens.count, 32) {
      let token = tokens[index]
      let byte = bytes[token.start]
      if token.shape.contains(.word) {
        if let month = dates.month(bytes, token.start, head.end), date == nil,
          let day = day(after: month.end, bytes, head.end)
        {
          date = complete(month.month, day.value, day.year, published)
          index = tokens.firstIndex { $0.start >= day.end } ?? tokens.count
          continue
        }
        guard date == nil, agency == nil, placeWords < 7 else {
          // "Moscow. March 4. INTERFAX.COM - …"
          if agency == nil, let found = agencies.match(tokens.span, at: index, before: tokens.count) {
            agency = text(bytes, tokens[index].start, tokens[index + found.length - 1].end)
            index += found.length
            continue
          }
          return nil
        }
        let isName = !token.shape.isDisjoint(with: [.capitalised, .allCapitals])
        guard isName || (placeWords > 0 && token.length <= 3) else { return nil }
        if place == nil && !token.shape.contains(.allCapitals) { isLoud = false }
        place = place.map { $0.hull(token.range) } ?? token.range
        placeWords += 1
      } else if token.shape.contains(.number) {
        // "4 March" before the month, nothing else.
        guard date == nil, placeWords > 0, index + 1 < tokens.count,
          let month = dates.month(bytes, tokens[index + 1].start, head.end), let day = value(bytes, token), day <= 31
        else { return nil }
        var year: Int?
        var next = index + 2
        while next < tokens.count, tokens[next].shape.contains(.mark), tokens[next].start < month.end { next += 1 }
        if next < tokens.count, let found = value(bytes, tokens[next]), found > 1900, found < 2200 {
          year = found
          next += 1
        }
        date = complete(month.month, day, year, published)
        index = next
        continue
      } else if byte == 0x28 {
        guard agency == nil, let close = tokens[index...].firstIndex(where: { bytes[$0.start] == 0x29 }),
          close - index <= 9, close > index + 1
        else { return nil }
        let inner = text(bytes, tokens[index + 1].start, tokens[close - 1].end)
        let isKnown = agencies.match(tokens.span, at: index + 1, before: close) != nil
        let dash = close + 1 < tokens.count && isDash(bytes, tokens[close + 1])
        guard isKnown || (dash && (date != nil || isLoud)) else { return nil }
        agency = inner
        index = close + 1
        if place == nil && !dash { return nil }
        return Metadata.Dateline(place: place.map { self.place(bytes, $0) }, date: date, agency: agency)
      } else if isDash(bytes, token) {
        guard let place, index > 0, date != nil || agency != nil || isLoud else { return nil }
        // A loud first word alone may be a heading; a name of one or two letters is none.
        guard place.count >= 4 else { return nil }
        return Metadata.Dateline(place: self.place(bytes, place), date: date, agency: agency)
      } else if byte == 0x3A {
        guard let place, isLoud, date == nil, agency == nil, placeWords <= 3, place.count >= 4,
          allLoud(tokens, index), !isLabel(bytes, place)
        else { return nil }
        return Metadata.Dateline(place: self.place(bytes, place), date: nil, agency: nil)
      } else if byte != 0x2C && byte != 0x2E && byte != 0x2D {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// "新华社北京11月1日电", "(서울=연합뉴스)", "【北京＝共同】".
  private func eastern(
    _ bytes: Span<UInt8>, _ head: TextRange, _ tokens: [Token], _ published: CalendarDate?
  ) -> Metadata.Dateline? {
    var index = 0
    var isOpened = false
    while index < tokens.count, tokens[index].shape.contains(.mark) {
      isOpened = true
      index += 1
    }
    let found = agencies.match(tokens.span, at: index, before: tokens.count)
    if isOpened {
      // A bracket with "place=agency".
      let limit = min(tokens.count, index + 16)
      guard let equals = tokens[index..<limit].firstIndex(where: { isEquals(bytes, $0) }), equals > index,
        let close = tokens[equals..<limit].firstIndex(where: { closes(bytes, $0) }), close > equals + 1
      else { return nil }
      return Metadata.Dateline(
        place: text(bytes, tokens[index].start, tokens[equals - 1].end), date: nil,
        agency: text(bytes, tokens[equals + 1].start, tokens[close - 1].end))
    }
    guard let found else { return nil }
    let agency = text(bytes, tokens[index].start, tokens[index + found.length - 1].end)
    var at = index + found.length
    let placeStart = at
    var date: String?
    var placeEnd = at
    while at < min(tokens.count, index + found.length + 24) {
      let token = tokens[at]
      let scalar = UTF8Scan.scalar(bytes, at: token.start).value
      if scalar == 0x7535 || scalar == 0x8BAF || scalar == 0x8A0A {  // 电 讯 訊
        guard at > placeStart else { return nil }
        let place = placeEnd > placeStart ? text(bytes, tokens[placeStart].start, tokens[placeEnd - 1].end) : nil
        return Metadata.Dateline(place: place, date: date, agency: agency)
      }
      if token.shape.contains(.number), let month = value(bytes, token), at + 2 < tokens.count,
        UTF8Scan.scalar(bytes, at: tokens[at + 1].start).value == 0x6708, let day = value(bytes, tokens[at + 2])
      {
        date = complete(month, day, nil, published)
        at += 3
        continue
      }
      if token.shape.contains(.ideographic), date == nil { placeEnd = at + 1 }
      at += 1
    }
    return nil
  }

  private func complete(_ month: Int, _ day: Int, _ year: Int?, _ published: CalendarDate?) -> String? {
    if let year { return CalendarDate.day(year, month, day)?.description }
    guard let published, let year = published.year, let publishedDay = published.dayNumber else {
      return CalendarDate.day(2024, month, day).map {
        CalendarDate(year: nil, month: $0.month, day: $0.day).description
      }
    }
    guard let date = CalendarDate.day(year, month, day), let number = date.dayNumber else { return nil }
    // A report is not from the future: "Dec. 31" on a page of January is last year's.
    if number > publishedDay + 7 { return CalendarDate.day(year - 1, month, day)?.description }
    return date.description
  }

  private func day(after start: Int, _ bytes: Span<UInt8>, _ end: Int) -> (value: Int, year: Int?, end: Int)? {
    var at = start
    while at < end, bytes[at] == 0x20 { at += 1 }
    var value = 0
    let first = at
    while at < end, at - first < 2, bytes[at] >= 0x30, bytes[at] <= 0x39 {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard at > first, value >= 1, value <= 31 else { return nil }
    var next = at
    while next < end, bytes[next] == 0x2C || bytes[next] == 0x20 { next += 1 }
    var year = 0
    let yearStart = next
    while next < end, next - yearStart < 4, bytes[next] >= 0x30, bytes[next] <= 0x39 {
      year = year * 10 + Int(bytes[next] - 0x30)
      next += 1
    }
    return next - yearStart == 4 && year > 1900 ? (value, year, next) : (value, nil, at)
  }

  private func allLoud(_ tokens: [Token], _ limit: Int) -> Bool {
    tokens[..<limit].allSatisfy { !$0.shape.contains(.word) || $0.shape.contains(.allCapitals) }
  }

  /// Words in capitals before a colon that name no place.
  private func isLabel(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    let labels = [
      "BREAKING", "WATCH", "UPDATE", "UPDATED", "NOTE", "EXCLUSIVE", "ANALYSIS", "OPINION", "WARNING", "EDITOR",
      "QUESTION",
      "ANSWER", "MORE", "READ", "SPOILER", "LIVE", "VIDEO", "PHOTO", "PHOTOS", "DISCLAIMER", "TIP", "STEP", "FAQ",
      "IMPORTANT", "BREAKING NEWS", "READ MORE", "SEE ALSO", "ALSO READ", "READ ALSO", "UPDATES", "SOURCE", "CREDIT",
      "DATE", "TIME", "PRESIDENT", "MODERATOR", "SECRETARY", "MINISTER", "CHAIR", "CHAIRMAN", "SPOKESPERSON",
    ]
    let text = text(bytes, range.start, range.end)
    return labels.contains { text == $0 || text.hasPrefix($0 + " ") }
  }

  private func isDash(_ bytes: Span<UInt8>, _ token: Token) -> Bool {
    switch UTF8Scan.scalar(bytes, at: token.start).value {
    case 0x2D: token.length > 1 || token.shape.contains(.spaceBefore)
    case 0x2013, 0x2014, 0x2015, 0x2212: true
    default: false
    }
  }

  private func isEquals(_ bytes: Span<UInt8>, _ token: Token) -> Bool {
    let scalar = UTF8Scan.scalar(bytes, at: token.start).value
    return scalar == 0x3D || scalar == 0xFF1D
  }

  private func closes(_ bytes: Span<UInt8>, _ token: Token) -> Bool {
    switch UTF8Scan.scalar(bytes, at: token.start).value {
    case 0x29, 0x5D, 0xFF09, 0x3011, 0x3015: true
    default: false
    }
  }

  private func value(_ bytes: Span<UInt8>, _ token: Token) -> Int? {
    guard token.length <= 4 else { return nil }
    var value = 0
    for index in token.range.indices {
      guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return value
  }

  /// The place without commas and stops at its end.
  private func place(_ bytes: Span<UInt8>, _ range: TextRange) -> String { text(bytes, range.start, range.end) }

  private func text(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    var result: [UInt8] = []
    for index in start..<end { result.append(bytes[index]) }
    return String(decoding: result, as: UTF8.self)
  }
}
