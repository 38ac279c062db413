/// Names in Han characters and Hangul: lists, titles with a name beside them, and names before verbs of speaking.
extension NameFinder {
  /// Reads what stands at a Han character or Hangul syllable; the index behind.
  mutating func eastAsian(_ at: Int) -> Int {
    if let next = hanCounted(at) { return next }
    guard let kind = kind(at) else {
      if let next = hanMinistry(at) { return next }
      if let next = hanPair(at) { return next }
      if shape(at).contains(.ideographic), let name = hanSpeaker(at) {
        spans.append(NameSpan(name, sentence: sentence, .person, .surname, 0.75))
        return name.upperBound
      }
      return at + 1
    }
    let next = at + length(at)
    switch kind.sort {
    case .name(let type):
      let first = at + Int(kind.skip)
      spans.append(NameSpan(first..<next, sentence: sentence, type, .gazetteer, 0.92, listed: Int(listed[at - start])))
      return next
    case .role:
      return shape(at).contains(.hangul) ? hangulTitle(at, next) : hanTitle(at, next)
    case .address, .nothing: return next
    }
  }

  /// 中韩关系: two countries, a character each.
  private mutating func hanPair(_ at: Int) -> Int? {
    guard at + 2 < end, let first = lists.hanCountries[word(at)], let second = lists.hanCountries[word(at + 1)],
      lists.hanPairFollowers.match(tokens.span, at: at + 2, before: end) != nil
    else { return nil }
    for (place, entry) in [(at, first), (at + 1, second)] {
      spans.append(
        NameSpan(place..<place + 1, sentence: sentence, .country, .gazetteer, 0.85, listed: Int(entry)))
    }
    return at + 2
  }

  mutating func hanTitle(_ at: Int, _ next: Int) -> Int {
    let origin = spanEnding(at: at)
    // 国务委员兼外交部长王毅: two titles, joined by 兼 or a mark.
    var titles = [at..<next]
    var behind = next
    while titles.count < 4, behind + 1 < end, shape(behind).contains(.ideographic) || word(behind) != lists.comma,
      kind(behind) == nil, kind(behind + 1)?.sort == .role || kind(behind + 1)?.sort == .name(.organisation),
      shape(behind).contains(.mark) || shape(behind).contains(.ideographic)
    {
      var other = behind + 1
      if kind(other)?.sort == .name(.organisation) { other += length(other) }
      guard kind(other)?.sort == .role else { break }
      if other > behind + 1 {
        spans.append(
          NameSpan(
            behind + 1..<other, sentence: sentence, .organisation, .gazetteer, 0.9,
            listed: Int(listed[behind + 1 - start])))
      }
      titles.append(other..<other + length(other))
      behind = other + length(other)
    }
    // 新华社记者 李涛: a reporter counts only with a name.
    let isReporter = isSign(next - 2, 0x8BB0) && isSign(next - 1, 0x8005)
    if let name = hanName(behind) ?? (isReporter ? nil : foreignHanName(behind)) {
      // 新华社记者李涛: without a house a reporter holds no office.
      let owner = spans.count + titles.count
      if !isReporter || origin != nil { for range in titles { role(range, owner: owner, origin: origin) } }
      var span = NameSpan(name, sentence: sentence, .person, .title, 0.92)
      span.origin = origin ?? -1
      spans.append(span)
      return name.upperBound
    }
    if isReporter { return next }
    if let name = hanNameBefore(at) {
      spans.append(NameSpan(name, sentence: sentence, .person, .title, 0.88))
      role(at..<next, owner: spans.count - 1, origin: nil)
      return next
    }
    role(at..<next, owner: -1, origin: origin)
    spans[spans.count - 1].isPending = true
    return next
  }

  private mutating func role(_ range: Range<Int>, owner: Int, origin: Int?) {
    var span = NameSpan(range, sentence: sentence, .role, .title, owner >= 0 ? 0.93 : 0.7)
    span.owner = owner
    span.origin = origin ?? -1
    spans.append(span)
  }

