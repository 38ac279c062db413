/// What can be counted in one line of plain text or one block of a page without looking at its neighbours.
struct PassageMeasure: Sendable {
  /// Its place in the text it was counted in.
  var range: TextRange

  /// Words; a character of Chinese, Japanese or Korean counts for half a one.
  var words: Float = 0
  /// Words in Latin and like scripts alone.
  var latinWords: Float = 0
  /// Han, kana and Hangul characters.
  var easternLetters: Float = 0
  /// Words that sentences are built with, in the same unit as `words`.
  var functionWords: Float = 0
  /// Words with a capital at their start.
  var capitalised: Float = 0
  /// Words of capitals throughout.
  var capitals: Float = 0
  /// Figures.
  var numbers: Float = 0
  /// Commas and semicolons.
  var commas: Float = 0
  /// Sentence-final marks that end a sentence here.
  var sentences: Float = 0
  /// Marks that separate the items of a menu: | / › » > •
  var separators: Float = 0
  /// Whether it ends as a sentence does.
  var endsSentence = false
  /// Whether it ends in a question or exclamation mark.
  var asks = false
  var endsInColon = false
  var startsLower = false
  var hasMarker = false
  var hasQuote = false
  /// An address of mail or web.
  var hasAddress = false
  /// A sign of money beside a figure.
  var hasPrice = false
  /// Of all words, whatever stands between them.
  var hash: UInt64 = 0
  /// The bytes of the words.
  var wordBytes: Float = 0
  var phrase: PhraseBook.Match?
  /// Words of calls and notices, names of sections, and words spoken to the reader, as `FurnitureWords` has them.
  var callWords: Float = 0
  var menuWords: Float = 0
  var readerWords: Float = 0
  /// Names of kinds of bodies: ministry, department.
  var bodyWords: Float = 0
  /// Words of calls, sections and openers, each once.
  var labelWords: Float = 0
  /// Whether a call is its last sentence ("… Order now", "… Join here.").
  var closesCall = false
  /// Whether its first word begins calls: "Get", "Join".
  var opensCall = false

  init(range: TextRange) { self.range = range }

  /// Whether it is a sentence that nothing marks as boilerplate.
  var isLoneSentence: Bool { endsSentence && words >= 4 && functionWords >= 1 && phrase == nil && !hasAddress }

  /// Whether it looks like running text.
  var isProse: Bool {
    guard phrase?.place ?? .any != .line else { return false }
    if words >= 7 && endsSentence && functionWords >= 1 { return true }
    return words >= 14 && functionWords >= words * 0.2 && separators < 3
  }

  var functionShare: Float { words > 0 ? functionWords / words : 0 }
  var capitalShare: Float { latinWords > 0 ? capitalised / latinWords : 0 }
}

/// Counts passages; holds the buffer that their tokens go through.
struct PassageReader {
  private var tokens: [Token] = []
  private let lexicon = Lexicon.shared
  private let detector = LanguageDetector.shared
  private let phrases = PhraseBook.shared
  private let furniture = FurnitureWords.shared

  // The letter in brackets that the passage before started with.
  private var letter: UInt8 = 0

