/// Attributes statements to those who made them.
///
/// Cues, clauses and quotations give the statements, sieves tell who the speaker is, and in documents that report from
/// end to end the sentences without a cue go on reporting.
public struct Speakers: Stage {
  public static let name = "speakers"
  public static let summary = "Attributes statements to those who made them."
  public static let reads: Set<Layer> = [.sentences]
  public static let uses: Set<Layer> = [.entities]
  public static let writes: Set<Layer> = [.attributions]

  /// The default of `report_density`.
  static let density = 0.5

  private let density: Double
  private let isNested: Bool
  private let lexicon = SpeakerLexicon.shared

  public init(_ options: inout Options) {
    density = options.number(
      "report_density", default: Self.density, in: 0...1,
      "share of sentences with a cue from which on the sentences between go on reporting")
    isNested = options.boolean(
      "nested", default: false, "also the statements that a statement reports, `within` it")
  }

  /// The statements that a statement's content reports in its turn: "Kim said that Lee had promised …".
  private func appendInner(
    _ outer: StatementDraft, _ passage: Passage, _ resolver: SpeakerResolver, _ document: inout Document
  ) {
    let place = document.attributions.count - 1
    var reader = ClauseReader(passage)
    for part in outer.content { reader.read(outer.sentence, inside: part) }
    for draft in reader.drafts where draft.source != nil {
      let content = draft.content.compactMap { passage.trimmed($0) }
      guard !content.isEmpty else { continue }
      // What is said within a statement does not tell who speaks next.
      var resolver = resolver
      let resolved = resolver.resolve(draft)
      var attribution = Attribution(
        kind: Self.kind(content, draft, passage), act: draft.act,
        speakers: resolved.speakers.map { passage.asWritten($0) },
        unresolved: resolved.speakers.isEmpty ? resolved.unresolved ?? .noSpeaker : nil, mention: resolved.mention,
        cue: draft.cue.map { passage.range($0) }, content: content.map { passage.range($0) }, within: place,
        rule: draft.rule, confidence: 1)
      attribution.confidence = StatementConfidence.of(attribution) * document.attributions[place].confidence
      document.attributions.append(attribution)
      if document.trace != nil { Self.explain(attribution, &document) }
    }
  }

  public func process(_ document: inout Document) throws(StageFailure) {
    guard !document.sentences.isEmpty else { return }
    let passage = Passage(document, lexicon: lexicon)
    let drafts = RunFinder(passage, density: density).complete(Self.drafts(passage))
    var resolver = SpeakerResolver(passage)
    for draft in drafts {
      let content = draft.content.compactMap { passage.trimmed($0) }
      guard !content.isEmpty else { continue }
      let resolved = resolver.resolve(draft)
      let goesOn =
        draft.isImplied && draft.rule == .run
        && document.attributions.contains { $0.speakers.map(\.entity) == resolved.speakers.map(\.entity) }
      var attribution = Attribution(
        kind: Self.kind(content, draft, passage), isContinued: draft.isContinued || goesOn, act: draft.act,
        speakers: resolved.speakers.map { passage.asWritten($0) },
        unresolved: resolved.speakers.isEmpty ? resolved.unresolved ?? .noSpeaker : nil,
        mention: resolved.mention, cue: draft.cue.map { passage.range($0) }, content: content.map { passage.range($0) },
        rule: draft.rule, confidence: 1)
      attribution.confidence = StatementConfidence.of(attribution)
      document.attributions.append(attribution)
      if document.trace != nil { Self.explain(attribution, &document) }
      if isNested { appendInner(draft, passage, resolver, &document) }
    }
  }

  static func drafts(_ passage: Passage) -> [StatementDraft] {
    let transcript = TranscriptReader(passage)
    var labelled = transcript.drafts()
    if labelled.isEmpty {
      labelled = InterviewReader(passage).drafts { transcript.answerer(before: $0) }
    }
    let talk = labelled.first.map { $0.sentence } ?? passage.sentences.count
    let spoken = Set(labelled.map { passage.sentences[$0.sentence].block })
    let last = labelled.last.map { passage.sentences[$0.sentence].block } ?? -1
    var clauses = ClauseReader(passage)
    var chinese = ChineseReader(passage)
    var korean = KoreanReader(passage)
    var headlines: [StatementDraft] = []
    for (index, sentence) in passage.sentences.enumerated() {
      if index >= talk {
        // Behind and between what is said with a label, a paragraph that opens with a quotation is the report again.
        let opens = passage.quotation(sentence.tokens.lowerBound) != nil
        guard !spoken.contains(sentence.block), sentence.block > last || opens else { continue }
      }
      guard sentence.kind != .byline, passage.blocks[sentence.block].kind != .subtitle, sentence.kind != .code,
        sentence.kind != .table
      else {
        continue
      }
      var han = 0
      var hangul = 0
      for token in sentence.tokens {
        if passage.tokens[token].shape.contains(.hangul) { hangul += 1 }
        if passage.tokens[token].shape.contains(.ideographic) { han += 1 }
      }
      if hangul * 3 > sentence.tokens.count {
        korean.read(index)
      } else if han * 3 > sentence.tokens.count {
        chinese.read(index)
      } else if let headline = transcript.headline(index) {
        headlines.append(headline)
      } else {
        clauses.read(index)
      }
    }
    let all = clauses.drafts + chinese.drafts + korean.drafts + headlines + labelled
    return all.enumerated().sorted { ($0.element.sentence, $0.offset) < ($1.element.sentence, $1.offset) }.map(
      \.element)
  }

  /// Wholly, partly or not at all in quotation marks.
  private static func kind(_ content: [Range<Int>], _ draft: StatementDraft, _ passage: Passage) -> Attribution.Kind {
    if draft.rule == .transcript { return .direct }
    var quoted = 0
    var words = 0
    for part in content {
      for token in part where !passage.tokens[token].shape.contains(.mark) {
        words += 1
        if passage.quotationOf[token] >= 0 { quoted += 1 }
      }
    }
    return quoted == 0 ? .indirect : quoted == words ? .direct : .mixed
  }

  private static func explain(_ attribution: Attribution, _ document: inout Document) {
    let text = document.text
    let who = attribution.speakers.map { "\($0.name) (\($0.resolution.rawValue))" }.joined(separator: " and ")
    let cue = attribution.cue.map { "“\(text[$0])”" } ?? "no cue"
    let speaker = who.isEmpty ? "nobody: \(attribution.unresolved?.rawValue ?? "")" : who
    let act = attribution.act?.rawValue ?? "goes on"
    document.trace?.note(
      "speakers", attribution.content.first,
      "\(speaker), \(cue), act \(act), rule \(attribution.rule.rawValue), \(attribution.kind.rawValue)")
  }
}
