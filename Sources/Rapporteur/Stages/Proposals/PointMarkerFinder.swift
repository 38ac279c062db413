/// Finds everything that may number a point: words, figures, letters. Which of them do, the sequence decides.
struct PointMarkerFinder {
  let text: PointText
  let lexicon: ProposalLexicon

  /// In document order. Several can start at one token ("(i)" is a letter and a Roman one).
  func markers() -> [PointMarker] {
    var result: [PointMarker] = []
    for (block, range) in text.blockTokens.enumerated() where text.blocks[block].isMain {
      for index in range {
        let shape = text.tokens[index].shape
        if shape.contains(.word), let marker = wordMarker(index) {
          result.append(marker)
        }
        figureMarkers(index, in: range, into: &result)
      }
    }
    return result
  }

  private func wordMarker(_ index: Int) -> PointMarker? {
    let block = text.block(of: index)
    guard let match = lexicon.ordinal(text.tokens.span, at: index, before: block.upperBound) else { return nil }
    var next = index + match.length
    let ideographic = text.tokens[index].shape.contains(.ideographic)
    let korean = text.tokens[index].shape.contains(.hangul)
    var first = index
    var hasDeterminer = false
    if !ideographic, !korean, index > block.lowerBound, text.classes[index - 1].contains(.definite) {
      first = index - 1
      hasDeterminer = true
    }
    // "On the fourth point, he", "Under the first stage,", "As a second step,"
    var hasPreposition = false
    if !ideographic, !korean, index > block.lowerBound + 1, match.family == .word || match.family == .last,
      text.classes[index - 2].contains(.preposition), text.classes[index - 1].contains(.determiner),
      let before = place(of: index - 2, in: block), before != .inside
    {
      first = index - 2
      hasDeterminer = true
      hasPreposition = true
    }
    let adverb = match.family == .adverb && match.length == 1 && !hasDeterminer
    guard var place = place(of: first, in: block) ?? (adverb ? .inside : nil) else { return nil }
    var isLoose = false
    var markerEnd = next
    let mark = text.mark(next)
    switch match.family {
    case .shi, .yao, .sequence:
      guard !hasDeterminer else { return nil }
    case .di:
      if Self.classifiers.contains(text.scalar(next)) {
        next += 1
        markerEnd = next
        // 第一点建议是: the classifier's noun belongs to the marker's clause.
      } else {
        guard Self.separators.contains(mark) || text.scalar(next) == 0x662F else { return nil }
      }
    case .korean:
      let scalar = text.scalar(next)
      guard
        mark != 0 || scalar == 0xB85C || scalar == 0xB294 || scalar == 0xC740
          || match.length == 2 && scalar != 0 && text.scalar(index + 1) == 0xC9F8
      else { return nil }
    case .word, .pick, .adverb, .last:
      let rest =
        hasPreposition
        ? nounMarker(next, before: block.upperBound) : englishMarker(match, next, place, hasDeterminer)
      guard let rest else { return nil }
      markerEnd = rest.end
      isLoose = rest.isLoose
    }
    var body = markerEnd
    while body < block.upperBound, Self.separators.contains(text.mark(body)) { body += 1 }
    let family: PointMarker.Family =
      switch match.family {
      case .shi: .shi
      case .yao: .yao
      default: .word
      }
    let range = TextRange(text.tokens[first].start, text.tokens[markerEnd - 1].end)
    if place == .inside, match.family == .adverb, let opening = opening(before: first, in: block) {
      first = opening
      place = opening == block.lowerBound ? .block : .sentence
    }
    return PointMarker(
      family: family, ordinal: match.number, place: place, range: range, first: first, body: body, isLoose: isLoose)
  }

  /// Where "They should, first of all," starts its sentence: the item starts there.
  private func opening(before marker: Int, in block: Range<Int>) -> Int? {
    let start = max(text.sentence(of: marker).lowerBound, block.lowerBound)
    guard start < marker, marker - start <= 6 else { return nil }
    let before = start..<marker
    guard before.contains(where: { !text.classes[$0].isDisjoint(with: [.modal, .normative]) }),
      before.dropLast().allSatisfy({ text.mark($0) == 0 && !text.classes[$0].contains(.say) })
    else { return nil }
    return start
  }

  /// The end of "On the fourth point," or "In the second,": a comma no further than two words on.
  private func nounMarker(_ next: Int, before limit: Int) -> (end: Int, isLoose: Bool)? {
    for index in next..<min(next + 3, limit) {
      if text.mark(index) == 0x2C || text.mark(index) == 0x3A { return (index, true) }
      guard text.tokens[index].shape.contains(.word), text.classes[index].isDisjoint(with: [.unit, .preposition])
      else { return nil }
    }
    return nil
  }

