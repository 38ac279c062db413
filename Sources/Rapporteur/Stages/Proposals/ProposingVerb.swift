/// The verb of a sentence that puts an announced set of points forward, and whose act it is.
struct ProposingVerb {
  let token: Int
  let isPassive: Bool
  let subject: Subject

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
      return classes.contains(.propose) || classes.contains(.light) && (isStrong || hasParticle)
    }
    var index = announcement.upperBound - 1
    while index >= sentence.lowerBound {
      // A participle among the announcement's own words ("proposed") is none.
      if proposes(index), !announcement.contains(index) || announcement.count == 1 {
        token = index
        let passive =
          index > sentence.lowerBound && text.classes[index - 1].contains(.be)
          && !text.classes[index - 1].contains(.normative) && !announcement.contains(index)
        isPassive = passive
        subject = Self.subject(text, of: index, in: sentence)
        return
      }
      index -= 1
    }
    index = announcement.upperBound
    while index < sentence.upperBound {
      if proposes(index) {
        let ideographic = text.tokens[index].shape.contains(.ideographic) || text.tokens[index].shape.contains(.hangul)
        var auxiliary = index - 1
        while auxiliary > max(announcement.upperBound - 1, index - 4), !text.classes[auxiliary].contains(.be) {
          auxiliary -= 1
        }
        if ideographic || text.classes[auxiliary].contains(.be) {
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
}
