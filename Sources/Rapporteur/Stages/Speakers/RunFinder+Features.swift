/// What tells whether a sentence goes on.
extension RunFinder {
  /// The report that a sentence may go on with.
  struct State {
    var density: Double
    var isReport: Bool
    var last: StatementDraft
    var isAdjacent: Bool
    var isSameBlock: Bool
    /// Whether the sentence just before went on in the tense of a report.
    var isShifted: Bool
    var isNextCued: Bool
  }

  func features(_ index: Int, _ state: State) -> RunFeatures {
    let sentence = passage.sentences[index]
    let tokens = sentence.tokens
    var found = RunFeatures()
    let bucket = [0.15, 0.3, 0.45, 0.6, 0.75].count { $0 <= state.density }
    found.add("density_\(bucket)")
    found.add("report", state.isReport)
    found.add("adjacent", state.isAdjacent)
    found.add("same_block", state.isSameBlock)
    found.add("first_in_block", index == 0 || passage.sentences[index - 1].block != sentence.block)
    found.add(
      "last_in_block",
      index + 1 >= passage.sentences.count || passage.sentences[index + 1].block != sentence.block)
    found.add("next_cued", state.isNextCued)
    let last = state.last
    found.add("after_continued", last.isContinued)
    let isQuoted = last.content.first.map { passage.quotationOf[$0.lowerBound] >= 0 } ?? false
    found.add("after_quoted", isQuoted)
    let isPast = isInPast(last, isShifted: state.isShifted)
    found.add("after_past", isPast)
    found.add("shifted", state.isShifted)
    found.add("by_person", isByPerson(last))
    found.add(
      "past_rule",
      state.isAdjacent
        && goesOnInPast(sentence, after: last, isShifted: state.isShifted, isSameBlock: state.isSameBlock))
    found.add("present_rule", reports(sentence))
    found.add("short", tokens.count <= 9)
    found.add("long", tokens.count >= 30)
    found.add("opens_conjunction", passage.has(tokens.lowerBound, .coordinator))
    found.add(
      "opens_adverb", passage.has(tokens.lowerBound, .adverb) && !passage.has(tokens.lowerBound, .determiner))
    found.add("quotes", tokens.contains { passage.quotationOf[$0] >= 0 })
    found.add("time", tokens.contains { passage.has($0, .time) && !passage.has($0, [.determiner, .modal]) })
    found.add("number", tokens.contains { !passage.tokens[$0].shape.isDisjoint(with: [.number, .hasDigit]) })
    found.add("scene", tokens.dropFirst().contains { passage.has($0, .scene) && !passage.has($0, [.be, .have]) })
    found.add(
      "names",
      tokens.contains { token in
        let type = passage.mention(token)?.type
        return type == .person || type == .role
      })
    subject(tokens, last, &found)
    let isPresent = found.has("verb_is") || found.has("verb_present") || found.has("verb_has")
    found.add("past_past", isPast && (found.has("verb_was") || found.has("verb_shifted") || found.has("verb_had")))
    found.add("present_present", !isPast && isPresent)
    return found
  }

  private func subject(_ tokens: Range<Int>, _ last: StatementDraft, _ found: inout RunFeatures) {
    guard let subject = subjects.sentenceSubject(tokens.lowerBound, tokens.upperBound), !subject.isEmpty else {
      found.add("no_subject")
      return
    }
    found.add("plan", isPlan(subject, tokens))
    let first = subject.lowerBound
    found.add("he_she", passage.has(first, [.he, .she]))
    found.add("it", passage.has(first, .it))
    found.add("they", passage.has(first, .they) && passage.has(first, .subject))
    found.add("we", passage.has(first, .firstPerson))
    found.add("determiner", passage.has(first, .determiner))
    found.add("demonstrative", passage.has(first, .determiner) && passage.has(first, [.that, .time]))
    let named = Set(last.content.joined().compactMap { passage.mention($0)?.entity })
    for token in subject {
      if passage.has(token, .group) { found.add("group") }
      guard let mention = passage.mention(token) else { continue }
      found.add("person", mention.type == .person)
      found.add("role", mention.type == .role)
      found.add("body", mention.type == .organisation)
      found.add("country", mention.type == .country)
      found.add("nationality", mention.type == .nationality)
      found.add("shares_entity", mention.entity.map { named.contains($0) } ?? false)
    }
    for token in subject.upperBound..<min(tokens.upperBound, subject.upperBound + 5) {
      let word = passage.tokens[token].word
      let value = passage.classes[token]
      if word == words.had {
        found.add("verb_had")
      } else if words.shifted.contains(word) {
        found.add("verb_shifted")
      } else if value.contains(.modal) {
        found.add("verb_modal")
      } else if value.contains(.be) {
        found.add(value.contains(.scene) ? "verb_was" : "verb_is")
      } else if value.contains(.have) {
        found.add("verb_has")
      } else if value.contains(.scene) {
        found.add("verb_scene")
      } else if value.contains(.present) {
        found.add("verb_present")
      } else if passage.looksPast(token) {
        found.add("verb_past")
      } else {
        continue
      }
      return
    }
  }
}