  /// Whether what follows "first" lets it number, and where the marker ends.
  private func englishMarker(
    _ match: (length: Int, family: ProposalLexicon.OrdinalFamily, number: Int), _ next: Int,
    _ place: PointMarker.Place, _ hasDeterminer: Bool
  ) -> (end: Int, isLoose: Bool)? {
    guard next < text.tokens.count, text.blockOf[next] == text.blockOf[next - 1] else { return nil }
    let mark = text.mark(next)
    let own = text.classes[next]
    if match.family == .pick {
      // "One is", "Another suggestion is"
      // "suggested that the house, one, ban flavours; two, license shops"
      if place == .inside, !hasDeterminer, mark == 0x2C, text.tokens[next - 1].length <= 5 { return (next, true) }
      guard !hasDeterminer, place != .inside else { return nil }
      // "One, keep the peace. Two, …"
      if text.tokens[next - 1].length <= 5, Self.counting.contains(mark) { return (next, false) }
      // "One is black" tells, "One is to keep the peace" asks.
      if own.contains(.be) { return saysWhatToDo(next + 1) ? (next, true) : nil }
      return own.contains(.singular) && classes(next + 1).contains(.be) ? (next + 1, false) : nil
    }
    if hasDeterminer {
      // "The third and last would"
      if own.contains(.and), next + 2 < text.tokens.count, !classes(next + 2).isDisjoint(with: [.be, .modal]),
        lexicon.ordinal(text.tokens.span, at: next + 1, before: next + 2)?.number == 0 || isFinal(next + 1)
      {
        return (next + 2, false)
      }
      // "The first is", "the second point is", "his third demand:"
      if own.contains(.be) { return (next, false) }
      if mark == 0x2C || mark == 0x3A { return (next, true) }
      var noun = next
      while noun < min(next + 2, text.tokens.count - 2), !text.classes[noun].contains(.singular),
        text.tokens[noun].shape.contains(.word)
      {
        noun += 1
      }
      if !text.classes[noun].contains(.singular) {
        // "The first idea is", with any noun.
        return text.tokens[next].shape.contains(.word) && classes(next + 1).contains(.be) ? (next + 1, true) : nil
      }
      guard noun + 1 < text.tokens.count else { return nil }
      let after = text.mark(noun + 1)
      if classes(noun + 1).contains(.be) || after == 0x2C || after == 0x3A { return (noun + 1, false) }
      // "The fourth condition deals with trials"
      let isOpening = place != .inside && classes(noun + 1).isDisjoint(with: [.preposition, .and]) && after == 0
      return isOpening ? (noun + 1, true) : nil
    }
    if mark == 0x2C || mark == 0x3A || mark == 0x2014 || mark == 0x2013 || mark == 0x2D || mark == 0xFF0C {
      // "second-hand" is no marker.
      return mark == 0x2D && !text.tokens[next].shape.contains(.spaceBefore) ? nil : (next, false)
    }
    if match.family == .adverb { return (next, false) }
    if match.family == .last { return nil }
    if place == .inside {
      return own.contains(.ordinalGuard) && isTo(next) ? (next, true) : nil
    }
    if mark == 0x2E { return (next, false) }
    if own.contains(.singular), text.mark(next + 1) == 0x3A || text.mark(next + 1) == 0x2C {
      return (next + 1, false)
    }
    return own.contains(.ordinalGuard) ? (next, true) : nil
  }

  private func isFinal(_ index: Int) -> Bool {
    text.bytes[text.tokens[index].range.indices].elementsEqual("final".utf8)
  }

  /// What a token can be; behind the last one nothing is.
  private func classes(_ index: Int) -> PointWord { index < text.tokens.count ? text.classes[index] : [] }

  /// "to", "that" or a gerund.
  private func saysWhatToDo(_ index: Int) -> Bool {
    guard index < text.tokens.count else { return false }
    let word = text.bytes[text.tokens[index].range.indices]
    return isTo(index) || word.elementsEqual("that".utf8) || word.count > 4 && word.suffix(3).elementsEqual("ing".utf8)
  }

  /// "to": the only word that carries on a list inside a sentence without a comma.
  private func isTo(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.length == 2 && text.bytes[token.start] | 0x20 == 0x74 && text.bytes[token.start + 1] | 0x20 == 0x6F
  }

  /// Where a marker at `index` would stand; `nil` in the middle of a phrase.
  func place(of index: Int, in block: Range<Int>) -> PointMarker.Place? {
    var at = index
    var sawAnd = false
    if at > block.lowerBound, text.classes[at - 1].contains(.and) {
      at -= 1
      sawAnd = true
    }
    var sawQuote = false
    while at > block.lowerBound {
      if text.opensQuote(at - 1) {
        sawQuote = true
      } else if !Self.bullets.contains(text.mark(at - 1)) {
        break
      }
      at -= 1
    }
    if at == block.lowerBound { return .block }
    // "a plan — first, an audit": the dash is no bullet.
    if at < index, Self.dashes.contains(text.mark(at)), !sawQuote { return .inside }
    if sawQuote || text.sentence(of: index).lowerBound == at || text.sentence(of: at).lowerBound == at {
      return .sentence
    }
    switch text.mark(at - 1) {
    case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F: return .sentence
    case 0x2C, 0x3B, 0x3A, 0x2014, 0x2013, 0x28, 0xFF0C, 0xFF1B, 0xFF1A, 0x3001, 0xFF08: return .inside
    case 0x22, 0x201C, 0x201D, 0x300D:
      return .sentence
    default: break
    }
    if sawAnd { return .inside }
    // "suggested first, a seminar; second, …"
    if !text.classes[at - 1].isDisjoint(with: [.urge, .propose]) { return .inside }
    let shape = text.tokens[index].shape
    return shape.contains(.hangul) && shape.contains(.spaceBefore) ? .inside : nil
  }

  private static let dashes: Set<UInt32> = [0x2014, 0x2013, 0x2D]
  private static let counting: Set<UInt32> = [0x2C, 0x2E, 0x3A, 0x2014, 0x2013]
  static let separators: Set<UInt32> = [0x2C, 0x3A, 0xFF0C, 0xFF1A, 0x3001, 0x2014, 0x2013, 0x2E, 0x2D]
  static let bullets: Set<UInt32> = [
    0x2022, 0x25CF, 0x25A0, 0x25AA, 0x25E6, 0xB7, 0x2013, 0x2014, 0x2D, 0x2A, 0x2023, 0x2043, 0x25B6, 0x25BA, 0x2192,
    0x30FB, 0x2219,
  ]
  // 点, 點, 个, 個, 项, 項, 条
  private static let classifiers: Set<UInt32> = [0x70B9, 0x9EDE, 0x4E2A, 0x500B, 0x9879, 0x9805, 0x6761]
}
