/// Lines that pages set above and below their text, told by their shape: wire headers, sign-offs, desk notes, menus.
enum PageMarks {
  /// Header fields ("Code: POL  Prio: 3"), an address of mail alone, sign-offs with the
  /// time in GMT.
  static func isMetadata(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard !passage.endsSentence else { return false }
    if isSymbols(passage) { return true }
    guard passage.functionWords <= 2 else { return false }
    if isDated(bytes, passage) { return true }
    guard passage.functionWords <= 1 else { return false }
    if passage.hasAddress, passage.words <= 7, contains(bytes, passage.range, 0x40),
      !contains(bytes, passage.range, 0x20)
    {
      return true
    }
    if passage.functionWords == 0, passage.words >= 4, fields(bytes, passage.range) >= 2 { return true }
    if passage.words <= 5, isClock(bytes, passage.range) { return true }
    if isInitials(bytes, passage) { return true }
    guard passage.words <= 7, passage.numbers >= 2 else { return false }
    return words(bytes, passage.range).contains { $0 == "gmt" || $0 == "utc" }
  }

  /// "Updated about 3 hours ago", "Posted 10 hours ago".
  private static func isDated(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard passage.words >= 3, passage.words <= 8, passage.numbers >= 1, passage.easternLetters == 0 else {
      return false
    }
    let words = words(bytes, passage.range)
    return words.last == "ago" && ["updated", "published", "posted", "modified", "last"].contains(words.first)
  }

  /// "EUCO 3/29   CO EUR 2   CONCL 1   Brussels, 8 February 2029 (OR. en)": what a register knows a document by.
  private static func isSymbols(_ passage: PassageMeasure) -> Bool {
    passage.numbers >= 3 && passage.capitals >= 2 && passage.words <= 16
      && (passage.capitals + passage.numbers) * 4 >= passage.words * 3
  }

  /// "PTI RKB SNT NN": the initials of those who worked on a report.
  private static func isInitials(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard passage.words >= 3, passage.words <= 6, passage.capitals == passage.words, passage.easternLetters == 0,
      passage.wordBytes <= passage.words * 3, passage.separators == 0
    else { return false }
    var tokenizer = Tokenizer(passage.range)
    while let piece = tokenizer.next(bytes) {
      if piece.shape.contains(.mark) || piece.end - piece.start > 4 { return false }
    }
    return true
  }

  /// "Page 2 of 3", "- 1 -", "第 2 页": what a printed page ends with.
  static func isPageNumber(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard passage.words >= 1, passage.words <= 4, passage.numbers >= 1, passage.range.count <= 24 else { return false }
    let range = passage.range
    let dashes = UTF8Scan.scalar(bytes, at: range.start).value
    if passage.words == 1, passage.range.count >= 3 {
      return isDash(dashes) && isDash(UTF8Scan.scalar(bytes, before: range.end).value)
    }
    let words = words(bytes, range)
    if words.first == "page" { return words.count == 2 || words.count == 4 && ["of", "/"].contains(words[2]) }
    return words.first == "第" && words.last == "页"
  }

  private static func isDash(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || scalar == 0x2013 || scalar == 0x2014
  }

  /// "First:" alone in a line, "二、", "Third."
  static func isOrdinal(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard passage.words >= 1, passage.words <= 2, passage.endsInColon, passage.latinWords <= 1 else { return false }
    let words = words(bytes, passage.range)
    return words.count == 1 && ordinals.contains(words[0])
      || passage.easternLetters >= 1 && opensOrdinal(bytes, passage)
  }

  /// "[앵커]", "[리포트]", "【记者】": who speaks next in a script.
  static func isSpeakerLabel(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard passage.easternLetters >= 2, passage.easternLetters <= 6, passage.latinWords == 0, passage.range.count <= 26
    else { return false }
    let first = UTF8Scan.scalar(bytes, at: passage.range.start).value
    let last = UTF8Scan.scalar(bytes, before: passage.range.end).value
    return first == 0x5B && last == 0x5D || first == 0x3010 && last == 0x3011
  }

  /// "Thank you.", "I thank you very much."
  static func isThanks(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    passage.words <= 6 && passage.phrase == nil
      && words(bytes, passage.range, limit: 2).contains { $0.hasPrefix("thank") }
  }