  /// Counts `range`. At most its first 20,000 bytes: enough to know what it is.
  mutating func measure(_ bytes: Span<UInt8>, _ range: TextRange) -> PassageMeasure {
    var measure = PassageMeasure(range: range)
    guard !range.isEmpty else { return measure }
    tokens.removeAll(keepingCapacity: true)
    var limit = range
    if range.count > 20_000 {
      var end = range.start + 20_000
      while bytes[end] & 0xC0 == 0x80 { end -= 1 }
      limit = TextRange(range.start, end)
    }
    let before = letter
    letter = Self.letter(bytes, range)
    let isLettered = before == 0x62 && letter == 0x63
    Tokenizer.tokenize(bytes, in: limit, lexicon: lexicon, into: &tokens)
    let marker = ListMarker.length(bytes, range)
    measure.hasMarker = marker > 0
    count(bytes, &measure)
    finish(bytes, &measure)
    var first = 0
    let start = range.start + marker
    while first < tokens.count, tokens[first].start < start { first += 1 }
    while first + 1 < tokens.count, tokens[first].shape.contains(.mark), bytes[tokens[first].start] < 0x80,
      bytes[tokens[first].start] != 0x28, bytes[tokens[first].start] != 0x5B
    {
      first += 1
    }
    let all = tokens.span
    // "(c)" behind "(b)" is a letter, and no mark of copyright.
    if isLettered { return measure }
    if let last = lastSentence(bytes), last > first, let closing = phrases.match(all, first: last) {
      measure.closesCall = closing.place >= .start && [.advertisement, .share, .navigation].contains(closing.kind)
    }
    measure.phrase = phrases.match(all, first: first) ?? (first > 0 ? phrases.match(all, first: 0) : nil)
    return measure
  }

  private static func letter(_ bytes: Span<UInt8>, _ range: TextRange) -> UInt8 {
    guard range.count > 3, bytes[range.start] == 0x28, bytes[range.start + 2] == 0x29 else { return 0 }
    return bytes[range.start + 1]
  }

  /// The first token of the last sentence of a line of at most 45 words, where it has one to seven words.
  private func lastSentence(_ bytes: Span<UInt8>) -> Int? {
    guard tokens.count >= 6, tokens.count <= 50 else { return nil }
    var words = 0
    for index in tokens.indices.dropFirst().reversed() {
      let token = tokens[index]
      guard token.shape.contains(.mark) else {
        words += 1
        if words > 7 { return nil }
        continue
      }
      let byte = bytes[token.start]
      if byte == 0x2E || byte == 0x3F || byte == 0x21 {
        if words == 0 { continue }
        return index + 1
      }
      if byte == 0x22 || byte >= 0x80 { return nil }
    }
    return nil
  }

  private func count(_ bytes: Span<UInt8>, _ measure: inout PassageMeasure) {
    var hash = WordHash()
    var seenWord = false
    for index in tokens.indices {
      let token = tokens[index]
      let shape = token.shape
      if shape.contains(.mark) {
        mark(bytes, index, &measure)
        continue
      }
      hash.add(UInt8(truncatingIfNeeded: token.word.raw))
      hash.add(UInt8(truncatingIfNeeded: token.word.raw >> 8))
      hash.add(UInt8(truncatingIfNeeded: token.word.raw >> 16))
      if shape.contains(.number) {
        measure.numbers += 1
        measure.words += 1
        continue
      }
      if shape.contains(.possessive) { continue }
      if !shape.isDisjoint(with: [.ideographic, .hangul]) {
        measure.easternLetters += 1
        measure.words += 0.5
        if Self.isEasternFunction(UTF8Scan.scalar(bytes, at: token.start).value) { measure.functionWords += 1 }
        continue
      }
      measure.words += 1
      measure.latinWords += 1
      measure.wordBytes += Float(token.length)
      if detector.isFunctionWord(token.word) { measure.functionWords += 1 }
      if let kinds = furniture[token.word] {
        if kinds.contains(.call) { measure.callWords += 1 }
        if kinds.contains(.menu) { measure.menuWords += 1 }
        if kinds.contains(.reader) { measure.readerWords += 1 }
        if kinds.contains(.body) { measure.bodyWords += 1 }
        if !kinds.isDisjoint(with: [.call, .menu, .opener]) { measure.labelWords += 1 }
        if !seenWord, kinds.contains(.opener) { measure.opensCall = true }
      }
      if shape.contains(.allCapitals) { measure.capitals += 1 }
      if !shape.isDisjoint(with: [.capitalised, .allCapitals]) {
        measure.capitalised += 1
      } else if !seenWord {
        measure.startsLower = true
      }
      seenWord = true
    }
    measure.hash = hash.value
  }

