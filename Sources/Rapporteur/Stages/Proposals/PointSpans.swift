/// Says where the points of a sequence end.
struct PointSpans {
  let text: PointText

  /// The blocks that announce something, with the first announcement of each.
  let announcing: Set<Int>

  /// Who speaks in each block, as indices of entities; blocks without a statement are missing.
  let speakersOfBlock: [Int: Set<Int>]

  /// The tokens of each point, marker included.
  func items(of sequence: PointSequence, speakers: Set<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    let markers = sequence.markers
    for index in markers.indices {
      let start = markers[index].first
      let end =
        index + 1 < markers.count
        ? end(of: markers[index], before: markers[index + 1]) : endOfLast(sequence, speakers: speakers)
      let least = min(markers[index].body + 1, text.block(of: start).upperBound)
      // Behind the last point the clause that says whose it is belongs to its sentence.
      let own = index + 1 < markers.count ? withoutCue(start..<end) : end
      result.append(start..<max(withoutClosing(start..<own), least))
    }
    return result
  }

  /// The end before the mark of a quotation that runs up to the item or starts with it, and the clause that says
  /// whose it is: "One. We stay,” she said.".
  private func withoutCue(_ item: Range<Int>) -> Int {
    guard let first = item.first else { return item.upperBound }
    let opens = text.opensQuote(first)
    guard opens || text.isQuoted[first] else { return item.upperBound }
    guard let close = item.dropFirst().first(where: { !text.isQuoted[$0] }),
      text.tokens[close].shape.contains(.closesQuote)
    else { return item.upperBound }
    let end = min(item.upperBound, text.sentence(of: close).upperBound)
    let clause = close + 1..<max(close + 1, end)
    // What follows the clause may go on with the quotation.
    guard !(clause.upperBound..<item.upperBound).contains(where: { text.isQuoted[$0] }) else { return item.upperBound }
    guard !clause.isEmpty, clause.count <= 14,
      text.sentenceOf[clause.lowerBound] == text.sentenceOf[clause.upperBound - 1],
      clause.prefix(8).contains(where: { !text.classes[$0].isDisjoint(with: [.say, .urge, .propose]) })
    else { return item.upperBound }
    return close
  }

  /// The end before a quotation mark that closes what was opened before the item.
  private func withoutClosing(_ item: Range<Int>) -> Int {
    guard let last = item.last, text.tokens[last].shape.contains(.closesQuote) else { return item.upperBound }
    var open = 0
    for index in item.dropLast() {
      if text.opensQuote(index) {
        open += 1
      } else if text.tokens[index].shape.contains(.closesQuote) {
        open -= 1
      }
    }
    return open > 0 ? item.upperBound : last
  }

  private func end(of marker: PointMarker, before next: PointMarker) -> Int {
    var end = next.first
    let block = Int(text.blockOf[marker.first])
    var last = Int(text.blockOf[next.first])
    if next.place == .block || next.first == text.blockTokens[last].lowerBound {
      last -= 1
      while last > block, !text.isBody(last) { last -= 1 }
      end = text.blockTokens[last].upperBound
      return withoutAnd(end, from: marker.body)
    }
    while end > marker.body + 1 {
      let before = end - 1
      let isBreak = next.place == .inside && Self.breaks.contains(text.mark(before))
      guard isBreak || text.classes[before].contains(.and) || isOpening(before) else { break }
      end = before
    }
    return end
  }

  private func isOpening(_ index: Int) -> Bool { text.opensQuote(index) || text.mark(index) == 0x28 }

  private func withoutAnd(_ end: Int, from start: Int) -> Int {
    end > start + 1 && text.classes[end - 1].contains(.and) ? end - 1 : end
  }

  /// The last point has no marker behind it: it is as long as the longest of the others, unless another scene opens.
  private func endOfLast(_ sequence: PointSequence, speakers: Set<Int>) -> Int {
    guard let last = sequence.markers.last else { return 0 }
    let earlier = sequence.markers.dropLast()
    let block = Int(text.blockOf[last.first])
    switch last.place {
    case .inside: return endWithin(last)
    case .sentence:
      if let first = earlier.last, Int(text.blockOf[first.first]) == block || first.place != .block {
        var longest = 1
        for (marker, next) in zip(sequence.markers, sequence.markers.dropFirst())
        where text.blockOf[marker.first] == text.blockOf[next.first] {
          longest = max(longest, Int(text.sentenceOf[next.first]) - Int(text.sentenceOf[marker.first]))
        }
        return sentences(longest, from: last)
      }
      return text.blockTokens[block].upperBound
    case .block:
      var longest = 1
      for (marker, next) in zip(sequence.markers, sequence.markers.dropFirst()) where next.place == .block {
        let from = Int(text.blockOf[marker.first])
        let to = Int(text.blockOf[next.first])
        longest = max(longest, (from..<max(from, to)).reduce(0) { $0 + (text.isBody($1) ? 1 : 0) })
      }
      return blocks(min(longest, 12), from: block, speakers: speakers)
    }
  }