  private func isSign(_ at: Int, _ scalar: UInt32) -> Bool {
    at >= start && at < end && tokens[at].length == 3
      && UTF8Scan.scalar(bytes.span, at: tokens[at].start).value == scalar
  }

  func isHan(_ at: Int) -> Bool { at >= start && at < end && tokens[at].shape.contains(.ideographic) }

  private func surnameLength(_ at: Int) -> Int {
    guard isHan(at) else { return 0 }
    return lists.hanSurnames.match(tokens.span, at: at, before: end)?.length ?? 0
  }

  private func followerStarts(_ at: Int) -> Bool {
    guard isHan(at) else { return true }
    return lists.hanFollowers.match(tokens.span, at: at, before: end) != nil
  }

  /// Surname and given name from `at`.
  private func hanName(_ at: Int) -> Range<Int>? {
    let surname = surnameLength(at)
    guard surname > 0, isHan(at + surname), !shape(at + surname).contains(.spaceBefore) else { return nil }
    let given = at + surname
    if kind(given) != nil { return nil }
    var next = given + 1
    if isHan(next), !shape(next).contains(.spaceBefore), kind(next) == nil, !followerStarts(next) { next += 1 }
    // 英格丽·哈根 is transcribed.
    if isMiddleDot(next) || isMiddleDot(next + 1) { return nil }
    return at..<next
  }

  private func isMiddleDot(_ at: Int) -> Bool {
    shape(at).contains(.mark) && tokens[at].length == 2 && bytes[tokens[at].start] == 0xC2
  }

  /// A transcribed name behind a title: up to a mark or a word that goes on.
  private func foreignHanName(_ at: Int) -> Range<Int>? {
    var next = at
    while next < end, next < at + 10, isHan(next) || shape(next).contains(.mark) && tokens[next].length == 2 {
      if next > at + 1 && isHan(next) && followerStarts(next) { break }
      if kind(next) != nil { break }
      next += 1
    }
    guard next - at >= 2, next - at <= 9, next >= end || !isHan(next) || followerStarts(next), !followerStarts(at)
    else {
      return nil
    }
    return at..<next
  }

  /// Surname and given name that end at `at`.
  private func hanNameBefore(_ at: Int) -> Range<Int>? {
    for length in [3, 2] where at - length >= start {
      let first = at - length
      guard surnameLength(first) > 0, (first..<at).allSatisfy({ isHan($0) && kind($0) == nil }) else { continue }
      if let last = spans.last, last.tokens.upperBound > first { continue }
      let before = first - 1
      let isBorder =
        before < start || !isHan(before) || shape(first).contains(.spaceBefore) || spanEnding(at: first) != nil
        || lists.hanFollowers.match(tokens.span, at: before, before: first) != nil
      if isBorder { return first..<at }
    }
    return nil
  }

  /// 王毅表示: surname, given name and a verb of speaking, at a border.
  private func hanSpeaker(_ at: Int) -> Range<Int>? {
    let isBorder = at == start || !isHan(at - 1) || spanEnding(at: at) != nil
    guard isBorder, let name = hanName(at) else { return nil }
    let next = name.upperBound
    guard let follower = lists.hanFollowers.match(tokens.span, at: next, before: end), follower.length >= 2 else {
      return nil
    }
    return name
  }

  private mutating func hangulHolder(_ name: Range<Int>, _ at: Int, _ next: Int, _ origin: Int?) -> Int {
    var span = NameSpan(name, sentence: sentence, .person, .title, 0.9)
    span.origin = origin ?? -1
    // The body between name and title was found before: the name goes in front of it.
    let place = spans.firstIndex { $0.sentence == sentence && $0.tokens.lowerBound > name.lowerBound } ?? spans.count
    spans.insert(span, at: place)
    for index in spans.indices {
      if spans[index].owner >= place && index != place { spans[index].owner += 1 }
      if spans[index].origin >= place && index != place { spans[index].origin += 1 }
    }
    role(at..<next, owner: place, origin: origin.map { $0 >= place ? $0 + 1 : $0 })
    return next
  }

