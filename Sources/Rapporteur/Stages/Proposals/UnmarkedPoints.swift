/// Points without numbers: the pieces of a list behind an announcement's colon, bullets, lines.
struct UnmarkedPoints {
  let text: PointText

  /// Runs of bulleted paragraphs and of list items, as sequences.
  ///
  /// - Parameter numbered: The blocks whose own numbers count.
  func bullets(excluding numbered: Set<Int>) -> [PointSequence] {
    var result: [PointSequence] = []
    var run: [PointMarker] = []
    var kind: (mark: UInt32, level: Int)?
    func close() {
      if run.count >= 2 { result.append(PointSequence(markers: run, ordinals: Array(1...run.count), score: 1)) }
      run = []
      kind = nil
    }
    for (block, tokens) in text.blockTokens.enumerated() where !tokens.isEmpty {
      guard text.blocks[block].isMain else { continue }
      let first = tokens.lowerBound
      var mark = text.mark(first)
      let isBullet =
        PointMarkerFinder.bullets.contains(mark) && tokens.count > 1
        && text.tokens[first + 1].shape.contains(.spaceBefore)
      if !isBullet { mark = 0 }
      guard isBullet || text.blocks[block].kind == .listItem, !numbered.contains(block) else {
        close()
        continue
      }
      let level = text.blocks[block].level ?? 1
      if let kind, level > kind.level { continue }  // part of the item above it
      if let kind, kind.mark != mark || level < kind.level { close() }
      kind = (mark, level)
      run.append(
        PointMarker(
          family: .bullet, ordinal: run.count + 1, place: .block, range: isBullet ? text.tokens[first].range : nil,
          first: first, body: isBullet ? first + 1 : first))
    }
    close()
    return result
  }

  /// The pieces of the sentence behind an announcement, when there are as many as it counts.
  func pieces(of announcement: Announcement) -> [Range<Int>]? {
    guard let count = announcement.count else { return nil }
    let block = text.block(of: announcement.tokens.lowerBound)
    let sentence = text.sentence(of: announcement.tokens.lowerBound)
    let own = announcement.tokens.upperBound..<max(announcement.tokens.upperBound, sentence.upperBound)
    guard let start = own.prefix(30).first(where: { Self.introduces(text, $0) }) ?? colon(behind: sentence, in: block)
    else { return nil }
    var body = start + 1
    var end = text.sentence(of: start).upperBound
    if body >= end, body < block.upperBound {
      // The sentence ends with its colon, and the list is the next one.
      end = text.sentence(of: body).upperBound
    }
    while body < end, text.opensQuote(body) || text.classes[body].contains(.namely) { body += 1 }
    guard end - body >= count * 2 - 1, end - body < 400 else { return nil }
    let range = body..<PointSpans.withoutReport(text, body..<end)
    for separators in [Set<UInt32>([0x3B, 0xFF1B]), [0x2C, 0xFF0C], [0x3001]] {
      let pieces = split(range, at: separators, into: count)
      if pieces.count == count { return pieces }
    }
    return nil
  }

  /// The colon of "They are: …" right behind the sentence that announces.
  private func colon(behind sentence: Range<Int>, in block: Range<Int>) -> Int? {
    guard sentence.upperBound < block.upperBound else { return nil }
    let next = text.sentence(of: sentence.upperBound)
    guard let first = next.first, !text.classes[first].isDisjoint(with: [.these, .thirdPerson, .definite]) else {
      return nil
    }
    return next.prefix(5).first { AnnouncementFinder.colons.contains(text.mark($0)) }
  }

  private static func introduces(_ text: PointText, _ index: Int) -> Bool {
    if text.classes[index].contains(.namely) { return true }
    let mark = text.mark(index)
    return mark == 0x3A || mark == 0xFF1A || mark == 0x2014 || mark == 0x2013
      || mark == 0x2D
        && text.tokens[index].shape.contains(.spaceBefore)
  }

