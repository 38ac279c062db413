/// Finds the credit of a picture in its caption: "(Xinhua/Li Tao)", "Photo: AFP", "新华社记者 李涛 摄", "[사진=연합뉴스]".
struct Credits: Sendable {
  static let shared = Credits()

  /// What a line is to a picture.
  enum Sign: Sendable {
    /// Words about a picture, mostly with its credit.
    case caption
    /// A credit and nothing else.
    case credit
  }

  private let agencies: Gazetteer
  private let lexicon: Lexicon

  init(lexicon: Lexicon = .shared) {
    self.lexicon = lexicon
    var gazetteer = Gazetteer()
    for (index, entry) in WordList("agencies").entries.enumerated() {
      gazetteer.add(entry.text, value: index, lexicon: lexicon)
    }
    for name in Self.pictureAgencies { gazetteer.add(name, value: -1, lexicon: lexicon) }
    agencies = gazetteer
  }

  /// What the line says of itself; `nil` for any other line.
  func sign(_ bytes: Span<UInt8>, _ measure: PassageMeasure) -> Sign? {
    let range = measure.range
    guard measure.words <= 110, measure.words >= 1, range.count >= 5 else { return nil }
    switch bytes[range.start] | 0x20 {
    case 0x61, 0x63, 0x66, 0x69, 0x70, 0x74:  // a c f i p t
      if Self.starts(bytes, range, with: Self.openers) { return .caption }
    default: break
    }
    switch bytes[range.start] | 0x20 {
    case 0x63, 0x66, 0x67, 0x68, 0x69, 0x70, 0x73, 0x76:  // c f g h i p s v
      if describes(bytes, range) { return .caption }
    default: break
    }
    guard let credit = bracketed(bytes, range) ?? trailing(bytes, range) else { return nil }
    return credit.start - range.start <= 3 || isCreditAlone(bytes, TextRange(range.start, credit.start))
      ? .credit : .caption
  }

  /// Whether what stands behind "Photo:" says what the picture shows, and not only who took it.
  private func describes(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    guard Self.starts(bytes, range, with: Self.creditWords) else { return false }
    var at = range.start
    let limit = min(range.end, at + 24)
    while at < limit, bytes[at] != 0x3A { at += 1 }
    guard at + 1 < limit, Self.labels.contains(where: { Self.matches(bytes, TextRange(range.start, at), $0) }) else {
      return false
    }
    var tokens: [Token] = []
    Tokenizer.tokenize(bytes, in: TextRange(at + 1, range.end), lexicon: lexicon, into: &tokens)
    guard tokens.count >= 6, !Self.starts(bytes, tokens[0].range, with: ["courtesy", "by"]) else { return false }
    var lower = 0
    var stops = 0
    for (index, token) in tokens.enumerated() {
      if token.shape.contains(.mark) {
        if index >= 4, bytes[token.start] == 0x2E { stops += 1 }
      } else if Scalar.isLowerCase(UTF8Scan.scalar(bytes, at: token.start).value) {
        if !Self.starts(bytes, token.range, with: ["of", "and", "for", "the", "via", "by", "de"]) { lower += 1 }
      }
    }
    let isArticle = Self.starts(bytes, tokens[0].range, with: ["the", "a", "an", "this"])
    return lower >= 1 && (stops > 0 || isArticle || lower >= 3)
  }

  /// A credit in brackets at the end.
  private func bracketed(_ bytes: Span<UInt8>, _ range: TextRange) -> TextRange? {
    var end = range.end
    if bytes[end - 1] == 0x2E { end -= 1 }
    guard end > range.start else { return nil }
    let (close, width) = UTF8Scan.scalar(bytes, before: end)
    let open: UInt32
    switch close {
    case 0x29: open = 0x28
    case 0x5D: open = 0x5B
    case 0xFF09: open = 0xFF08
    case 0x3011: open = 0x3010
    default: return nil
    }
    var at = end - width
    let limit = max(range.start, at - 140)
    while at > limit {
      let (scalar, length) = UTF8Scan.scalar(bytes, before: at)
      if scalar == open {
        let inner = TextRange(at, end - width)
        return isCredit(bytes, inner, isBracketed: true) ? TextRange(at - length, end) : nil
      }
      at -= length
    }
    return nil
  }

