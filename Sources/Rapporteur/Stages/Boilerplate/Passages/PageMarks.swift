/// Lines that pages set above and below their text, told by their shape: wire headers, sign-offs, desk notes, menus.
enum PageMarks {
  /// Header fields ("Code: POL  Prio: 3"), an address of mail alone, sign-offs with the
  /// time in GMT.
  static func isMetadata(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard !passage.endsSentence, passage.functionWords <= 1 else { return false }
    if passage.hasAddress, passage.words <= 7, contains(bytes, passage.range, 0x40),
      !contains(bytes, passage.range, 0x20)
    {
      return true
    }
    if passage.functionWords == 0, passage.words >= 4, fields(bytes, passage.range) >= 2 { return true }
    if passage.words <= 5, isClock(bytes, passage.range) { return true }
    guard passage.words <= 7, passage.numbers >= 2 else { return false }
    return words(bytes, passage.range).contains { $0 == "gmt" || $0 == "utc" }
  }

  /// "1:22 p.m. EDT", "14:02 GMT".
  private static func isClock(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    guard bytes[range.start] &- 0x30 < 10, let clock = Clock.read(bytes, range.start, range.end) else { return false }
    return words(bytes, TextRange(min(clock.end, range.end), range.end)).allSatisfy { clockWords.contains($0) }
  }

  private static let clockWords: Set<String> = [
    "am", "pm", "a.m.", "p.m.", "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet",
    "cest", "eet", "msk", "ist", "sgt", "hkt", "kst", "jst", "aest", "aedt", "nzst", "nzdt", "local", "time", "h",
    "hrs",
    "uhr",
  ]

  /// "(Additional reporting by Ana Silva in Quito; Editing by Li Wei)", "Writing by Ana Silva".
  static func isStaffNote(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    var start = passage.range.start
    var isBracketed = false
    while start < passage.range.end, bytes[start] == 0x28 || bytes[start] == 0x5B || bytes[start] == 0x2A {
      isBracketed = bytes[start] != 0x2A
      start += 1
    }
    // Most lines are none, and their first word tells.
    guard start + 1 < passage.range.end, mayBeDeskWork(bytes[start], bytes[start + 1]) else { return false }
    let line = words(bytes, TextRange(start, passage.range.end), limit: 1)
    guard let first = line.first, first == "with" || addedWork.contains(first) || deskWork.contains(first) else {
      return false
    }
    return isStaffNote(bytes, TextRange(start, passage.range.end), isBracketed)
  }

