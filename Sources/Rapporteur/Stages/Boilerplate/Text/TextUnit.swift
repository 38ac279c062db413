/// A line of a plain-text page, or one of the units that stand in one line.
struct TextUnit {
  var range: TextRange
  var blanksBefore: Int
  /// Whether a date stood before it in its line: then it is the headline.
  var followsDate = false
  /// What the cutter knows it to be: the date beside a headline, a call behind the text.
  var removed: Removed.Kind?

  /// The units of a page: its lines, or where it is hard-wrapped its paragraphs; at its top, dates are cut from
  /// the headlines they stand before or behind.
  static func units(of text: Text) -> [TextUnit] {
    let bytes = text.utf8.span
    let lines = PageLines(bytes).lines
    let breaks = SoftBreaks(.auto, text, lines)
    var units: [TextUnit] = []
    units.reserveCapacity(lines.count)
    var index = 0
    var cutter = LineCutter()
    while index < lines.count {
      let first = index
      if breaks.isWrapped {
        while breaks.isSoft(after: index) { index += 1 }
        while index + 1 < lines.count, lines[index + 1].blanksBefore == 0, index - first < 6,
          opensBracket(bytes, TextRange(lines[first].range.start, lines[index].range.end))
        { index += 1 }
        if units.count < 12, index == first, isWrappedHeadline(bytes, lines, first) { index += 1 }
      }
      let range = TextRange(lines[first].range.start, lines[index].range.end)
      let cuts = cutter.cuts(bytes, range, isTop: units.count < 12)
      for part in 0...cuts.count {
        let start = part > 0 ? cuts[part - 1].place : range.start
        let end = part < cuts.count ? cuts[part].place : range.end
        let unit = TextUnit(
          range: UTF8Scan.trim(bytes, TextRange(start, end)), blanksBefore: part > 0 ? 0 : lines[first].blanksBefore,
          removed: part > 0 ? cuts[part - 1].kind : nil)
        if unit.range.isEmpty { continue }
        if units.count < 12, unit.removed == nil, let pair = split(bytes, unit) {
          units += pair
        } else {
          units.append(unit)
        }
      }
      index += 1
    }
    return units
  }

  /// Whether a range starts with a bracket that it does not close.
  private static func opensBracket(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    guard bytes[range.start] == 0x28 else { return false }
    for index in range.indices where bytes[index] == 0x29 { return false }
    return true
  }

  /// Whether a line and the next one, alone between blank lines, are a headline too long for one line.
  private static func isWrappedHeadline(_ bytes: Span<UInt8>, _ lines: [PageLines.Line], _ first: Int) -> Bool {
    guard first + 2 < lines.count, first == 0 || lines[first].blanksBefore > 0, lines[first + 1].blanksBefore == 0,
      lines[first + 2].blanksBefore > 0, lines[first].range.count >= 40,
      lines[first + 1].range.count <= lines[first].range.count + 12
    else { return false }
    let (above, below) = (lines[first].range, lines[first + 1].range)
    let last = UTF8Scan.scalar(bytes, before: above.end).value
    guard !SoftBreaks.endsSentence(last), last != 0x3A, !endsInStop(bytes, below), ListMarker.length(bytes, below) == 0,
      Bylines.names(bytes, below) == nil, !DateReader.shared.isDateLine(bytes, below)
    else { return false }
    // Two header fields of a wire are no headline.
    for range in [above, below] {
      var at = range.start
      while at < min(range.end, range.start + 20), bytes[at] != 0x3A, bytes[at] != 0x20 { at += 1 }
      if at < range.end, bytes[at] == 0x3A { return false }
    }
    return true
  }