  /// "… 新华社记者 李涛 摄", "… Photo: AFP", "… REUTERS/Ana Silva", "… /Getty Images".
  private func trailing(_ bytes: Span<UInt8>, _ range: TextRange) -> TextRange? {
    let last = UTF8Scan.scalar(bytes, before: range.end).value
    if last == 0x6444 {  // 摄
      var at = range.end
      while at > range.start {
        let (scalar, length) = UTF8Scan.scalar(bytes, before: at)
        if scalar == 0x3002 || scalar == 0xFF0C || scalar == 0x2C { break }
        at -= length
      }
      return TextRange(at, range.end)
    }
    var tokens: [Token] = []
    var start = max(range.start, range.end - 90)
    while bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard Self.mayHoldCredit(bytes, start, range.end) else { return nil }
    Tokenizer.tokenize(bytes, in: TextRange(start, range.end), lexicon: lexicon, into: &tokens)
    for index in tokens.indices.dropLast() {
      let piece = TextRange(tokens[index].start, range.end)
      let next = bytes[tokens[index + 1].start]
      if Self.starts(bytes, piece, with: Self.creditWords),
        next == 0x3A || Self.starts(bytes, piece, with: Self.creditPhrases)
      {
        // Words that go on as a sentence are no credit.
        return tokens.count - index <= 14 ? piece : nil
      }
      if next == 0x2F, index + 2 < tokens.count, tokens[index].shape.contains(.word),
        !tokens[index + 2].shape.contains(.spaceBefore), tokens.count - index <= 8,
        isBodyBehindStop(bytes, tokens, index) || agencies.match(tokens.span, at: index, before: index + 1) != nil
          || agencies.match(tokens.span, at: index + 2, before: tokens.count) != nil
      {
        return piece
      }
    }
    return nil
  }

  /// "… in Halm. UNDP/Ana Silva": the initials of a body behind a full stop, and a name.
  private func isBodyBehindStop(_ bytes: Span<UInt8>, _ tokens: [Token], _ index: Int) -> Bool {
    index > 1 && bytes[tokens[index - 1].start] == 0x2E && tokens[index].shape.contains(.allCapitals)
      && tokens[index].length >= 2
      && tokens[(index + 2)...].allSatisfy {
        $0.shape.contains(.mark) || !$0.shape.isDisjoint(with: [.capitalised, .allCapitals])
      }
  }

  /// Whether there is a colon, a slash or the beginning of a word of `creditPhrases`: most lines have none.
  private static func mayHoldCredit(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for at in start..<end {
      switch bytes[at] | 0x20 {
      case 0x3A, 0x2F: return true
      case 0x70 where isNext(bytes, at, end, "hot"), 0x69 where isNext(bytes, at, end, "mag"),
        0x70 where isNext(bytes, at, end, "ict"), 0x63 where isNext(bytes, at, end, "our"),
        0x69 where isNext(bytes, at, end, "llu"):
        return true
      default: break
      }
    }
    return false
  }

  private static func isNext(_ bytes: Span<UInt8>, _ at: Int, _ end: Int, _ letters: StaticString) -> Bool {
    guard at + 3 < end else { return false }
    for index in 0..<3 where unsafe bytes[at + 1 + index] | 0x20 != letters.utf8Start[index] { return false }
    return true
  }