  private func mark(_ bytes: Span<UInt8>, _ index: Int, _ measure: inout PassageMeasure) {
    let token = tokens[index]
    if !token.shape.isDisjoint(with: [.opensQuote, .closesQuote]), token.length > 1 || bytes[token.start] == 0x22 {
      measure.hasQuote = true
    }
    let scalar = UTF8Scan.scalar(bytes, at: token.start).value
    switch scalar {
    case 0x2C, 0x3B, 0xFF0C, 0x3001, 0xFF1B: measure.commas += 1
    case 0x2E, 0x21, 0x3F:
      let isLast = index + 1 == tokens.count
      if isLast || tokens[index + 1].shape.contains(.spaceBefore) || tokens[index + 1].shape.contains(.closesQuote) {
        measure.sentences += 1
      }
    case 0x3002, 0xFF01, 0xFF1F: measure.sentences += 1
    case 0x7C, 0x2F, 0x3E, 0x203A, 0xBB, 0x2022, 0xB7, 0x2192, 0xFF5C, 0x2715, 0xD7: measure.separators += 1
    case 0x40: measure.hasAddress = true
    case 0x24, 0xA3, 0xA5, 0x20AC, 0x20B9:
      let isBefore = index > 0 && tokens[index - 1].shape.contains(.number)
      if isBefore || index + 1 < tokens.count && tokens[index + 1].shape.contains(.number) { measure.hasPrice = true }
    case 0x3A:
      if index + 2 < tokens.count, bytes[token.end] == 0x2F { measure.hasAddress = true }
    default: break
    }
  }

  private func finish(_ bytes: Span<UInt8>, _ measure: inout PassageMeasure) {
    var end = measure.range.end
    // What closes behind a final mark: brackets, quotes, note numbers.
    while end > measure.range.start {
      let (scalar, length) = UTF8Scan.scalar(bytes, before: end)
      switch scalar {
      case 0x22, 0x27, 0x2019, 0x201D, 0x29, 0x5D, 0xBB, 0x300D, 0x300F, 0xFF09, 0x3011: end -= length
      case 0x2E, 0x3002, 0x2026, 0xFF0E, 0x964, 0x6D4:
        measure.endsSentence = true
        return
      case 0x21, 0x3F, 0xFF01, 0xFF1F, 0x61F:
        measure.endsSentence = true
        measure.asks = true
        return
      case 0x3A, 0xFF1A:
        measure.endsInColon = true
        return
      default: return
      }
    }
  }

  /// Characters that Chinese, Japanese and Korean sentences are built with.
  private static func isEasternFunction(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7684, 0x4E86, 0x5728, 0x662F, 0x548C, 0x4E0E, 0x53CA, 0x5BF9, 0x4E3A, 0x5C06, 0x4E8E, 0x4E2D, 0x4E0A, 0x7B49,
      0x8FD9, 0x4E5F, 0x5C31, 0x4E0D, 0x6709, 0x4EE5, 0x800C, 0x88AB, 0x628A, 0x4ECE, 0x5230, 0x5411, 0x8BF4, 0x8981,
      0x6211, 0x4ED6, 0x4EEC, 0x7740, 0x8FC7, 0x5C0D, 0x70BA, 0x5C07, 0x65BC, 0x9019, 0x8207, 0x500B, 0x4E2A:
      true
    case 0x306E, 0x306F, 0x304C, 0x3092, 0x306B, 0x3067, 0x3068, 0x3082, 0x305F, 0x3059, 0x308B, 0x3066: true
    case 0xC740, 0xB294, 0xC774, 0xAC00, 0xC744, 0xB97C, 0xC758, 0xC5D0, 0xB2E4, 0xB85C, 0xACE0, 0xD55C, 0xD558, 0xB3C4,
      0xACFC, 0xC640, 0xC11C, 0xB4E4:
      true
    default: false
    }
  }
}
