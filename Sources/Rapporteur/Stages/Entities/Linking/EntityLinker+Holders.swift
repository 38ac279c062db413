/// The holders of titles that stand apart from their names.
extension EntityLinker {
  /// "President of Brazil Luiz Inácio Lula da Silva", "Ambassador to Thailand Han Zhiqiang": the holder stands behind what
  /// the title governs.
  mutating func findHoldersBehind() {
    for index in spans.indices where spans[index].type == .role && spans[index].isPending && spans[index].owner < 0 {
      var place = spans[index].tokens.upperBound
      var next = index + 1
      var hops = 0
      while next < spans.count, spans[next].sentence == spans[index].sentence, hops < 4 {
        let span = spans[next]
        if span.isDropped, span.type != .organisation {
          next += 1
          continue
        }
        var commas = 0
        var joints = 0
        var isClear = true
        for at in place..<max(place, span.tokens.lowerBound) {
          let word = tokens[at].word
          if word == lists.comma {
            commas += 1
          } else if lists[word].contains(.reach) && word != lists.and && tokens[at].length < 4 {
            joints += 1
          } else if tokens[at].shape.isDisjoint(with: [.mark, .possessive]) && !isAddress(at) {
            isClear = false
          }
        }
        guard isClear, place <= span.tokens.lowerBound else { break }
        if span.type == .person {
          let isSetOff = commas == 0 || span.tokens.count > 1 && isClosed(span.tokens.upperBound)
          if hops > 0, commas <= 1, joints == 0, isSetOff {
            spans[index].owner = next
            spans[index].isPending = false
          }
          break
        }
        // The next title has a holder of its own, but a rank right before the name.
        let isOffice = commas == 1 && joints == 0 && hops == 0 && span.type == .organisation
        guard commas == 0 || isOffice, joints > 0 || hops > 0 || isOffice || span.type == .country,
          span.type != .role || joints == 0
        else {
          break
        }
        place = span.tokens.upperBound
        next += 1
        hops += 1
      }
    }
  }

  private func isAddress(_ at: Int) -> Bool {
    guard let match = lists.gazetteer.match(tokens.span, at: at, before: min(at + 2, tokens.count)) else {
      return tokens[at].shape.contains(.mark)
    }
    return lists.kinds[match.value].sort == .address
  }

  private func isClosed(_ at: Int) -> Bool {
    at >= tokens.count || tokens[at].word == lists.comma || tokens[at].word == lists.stop
  }

  /// "Jane Doe, the president of …", "the envoy is Jane Doe", "Jane Doe resigned as envoy": who waits for a holder.
  mutating func findHoldersBefore() {
    for index in spans.indices where spans[index].type == .role && spans[index].isPending && spans[index].owner < 0 {
      guard let owner = apposed(index) ?? equated(index) ?? appointed(index) else { continue }
      spans[index].owner = owner
      spans[index].isPending = false
    }
  }

  /// The person to whom a title stands in apposition; country, body and other titles may stand between.
  private func apposed(_ role: Int) -> Int? {
    // "After a talk with Jane Doe, the president said …" is somebody else.
    let end = spans[role].tokens.upperBound
    guard
      spans[role].needsHolder || end >= tokens.count || tokens[end].word == lists.comma
        || tokens[end].word == lists.stop
        || tokens[end].word == lists.of || tokens[end].word == lists.for
    else { return nil }
    var place = spans[role].tokens.lowerBound
    var index = role - 1
    var hops = 0
    while index >= 0, spans[index].sentence == spans[role].sentence, hops < 5 {
      let span = spans[index]
      if span.isDropped {
        index -= 1
        continue
      }
      var commas = 0
      for at in span.tokens.upperBound..<max(span.tokens.upperBound, place) {
        let word = tokens[at].word
        if word == lists.comma {
          commas += 1
        } else if !mayStandBetween(at) || word == lists.and && hops == 0 && span.type == .person
          || hops == 0 && isIndefinite(at)
        {
          return nil
        }
      }
      switch span.type {
      case .person: return commas == 1 || hops > 0 && spans[index + 1].type == .role ? index : nil
      case .role:
        guard span.owner >= 0, commas <= 1, spans[span.owner].tokens.upperBound <= span.tokens.lowerBound else {
          return nil
        }
        return span.owner
      case .country, .nationality, .organisation: if commas > 0 { return nil }
      default: return nil
      }
      place = span.tokens.lowerBound
      index -= 1
      hops += 1
    }
    return nil
  }

  private func mayStandBetween(_ at: Int) -> Bool {
    let part = lists[tokens[at].word]
    return tokens[at].shape.contains(.possessive) || tokens[at].word == lists.of || tokens[at].word == lists.and
      || lists.former.contains(tokens[at].word)
      || !part.isDisjoint(with: [.function, .modifier]) && part.isDisjoint(with: .locative)
  }

  /// "an economist": nobody's office.
  private func isIndefinite(_ at: Int) -> Bool { tokens[at].word == lists.a || tokens[at].word == lists.an }

  /// "The colonel is Ana Vaka"
  private func equated(_ role: Int) -> Int? {
    guard let next = neighbouring(role, step: 1), spans[next].type == .person,
      spans[next].tokens.lowerBound == spans[role].tokens.upperBound + 1
    else { return nil }
    let word = tokens[spans[role].tokens.upperBound].word
    return word == lists.is || word == lists.was ? next : nil
  }

  /// "Ana Vaka took charge as commerce secretary", "Ana Vaka was mayor"
  private func appointed(_ role: Int) -> Int? {
    let start = spans[role].tokens.lowerBound
    if start > 0,
      tokens[start - 1].word == lists.was || tokens[start - 1].word == lists.is
        || lists.turns.contains(tokens[start - 1].word),
      let before = neighbouring(role, step: -1), spans[before].type == .person,
      spans[before].tokens.upperBound == start - 1
    {
      return before
    }
    guard start > 0, tokens[start - 1].word == lists.as, let before = neighbouring(role, step: -1),
      spans[before].type == .person
    else { return nil }
    let between = spans[before].tokens.upperBound..<start - 1
    guard (1...4).contains(between.count),
      between.allSatisfy({ tokens[$0].shape.isDisjoint(with: [.mark, .capitalised, .possessive]) })
    else { return nil }
    return before
  }

  /// The next span of the sentence that counts, linked or not.
  private func neighbouring(_ index: Int, step: Int) -> Int? {
    var next = index + step
    while spans.indices.contains(next), spans[next].isDropped { next += step }
    return spans.indices.contains(next) && spans[next].sentence == spans[index].sentence ? next : nil
  }
}
