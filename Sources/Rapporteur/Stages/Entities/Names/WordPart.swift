/// What a word can be in a name: several at once.
struct WordPart: OptionSet, Sendable {
  let rawValue: UInt32

  static let organisation = WordPart(rawValue: 1 << 0)
  static let event = WordPart(rawValue: 1 << 1)
  static let agreement = WordPart(rawValue: 1 << 2)
  static let facility = WordPart(rawValue: 1 << 3)
  static let location = WordPart(rawValue: 1 << 4)
  static let place = WordPart(rawValue: 1 << 5)
  /// A head also where it is written small.
  static let small = WordPart(rawValue: 1 << 6)
  /// May stand, small, between a name and its small head.
  static let tail = WordPart(rawValue: 1 << 7)
  /// A head that may open the name.
  static let front = WordPart(rawValue: 1 << 8)
  /// Closes the name of a company.
  static let company = WordPart(rawValue: 1 << 9)
  static let ordinal = WordPart(rawValue: 1 << 10)
  /// A minister's field.
  static let topic = WordPart(rawValue: 1 << 11)
  /// Stands before a title and belongs to it.
  static let modifier = WordPart(rawValue: 1 << 12)
  /// Small word inside a person's name.
  static let particle = WordPart(rawValue: 1 << 13)
  static let locative = WordPart(rawValue: 1 << 14)
  /// Joins the parts of a long name.
  static let reach = WordPart(rawValue: 1 << 15)
  static let calendar = WordPart(rawValue: 1 << 16)
  /// What persons do in reports.
  static let speech = WordPart(rawValue: 1 << 17)
  static let masculine = WordPart(rawValue: 1 << 18)
  static let feminine = WordPart(rawValue: 1 << 19)
  /// No name although it has a capital where a sentence begins.
  static let function = WordPart(rawValue: 1 << 20)
  /// Written in capitals without being a name.
  static let nameless = WordPart(rawValue: 1 << 21)
  /// Usually written small.
  static let common = WordPart(rawValue: 1 << 22)
  /// A surname that stands before the given name.
  static let eastSurname = WordPart(rawValue: 1 << 23)
  static let surname = WordPart(rawValue: 1 << 24)
  static let given = WordPart(rawValue: 1 << 25)
  static let givenFeminine = WordPart(rawValue: 1 << 26)
  static let givenMasculine = WordPart(rawValue: 1 << 27)

  /// A nationality that is a language as well, and a word that tells which of them it is.
  static let language = WordPart(rawValue: 1 << 28)
  static let tongue = WordPart(rawValue: 1 << 29)

  /// Closes the name of a law, which may begin before an "of".
  static let statute = WordPart(rawValue: 1 << 30)
  /// A body whose counted meetings are events ("44th Extraordinary Assembly").
  static let legislative = WordPart(rawValue: 1 << 31)

  /// The words that tell the kind of a name.
  static let head: WordPart = [.organisation, .event, .agreement, .facility, .location, .place]

  /// The words that a person is known by.
  static let personal: WordPart = [.eastSurname, .surname, .given]

  /// The part that name_words.txt calls `name`.
  init?(named name: Substring) {
    switch name {
    case "org": self = .organisation
    case "event": self = .event
    case "agreement": self = .agreement
    case "facility": self = .facility
    case "location": self = .location
    case "place": self = .place
    case "small": self = .small
    case "tail": self = .tail
    case "front": self = .front
    case "company": self = .company
    case "ordinal": self = .ordinal
    case "topic": self = .topic
    case "modifier": self = .modifier
    case "particle": self = .particle
    case "locative": self = .locative
    case "reach": self = .reach
    case "calendar": self = .calendar
    case "speech": self = .speech
    case "masculine": self = .masculine
    case "feminine": self = .feminine
    case "function": self = .function
    case "nameless": self = .nameless
    case "language": self = .language
    case "tongue": self = .tongue
    case "statute": self = .statute
    case "sitting": self = .legislative
    default: return nil
    }
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The type of the names that end with such a word.
  var headType: EntityType? {
    if contains(.organisation) { return .organisation }
    if contains(.event) { return .event }
    if contains(.agreement) { return .agreement }
    if contains(.place) { return .country }
    if contains(.facility) { return .facility }
    if contains(.location) { return .location }
    return nil
  }
}
