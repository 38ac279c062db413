/// Tells the language of a text: by script where that is enough, by function words where several languages share one.
struct LanguageDetector: Sendable {
  static let shared = LanguageDetector()

  /// The languages in Latin script, in the order of their bits.
  private let languages: [String]

  /// Which of them use a word, as bits.
  private let users: WordMap<UInt64>

  init(lexicon: Lexicon = .shared) {
    let list = WordList("function_words")
    var languages = Self.relatives.flatMap { $0 }
    for entry in list.entries {
      for language in entry.fields.first?.split(separator: " ") ?? [] where !languages.contains(String(language)) {
        languages.append(String(language))
      }
    }
    self.languages = languages
    users = WordMap(list: "function_words", lexicon: lexicon) { fields in
      var bits: UInt64 = 0
      for language in fields.first?.split(separator: " ") ?? [] {
        if let index = languages.firstIndex(of: String(language)) { bits |= 1 << UInt64(index) }
      }
      return bits
    }
  }

  /// Languages that share most of their function words: of equals the first, which more pages are written in, wins.
  private static let relatives = [["id", "ms"], ["da", "no"], ["cs", "sk"], ["nl", "af"]]

  /// Whether any language uses the word to build sentences with.
  func isFunctionWord(_ word: WordID) -> Bool { users[word] != nil }

  /// What was counted in a text; counts of blocks add up to those of a document.
  struct Counts: Sendable {
    fileprivate var scripts = [Int](repeating: 0, count: Script.allCases.count)
    fileprivate var votes: [Float]
    fileprivate var words = 0
    fileprivate var special: [Int] = [0, 0, 0, 0]

    fileprivate init(languages: Int) { votes = Array(repeating: 0, count: languages) }

    static func += (a: inout Counts, b: Counts) {
      for index in a.scripts.indices { a.scripts[index] += b.scripts[index] }
      for index in a.votes.indices { a.votes[index] += b.votes[index] }
      for index in a.special.indices { a.special[index] += b.special[index] }
      a.words += b.words
    }
  }

  fileprivate enum Script: Int, CaseIterable {
    case latin, han, kana, hangul, cyrillic, arabic, hebrew, greek, thai, devanagari, bengali, tamil, georgian
    case armenian, khmer, lao, burmese, ethiopic, telugu, gujarati, gurmukhi, kannada, malayalam, sinhala
  }

  /// What a word counts that so many languages use.
  private static let votes: [Float] = (0...64).map { $0 > 0 ? 1 / Float($0).squareRoot() : 0 }

  /// Counts the scripts and function words of at most 800 bytes of `range`: a hundred words and more tell as much as
  /// thousands.
  func counts(_ bytes: Span<UInt8>, _ range: TextRange, lexicon: Lexicon = .shared) -> Counts {
    var counts = Counts(languages: languages.count)
    var tokenizer = Tokenizer(range)
    let limit = range.start + 800
    while let piece = tokenizer.next(bytes), piece.start < limit {
      guard piece.shape.contains(.word), !piece.shape.contains(.possessive) else { continue }
      let byte = bytes[piece.start]
      if byte >= 0x80 {
        let scalar = UTF8Scan.scalar(bytes, at: piece.start).value
        let script = Self.script(scalar)
        if script != .latin {
          counts.scripts[script.rawValue] += piece.shape.contains(.ideographic) ? 1 : (piece.end - piece.start) / 3 + 1
          if script == .cyrillic || script == .arabic { Self.marks(bytes, piece, into: &counts.special) }
          continue
        }
      }
      counts.scripts[0] += 1
      counts.words += 1
      guard let bits = users[lexicon.id(ofHash: piece.hash)] else { continue }
      let vote = Self.votes[bits.nonzeroBitCount]
      var left = bits
      while left != 0 {
        counts.votes[left.trailingZeroBitCount] += vote
        left &= left - 1
      }
    }
    return counts
  }

