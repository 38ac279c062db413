/// Splits blocks into sentences and tokens.
public struct Sentences: Stage {
  public static let name = "sentences"
  public static let summary = "Splits blocks into sentences and tokens."
  public static let reads: Set<Layer> = [.text, .blocks]
  public static let uses: Set<Layer> = []
  public static let writes: Set<Layer> = [.sentences]

  private let language: Language
  private let abbreviations: Set<WordID>

  /// The languages with rules of their own.
  enum Language: String, CaseIterable, Sendable {
    case auto, en, zh, ja, ko, de, fr, es, ru
  }

  public init(_ options: inout Options) {
    language = options.choice(
      "language", default: Language.auto, "language of all blocks; auto: as the page or its script says")
    let files = options.files("abbreviations", "more abbreviations that end no sentence, one a line")
    var abbreviations: Set<WordID> = []
    for file in files {
      for (index, entry) in WordList(bytes: file.bytes).entries.enumerated() {
        var text = entry.text
        if text.hasSuffix("\r") { text.removeLast() }
        let tokens = Lexicon.shared.ids(of: text)
        // "approx." is the word and its stop; "z.B." is one token.
        if tokens.count == 1 || (tokens.count == 2 && text.hasSuffix(".")) {
          abbreviations.insert(tokens[0].word)
        } else {
          options.fault(in: file, line: index + 1, "'\(text)' is not one word with its stop")
        }
      }
    }
    self.abbreviations = abbreviations
  }

  public func process(_ document: inout Document) throws(StageFailure) {
    let text = document.text
    let lexicon = Lexicon.shared
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count / 5 + 8)
    var sentences: [Sentence] = []
    sentences.reserveCapacity(text.count / 80 + document.blocks.count)
    var starts: [Int] = []
    for (index, block) in document.blocks.enumerated() {
      let first = tokens.count
      Tokenizer.tokenize(text.utf8.span, in: block.range, lexicon: lexicon, into: &tokens)
      starts.removeAll(keepingCapacity: true)
      let blockLanguage = self.language(of: block, in: document)
      var splitter = SentenceSplitter(
        words: .of(blockLanguage), abbreviations: abbreviations, tokens: first..<tokens.count, end: block.range.end)
      if block.kind != .title && block.kind != .byline && block.kind != .table {
        splitter.split(text.utf8, tokens, into: &starts)
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
    document.tokens = tokens
    document.sentences = sentences
  }

  private func language(of block: Block, in document: Document) -> String {
    if language != .auto { return language.rawValue }
    guard let tag = block.language ?? document.metadata.language else { return "en" }
    return String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
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
}
