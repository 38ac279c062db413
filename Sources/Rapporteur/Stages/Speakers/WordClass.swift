/// What a token does around a statement: the classes of speaker_words.txt, and marks by their kind.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { rawValue = 1 << bit }

  static let determiner = WordClass(bit: 0)
  /// "his", "its".
  static let possessive = WordClass(bit: 1)
  /// Pronouns that are subjects.
  static let subject = WordClass(bit: 2)
  static let object = WordClass(bit: 3)
  static let be = WordClass(bit: 4)
  static let have = WordClass(bit: 5)
  static let modal = WordClass(bit: 6)
  static let doVerb = WordClass(bit: 7)
  static let negation = WordClass(bit: 8)
  static let preposition = WordClass(bit: 9)
  /// "and", "or", "but".
  static let coordinator = WordClass(bit: 10)
  static let relative = WordClass(bit: 11)
  static let subordinator = WordClass(bit: 12)
  /// What makes a report a mere supposition when it stands before its subject: "if", "what".
  static let condition = WordClass(bit: 13)
  /// "whether", "how": opens an indirect question.
  static let wh = WordClass(bit: 14)
  static let that = WordClass(bit: 15)
  static let to = WordClass(bit: 16)
  static let by = WordClass(bit: 17)
  static let `as` = WordClass(bit: 18)
  static let of = WordClass(bit: 19)
  static let `for` = WordClass(bit: 20)
  static let and = WordClass(bit: 21)
  static let adverb = WordClass(bit: 22)
  /// Weekdays, months, "last", "week".
  static let time = WordClass(bit: 23)
  /// Words in -ly that are no adverbs.
  static let noun = WordClass(bit: 24)
  /// Verbs of what happens: "met", "held", "arrived".
  static let scene = WordClass(bit: 25)
  /// Nouns for those who speak.
  static let human = WordClass(bit: 26)
  /// Heads of a pair's names: "sides", "countries", "leaders".
  static let group = WordClass(bit: 27)
  /// Those of them that are persons.
  static let personGroup = WordClass(bit: 28)
  /// Those of them that are countries.
  static let countryGroup = WordClass(bit: 29)
  /// What can be read: "statement", "report".
  static let document = WordClass(bit: 30)
  /// Bodies that speak: "ministry", "government".
  static let institution = WordClass(bit: 31)
  /// "hope", "belief": "expressed the hope that".
  static let attitude = WordClass(bit: 32)
  static let express = WordClass(bit: 33)
  static let issue = WordClass(bit: 34)
  /// "went on to say".
  static let goOn = WordClass(bit: 35)
  /// Verbs by which a sentence without a cue goes on reporting: "should", "supports".
  static let present = WordClass(bit: 36)
  /// Words before a quoted term: "so-called".
  static let quoteNoun = WordClass(bit: 37)
  static let make = WordClass(bit: 39)
  static let according = WordClass(bit: 40)
  static let he = WordClass(bit: 41)
  static let she = WordClass(bit: 42)
  static let they = WordClass(bit: 43)
  static let it = WordClass(bit: 44)
  static let firstPerson = WordClass(bit: 45)
  /// "two", "both".
  static let two = WordClass(bit: 46)
  /// Verbs and nouns of meetings.
  static let meet = WordClass(bit: 47)
  /// "with", "and".
  static let with = WordClass(bit: 48)
  /// Participles that report nothing: "citing".
  static let citing = WordClass(bit: 49)
  static let feminine = WordClass(bit: 50)
  static let masculine = WordClass(bit: 51)

  static let comma = WordClass(bit: 52)
  /// What ends a sentence.
  static let stop = WordClass(bit: 53)
  static let colon = WordClass(bit: 54)
  static let semicolon = WordClass(bit: 55)
  static let dash = WordClass(bit: 56)
  static let openBracket = WordClass(bit: 57)
  static let closeBracket = WordClass(bit: 58)
  /// A quotation mark of a quotation.
  static let quoteMark = WordClass(bit: 59)
  static let hyphen = WordClass(bit: 60)
  /// "quoted", "cited": before "as saying".
  static let quoting = WordClass(bit: 62)
  /// "His Highness", "Her Majesty".
  static let honorific = WordClass(bit: 63)
  /// Words by which a page speaks of itself.
  static let page = WordClass(bit: 61)

  /// Marks at which a clause may end.
  static let border: WordClass = [.comma, .stop, .colon, .semicolon, .dash]

  /// What a part of a hyphenated word may still be.
  static let nouns: WordClass = [
    .human, .group, .personGroup, .countryGroup, .document, .institution, .time, .hyphen, .dash, .quoteMark,
  ]

  /// Auxiliaries.
  static let auxiliary: WordClass = [.be, .have, .modal, .doVerb]

  /// The classes by the names they have in the list.
  static let names: [String: WordClass] = [
    "determiner": .determiner, "possessive": .possessive, "subject": .subject, "object": .object, "be": .be,
    "have": .have, "modal": .modal, "do": .doVerb, "negation": .negation, "preposition": .preposition,
    "coordinator": .coordinator, "relative": .relative, "subordinator": .subordinator, "condition": .condition,
    "wh": .wh, "that": .that, "to": .to, "by": .by, "as": .as, "of": .of, "for": .for, "and": .and,
    "adverb": .adverb, "time": .time, "noun": .noun, "scene": .scene, "human": .human, "group": .group,
    "person-group": .personGroup, "country-group": .countryGroup, "document": .document,
    "institution": .institution, "attitude": .attitude, "express": .express, "issue": .issue, "go-on": .goOn,
    "present": .present, "quote-noun": .quoteNoun, "make": .make, "according": .according,
    "he": .he, "she": .she, "they": .they, "it": .it, "first-person": .firstPerson, "two": .two, "meet": .meet,
    "with": .with, "citing": .citing, "feminine": .feminine, "masculine": .masculine,
    "page": .page, "quoting": .quoting, "honorific": .honorific,
  ]

  /// The class of a mark by its scalar.
  static func ofMark(_ scalar: UInt32) -> WordClass {
    switch scalar {
    case 0x2C, 0xFF0C, 0x3001: .comma
    case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0x2026: .stop
    case 0x3A, 0xFF1A: .colon
    case 0x3B, 0xFF1B: .semicolon
    case 0x2012...0x2015: .dash
    case 0x2D, 0x2010, 0x2011: .hyphen
    case 0x28, 0x5B, 0xFF08: .openBracket
    case 0x29, 0x5D, 0xFF09: .closeBracket
    default: []
    }
  }
}
