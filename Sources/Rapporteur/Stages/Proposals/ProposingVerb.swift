/// The verb of a sentence that puts an announced set of points forward, and whose act it is.
struct ProposingVerb {
  let token: Int
  let isPassive: Bool
  let subject: Subject

  /// Whether it is a verb like "set" or "have" that a named subject makes one.
  private(set) var isLight = false

  /// Whether it stands in a relative clause behind the announcement ("the proposal that Kenya had put forward").
  private(set) var isRelative = false

  enum Subject {
    /// Somebody the text reports on.
    case third
    /// "I", "we".
    case first
    /// "you", or an imperative.
    case reader
    /// The text itself, or a thing: "this guide", "the method".
    case author
  }

  /// - Parameter isStrong: Whether the points' noun lets light verbs count ("made three suggestions").
  init?(_ text: PointText, around announcement: Range<Int>, in sentence: Range<Int>, isStrong: Bool) {
    let hasParticle = sentence.contains { text.classes[$0].contains(.particle) }
    func proposes(_ index: Int) -> Bool {
      let classes = text.classes[index]
      // "on the table", "the group's demands"
      if index > sentence.lowerBound,
        !text.classes[index - 1].isDisjoint(with: [.determiner, .definite])
          || text.tokens[index - 1].shape.contains(.possessive)
      {
        return false
      }
      if classes.contains(.propose) { return true }
      guard classes.contains(.light) else { return false }
      return isStrong || hasParticle || Self.hasPlan(text, index + 1..<max(index + 1, announcement.lowerBound))
        || index + 3 >= announcement.lowerBound
          && (Self.isNamed(text, index, in: sentence) || Self.isOfPlan(text, index, in: sentence))
    }
    // "set out four points that she said …": the verb before them puts them forward.
    let hasOwn = (max(sentence.lowerBound, announcement.lowerBound - 3)..<announcement.lowerBound).contains {
      text.classes[$0].isDisjoint(with: [.be, .recall, .preposition]) && proposes($0)
    }
    if !hasOwn, let verb = Self.relative(text, behind: announcement.upperBound, in: sentence) {
      token = verb
      isPassive = false
      isRelative = true
      subject = .third
      return
    }
    var index = announcement.upperBound - 1
    while index >= sentence.lowerBound {
      // A participle among the announcement's own words ("proposed") is none.
      if proposes(index), !announcement.contains(index) || announcement.count == 1, !Self.isAsked(text, index) {
        token = index
        let passive =
          index > sentence.lowerBound && text.classes[index - 1].contains(.be)
          && !text.classes[index - 1].contains(.normative) && !announcement.contains(index)
        isPassive = passive
        subject = Self.subject(text, of: index, in: sentence)
        isLight = !text.classes[index].contains(.propose) && !isStrong && !hasParticle
        return
      }
      index -= 1
    }
    index = announcement.upperBound
    while index < sentence.upperBound {
      if proposes(index) {
        let ideographic = text.tokens[index].shape.contains(.ideographic) || text.tokens[index].shape.contains(.hangul)
        var auxiliary = index - 1
        while auxiliary > max(announcement.upperBound - 1, index - 4), !Self.isAuxiliary(text, auxiliary) {
          auxiliary -= 1
        }
        if ideographic || Self.isAuxiliary(text, auxiliary) {
          token = index
          isPassive = !ideographic
          subject = .third
          return
        }
      }
      index += 1
    }
    return nil
  }

  /// "is", "were", "been", and not "would".
  private static func isAuxiliary(_ text: PointText, _ index: Int) -> Bool {
    text.classes[index].contains(.be) && text.classes[index].isDisjoint(with: [.normative, .modal])
  }

