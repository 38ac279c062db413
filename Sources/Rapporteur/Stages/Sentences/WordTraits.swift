/// What a word does at the end or the beginning of a sentence.
struct WordTraits: OptionSet, Sendable {
  let rawValue: UInt32

  /// An abbreviation that stands before a name and so never ends a sentence ("Mr.", "Gen.").
  static let title = WordTraits(rawValue: 1 << 0)
  /// An abbreviation that a figure follows ("No.", "p.", "Sept."): no end before one.
  static let counter = WordTraits(rawValue: 1 << 1)
  /// An abbreviation that stands behind a name ("Inc.", "Jr.", "Calif.", "U.S."): an end only before a starter.
  static let tail = WordTraits(rawValue: 1 << 2)
  /// An abbreviation that something always follows ("e.g.", "vs.").
  static let inner = WordTraits(rawValue: 1 << 3)
  /// A word with which sentences start, and names seldom ("The", "However").
  static let starter = WordTraits(rawValue: 1 << 4)
  /// A verb of saying, in a form that stands behind or before a speaker's name ("said", "asked").
  static let saying = WordTraits(rawValue: 1 << 5)
  /// A name written with an exclamation or question mark ("Yahoo!").
  static let exclaimed = WordTraits(rawValue: 1 << 6)
  /// A word that numbers what it names ("Figure", "Chapter"): "Figure 2." at the start is a label.
  static let label = WordTraits(rawValue: 1 << 7)
  /// A personal pronoun in subject form ("he", "they").
  static let pronoun = WordTraits(rawValue: 1 << 8)
  /// "a.m.", "p.m."
  static let time = WordTraits(rawValue: 1 << 9)
  /// The short form of a month or a weekday.
  static let month = WordTraits(rawValue: 1 << 10)
  /// "P.S.": stands at a sentence's start and is none.
  static let postscript = WordTraits(rawValue: 1 << 11)
  /// An abbreviation with which enumerations end ("etc."): an end before a capital.
  static let final = WordTraits(rawValue: 1 << 12)
  /// "Photo:", "Image:": starts the credit of a picture.
  static let credit = WordTraits(rawValue: 1 << 13)
  /// A tail only with a capital ("Ill.", "Mass.").
  static let state = WordTraits(rawValue: 1 << 14)
  /// A tail that closes the name of a company or person ("Inc.", "Jr."): nothing of the name follows.
  static let firm = WordTraits(rawValue: 1 << 15)
  /// A tail behind the name of a town ("Calif.", "D.C.").
  static let place = WordTraits(rawValue: 1 << 16)
  /// What somebody is, between a company's name and his own ("Chairman").
  static let role = WordTraits(rawValue: 1 << 17)
  /// A finite verb that follows a subject at once ("is", "plans").
  static let verb = WordTraits(rawValue: 1 << 18)
  /// A word that is usually written small, whatever it starts.
  static let common = WordTraits(rawValue: 1 << 19)
  /// What follows a time of day ("Eastern").
  static let zone = WordTraits(rawValue: 1 << 20)
  /// A picture, with its number ("Figure 1.5").
  static let picture = WordTraits(rawValue: 1 << 21)
  /// A word with which a letter closes ("regards").
  static let farewell = WordTraits(rawValue: 1 << 22)
  /// A word with which somebody takes the floor, behind a dash ("yes", "what", "you").
  static let turn = WordTraits(rawValue: 1 << 23)
  /// A given name.
  static let given = WordTraits(rawValue: 1 << 24)

  /// Whether the word is an abbreviation of any class.
  var isAbbreviation: Bool { !isDisjoint(with: [.title, .counter, .tail, .inner, .final]) }

  /// The trait with this name in the word lists.
  init?(named name: String) {
    switch name {
    case "title": self = .title
    case "counter": self = .counter
    case "tail": self = .tail
    case "inner": self = .inner
    case "starter": self = .starter
    case "saying": self = .saying
    case "exclaimed": self = .exclaimed
    case "label": self = .label
    case "pronoun": self = .pronoun
    case "time": self = .time
    case "month": self = .month
    case "postscript": self = .postscript
    case "final": self = .final
    case "credit": self = .credit
    case "state": self = .state
    case "firm": self = [.tail, .firm]
    case "place": self = [.tail, .place]
    case "role": self = .role
    case "verb": self = .verb
    case "zone": self = .zone
    case "picture": self = .picture
    case "farewell": self = .farewell
    case "turn": self = .turn
    default: return nil
    }
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }
}
