/// Weighs whether a sequence of points is put forward by somebody, or is advice, a chronology, a ranking …
struct PointEvidence {
  let text: PointText
  let announcements: [Announcement]

  /// What a sequence needs to be reported.
  static let threshold = 2.6

  /// The announcement that belongs to a sequence: near before it, right behind it, or in the headline.
  ///
  /// - Parameter used: The announcements that have their points already.
  func announcement(of sequence: PointSequence, except used: Set<Int>) -> Int? {
    guard let first = sequence.markers.first, let last = sequence.markers.last else { return nil }
    let count = sequence.ordinals.last ?? 0
    var best: (index: Int, value: Double)?
    func consider(_ index: Int, _ value: Double) {
      if value > best?.value ?? 0 { best = (index, value) }
    }
    let start = firstAnnouncement(from: first.first)
    var index = start - 1
    while index >= 0, start - index <= 6 {
      if used.contains(index) { break }
      let candidate = announcements[index]
      let distance = bodyBlocks(from: candidate.block, to: Int(text.blockOf[first.first]))
      if distance > 3 { break }
      var value = 3 - 0.6 * Double(distance)
      if let announced = candidate.count {
        value += announced == count ? 2 : announced > count ? 0 : -1.5
      }
      if candidate.pointsAhead { value += 0.5 }
      if candidate.grade < 0 { value -= 0.4 }
      consider(index, value - 0.2 * Double(start - index))
      index -= 1
    }
    index = firstAnnouncement(from: last.body)
    let end = index
    while index < announcements.count, index - end < 4 {
      let candidate = announcements[index]
      if bodyBlocks(from: Int(text.blockOf[last.first]), to: candidate.block) > 3 { break }
      if candidate.count == count, candidate.isDefinite, !candidate.pointsAhead { consider(index, 1.5) }
      index += 1
    }
    if best == nil {
      // A headline, or a lead far above the list.
      for (index, candidate) in announcements.prefix(4).enumerated()
      where candidate.count == count && !used.contains(index) && candidate.tokens.upperBound <= first.first
        && candidate.grade >= 2
      {
        consider(index, 1)
      }
    }
    return best?.index
  }

  /// How sure it is that the sequence is somebody's points.
  func score(_ sequence: PointSequence, _ announcement: Announcement?) -> Double {
    guard let first = sequence.markers.first else { return 0 }
    let count = sequence.markers.count
    var score = first.family.isFigure ? -1.0 : 0
    if first.family == .bullet { score -= 0.5 }
    if let announcement {
      if announcement.pointsAhead, first.family.isFigure, announcement.grade >= 2 { score += 0.7 }
      score += announcement.grade
      if let announced = announcement.count {
        let highest = sequence.ordinals.last ?? 0
        score += announced == highest ? 1 : announced > highest ? 0 : -1
        // As many points as announced, right behind the announcement.
        if announced == highest, highest == count, announcement.grade >= 1,
          announcement.tokens.upperBound <= first.first,
          bodyBlocks(from: announcement.block, to: Int(text.blockOf[first.first])) <= 1
        {
          score += 1
        }
      }
    }
    if count < 2 {
      guard let announcement, announcement.grade >= 2.5, !first.isLoose, !first.family.isFigure else { return 0 }
      score -= 1
    }
    if sequence.ordinals.first != 1 {
      guard let announced = announcement?.count, announced >= sequence.ordinals.last ?? 0 else { return 0 }
      score -= 1
    }
    var said = 0
    var reported = 0
    var normative = 0
    var plural = 0
    var performed = 0
    var headings = 0
    var toReader = 0
    let sample = sequence.markers.prefix(24)
    for marker in sample {
      if isSaid(marker) { said += 1 }
      let opening = opening(of: marker)
      if opening.contains(where: { text.classes[$0].contains(.urge) }) && isReported(opening) { reported += 1 }
      if isNormative(opening, body: marker.body) { normative += 1 }
      if let verb = opening.first, text.classes[verb].contains(.performs) { performed += 1 }
      if opening.contains(where: { text.classes[$0].contains(.we) }) { plural += 1 }
      if opening.contains(where: { text.classes[$0].contains(.secondPerson) && !text.isQuoted[$0] }) { toReader += 1 }
      if text.blocks[Int(text.blockOf[marker.first])].kind == .heading { headings += 1 }
    }
    if announcement == nil, isLedIn(first) || isAskedFor(sequence) { score += 2.1 }
    func share(_ number: Int) -> Double { Double(number) / Double(sample.count) }
    if share(said) >= 0.5 { score += 2 }
    // "1. Calls upon …; 2. Requests …; 3. Decides …": a body's resolution.
    if share(performed) >= 0.6 { score += announcement == nil ? 3.2 : 1 }
    if share(reported) >= 0.4 { score += 2 }
    score += share(normative) >= 0.6 ? 1.5 : share(normative) >= 0.3 ? 0.5 : 0
    if share(plural) >= 0.5 && share(normative) >= 0.5 { score += 1 }
    if share(headings) >= 0.5 { score -= 1.5 }
    if count >= 3 { score += 0.5 }
    if count > 15 { score -= 1.5 }
    // Whoever is reported to ask speaks to his hearers, not to the reader.
    let isAddress = text.isReport && announcement?.subject == .third && (announcement?.grade ?? 0) >= 2
    if share(toReader) >= 0.3 { score -= isAddress ? 0.5 : 2 }
    if text.isReport, announcement?.grade ?? 0 >= 1 { score += 0.6 }
    // A speaker's own text speaks to its hearers.
    let isSpeech = announcement?.subject == .first && (announcement?.grade ?? 0) >= 3
    return isSpeech ? score : score - adviceOnPage * (isAddress ? 0.5 : 1)
  }