  /// Whether the words in brackets credit a picture.
  private func isCredit(_ bytes: Span<UInt8>, _ range: TextRange, isBracketed: Bool) -> Bool {
    guard !range.isEmpty else { return false }
    var tokens: [Token] = []
    Tokenizer.tokenize(bytes, in: range, lexicon: lexicon, into: &tokens)
    guard tokens.count <= 24 else { return false }
    if Self.starts(bytes, range, with: Self.creditWords) || Self.starts(bytes, range, with: Self.easternCredits) {
      return true
    }
    var hasSlash = false
    for token in tokens where bytes[token.start] == 0x2F { hasSlash = true }
    let last = UTF8Scan.scalar(bytes, before: range.end).value
    if last == 0x6444 || last == 0x56FE { return true }  // 摄 图
    if agencies.match(tokens.span, at: 0, before: tokens.count) != nil {
      if hasSlash { return true }
      for index in tokens.indices where Self.starts(bytes, tokens[index].range, with: ["photo", "image", "file"]) {
        return true
      }
    }
    // "(Zhang Li/China Daily)", "(Handout via Reuters)".
    guard hasSlash || tokens.count >= 3 else { return false }
    for index in tokens.indices.dropFirst() {
      let follows = bytes[tokens[index - 1].start] == 0x2F || Self.starts(bytes, tokens[index - 1].range, with: ["via"])
      if follows, agencies.match(tokens.span, at: index, before: tokens.count) != nil { return true }
    }
    return false
  }

  /// Whether nothing but a name or an agency stands before the credit.
  private func isCreditAlone(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    var tokens: [Token] = []
    Tokenizer.tokenize(bytes, in: range, lexicon: lexicon, into: &tokens)
    return tokens.count <= 2
  }

  /// What stands before the colon of a description.
  private static let labels: [StaticString] = [
    "photo", "photos", "picture", "pictures", "image", "file photo", "photo caption", "caption", "picture caption",
    "image caption", "above", "photograph", "cover photo",
  ]

  private static func matches(_ bytes: Span<UInt8>, _ range: TextRange, _ label: StaticString) -> Bool {
    range.count == label.utf8CodeUnitCount && starts(bytes, range, with: [label])
  }

  /// Whether the range starts with one of the words, in any case.
  private static func starts(_ bytes: Span<UInt8>, _ range: TextRange, with words: [StaticString]) -> Bool {
    for word in words {
      let count = word.utf8CodeUnitCount
      guard count <= range.count else { continue }
      var isEqual = true
      for index in 0..<count {
        let byte = bytes[range.start + index]
        let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        if unsafe folded != word.utf8Start[index] {
          isEqual = false
          break
        }
      }
      let end = range.start + count
      if isEqual, end == range.end || bytes[end - 1] >= 0x80 || bytes[end] & 0xDF < 0x41 || bytes[end] & 0xDF > 0x5A {
        return true
      }
    }
    return false
  }

  private static let creditWords: [StaticString] = [
    "photo", "photos", "photograph", "photography", "image", "images", "picture", "pictures", "credit", "courtesy",
    "illustration", "graphic", "screenshot", "screengrab", "file photo", "file image", "handout", "video", "pic",
  ]
  private static let creditPhrases: [StaticString] = [
    "photo by", "photos by", "photo courtesy", "photograph by", "image by", "image courtesy", "picture by", "image via",
    "photo via", "courtesy of", "photo credit", "image credit", "illustration by", "photo/", "photo provided",
  ]
  private static let easternCredits: [StaticString] = ["사진", "촬영", "写真", "图片", "图源", "图/", "摄影", "图：", "出処", "자료사진"]
  private static let openers: [StaticString] = [
    "this photo taken", "photo taken on", "this photo shows", "photo shows", "this photo released", "in this photo",
    "in this file photo", "in this image", "this image", "this picture taken", "file photo:", "file photo shows",
    "this file photo", "this aerial photo", "aerial photo", "this undated photo", "combination photo", "caption:",
    "a screenshot of", "a file photo",
  ]
  private static let pictureAgencies = [
    "VCG", "Getty Images", "Getty", "IC", "CFP", "Shutterstock", "iStock", "Alamy", "EPA", "EPA-EFE", "Pool", "POOL",
    "Handout", "Unsplash", "Pexels", "Pixabay", "Flickr", "Wikimedia Commons", "REUTERS", "XINHUA", "YONHAP", "Photo",
    "File", "AFP-JIJI", "NurPhoto", "SOPA Images", "ZUMA", "LightRocket", "Bloomberg via Getty Images", "UN Photo",
    "White House", "Presidential Office", "Kremlin Pool", "Sputnik",
  ]
}
