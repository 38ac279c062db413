/// A name, date or amount where it stands in the text.
public struct Mention: Sendable {
  public var range: TextRange
  public var type: EntityType

  /// The index in `Document.entities` of what it names; `nil` for dates, times, amounts and numbers.
  public var entity: Int?

  /// The value of a DATE or TIME as TIMEX3 / ISO 8601, of MONEY as amount and ISO 4217 code ("1500000 USD"), of a
  /// CARDINAL as a plain number.
  public var value: String?

  public var rule: Rule

  /// 0 to 1.
  public var confidence: Double

  public init(
    range: TextRange, type: EntityType, entity: Int? = nil, value: String? = nil, rule: Rule, confidence: Double
  ) {
    self.range = range
    self.type = type
    self.entity = entity
    self.value = value
    self.rule = rule
    self.confidence = confidence
  }

  /// What found the mention.
  public enum Rule: String, Sendable, CaseIterable {
    /// An entry of a built-in list.
    case gazetteer
    /// An entry of a user's list.
    case list
    /// A title before or behind the name.
    case title
    /// A known surname with its given name.
    case surname
    /// The word by which its kind is known ("… Ministry", "… Agreement").
    case head
    /// A short form in brackets behind the long one.
    case acronym
    /// A name known from elsewhere in the document.
    case repeated
    /// Capitals where none are due.
    case capitals
    /// The grammar of dates, times and amounts.
    case grammar
    /// The trained tagger.
    case tagger
  }
}

/// What a name names.
public enum EntityType: String, Sendable, CaseIterable {
  case person = "PERSON"
  case role = "ROLE"
  case organisation = "ORG"
  case country = "GPE"
  case nationality = "NORP"
  case location = "LOC"
  case facility = "FAC"
  case event = "EVENT"
  case agreement = "AGREEMENT"
  case date = "DATE"
  case time = "TIME"
  case money = "MONEY"
  case cardinal = "CARDINAL"

  /// Whether mentions of the type name something that an `Entity` stands for.
  public var isNamed: Bool {
    switch self {
    case .date, .time, .money, .cardinal: false
    default: true
    }
  }
}
