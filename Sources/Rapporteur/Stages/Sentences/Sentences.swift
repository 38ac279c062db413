/// Splits blocks into sentences and tokens.
///
/// A sentence never crosses a block; a title, a byline and a table's cell are one each. Nothing of a block but white
/// space is outside its sentences.
public struct Sentences: Stage {
  public static let name = "sentences"
  public static let summary = "Splits blocks into sentences and tokens."
  public static let reads: Set<Layer> = [.text, .blocks]
  public static let uses: Set<Layer> = []
  public static let writes: Set<Layer> = [.sentences]

  private let language: Language
  private let abbreviations: Set<WordID>

  /// How many bytes of a text are split, and so annotated: more than any page has that was written to be read, and as
  /// many as take a second.
  var limit = 4 << 20

  /// What the option `language` takes.
  private enum Language: String, CaseIterable, Sendable {
    case auto, en, zh, ja, ko, de, fr, es, ru, it, da, nl
  }

  public init(_ options: inout Options) {
    language = options.choice(
      "language", default: Language.auto, "language of all blocks; auto: what the page and its words say")
    let files = options.files("abbreviations", "more abbreviations that end no sentence, one a line")
    var abbreviations: Set<WordID> = []
    for file in files {
      for (number, line) in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        let bytes = Array(line)
        let range = UTF8Scan.trim(bytes.span, TextRange(0, bytes.count))
        guard !range.isEmpty, bytes[range.start] != UInt8(ascii: "#") else { continue }
        let entry = String(decoding: bytes[range.indices], as: UTF8.self)
        let tokens = Lexicon.shared.ids(of: entry)
        // "approx." is the word and its stop; "z.B." is one token.
        guard let first = tokens.first, tokens.count == 1 || (tokens.count == 2 && entry.utf8.last == 0x2E) else {
          options.fault(in: file, line: number + 1, "'\(entry)' is not one word, with or without its stop")
          continue
        }
        abbreviations.insert(first.word)
      }
    }
    self.abbreviations = abbreviations
  }

  public func process(_ document: inout Document) throws(StageFailure) {
    let text = document.text
    let bytes = text.utf8
    let lexicon = Lexicon.shared
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count / 4 + 16)
    var sentences: [Sentence] = []
    sentences.reserveCapacity(text.count / 80 + document.blocks.count)
    var tag = ""
    var words = SentenceWords.of(tag)
    for (index, whole) in document.blocks.enumerated() {
      guard let block = within(whole, bytes) else { break }
      let first = tokens.count
      Tokenizer.tokenize(bytes.span, in: block.range, lexicon: lexicon, into: &tokens)
      var starts: [Int] = []
      if block.kind != .title && block.kind != .byline && block.kind != .table {
        let own = language == .auto ? block.language ?? document.metadata.language ?? "en" : language.rawValue
        if own != tag {
          tag = own
          words = .of(tag)
        }
        var splitter = SentenceSplitter(
          words: words, abbreviations: abbreviations, tokens: first..<tokens.count,
          isHeadline: block.kind == .heading || block.kind == .subtitle, isTracing: document.trace != nil)
        let foreign = text.isASCII ? [] : Self.foreignBoundaries(bytes, block.range, language: tag)
        starts = splitter.split(bytes, tokens, foreign: foreign)
        for note in splitter.notes ?? [] {
          let place = TextRange(tokens[note.place.lowerBound].start, tokens[note.place.upperBound - 1].end)
          document.trace?.note(Self.name, place, (note.isEnd ? "ends: " : "goes on: ") + note.rule.rawValue)
        }
      }
      starts.append(tokens.count)
      let kind = Self.kind(of: block.kind)
      var token = first
      var offset = block.range.start
      for next in starts {
        let end = next < tokens.count ? tokens[next].start : block.range.end
        let range = text.trimmed(TextRange(offset, end))
        if !range.isEmpty {
          sentences.append(Sentence(range: range, block: index, kind: kind, tokens: token..<next))
          if let word = (token..<next).first(where: { !tokens[$0].shape.contains(.mark) }) {
            tokens[word].shape.insert(.sentenceStart)
          }
        }
        token = next
        offset = end
      }
    }
    document.trace?.note(
      Self.name, nil, "\(sentences.count) sentences, \(tokens.count) tokens in \(document.blocks.count) blocks")
    if text.count > limit {
      document.warn(Self.name, "text_capped", "only the first \(limit) bytes of \(text.count) are annotated")
    }
    document.tokens = tokens
    document.sentences = sentences
  }

  /// The block, or what of it is to be split; `nil` behind the limit.
  private func within(_ block: Block, _ bytes: [UInt8]) -> Block? {
    if block.range.end <= limit { return block }
    var end = limit
    while end > block.range.start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    guard end > block.range.start else { return nil }
    var part = block
    part.range = TextRange(block.range.start, end)
    return part
  }

  private static func kind(of block: Block.Kind) -> Sentence.Kind {
    switch block {
    case .title, .subtitle: .title
    case .byline: .byline
    case .heading: .heading
    case .paragraph, .quote: .sentence
    case .listItem: .listItem
    case .caption: .caption
    case .table: .table
    case .code: .code
    }
  }

  /// ICU's boundaries in a block with scripts whose stops the rules do not know: Arabic, Indic, Ethiopic, Khmer …
  private static func foreignBoundaries(_ bytes: [UInt8], _ range: TextRange, language: String) -> [Int] {
    for index in range.indices where bytes[index] >= 0xD4 {
      let byte = bytes[index]
      let isForeign =
        byte <= 0xE1 || (byte == 0xEA && bytes[index + 1] < 0xB0) || (byte == 0xF0 && bytes[index + 1] < 0x9F)
      if isForeign { return SentenceBreaker(language: language).boundaries(bytes, in: range) }
    }
    return []
  }
}
