/// A form of a verb that reports.
struct ReportingVerb: Sendable {
  var act: SpeechAct
  var inflections: Inflections

  /// What may follow the verb itself.
  var complements: Complements

  /// What may follow the verb with a particle: "call for", "point out".
  var particles: [Particle]

  struct Particle: Sendable {
    var word: WordID
    var complements: Complements
    /// The act that the particle makes of it, where it is another.
    var act: SpeechAct?
  }

  struct Inflections: OptionSet, Sendable {
    let rawValue: UInt8
    static let base = Inflections(rawValue: 1 << 0)
    static let third = Inflections(rawValue: 1 << 1)
    static let past = Inflections(rawValue: 1 << 2)
    static let participle = Inflections(rawValue: 1 << 3)
    static let gerund = Inflections(rawValue: 1 << 4)
    static let finite: Inflections = [.base, .third, .past]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// From the letters of reporting_verbs.txt.
    init(letters: String) {
      var value: Inflections = []
      for byte in letters.utf8 {
        switch byte {
        case UInt8(ascii: "b"): value.insert(.base)
        case UInt8(ascii: "z"): value.insert(.third)
        case UInt8(ascii: "d"): value.insert(.past)
        case UInt8(ascii: "n"): value.insert(.participle)
        case UInt8(ascii: "g"): value.insert(.gerund)
        default: break
        }
      }
      self = value
    }
  }

  /// What says what is said.
  struct Complements: OptionSet, Sendable {
    let rawValue: UInt32
    /// "that …".
    static let that = Complements(rawValue: 1 << 0)
    /// A clause without "that".
    static let clause = Complements(rawValue: 1 << 1)
    /// A quotation, or a place behind the content: "…, he said".
    static let quotation = Complements(rawValue: 1 << 2)
    /// "to" and what the speaker will do.
    static let infinitive = Complements(rawValue: 1 << 3)
    /// Somebody "to" do it.
    static let object = Complements(rawValue: 1 << 4)
    /// A noun phrase or gerund.
    static let noun = Complements(rawValue: 1 << 5)
    /// "whether", "how" …
    static let question = Complements(rawValue: 1 << 6)
    /// Something "as" something.
    static let asObject = Complements(rawValue: 1 << 7)
    /// Somebody "of" something.
    static let ofObject = Complements(rawValue: 1 << 8)
    /// Somebody "for" something.
    static let forObject = Complements(rawValue: 1 << 9)
    /// Something and what it is called.
    static let naming = Complements(rawValue: 1 << 10)
    /// An addressee may stand before the rest.
    static let addressee = Complements(rawValue: 1 << 11)
    /// Only documents do it: "the statement read".
    static let document = Complements(rawValue: 1 << 12)
    /// Only with a subject that can speak.
    static let weak = Complements(rawValue: 1 << 13)
    /// Something "at" a figure: "put the cost at two million".
    static let atObject = Complements(rawValue: 1 << 14)
    /// Somebody "with" something.
    static let withObject = Complements(rawValue: 1 << 15)
    /// Something "to" or "with" something.
    static let toObject = Complements(rawValue: 1 << 16)
    /// Only behind "wanted to".
    static let wanted = Complements(rawValue: 1 << 17)

    /// An object that is itself a claim: "the charge that".
    static let claim = Complements(rawValue: 1 << 18)

    /// Something and a second thing behind a preposition.
    static let pairs: Complements = [.ofObject, .forObject, .atObject, .withObject, .toObject]

    /// From the letters of reporting_verbs.txt.
    init(letters: String) {
      var value: Complements = []
      for byte in letters.utf8 {
        switch byte {
        case UInt8(ascii: "T"): value.insert(.that)
        case UInt8(ascii: "C"): value.insert(.clause)
        case UInt8(ascii: "Q"): value.insert(.quotation)
        case UInt8(ascii: "I"): value.insert(.infinitive)
        case UInt8(ascii: "O"): value.insert(.object)
        case UInt8(ascii: "N"): value.insert(.noun)
        case UInt8(ascii: "W"): value.insert(.question)
        case UInt8(ascii: "A"): value.insert(.asObject)
        case UInt8(ascii: "V"): value.insert(.ofObject)
        case UInt8(ascii: "F"): value.insert(.forObject)
        case UInt8(ascii: "K"): value.insert(.naming)
        case UInt8(ascii: "R"): value.insert(.addressee)
        case UInt8(ascii: "D"): value.insert(.document)
        case UInt8(ascii: "P"): value.insert(.atObject)
        case UInt8(ascii: "H"): value.insert(.withObject)
        case UInt8(ascii: "L"): value.insert(.toObject)
        case UInt8(ascii: "S"): value.insert(.claim)
        case UInt8(ascii: "X"): value.insert(.wanted)
        case UInt8(ascii: "w"): value.insert(.weak)
        default: break
        }
      }
      self = value
    }

    init(rawValue: UInt32) { self.rawValue = rawValue }
  }
}