  private static func subject(_ text: PointText, of verb: Int, in sentence: Range<Int>) -> Subject {
    if text.tokens[verb].shape.contains(.ideographic) || text.tokens[verb].shape.contains(.hangul) { return .third }
    if verb == sentence.lowerBound { return text.classes[verb].contains(.action) ? .reader : .third }
    var index = verb - 1
    let limit = max(sentence.lowerBound, verb - 8)
    while index >= limit {
      let classes = text.classes[index]
      if classes.contains(.firstPerson) && !classes.contains(.his) { return .first }
      if classes.contains(.secondPerson) { return .reader }
      if classes.contains(.author) { return .author }
      if classes.contains(.thirdPerson) || text.tokens[index].shape.contains(.capitalised) { return .third }
      index -= 1
    }
    return .third
  }

  /// The verb of "that Kenya had put forward" right behind the announcement.
  private static func relative(_ text: PointText, behind end: Int, in sentence: Range<Int>) -> Int? {
    guard end < sentence.upperBound, text.tokens[end].shape.contains(.word) else { return nil }
    let shape = text.tokens[end].shape
    let word = text.bytes[text.tokens[end].range.indices]
    // "the proposal Kenya circulated"
    let isName = shape.contains(.capitalised) && text.classes[end].isDisjoint(with: [.preposition, .be, .and])
    guard isName || word.elementsEqual("that".utf8) || word.elementsEqual("which".utf8) else { return nil }
    // "that was put forward by" is passive, and read as such.
    for index in end + 1..<max(end + 1, min(sentence.upperBound, end + 16)) {
      if text.mark(index) != 0 && text.mark(index) != 0x2D { return nil }
      let classes = text.classes[index]
      if classes.contains(.be), !classes.contains(.normative) { return nil }
      if index > end + 1, classes.contains(.propose) || classes.contains(.light) && !classes.contains(.preposition) {
        return index
      }
    }
    return nil
  }

  /// "presented a plan in four points"
  private static func hasPlan(_ text: PointText, _ between: Range<Int>) -> Bool {
    between.count <= 6 && between.contains { !text.classes[$0].isDisjoint(with: [.plan, .weakPlan]) }
  }

  /// "Asked by lawmakers, the minister …": whom the participle is about puts nothing forward with it.
  private static func isAsked(_ text: PointText, _ index: Int) -> Bool {
    guard index + 1 < text.tokens.count, index == 0 || !text.classes[index - 1].contains(.be) else { return false }
    return text.bytes[text.tokens[index + 1].range.indices].elementsEqual("by".utf8)
      && text.tokens[index].shape.contains(.capitalised)
  }

  /// Whether the verb says what a plan holds: "Her plan rests on".
  private static func isOfPlan(_ text: PointText, _ verb: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, verb - 2)..<verb).reversed().prefix { text.mark($0) == 0 }.contains {
      !text.classes[$0].isDisjoint(with: [.plan, .weakPlan]) && text.classes[$0].isDisjoint(with: [.be, .preposition])
    }
  }

  /// Whether a name stands before the verb and its auxiliaries: "Commissioner Novak has set".
  private static func isNamed(_ text: PointText, _ verb: Int, in sentence: Range<Int>) -> Bool {
    var index = verb - 1
    while index >= max(sentence.lowerBound, verb - 3) {
      if text.mark(index) != 0 { return false }
      let shape = text.tokens[index].shape
      if text.classes[index].contains(.thirdPerson), text.tokens[index].length > 2, index == verb - 1 {
        return !text.classes[verb].contains(.preposition)
      }
      // "the host offered", "the lawmaker from Kerala moved"
      if let kind = SpeakerLexicon.shared.classes[text.tokens[index].word], !kind.isDisjoint(with: .human),
        kind.isDisjoint(with: [.personGroup, .time]), text.classes[verb].isDisjoint(with: [.preposition, .say])
      {
        return true
      }
      if shape.contains(.capitalised) || shape.contains(.allCapitals) {
        return index > sentence.lowerBound || text.classes[index].contains(.thirdPerson)
          || text.classes[index].isDisjoint(with: [.author, .determiner, .firstPerson, .secondPerson])
      }
      index -= 1
    }
    return false
  }
}
