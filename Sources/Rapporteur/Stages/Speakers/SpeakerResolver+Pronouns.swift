/// Pronouns: "he" is the person in focus, "they" those who spoke together.
extension SpeakerResolver {
  mutating func pronoun(_ source: Range<Int>) -> Resolved {
    let token = source.lowerBound
    if passage.has(token, .they) {
      if previous.count > 1 {
        return Resolved(
          speakers: previous.map { Speaker(entity: $0.entity, name: $0.name, resolution: .pronoun) }, mention: nil,
          unresolved: nil)
      }
      if let crowd = crowd() {
        return Resolved(
          speakers: crowd.map { Speaker(entity: $0.entity, name: $0.name, resolution: .pronoun) }, mention: nil,
          unresolved: nil)
      }
      if let last = previous.first, last.entity == nil {
        return Resolved(
          speakers: [Speaker(entity: nil, name: last.name, resolution: .pronoun)], mention: nil, unresolved: nil)
      }
      if principals.persons.count == 2 {
        return Resolved(speakers: principals.persons.map { speaker($0, .group) }, mention: nil, unresolved: nil)
      }
      if principals.countries.count == 2 {
        return Resolved(speakers: principals.countries.map { speaker($0, .group) }, mention: nil, unresolved: nil)
      }
      if let last = previous.first?.entity, passage.entities[last].type == .organisation {
        return Resolved(speakers: [speaker(last, .pronoun)], mention: nil, unresolved: nil)
      }
      if let last = history.last(where: { !$0.isPerson })?.speaker {
        return Resolved(
          speakers: [Speaker(entity: last.entity, name: last.name, resolution: .pronoun)], mention: nil, unresolved: nil
        )
      }
    } else if passage.has(token, .it) || passage.has(token, .possessive) && !passage.has(token, [.he, .she]) {
      if let last = body() {
        return Resolved(
          speakers: [Speaker(entity: last.entity, name: last.name, resolution: .pronoun)], mention: nil, unresolved: nil
        )
      }
    } else if passage.has(token, [.he, .she]) {
      let wanted: Entity.Gender = passage.has(token, .she) ? .feminine : .masculine
      let within = subjectBefore(token)
      // Behind a joint statement "he" is who is known to be one, if the one in focus is not.
      let known = previous.count > 1 ? history.suffix(12).last { isKnown($0, wanted) } : nil
      for candidate in [within, known, focus].compactMap({ $0 }) + history.suffix(Self.reach).reversed()
      where candidate.isPerson && (candidate.gender ?? wanted) == wanted {
        if let entity = candidate.speaker.entity {
          guard mayBe(wanted, entity) else { continue }
          genders[entity] = wanted
        }
        let speaker = candidate.speaker
        return Resolved(
          speakers: [Speaker(entity: speaker.entity, name: speaker.name, resolution: .pronoun)], mention: nil,
          unresolved: nil)
      }
      for entity in persons.before(passage.tokens[token].start) where mayBe(wanted, entity) {
        genders[entity] = wanted
        return Resolved(speakers: [speaker(entity, .pronoun)], mention: nil, unresolved: nil)
      }
    }
    return Resolved(speakers: [], mention: nil, unresolved: .pronoun)
  }

  private func isKnown(_ voice: Voice, _ gender: Entity.Gender) -> Bool {
    guard voice.isPerson else { return false }
    return voice.speaker.entity.flatMap { passage.entities[$0].gender ?? genders[$0] } ?? voice.gender == gender
  }

  func mayBe(_ gender: Entity.Gender, _ entity: Int) -> Bool {
    let known = passage.entities[entity].gender ?? genders[entity]
    return known == nil || known == gender
  }

  /// The person who is the subject of a pronoun's own sentence: "Kim ruled it out, but she conceded …".
  private func subjectBefore(_ token: Int) -> Voice? {
    guard let sentence = passage.sentenceIndex(of: token) else { return nil }
    let low = passage.afterDateline(passage.sentences[sentence])
    guard low < token, let subject = subjects.sentenceSubject(low, token), subject.upperBound < token else {
      return nil
    }
    let last = head(subject)
    guard let mention = passage.mention(last), mention.type == .person, let entity = mention.entity,
      passage.entities[entity].type == .person
    else { return nil }
    return Voice(speaker: speaker(entity, .name), isPerson: true, gender: nil)
  }

  /// 他, 她, 双方, 两国, 양측, 그는.
  func widePronoun(_ source: Range<Int>) -> Resolved? {
    guard !passage.tokens[source.lowerBound].shape.isDisjoint(with: [.ideographic, .hangul]), source.count <= 6 else {
      return nil
    }
    let written = passage.string(source)
    if ["他", "她", "그", "그녀"].contains(written) || written.hasPrefix("他") && written != "他们" {
      let named = persons.before(passage.tokens[source.lowerBound].start).first { _ in true }.map { speaker($0, .name) }
      guard let focus = (focus ?? history.last)?.speaker ?? named else { return nil }
      return Resolved(
        speakers: [Speaker(entity: focus.entity, name: focus.name, resolution: .pronoun)], mention: nil, unresolved: nil
      )
    }
    let pairs = ["双方", "他们", "양측", "양국", "양 정상", "两国", "两位", "二人", "两人", "兩國", "雙方", "두 정상", "두 나라"]
    guard pairs.contains(where: { written.hasPrefix($0) }) else { return nil }
    var members = principals.persons
    if members.count != 2, ["两位", "二人", "两人", "양 정상", "두 정상"].contains(where: { written.hasPrefix($0) }) {
      var voices: [Speaker] = []
      for voice in history.reversed() where voice.isPerson && voices.count < 2 {
        if !voices.contains(where: { $0.entity == voice.speaker.entity && $0.name == voice.speaker.name }) {
          voices.append(voice.speaker)
        }
      }
      if voices.count == 2 {
        return Resolved(
          speakers: voices.reversed().map { Speaker(entity: $0.entity, name: $0.name, resolution: .group) },
          mention: nil, unresolved: nil)
      }
    }
    if members.count != 2 { members = principals.countries }
    guard members.count == 2 else { return nil }
    return Resolved(speakers: members.map { speaker($0, .group) }, mention: nil, unresolved: nil)
  }
}
