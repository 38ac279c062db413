/// How sure a statement is: that it is one, by the rule that found it, and that its speaker is the one named, by the sieve
/// that told.
///
/// The shares that were right among the statements of the gold corpus's parts train and dev.
enum StatementConfidence {
  static func of(_ attribution: Attribution) -> Double {
    statement(attribution) * speaker(attribution.speakers.first?.resolution)
  }

  private static func statement(_ attribution: Attribution) -> Double {
    switch attribution.rule {
    case .clause, .according, .coordination: 0.97
    case .tail: 0.96
    case .participle: 0.88
    case .transcript: attribution.isContinued ? 0.85 : 0.97
    case .run: attribution.kind == .indirect ? 0.72 : 0.93
    case .headline, .noun, .tagger: 0.85
    }
  }

  private static func speaker(_ resolution: Speaker.Resolution?) -> Double {
    switch resolution {
    case .name, .surname: 0.99
    case .organisation: 0.96
    case .inherited: 0.86
    case .pronoun: 0.87
    case .title: 0.82
    case .group, .country, .description: 0.77
    case nil: 0.7
    }
  }
}