  /// " date 2026-01-12 Ministers Meet in Oslo", "Ministers Meet in Oslo 2026-01-12 10:20".
  private static func split(_ bytes: Span<UInt8>, _ unit: TextUnit) -> [TextUnit]? {
    guard unit.range.count >= 16, unit.range.count <= 400, let date = DateReader.shared.first(bytes, unit.range) else {
      return nil
    }
    // "2030年6月4日外交部发言人主持例行记者会": no border, no two units.
    if date.range.end < unit.range.end, bytes[date.range.end] >= 0x80 { return nil }
    let before = UTF8Scan.trim(bytes, TextRange(unit.range.start, date.range.start))
    var afterStart = date.range.end
    while afterStart < unit.range.end, isFiller(bytes[afterStart]) { afterStart += 1 }
    let after = UTF8Scan.trim(bytes, TextRange(afterStart, unit.range.end))
    let (wordsBefore, wordsAfter) = (words(bytes, before), words(bytes, after))
    let isISO = bytes[date.range.start] >= 0x30 && bytes[date.range.start] <= 0x39 && date.range.count >= 8
    if wordsBefore <= 2, wordsAfter >= 2, !after.isEmpty, Bylines.names(bytes, after) != nil {
      return [
        TextUnit(
          range: UTF8Scan.trim(bytes, TextRange(unit.range.start, after.start)), blanksBefore: unit.blanksBefore,
          removed: .metadata),
        TextUnit(range: after, blanksBefore: 0),
      ]
    }
    if wordsBefore <= 2, wordsAfter >= 3, !after.isEmpty, isISO || (wordsBefore > 0 && before.count <= 16) {
      let initial = UTF8Scan.scalar(bytes, at: after.start).value
      let isKnownLabel = wordsBefore == 0 || isDateLabel(bytes, before)
      guard isKnownLabel, !Scalar.isLowerCase(initial), initial > 0x2F || initial == 0x22 || initial == 0x27 else {
        return nil
      }
      var reader = PassageReader()
      let rest = reader.measure(bytes, after)
      guard !endsInStop(bytes, after), rest.phrase?.place ?? .any == .any else { return nil }
      // "29 October 2027 | Climate and Environment", "14 February 2034 | 3-minute read" are no headlines.
      guard rest.words >= 4, rest.separators == 0, rest.numbers * 2 < rest.words, rest.menuWords * 2 < rest.words,
        initial < 0x2010 || initial > 0x2015
      else { return nil }
      let cut = UTF8Scan.trim(bytes, TextRange(unit.range.start, after.start))
      return [
        TextUnit(range: cut, blanksBefore: unit.blanksBefore, removed: .metadata),
        TextUnit(range: after, blanksBefore: 0, followsDate: true),
      ]
    }
    // A day that ends the headline belongs to it; one with its time was set there by the site.
    if date.clock != nil, wordsBefore >= 4, wordsAfter <= 6, !endsInStop(bytes, before), isISO,
      before.end < date.range.start
    {
      return [
        TextUnit(range: before, blanksBefore: unit.blanksBefore, followsDate: wordsBefore <= 30),
        TextUnit(range: TextRange(date.range.start, unit.range.end), blanksBefore: 0, removed: .metadata),
      ]
    }
    return nil
  }

  private static func isDateLabel(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    var copy: [UInt8] = []
    for index in range.indices {
      copy.append(bytes[index] >= 0x41 && bytes[index] <= 0x5A ? bytes[index] | 0x20 : bytes[index])
    }
    let label = String(decoding: copy, as: UTF8.self)
    let labels = [
      "date", "published", "published on", "posted", "posted on", "updated", "time", "release date", "pubdate", "on",
      "[", "(",
      "日期", "时间", "发布时间", "发布日期", "날짜", "입력", "등록",
    ]
    return labels.contains { label == $0 || label == $0 + ":" || label == $0 + "：" }
  }

  private static func endsInStop(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    let last = UTF8Scan.scalar(bytes, before: range.end).value
    return last == 0x2E || last == 0x3002
  }

  private static func words(_ bytes: Span<UInt8>, _ range: TextRange) -> Int {
    guard !range.isEmpty else { return 0 }
    var tokenizer = Tokenizer(range)
    var count = 0
    while count < 64, let piece = tokenizer.next(bytes) {
      if !piece.shape.contains(.mark) { count += 1 }
    }
    return count
  }

  private static func isFiller(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x7C || byte == 0x2D || byte == 0x3A || byte == 0x5D || byte == 0x29
  }
}
