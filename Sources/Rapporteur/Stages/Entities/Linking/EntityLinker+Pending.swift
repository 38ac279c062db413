/// Capitals alone: what they name shows when the whole document is known.
extension EntityLinker {
  /// What the uses of a word say together.
  private struct Votes {
    var placed = 0
    var spoken = 0
    var initial = 0
    var uses = 0
  }

  mutating func settlePending() {
    settleShortForms()
    var votes: [WordID: Votes] = [:]
    for index in spans.indices where spans[index].isPending && spans[index].type != .role {
      let span = spans[index]
      let next = span.tokens.upperBound
      var vote = votes[tokens[span.tokens.lowerBound].word, default: Votes()]
      vote.uses += 1
      if span.isPlaced { vote.placed += 1 }
      if span.isInitial { vote.initial += 1 }
      if next < tokens.count, lists[tokens[next].word].contains(.speech) { vote.spoken += 1 }
      votes[tokens[span.tokens.lowerBound].word] = vote
    }
    guard !votes.isEmpty else { return }
    for index in spans.indices where spans[index].isPending && spans[index].type != .role {
      let place = spans[index].tokens.lowerBound
      let word = tokens[place].word
      guard spans[index].tokens.count == 1 else {
        spans[index].isPending = false
        continue
      }
      settle(index, word, votes[word, default: Votes()])
    }
  }

  /// "The Commission" is the body with such a head that was named last, or the first that will be.
  private mutating func settleShortForms() {
    guard spans.contains(where: { $0.isPending && $0.needsHolder && $0.type == .organisation }) else { return }
    var bodies: [WordID: [Int]] = [:]
    for index in spans.indices
    where spans[index].type == .organisation && !spans[index].isPending && !spans[index].isDropped
      && spans[index].tokens.count > 1
    {
      for at in spans[index].tokens
      where tokens[at].shape.contains(.capitalised) && lists[tokens[at].word].contains(.organisation) {
        bodies[tokens[at].word, default: []].append(index)
      }
    }
    for index in spans.indices
    where spans[index].isPending && spans[index].needsHolder && spans[index].type == .organisation {
      spans[index].isPending = false
      let word = tokens[spans[index].tokens.lowerBound].word
      guard let known = bodies[word], let first = known.first else {
        if word != lists.cabinet { spans[index].isDropped = true }
        continue
      }
      spans[index].owner = known.last { $0 < index } ?? first
    }
  }

  private mutating func settle(_ index: Int, _ word: WordID, _ votes: Votes) {
    spans[index].isPending = false
    let part = lists[word]
    let isListedPlace = spans[index].listed >= 0
    if let cluster = persons.find(word, before: spans[index].tokens.lowerBound),
      !spans[index].isPlaced || !isListedPlace
    {
      spans[index].type = .person
      spans[index].rule = .repeated
      spans[index].confidence = 0.9
      spans[index].listed = -1
      clusterOf[index] = cluster
      return
    }
    if let long = shortForms[spelling(of: spans[index].tokens)], long >= 0 {
      spans[index].type = .organisation
      return
    }
    let known = evidence[word, default: 0]
    let isOnlyInitial = votes.initial == votes.uses && known & 2 == 0
    if isListedPlace {
      if votes.placed == 0 && (part.contains(.common) || part.isDisjoint(with: .personal)) {
        spans[index].isDropped = true
      } else if votes.placed == 0 {
        if isOnlyInitial && part.isDisjoint(with: .given) {
          spans[index].isDropped = true
        } else {
          become(index, .person, 0.5)
        }
      } else {
        spans[index].type = .country
        spans[index].confidence = 0.6
      }
      return
    }
    if part.contains(.given) {
      if part.contains(.common) && isOnlyInitial { spans[index].isDropped = true } else { become(index, .person, 0.6) }
    } else if part.contains(.common) {
      spans[index].isDropped = true
    } else if isOnlyInitial && (known & 1 != 0 || part.isDisjoint(with: .personal)) {
      spans[index].isDropped = true
    } else if votes.spoken > 0 {
      become(index, .person, 0.5)
    } else if votes.placed * 2 >= votes.uses && votes.placed > 0 {
      become(index, .country, 0.45)
    } else if !part.isDisjoint(with: [.surname, .eastSurname]) {
      if isOnlyInitial { spans[index].isDropped = true } else { become(index, .person, 0.5) }
    } else {
      spans[index].isDropped = true
    }
  }

  private mutating func become(_ index: Int, _ type: EntityType, _ confidence: Double) {
    spans[index].type = type
    spans[index].listed = -1
    spans[index].confidence = confidence
  }
}