  /// 방글라데시 라흐만 총리: a word between a country and a title; 대통령실에서 이그나시오 바라오나 대통령: two words that no list has.
  private func transcribedHangulName(_ first: Int, _ before: Int) -> Range<Int>? {
    guard before - first >= 2, before - first <= 5, first > start, shape(first).contains(.spaceBefore),
      isPlainHangul(first..<before), !lists.hangulParticles.contains(word(before - 1)) || before - first > 2
    else { return nil }
    if let last = spans.last, last.sentence == sentence, last.type == .country, last.tokens.upperBound == first {
      return first..<before
    }
    var given = first - 1
    guard shape(given).contains(.hangul) else { return nil }
    while given > start && shape(given - 1).contains(.hangul) && !shape(given).contains(.spaceBefore) { given -= 1 }
    guard first - given >= 2, first - given <= 5, isPlainHangul(given..<first),
      !lists.hangulParticles.contains(word(first - 1)),
      given == start || spanEnding(at: given) != nil || lists.hangulParticles.contains(word(given - 1))
        || shape(given - 1).contains(.mark)
    else { return nil }
    return given..<before
  }

  private func isPlainHangul(_ range: Range<Int>) -> Bool {
    range.allSatisfy { shape($0).contains(.hangul) && kind($0) == nil }
  }

  /// 카를로스 이바녜스 칠레 장관: two words before a country, the first without a particle.
  private func foreignHangulName(_ first: Int, _ before: Int, _ origin: Int?) -> Range<Int>? {
    guard let origin, before > first + 1, before - first <= 7, first > start,
      spans[origin].type == .country
        || origin > 0 && spans[origin - 1].type == .country
          && spans[origin - 1].tokens.upperBound == spans[origin].tokens.lowerBound,
      shape(first).contains(.spaceBefore), !shape(first - 1).contains(.mark)
    else { return nil }
    var given = first - 1
    while given > start && shape(given - 1).contains(.hangul) && !shape(given).contains(.spaceBefore) { given -= 1 }
    // 정부청사에서 바트에르덴 몽골 대통령과: one word
    if before - first >= 4, lists.hangulParticles.contains(word(first - 1)), isPlainHangul(first..<before) {
      return first..<before
    }
    guard first - given >= 2, first - given <= 6, (given..<before).allSatisfy({ shape($0).contains(.hangul) }),
      !lists.hangulParticles.contains(word(first - 1)), (given..<first).allSatisfy({ kind($0) == nil })
    else { return nil }
    return given..<before
  }

  /// 이재명 대통령, 조현 외교부 장관.
  private mutating func hangulTitle(_ at: Int, _ next: Int) -> Int {
    var before = at
    let origin = spanEnding(at: at)
    if let origin, spans[origin].type != .person, spans[origin].type != .role {
      before = spans[origin].tokens.lowerBound
      // "칠레 교통부 장관": the country before the ministry
      if origin > 0, spans[origin - 1].sentence == sentence, spans[origin - 1].type == .country,
        spans[origin - 1].tokens.upperBound == before
      {
        before = spans[origin - 1].tokens.lowerBound
      }
    }
    var first = before
    while first > start && shape(first - 1).contains(.hangul) && !shape(first).contains(.spaceBefore) { first -= 1 }
    if first == before && first > start {
      first -= 1
      while first > start && shape(first - 1).contains(.hangul) && !shape(first).contains(.spaceBefore) { first -= 1 }
    }
    let length = before - first
    if let name = foreignHangulName(first, before, origin) {
      return hangulHolder(name, at, next, origin)
    }
    if length >= 2 && length <= 4, lists.hangulSurnames.contains(word(first)),
      (first..<before).allSatisfy({
        shape($0).contains(.hangul) && kind($0) == nil
      })
    {
      return hangulHolder(first..<before, at, next, origin)
    }
    if before == at, let name = transcribedHangulName(first, before) {
      let country = spans.indices.last.flatMap { spans[$0].tokens.upperBound == name.lowerBound ? $0 : nil }
      return hangulHolder(name, at, next, country)
    }
    role(at..<next, owner: -1, origin: origin)
    spans[spans.count - 1].isPending = true
    return next
  }
}
