/// What a verb reports with together with a noun or adjective: "made the case that", "is of the view that".
struct ReportingPhrase: Sendable {
  /// `nil` where the phrase reports nothing itself and a report in the infinitive may follow: "took the floor to say".
  var act: SpeechAct?

  var complements: ReportingVerb.Complements

  /// The words behind the verb.
  var words: [WordID]

  /// Whether they follow the verb at once.
  var isAdjacent: Bool

  /// The phrases of a form of a verb.
  struct Forms: Sendable {
    var inflections: ReportingVerb.Inflections
    var phrases: [ReportingPhrase]
  }
}

extension ReportingPhrase {
  /// From an item of reporting_phrases.txt: "stress T case", "go =to".
  init?(_ item: Substring, lexicon: Lexicon) {
    var parts = item.split(separator: " ").map(String.init)
    guard parts.count >= 2 else { return nil }
    let name = parts.removeFirst()
    act = SpeechAct(rawValue: name)
    complements = act == nil ? [] : ReportingVerb.Complements(letters: parts.removeFirst())
    guard let first = parts.first, act != nil || name == "go" else { return nil }
    isAdjacent = first.hasPrefix("=")
    if isAdjacent { parts[0].removeFirst() }
    words = parts.map { lexicon.id(of: $0) }
  }
}
