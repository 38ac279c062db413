// Rows of labels: menus, share buttons, the languages of a site.
extension PageMarks {
  /// What the labels of a menu in one line lead to, where at least half of them are known: "Print | Share | Top".
  static func menu(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Removed.Kind? {
    guard !passage.endsSentence else { return nil }
    var known: [Removed.Kind] = []
    var count = 0
    var start = passage.range.start
    var at = start
    var reader = PassageReader()
    while at <= passage.range.end {
      let length = at < passage.range.end ? separator(bytes, at, passage.range.end) : 1
      guard length > 0 else {
        at += 1
        continue
      }
      let part = UTF8Scan.trim(bytes, TextRange(start, at))
      if part.count > 1 {
        count += 1
        if let phrase = reader.measure(bytes, part).phrase, phrase.place == .line { known.append(phrase.kind) }
      }
      at += length
      start = at
    }
    guard count >= 2, known.count * 2 >= count, let first = known.first else { return nil }
    return known.allSatisfy { $0 == first } ? first : .navigation
  }

  /// "공유 댓글 글자크기 인쇄", "首页 新闻 财经": names of parts of a page between spaces, most of them known.
  static func easternMenu(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Removed.Kind? {
    guard passage.easternLetters >= 4, passage.words <= 30, !passage.endsSentence, passage.commas == 0 else {
      return nil
    }
    var known: [Removed.Kind] = []
    var parts = 0
    var start = passage.range.start
    var reader = PassageReader()
    for at in passage.range.start...passage.range.end
    where at == passage.range.end || bytes[at] == 0x20 || bytes[at] == 0x7C || bytes[at] == 0x09 {
      if at > start {
        parts += 1
        guard at - start <= 24 else { return nil }
        if let phrase = reader.measure(bytes, TextRange(start, at)).phrase, phrase.place > .any {
          known.append(phrase.kind)
        }
      }
      start = at + 1
    }
    guard parts >= 2, known.count >= 2, known.count * 3 >= parts * 2, let first = known.first else { return nil }
    return known.allSatisfy { $0 == first } ? first : .navigation
  }

  /// Whether a line is a row of labels: at least three parts of a few words between marks or wide gaps, or names of
  /// sections and little else ("Home World Business Sport").
  static func isMenu(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard !passage.endsSentence, !passage.hasMarker, passage.words >= 2, passage.words <= 40,
      passage.numbers * 3 <= passage.words, !contains(bytes, passage.range, 0x22)
    else { return false }
    if passage.labelWords >= 3, passage.labelWords * 5 >= passage.latinWords * 3, passage.capitalShare >= 0.6 {
      return true
    }
    guard passage.easternLetters > 0 || passage.capitalShare >= 0.5 else { return false }
    var parts = 0
    var long = 0
    var at = passage.range.start
    var start = at
    while at <= passage.range.end {
      let length = at < passage.range.end ? gap(bytes, at, passage.range.end) : 1
      guard length > 0 else {
        at += 1
        continue
      }
      let words = Self.count(bytes, UTF8Scan.trim(bytes, TextRange(start, at)))
      // "DE FR IT RM EN": the languages of a site.
      if words > 4, !isCodes(bytes, TextRange(start, at)) { long += 1 }
      guard words <= 7, long <= 2 else { return false }
      if words > 0 { parts += 1 }
      at += length
      start = at
    }
    return parts >= 3 + long
  }

  private static func isCodes(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    var tokenizer = Tokenizer(range)
    while let piece = tokenizer.next(bytes) {
      guard piece.shape.contains(.allCapitals), piece.end - piece.start <= 3 else { return false }
    }
    return true
  }

  /// "Facebook Twitter Email Print 3 shares", "Tweet Like 0 Share".
  static func isShareRow(_ passage: PassageMeasure) -> Bool {
    !passage.endsSentence && passage.callWords >= 3 && passage.words <= 16
      && (passage.callWords + passage.numbers) * 4 >= passage.words * 3
  }

  /// The length of what parts the labels of a row: a menu's separator, another bullet, or a slash between spaces.
  private static func gap(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    let length = separator(bytes, at, end)
    if length > 0 { return length }
    if bytes[at] == 0x2F || bytes[at] == 0x3E {
      return at + 1 < end && bytes[at - 1] == 0x20 && (bytes[at + 1] == 0x20 || bytes[at + 1] == 0x3E) ? 1 : 0
    }
    guard bytes[at] == 0xE2 else { return 0 }
    let (scalar, width) = UTF8Scan.scalar(bytes, at: at)
    switch scalar {
    // Arrows, shapes, stars, hearts, bullets.
    case 0x2190...0x21FF, 0x25A0...0x25FF, 0x2605...0x2666, 0x2023, 0x2219, 0x22C5, 0x27A1, 0x27A4: return width
    default: return 0
    }
  }

  /// Words; a character of Chinese, Japanese or Korean counts for half a one.
  private static func count(_ bytes: Span<UInt8>, _ range: TextRange) -> Float {
    guard !range.isEmpty else { return 0 }
    var tokenizer = Tokenizer(range)
    var count: Float = 0
    while let piece = tokenizer.next(bytes) {
      guard !piece.shape.contains(.mark) else { continue }
      count += piece.shape.isDisjoint(with: [.ideographic, .hangul]) ? 1 : 0.5
    }
    return count
  }

  /// Whether wide gaps part a short line in at least three: a menu that lost its markup.
  static func hasGaps(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard passage.words <= 14, passage.numbers == 0 else { return false }
    var gaps = 0
    var at = passage.range.start
    while at + 1 < passage.range.end {
      if bytes[at] == 0x20, bytes[at + 1] == 0x20 {
        gaps += 1
        while at < passage.range.end, bytes[at] == 0x20 { at += 1 }
      } else {
        at += 1
      }
    }
    return gaps >= 2
  }

  /// The length of a menu's separator: | • · » › and their like.
  private static func separator(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    if bytes[at] == 0x7C || bytes[at] == 0x09 { return 1 }
    if bytes[at] == 0x20, at + 1 < end, bytes[at + 1] == 0x20 { return 2 }
    guard bytes[at] >= 0xC2, bytes[at] & 0xC0 == 0xC0 else { return 0 }
    let (scalar, length) = UTF8Scan.scalar(bytes, at: at)
    switch scalar {
    case 0xB7, 0xBB, 0x203A, 0x2022, 0xFF5C, 0x2502, 0x30FB: return length
    default: return 0
    }
  }
}