  /// Whether two letters may begin a word of `deskWork` or one that stands before it, or are none of ASCII.
  private static func mayBeDeskWork(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first | 0x20, second | 0x20) {
    case (0x61, 0x64), (0x66, 0x75), (0x65, 0x78), (0x77, 0x69), (0x72, 0x65), (0x65, 0x64), (0x77, 0x72), (0x74, 0x72),
      (0x63, 0x6F), (0x67, 0x72), (0x70, 0x72):  // ad fu ex wi re ed wr tr co gr pr
      true
    default: (first | 0x20) &- 0x61 >= 26
    }
  }

  private static func isStaffNote(_ bytes: Span<UInt8>, _ range: TextRange, _ isBracketed: Bool) -> Bool {
    let line = words(bytes, range)
    guard line.count >= 3 else { return false }
    let hasWith = line[0] == "with"
    let at = hasWith ? 1 : 0
    let opener = line[at]
    let isAdded = addedWork.contains(opener)
    let work = isAdded ? line[at + 1] : opener
    guard deskWork.contains(work), line.dropFirst(at + (isAdded ? 2 : 1)).prefix(3).contains("by") else { return false }
    if isBracketed { return true }
    // "Reporting by the council shows …" is a sentence; a desk note is names.
    var others = 0
    var tokenizer = Tokenizer(range)
    while let piece = tokenizer.next(bytes) {
      guard !piece.shape.contains(.mark), piece.shape.isDisjoint(with: [.capitalised, .allCapitals]) else { continue }
      let word = Self.word(bytes, piece.start, piece.end)
      if !deskWork.contains(word), !noteWords.contains(word) { others += 1 }
    }
    return others == 0
  }

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
      if words > 4 { long += 1 }
      guard words <= 7, long <= 2 else { return false }
      if words > 0 { parts += 1 }
      at += length
      start = at
    }
    return parts >= 3 + long
  }

  /// "Facebook Twitter Email Print 3 shares", "Tweet Like 0 Share".
  static func isShareRow(_ passage: PassageMeasure) -> Bool {
    !passage.endsSentence && passage.callWords >= 3 && passage.words <= 16
      && (passage.callWords + passage.numbers) * 4 >= passage.words * 3
  }

  /// "BC-LAKE-TALKS, 2nd Ld-Writethru, 0389", "a0577 r i cns- a0566", "URGENT LAKE TALKS 3RD TAKE": what agencies write
  /// above a report for one another.
  static func isWireHeader(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard passage.words >= 2, passage.words <= 12, passage.functionWords == 0, passage.easternLetters == 0,
      !passage.endsSentence
    else { return false }
    var codes = 0
    var slugs = 0
    var tokenizer = Tokenizer(passage.range)
    while let piece = tokenizer.next(bytes) {
      if piece.shape.contains(.hasDigit), piece.shape.contains(.word), piece.end - piece.start >= 4 { codes += 1 }
      if wireWords.contains(word(bytes, piece.start, piece.end)) { slugs += 1 }
    }
    return codes >= 2 || slugs >= 2 || (slugs == 1 && passage.capitals + passage.numbers * 2 >= passage.latinWords)
  }

  private static let wireWords: Set<String> = [
    "writethru", "ld", "1stld", "2ndld", "ldall", "take", "lead", "zczc", "nnnn", "bc", "urgent", "pool", "wrap",
    "recasts", "pooler", "embargoed", "newsalert",
  ]

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

  /// Whether a line calls on its reader: "Try our newsletter", "Tips? Donate here."
  static func isCall(_ passage: PassageMeasure) -> Bool {
    guard passage.words <= 45, !passage.hasQuote, passage.numbers <= 3 else { return false }
    return passage.opensCall && passage.callWords >= 2 && passage.readerWords >= 1
      && passage.callWords + passage.readerWords >= max(3, passage.words * 0.15)
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

  /// How many words are followed by a colon and a value.
  private static func fields(_ bytes: Span<UInt8>, _ range: TextRange) -> Int {
    var count = 0
    for index in range.indices.dropFirst().dropLast()
    where bytes[index] == 0x3A && bytes[index + 1] == 0x20 && bytes[index - 1] | 0x20 >= 0x61 { count += 1 }
    return count
  }

  private static func contains(_ bytes: Span<UInt8>, _ range: TextRange, _ byte: UInt8) -> Bool {
    for index in range.indices where bytes[index] == byte { return true }
    return false
  }

  /// The words of a line in lower case, at most `limit`.
  private static func words(_ bytes: Span<UInt8>, _ range: TextRange, limit: Int = 24) -> [String] {
    var words: [String] = []
    var tokenizer = Tokenizer(range)
    while words.count < limit, let piece = tokenizer.next(bytes) {
      if !piece.shape.contains(.mark) { words.append(word(bytes, piece.start, piece.end)) }
    }
    return words
  }

  private static func word(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    var copy: [UInt8] = []
    for index in start..<end {
      copy.append(bytes[index] >= 0x41 && bytes[index] <= 0x5A ? bytes[index] | 0x20 : bytes[index])
    }
    return String(decoding: copy, as: UTF8.self)
  }

  private static let addedWork: Set<String> = ["additional", "further", "extra"]
  private static let deskWork: Set<String> = [
    "reporting", "editing", "writing", "translation", "translating", "compiled", "edited", "translated", "reported",
    "written", "production", "graphics", "graphic", "research", "proofreading",
  ]
  private static let noteWords: Set<String> = [
    "additional", "by", "and", "in", "for", "from", "at", "with", "the", "of", "further", "newsroom", "bureau", "desk",
    "staff", "team", "bureaus", "bureaux", "de", "da", "van", "von", "al", "el", "bin", "et", "y", "to",
  ]
}