  /// Whether the sentence proposes before its first point: "He urged them, first, to …", 他强调，一是….
  private func isLedIn(_ marker: PointMarker) -> Bool { lead(marker) != nil }

  /// The tokens of the sentence that proposes before the first point, to its verb.
  func lead(to sequence: PointSequence) -> Range<Int>? { sequence.markers.first.flatMap { lead($0) } }

  private func lead(_ marker: PointMarker) -> Range<Int>? {
    let sentence = text.sentence(of: marker.first)
    let before = max(sentence.lowerBound, marker.first - 40)..<max(sentence.lowerBound, marker.first)
    let verb = before.last { index in
      let shape = text.tokens[index].shape
      let isWide = shape.contains(.ideographic) || shape.contains(.hangul)
      let isAuxiliary = text.classes[index].contains(.normative) && text.classes[index].contains(.be)
      if text.classes[index].contains(.modal) || isAuxiliary && !marker.family.isFigure, marker.first - index <= 2 {
        return true
      }
      if isWide { return text.classes[index].contains(.propose) }
      return text.classes[index].contains(.urge) || isDemand(index, before: marker.first)
    }
    guard let verb, verb > before.lowerBound else { return nil }
    let isOther = before.contains { index in
      // "The company published its results: 一是…"
      text.classes[index].contains(.negative) && text.classes[index].isDisjoint(with: [.strong, .weak])
        || index < verb && !text.classes[index].isDisjoint(with: [.firstPerson, .secondPerson])
    }
    return isOther ? nil : before.lowerBound..<verb + 1
  }

  /// "The federation therefore demands: first, …": a noun's form, right before the list and without an owner.
  private func isDemand(_ index: Int, before marker: Int) -> Bool {
    guard marker - index <= 2, text.classes[index].contains(.propose), text.classes[index].contains(.strong), index > 0
    else { return false }
    return text.classes[index - 1].isDisjoint(with: [.determiner, .definite, .his, .and, .preposition])
      && !text.tokens[index - 1].shape.contains(.possessive) && text.mark(index - 1) == 0
  }

  /// Whether a verb behind the list asks for it, as in Korean: "① 공개, ② 처벌을 요구했다".
  private func isAskedFor(_ sequence: PointSequence) -> Bool {
    guard let last = sequence.markers.last, last.place == .inside else { return false }
    let sentence = text.sentence(of: last.first)
    return (last.body..<max(last.body, sentence.upperBound)).suffix(12).contains { index in
      text.tokens[index].shape.contains(.hangul) && text.classes[index].contains(.propose)
        && !text.classes[index].contains(.say)
    }
  }

  /// Pages that speak to their reader give advice.
  private var adviceOnPage: Double {
    var value =
      text.secondPersonShare > 0.02
      ? 4 : text.secondPersonShare > 0.006 ? 2.5 : text.secondPersonShare > 0.002 ? 1.2 : 0
    if text.firstPersonShare > 0.01 { value += 0.5 }
    value += text.adviceInTitle >= 2 ? 1.5 : text.adviceInTitle == 1 ? 0.5 : 0
    return value
  }

  private func isSaid(_ marker: PointMarker) -> Bool {
    if text.isQuoted[marker.first] || text.tokens.indices.contains(marker.body) && text.isQuoted[marker.body] {
      return true
    }
    return text.isReported[min(marker.body, text.tokens.count - 1)]
  }

  /// The first tokens of the item, to the end of its sentence.
  private func opening(of marker: PointMarker) -> Range<Int> {
    let sentence = text.sentence(of: min(marker.body, text.tokens.count - 1))
    return marker.body..<max(marker.body, min(sentence.upperBound, marker.body + 40))
  }

  /// Whether the item names who speaks: "First, the minister called on …".
  private func isReported(_ opening: Range<Int>) -> Bool {
    guard let verb = opening.prefix(12).first(where: { text.classes[$0].contains(.urge) }), verb > opening.lowerBound
    else { return false }
    return !opening.prefix(while: { $0 < verb }).contains {
      text.classes[$0].contains(.firstPerson) || text.classes[$0].contains(.secondPerson)
    }
  }

  private func isNormative(_ opening: Range<Int>, body: Int) -> Bool {
    guard let first = opening.first(where: { !text.tokens[$0].shape.contains(.mark) }) else { return false }
    let classes = text.classes[first]
    if classes.contains(.action) { return true }
    if classes.contains(.normative), !classes.contains(.determiner) { return true }
    return opening.prefix(24).contains { text.classes[$0].contains(.normative) }
  }

  /// The first announcement at or behind the token.
  private func firstAnnouncement(from token: Int) -> Int {
    var low = 0
    var high = announcements.count
    while low < high {
      let middle = (low + high) / 2
      if announcements[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The number of blocks of article text from one to the other, captions and the like not counted.
  private func bodyBlocks(from a: Int, to b: Int) -> Int {
    guard b > a else { return 0 }
    if b - a > 12 { return b - a }
    return (a..<b).reduce(0) { $0 + (text.blocks[$1 + 1].isMain ? 1 : 0) }
  }
}
