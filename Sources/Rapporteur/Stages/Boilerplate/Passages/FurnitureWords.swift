/// What single words say of a line that a page sets around its article.
struct FurnitureWords: Sendable {
  static let shared = FurnitureWords()

  /// What a word may be.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8

    /// A word of calls and notices: subscribe, newsletter, share, reproduced.
    static let call = Kinds(rawValue: 1)
    /// The name of a section: World, Business, Opinion.
    static let menu = Kinds(rawValue: 2)
    /// How calls begin: Get, Join, Sign.
    static let opener = Kinds(rawValue: 4)
    /// Spoken to the reader: you, our.
    static let reader = Kinds(rawValue: 8)
    /// Stands around a date: published, updated, GMT.
    static let date = Kinds(rawValue: 16)
    /// The name of a kind of body: ministry, department.
    static let body = Kinds(rawValue: 32)
  }

  private let words: WordMap<Kinds>

  init(lexicon: Lexicon = .shared) {
    words = WordMap(list: "furniture_words", lexicon: lexicon) { fields in
      var kinds: Kinds = []
      for field in fields.first?.split(separator: ",") ?? [] {
        switch field {
        case "call": kinds.insert(.call)
        case "menu": kinds.insert(.menu)
        case "opener": kinds.insert(.opener)
        case "reader": kinds.insert(.reader)
        case "date": kinds.insert(.date)
        case "body": kinds.insert(.body)
        default: break
        }
      }
      return kinds
    }
  }

  subscript(word: WordID) -> Kinds? { words[word] }
}
