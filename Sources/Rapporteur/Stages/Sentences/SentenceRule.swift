/// Which rule decided at a stop, or where a sentence starts without one.
enum SentenceRule: String, Sendable {
  // Behind a stop
  case plain = "a stop before a capital"
  case starter = "a word that starts sentences follows"
  case quotation = "a quotation opens behind it"
  case closed = "a quotation or bracket closes with it"
  case figure = "a figure or sign follows"
  case wideLetter = "a letter of a script without spaces follows"
  case address = "an address follows"
  case smallLetter = "a small letter follows a plain word"
  case continued = "a small letter follows"
  case mark = "a mark follows that goes on with the sentence"
  case remark = "what follows is added to the sentence"
  case dash = "a dash goes on with the sentence"
  case noSpace = "no space follows"
  case missingSpace = "only the space is missing"
  case note = "a note's number follows"
  case listed = "an abbreviation of the user"
  case inner = "an abbreviation that something always follows"
  case title = "a title before a name"
  case titleFollows = "a title and a name follow"
  case tail = "an abbreviation behind a name"
  case firm = "a company's abbreviation before a word that is usually small"
  case clause = "a name and its verb follow"
  case role = "a company's abbreviation before a role"
  case headline = "an abbreviation in a headline"
  case dateline = "an abbreviation in a dateline"
  case time = "a time of day"
  case initial = "an initial"
  case letter = "a single letter"
  case counter = "an abbreviation before a number"
  case ordinal = "an ordinal number"
  case unknown = "an abbreviation by its form"
  case enumerator = "the number or letter of an item"
  case bracketed = "a stop alone in brackets"
  case name = "a name with a mark"
  case report = "a verb of saying follows"
  case omission = "words are left out"
  case ellipsis = "three dots before a capital"
  case exclamation = "a question or exclamation mark"
  case wideStop = "a stop of Chinese or Japanese"
  case particle = "a particle goes on with the sentence"
  case openBracket = "a bracket is still open"
  case date = "a date in figures"
  case end = "the block ends"
  // Without a stop
  case emptyLine = "an empty line"
  case item = "an item of a list"
  case addressEnd = "a sentence behind an address"
  case credit = "the credit of a picture, or a head"
  case label = "the label of a picture"
  case stamp = "the date and hour of a message"
  case separator = "a line of marks"
  case farewell = "a letter's closing words"
  case interruption = "somebody is interrupted"
  case emoticon = "a face of marks"
  case star = "a star that ends a sentence"
  case ending = "a Korean ending"
  case foreign = "a stop that ICU knows"
}

/// What a rule decided about a stop.
struct SentenceDecision {
  /// The first token of the next sentence, `nil` where the sentence goes on.
  let start: Int?
  let rule: SentenceRule

  static func ends(at start: Int, _ rule: SentenceRule) -> SentenceDecision {
    SentenceDecision(start: start, rule: rule)
  }

  static func goesOn(_ rule: SentenceRule) -> SentenceDecision { SentenceDecision(start: nil, rule: rule) }

  /// Ends before `start` if `isEnd`.
  static func either(_ isEnd: Bool, at start: Int, _ ending: SentenceRule, _ going: SentenceRule) -> SentenceDecision {
    isEnd ? ends(at: start, ending) : goesOn(going)
  }
}
