/// Who is spoken of between the statements.
extension SpeakerResolver {
  /// Sentences without a statement move the focus by their subjects.
  mutating func look(before sentence: Int) {
    while seen < sentence {
      let tokens = passage.sentences[seen].tokens
      seen += 1
      guard passage.blocks[passage.sentences[seen - 1].block].isMain,
        let subject = subjects.sentenceSubject(
          passage.afterDateline(passage.sentences[seen - 1]), tokens.upperBound)
      else { continue }
      let head = head(subject)
      if let mention = passage.mention(head) {
        if mention.type == .person || mention.type == .role, let entity = mention.entity,
          passage.entities[entity].type == .person
        {
          focus = Voice(
            speaker: Speaker(entity: entity, name: passage.entities[entity].name, resolution: .name), isPerson: true,
            gender: nil)
        } else if mention.type == .organisation || mention.type == .country {
          between = (subject, seen - 1)
        }
      } else if passage.has(head, [.institution, .human]), !titles.isSingular(head) {
        between = (subject, seen - 1)
      } else if isUnknownName(subject), subject.upperBound < tokens.upperBound {
        focus = Voice(
          speaker: Speaker(entity: nil, name: passage.string(subject), resolution: .name), isPerson: true, gender: nil)
      }
    }
  }

  /// Whether a subject is a person's name that is no mention: two to four capitalised words.
  private func isUnknownName(_ subject: Range<Int>) -> Bool {
    (2...4).contains(subject.count)
      && subject.allSatisfy {
        passage.isCapitalised($0) && passage.mentionOf[$0] < 0 && passage.classes[$0].isEmpty
          && !passage.tokens[$0].shape.contains(.allCapitals)
      }
      && subject.upperBound < passage.tokens.count && subjects.isVerbLike(subject.upperBound, from: subject.lowerBound)
      && passage.classes[subject.upperBound].isDisjoint(with: .be)
  }

  /// The body that "it" and "its" mean: the one that spoke last, or was the subject of a sentence since.
  mutating func body() -> Speaker? {
    let last = history.suffix(Self.reach).last { voice in
      voice.speaker.entity.map { passage.entities[$0].type != .person } ?? !voice.isPerson
    }?.speaker
    if let last, previous.count == 1, previous[0].entity == last.entity, previous[0].name == last.name { return last }
    guard let between, last == nil || between.sentence > previousSentence else { return last }
    let found = resolve(between.subject).speakers
    guard found.count == 1, found[0].entity.map({ passage.entities[$0].type != .person }) ?? true,
      !passage.has(head(between.subject), .human)
    else { return last }
    return found[0]
  }

  /// The people whom "they" mean: those who were the subject of a sentence since the last statement.
  mutating func crowd() -> [Speaker]? {
    guard let between, between.sentence > previousSentence, passage.has(head(between.subject), .human) else {
      return nil
    }
    let found = resolve(between.subject).speakers
    return found.isEmpty ? nil : found
  }

  /// "Kim of the Seafarers' and Dockers' Union": the "and" is the body's.
  func member(_ parts: [Range<Int>], _ all: [Speaker?]) -> Speaker? {
    guard parts.count == 2, let first = all[0], let entity = first.entity, passage.entities[entity].type == .person,
      parts[0].contains(where: { passage.has($0, .of) }),
      !parts[1].contains(where: { passage.mention($0)?.type == .person || passage.mention($0)?.type == .role }),
      !passage.has(parts[1].lowerBound, .determiner)
    else { return nil }
    return first
  }

  /// "the New Centre and the Green Left": two that no mention covers.
  func unknownPair(_ parts: [Range<Int>]) -> Resolved? {
    guard parts.count == 2, passage.has(parts[0].upperBound, .and) else { return nil }
    var speakers: [Speaker] = []
    for part in parts {
      if let speaker = named(part) {
        speakers.append(speaker)
        continue
      }
      guard part.count >= 2, passage.has(part.lowerBound, .determiner) else { return nil }
      let name = part.dropFirst()
      guard name.count <= 5, name.allSatisfy({ passage.isCapitalised($0) || passage.has($0, [.of, .hyphen]) }) else {
        return nil
      }
      speakers.append(Speaker(entity: nil, name: passage.string(name), resolution: .name))
    }
    return Resolved(speakers: speakers, mention: nil, unresolved: nil)
  }
}