  private func split(_ range: Range<Int>, at separators: Set<UInt32>, into count: Int) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    func add(_ end: Int) {
      while start < end, text.classes[start].contains(.and) { start += 1 }
      if start < end { pieces.append(start..<end) }
    }
    for index in range where separators.contains(text.mark(index)) {
      add(index)
      start = index + 1
    }
    add(range.upperBound)
    // "a, b and c": the last piece is two.
    if pieces.count == count - 1, let first = pieces.first, let last = pieces.last,
      let and = joint(in: last, like: first)
    {
      pieces[pieces.count - 1] = last.lowerBound..<and
      pieces.append(and + 1..<last.upperBound)
    }
    return pieces
  }

  /// The sentences behind an announcement that say what to do, when its block has as many as it counts.
  func sentences(of announcement: Announcement) -> [Range<Int>]? {
    guard let count = announcement.count, count >= 2 else { return nil }
    let own = Int(text.sentenceOf[announcement.tokens.lowerBound])
    let end = text.sentences[own].tokens.upperBound
    if let first = behindColon(announcement.tokens.upperBound..<max(announcement.tokens.upperBound, end)),
      own + count - 1 < text.sentences.count
    {
      // "… three demands on a banner: Find them. Name them. Bring them home."
      let all = [first] + text.sentences[own + 1..<own + count].map(\.tokens)
      let isOne = text.sentences[own + 1..<own + count].allSatisfy { $0.block == announcement.block }
      return isOne && all.allSatisfy({ saysWhatToDo($0) }) ? all : nil
    }
    guard text.blockTokens[announcement.block].upperBound > end, own + count < text.sentences.count,
      announcement.tokens.upperBound >= end - 8
    else { return nil }
    let following = text.sentences[own + 1...own + count]
    guard following.allSatisfy({ $0.block == announcement.block && saysWhatToDo($0.tokens) }) else { return nil }
    return following.map(\.tokens)
  }

  /// The rest of a sentence behind its colon.
  private func behindColon(_ rest: Range<Int>) -> Range<Int>? {
    guard let colon = rest.first(where: { AnnouncementFinder.colons.contains(text.mark($0)) }),
      colon + 1 < rest.upperBound
    else { return nil }
    return colon + 1..<rest.upperBound
  }

  private func saysWhatToDo(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.prefix(2).first(where: { !text.classes[$0].contains(.and) && text.mark($0) == 0 }) else {
      return false
    }
    return text.classes[first].contains(.action)
  }

  /// The "and" before a list's last piece: the one whose next word is of the kind that the pieces start with.
  private func joint(in last: Range<Int>, like first: Range<Int>) -> Int? {
    let ands = last.dropFirst().dropLast().filter { text.classes[$0].contains(.and) }
    let start = text.tokens[first.lowerBound]
    let alike = ands.first { text.tokens[$0 + 1].word == start.word }
    return alike ?? ands.first { isGerund(first.lowerBound) && isGerund($0 + 1) } ?? ands.last
  }

  private func isGerund(_ index: Int) -> Bool {
    let word = text.bytes[text.tokens[index].range.indices]
    return word.count > 4 && word.suffix(3).elementsEqual("ing".utf8)
  }

  /// The lines behind an announcement that ends its block with a colon, as many as it counts.
  func lines(of announcement: Announcement) -> [Range<Int>]? {
    guard let count = announcement.count, announcement.pointsAhead else { return nil }
    let own = text.blockTokens[announcement.block]
    guard AnnouncementFinder.colons.contains(text.mark(own.upperBound - 1)) else { return nil }
    var result: [Range<Int>] = []
    var block = announcement.block + 1
    while block < text.blocks.count, result.count < count {
      defer { block += 1 }
      if !text.blocks[block].isMain { continue }
      guard text.isBody(block), text.blockTokens[block].count <= 120 else { return nil }
      result.append(text.blockTokens[block])
    }
    return result.count == count ? result : nil
  }
}