  /// The BCP 47 language of what was counted, `nil` where it is too little to tell.
  ///
  /// - Parameter prior: The language that the rest of the document is in: it decides between near relatives.
  func language(_ counts: Counts, prior: String? = nil) -> String? {
    let total = counts.scripts.reduce(0, +)
    guard total > 0 else { return nil }
    let han = counts.scripts[Script.han.rawValue]
    let kana = counts.scripts[Script.kana.rawValue]
    let hangul = counts.scripts[Script.hangul.rawValue]
    // A character of Chinese says about as much as half a Latin word.
    let eastern = (han + kana + hangul + 1) / 2
    let latin = counts.scripts[0]
    if eastern > latin {
      guard han + kana + hangul >= 4 else { return nil }
      if hangul * 2 > han + kana { return "ko" }
      return kana * 8 > han ? "ja" : "zh"
    }
    var best = Script.latin
    for script in Script.allCases where script.rawValue > Script.hangul.rawValue {
      if counts.scripts[script.rawValue] > counts.scripts[best.rawValue] { best = script }
    }
    guard best == .latin else { return counts.scripts[best.rawValue] >= 3 ? other(best, counts) : nil }
    guard counts.words >= 4 else { return nil }
    var winner = 0
    var second: Float = 0
    for index in counts.votes.indices where index != 0 {
      if counts.votes[index] > counts.votes[winner] { winner = index }
    }
    let kin = Self.relatives.first { $0.contains(languages[winner]) } ?? []
    for index in counts.votes.indices where index != winner && !kin.contains(languages[index]) {
      second = max(second, counts.votes[index])
    }
    if let prior, let index = languages.firstIndex(of: prior), counts.votes[index] >= counts.votes[winner] * 0.85,
      counts.votes[index] > 0.5
    {
      return prior
    }
    let vote = counts.votes[winner]
    guard vote >= 1.2, vote >= Float(counts.words) * 0.08, vote > second * 1.15 else { return nil }
    return languages[winner]
  }

  /// The language of a range, `nil` where it is too short to tell.
  func language(_ bytes: Span<UInt8>, _ range: TextRange, prior: String? = nil) -> String? {
    language(counts(bytes, range), prior: prior)
  }

  /// Letters that only some languages of a script have: Ukrainian, Bulgarian and Russian, Persian, Urdu.
  private static func marks(_ bytes: Span<UInt8>, _ piece: Tokenizer.Piece, into special: inout [Int]) {
    var at = piece.start
    while at < piece.end {
      let (scalar, length) = UTF8Scan.scalar(bytes, at: at)
      switch scalar {
      case 0x456, 0x457, 0x454, 0x491, 0x406, 0x407, 0x404: special[0] += 1  // і ї є ґ
      case 0x44B, 0x44D, 0x451, 0x42D: special[1] += 1  // ы э ё
      case 0x67E, 0x686, 0x698, 0x6AF, 0x6CC: special[2] += 1  // پ چ ژ گ ی
      case 0x679, 0x688, 0x691, 0x6D2, 0x6BA: special[3] += 1  // ٹ ڈ ڑ ے ں
      default: break
      }
      at += length
    }
  }

  private func other(_ script: Script, _ counts: Counts) -> String? {
    switch script {
    case .cyrillic:
      if counts.special[0] > counts.special[1] { return "uk" }
      return counts.special[1] == 0 && counts.scripts[script.rawValue] > 60 ? "bg" : "ru"
    case .arabic: return counts.special[3] > 0 ? "ur" : counts.special[2] > 1 ? "fa" : "ar"
    case .hebrew: return "he"
    case .greek: return "el"
    case .thai: return "th"
    case .devanagari: return "hi"
    case .bengali: return "bn"
    case .tamil: return "ta"
    case .georgian: return "ka"
    case .armenian: return "hy"
    case .khmer: return "km"
    case .lao: return "lo"
    case .burmese: return "my"
    case .ethiopic: return "am"
    case .telugu: return "te"
    case .gujarati: return "gu"
    case .gurmukhi: return "pa"
    case .kannada: return "kn"
    case .malayalam: return "ml"
    case .sinhala: return "si"
    case .latin, .han, .kana, .hangul: return nil
    }
  }

  private static func script(_ scalar: UInt32) -> Script {
    switch scalar {
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x530...0x58F: .armenian
    case 0x590...0x5FF: .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFE: .arabic
    case 0x900...0x97F: .devanagari
    case 0x980...0x9FF: .bengali
    case 0xA00...0xA7F: .gurmukhi
    case 0xA80...0xAFF: .gujarati
    case 0xB80...0xBFF: .tamil
    case 0xC00...0xC7F: .telugu
    case 0xC80...0xCFF: .kannada
    case 0xD00...0xD7F: .malayalam
    case 0xD80...0xDFF: .sinhala
    case 0xE00...0xE7F: .thai
    case 0xE80...0xEFF: .lao
    case 0x1000...0x109F: .burmese
    case 0x10A0...0x10FF: .georgian
    case 0x1200...0x137F: .ethiopic
    case 0x1780...0x17FF: .khmer
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: .hangul
    case 0x3040...0x30FF, 0x31F0...0x31FF: .kana
    case 0x3005, 0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
    default: .latin
    }
  }
}
