/// Capitals that stand for their governments: "Tbilisi has asked Ottawa for talks".
extension EntityLinker {
  /// The country whose capital the span names.
  func capital(_ index: Int) -> String? {
    guard spans[index].type == .country, spans[index].rule != .list, !spans[index].isDropped else { return nil }
    return Capitals.shared.country(of: spans[index].tokens, in: tokens)
  }

  /// The country for which a capital acts at this place: it speaks, is spoken to, or has officials.
  func countryActing(_ index: Int) -> String? {
    guard let code = capital(index) else { return nil }
    let range = spans[index].tokens
    let sentence = sentences[spans[index].sentence].tokens
    let before = range.lowerBound - 1
    if before >= sentence.lowerBound {
      if lists[tokens[before].word].contains(.locative) { return nil }
      // "near the capital Dili", "Greater London"
      if tokens[before].shape.contains(.capitalised), tokens[before].shape.contains(.word),
        !lists[tokens[before].word].contains(.function)
      {
        return nil
      }
    }
    guard range.upperBound < sentence.upperBound else { return isAddressed(before, sentence) ? code : nil }
    if tokens[range.lowerBound].shape.contains(.ideographic) {
      return lists.hanFollowers.match(tokens.span, at: range.upperBound, before: sentence.upperBound) != nil
        && (before < sentence.lowerBound || tokens[before].shape.contains(.mark)) ? code : nil
    }
    let next = tokens[range.upperBound]
    // "Paris-based", "Tehran (IRNA)"
    if next.word == lists.hyphen || next.word == lists.opening { return nil }
    if next.word == lists.comma || next.word == lists.and,
      let other = following(index), spans[other].tokens.lowerBound == range.upperBound + 1
    {
      // "Delhi, Pretoria ask …"; but "Dili, Timor-Leste"
      guard let partner = capital(other) ?? state(other), partner != code else { return nil }
      return acts(spans[other].tokens.upperBound, sentence) ? code : nil
    }
    // "Jakarta, she added, would not accept"
    if next.word == lists.comma,
      let close = (range.upperBound + 2..<max(range.upperBound + 2, min(range.upperBound + 6, sentence.upperBound)))
        .first(where: { tokens[$0].word == lists.comma }),
      close + 1 < sentence.upperBound, lists[tokens[close - 1].word].contains(.speech), acts(close + 1, sentence)
    {
      return code
    }
    if next.word == lists.comma, range.upperBound + 1 < sentence.upperBound,
      !tokens[range.upperBound + 1].shape.isDisjoint(with: [.capitalised, .number])
    {
      return nil
    }
    if next.shape.contains(.possessive) { return hasOffice(range.upperBound + 1, sentence) ? code : nil }
    if acts(range.upperBound, sentence) || isAddressed(before, sentence) { return code }
    return nil
  }

  /// "Port Moresby's defence chief": what a government has and a city has not.
  private func hasOffice(_ at: Int, _ sentence: Range<Int>) -> Bool {
    for place in at..<max(at, min(at + 2, sentence.upperBound)) {
      guard let match = StateWords.shared.match(tokens, at: place, before: sentence.upperBound) else { continue }
      return match.kind == .office || match.kind == .body || match.kind == .relation
    }
    return false
  }

  /// Whether a verb of what governments do stands at a token, perhaps behind an auxiliary.
  private func acts(_ at: Int, _ sentence: Range<Int>) -> Bool {
    var at = at
    var hops = 0
    while at < sentence.upperBound, hops < 3 {
      let word = tokens[at].word
      guard tokens[at].shape.isDisjoint(with: [.capitalised, .mark, .possessive]) else { return false }
      if lists[word].contains(.speech) || StateWords.shared.words(.deed).contains(word) { return true }
      // "would give", "must not wait"
      if StateWords.shared.words(.modal).contains(word), at + 1 < sentence.upperBound {
        let next = StateWords.shared.words(.auxiliary).contains(tokens[at + 1].word) ? at + 2 : at + 1
        if next < sentence.upperBound, tokens[next].shape.isDisjoint(with: [.capitalised, .mark, .number]),
          !StateWords.shared.words(.venue).contains(tokens[next].word)
        {
          return true
        }
        return false
      }
      guard StateWords.shared.words(.auxiliary).contains(word) else { return false }
      at += 1
      hops += 1
    }
    return false
  }

  /// "told Ottawa", "speaks for Tbilisi": what stands before somebody who is spoken to or for.
  private func isAddressed(_ before: Int, _ sentence: Range<Int>) -> Bool {
    guard before >= sentence.lowerBound, tokens[before].shape.isDisjoint(with: [.mark, .possessive]) else {
      return false
    }
    let word = tokens[before].word
    if StateWords.shared.words(.address).contains(word) { return true }
    return word == lists.for && before > sentence.lowerBound
      && StateWords.shared.words(.deed).contains(tokens[before - 1].word)
  }

  /// The next span in the sentence, linked or not.
  private func following(_ index: Int) -> Int? {
    var next = index + 1
    while next < spans.count, spans[next].isDropped { next += 1 }
    return next < spans.count && spans[next].sentence == spans[index].sentence ? next : nil
  }

  /// The country that the span names as a country.
  private func state(_ index: Int) -> String? {
    guard spans[index].type == .country, spans[index].listed >= 0 else { return nil }
    let entry = lists.names[spans[index].listed]
    return entry.key == entry.country ? entry.country : nil
  }
}
