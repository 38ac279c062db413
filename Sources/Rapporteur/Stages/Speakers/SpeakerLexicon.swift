/// The word lists of the stage, ready to ask.
struct SpeakerLexicon: Sendable {
  static let shared = SpeakerLexicon()

  let verbs: WordMap<ReportingVerb>
  let phrases: WordMap<ReportingPhrase.Forms>
  let classes: WordMap<WordClass>
  let nouns: WordMap<SpeechNoun>
  let chinese: Gazetteer
  let korean: Gazetteer

  /// The acts of the entries of `chinese` and `korean`.
  let acts: [SpeechAct]

  private init() {
    let lexicon = Lexicon.shared
    verbs = WordMap(list: "reporting_verbs") { fields in
      guard fields.count >= 4, let act = SpeechAct(rawValue: fields[1]) else { return nil }
      let inflections = ReportingVerb.Inflections(letters: fields[0])
      let particles = fields[3].split(separator: " ").compactMap { text -> ReportingVerb.Particle? in
        let parts = text.split(separator: ":")
        guard parts.count >= 2 else { return nil }
        return ReportingVerb.Particle(
          word: lexicon.id(of: String(parts[0])), complements: .init(letters: String(parts[1])),
          act: parts.count > 2 ? SpeechAct(rawValue: String(parts[2])) : nil)
      }
      return ReportingVerb(
        act: act, inflections: inflections, complements: .init(letters: fields[2]), particles: particles)
    }
    phrases = WordMap(list: "reporting_phrases") { fields in
      guard fields.count >= 2 else { return nil }
      return ReportingPhrase.Forms(
        inflections: ReportingVerb.Inflections(letters: fields[0]),
        phrases: fields[1].split(separator: ";").compactMap { ReportingPhrase($0, lexicon: lexicon) })
    }
    nouns = WordMap(list: "speech_nouns") { fields in
      (fields.first?.split(separator: " ") ?? []).reduce(into: SpeechNoun()) {
        $0.formUnion(SpeechNoun.names[String($1)] ?? [])
      }
    }
    classes = WordMap(list: "speaker_words") { fields in
      var value: WordClass = []
      for name in fields.first?.split(separator: " ") ?? [] {
        if let known = WordClass.names[String(name)] { value.insert(known) }
      }
      return value
    }
    var acts: [SpeechAct] = []
    func gazetteer(_ list: String) -> Gazetteer {
      var result = Gazetteer()
      for entry in WordList(list).entries {
        guard let act = entry.fields.first.flatMap(SpeechAct.init(rawValue:)) else { continue }
        result.add(entry.text, value: acts.count)
        acts.append(act)
      }
      return result
    }
    chinese = gazetteer("reporting_chinese")
    korean = gazetteer("reporting_korean")
    self.acts = acts
  }
}