  /// 第一, 一是, 첫째.
  private static func opensOrdinal(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard passage.easternLetters <= 3 else { return false }
    let scalar = UTF8Scan.scalar(bytes, at: passage.range.start).value
    return scalar == 0x7B2C || scalar == 0xCCAB || scalar == 0xB458 || scalar == 0xC14B
  }

  private static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "firstly",
    "secondly", "thirdly", "fourthly", "fifthly", "lastly", "finally", "one", "two", "three", "four", "five",
  ]

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

  /// "BC-LAKE-TALKS, 2nd Ld-Writethru, 0389", "a0577 r i cns- a0566", "URGENT LAKE TALKS 3RD TAKE": what agencies write
  /// above a report for one another.
  static func isWireHeader(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard passage.words >= 2, passage.words <= 12, passage.functionWords <= 1, passage.easternLetters == 0,
      !passage.endsSentence
    else { return false }
    var codes = 0
    var slugs = 0
    var tokenizer = Tokenizer(passage.range)
    while let piece = tokenizer.next(bytes) {
      if piece.shape.contains(.hasDigit), piece.shape.contains(.word), piece.end - piece.start >= 4 { codes += 1 }
      if wireWords.contains(word(bytes, piece.start, piece.end)) { slugs += 1 }
    }
    let isLoud = passage.capitals + passage.numbers * 2 >= passage.latinWords
    if passage.functionWords > 0 {
      return codes >= 2 && passage.words <= 6 || slugs >= 1 && isLoud && passage.numbers > 0
    }
    return codes >= 2 || slugs >= 2 || (slugs == 1 && isLoud)
  }

  private static let wireWords: Set<String> = [
    "writethru", "ld", "1stld", "2ndld", "ldall", "take", "lead", "zczc", "nnnn", "bc", "urgent", "pool", "wrap",
    "recasts", "pooler", "embargoed", "newsalert",
  ]

  /// Whether a line calls on its reader: "Try our newsletter", "Tips? Donate here."
  static func isCall(_ passage: PassageMeasure) -> Bool {
    guard passage.words <= 45, !passage.hasQuote, passage.numbers <= 3 else { return false }
    return passage.opensCall && passage.callWords >= 2 && passage.readerWords >= 1
      && passage.callWords + passage.readerWords >= max(3, passage.words * 0.15)
  }

  /// How many words are followed by a colon and a value.
  private static func fields(_ bytes: Span<UInt8>, _ range: TextRange) -> Int {
    var count = 0
    for index in range.indices.dropFirst().dropLast()
    where bytes[index] == 0x3A && bytes[index + 1] == 0x20 && bytes[index - 1] | 0x20 >= 0x61 { count += 1 }
    return count
  }

  static func contains(_ bytes: Span<UInt8>, _ range: TextRange, _ byte: UInt8) -> Bool {
    for index in range.indices where bytes[index] == byte { return true }
    return false
  }

  /// The words of a line in lower case, at most `limit`.
  static func words(_ bytes: Span<UInt8>, _ range: TextRange, limit: Int = 24) -> [String] {
    var words: [String] = []
    var tokenizer = Tokenizer(range)
    while words.count < limit, let piece = tokenizer.next(bytes) {
      if !piece.shape.contains(.mark) { words.append(word(bytes, piece.start, piece.end)) }
    }
    return words
  }

  static func word(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    var copy: [UInt8] = []
    for index in start..<end {
      copy.append(bytes[index] >= 0x41 && bytes[index] <= 0x5A ? bytes[index] | 0x20 : bytes[index])
    }
    return String(decoding: copy, as: UTF8.self)
  }

  /// Whether the word is one of those that desk notes begin with: "Reporting", "Editing".
  static func isDeskWork(_ bytes: Span<UInt8>, _ word: TextRange) -> Bool {
    deskWork.contains(Self.word(bytes, word.start, word.end))
  }

  static func isBy(_ bytes: Span<UInt8>, _ word: TextRange) -> Bool {
    word.count == 2 && bytes[word.start] | 0x20 == 0x62 && bytes[word.start + 1] | 0x20 == 0x79
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