  private func blocks(_ bound: Int, from block: Int, speakers: Set<Int>) -> Int {
    var end = block
    // A heading's point is what stands below it.
    var count = text.isBody(block) ? 1 : 0
    var at = block + 1
    while count < bound, at < text.blocks.count {
      if !text.blocks[at].isMain || text.blockTokens[at].isEmpty {
        at += 1
        continue
      }
      // The last item of a list ends with its list.
      if text.blocks[block].kind == .listItem, text.blocks[at].kind != .listItem { break }
      guard text.isBody(at), !opensScene(text.blockTokens[at]), !announcing.contains(at) else { break }
      if let here = speakersOfBlock[at], !speakers.isEmpty, here.isDisjoint(with: speakers) { break }
      end = at
      count += 1
      at += 1
    }
    return withoutAnd(text.blockTokens[end].upperBound, from: text.blockTokens[end].lowerBound)
  }

  private func sentences(_ bound: Int, from marker: PointMarker) -> Int {
    var sentence = Int(text.sentenceOf[marker.first])
    // A marker can be cut off as a sentence of its own ("1.").
    if text.sentences[sentence].tokens.upperBound <= marker.body, sentence + 1 < text.sentences.count,
      text.sentences[sentence + 1].block == text.sentences[sentence].block
    {
      sentence += 1
    }
    var count = 1
    while count < bound, sentence + 1 < text.sentences.count,
      text.sentences[sentence + 1].block == text.sentences[sentence].block,
      !opensScene(text.sentences[sentence + 1].tokens)
    {
      sentence += 1
      count += 1
    }
    return text.sentences[sentence].tokens.upperBound
  }

  /// The end of a list's last piece within a sentence: the sentence's, without a reporting clause behind it.
  private func endWithin(_ marker: PointMarker) -> Int {
    let sentence = text.sentence(of: min(marker.body, text.tokens.count - 1))
    // "③ 대책 마련을 요구했다": the verb behind the list.
    if let verb = (marker.body + 1..<max(marker.body + 1, sentence.upperBound)).suffix(12).first(where: {
      text.tokens[$0].shape.contains(.hangul) && text.classes[$0].contains(.propose)
        && Self.objects.contains(text.scalar($0 - 1)) && text.tokens[$0].shape.contains(.spaceBefore)
    }) {
      return verb
    }
    return Self.withoutReport(text, marker.body..<sentence.upperBound)
  }

  /// The end of `range` before ", he said." or a closing quotation mark with such a clause.
  static func withoutReport(_ text: PointText, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    var index = end - 1
    let limit = max(range.lowerBound + 1, end - 14)
    var sawSay = false
    while index >= limit {
      if text.classes[index].contains(.say) { sawSay = true }
      let mark = text.mark(index)
      if sawSay, mark == 0x2C || mark == 0x201D || mark == 0x22 {
        var border = index
        while border - 1 > range.lowerBound, text.mark(border - 1) == 0x2C || closes(text, border - 1) { border -= 1 }
        let clause = index + 1..<end
        // A short clause of a name and a verb, not an item that goes on behind a comma.
        if clause.count <= 10, clause.prefix(6).contains(where: { text.classes[$0].contains(.say) }),
          !text.classes[clause.lowerBound].contains(.and)
        {
          return border
        }
      }
      index -= 1
    }
    return end
  }

  private static func closes(_ text: PointText, _ index: Int) -> Bool {
    text.tokens[index].shape.contains(.closesQuote)
  }

  /// Whether a paragraph or sentence leaves the list: "For his part", "The minister also", "Noting that".
  private func opensScene(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    if !text.classes[first].isDisjoint(with: [.opener, .these]) { return true }
    if text.tokens[first].shape.contains(.ideographic) || text.tokens[first].shape.contains(.hangul) {
      return text.classes[first].contains(.scene)
    }
    for index in tokens.dropFirst().prefix(7) {
      if index - first < 5, text.classes[index].contains(.also) { return true }
      if text.classes[index].contains(.scene) { return true }
      if text.mark(index) != 0 && text.mark(index) != 0x2C { break }
      if text.classes[index].contains(.modal) { return false }
    }
    return false
  }

  // 을, 를
  private static let objects: Set<UInt32> = [0xC744, 0xB97C]
  static let breaks: Set<UInt32> = [0x2C, 0x3B, 0xFF0C, 0xFF1B, 0x3001, 0x2014, 0x2013]
}
