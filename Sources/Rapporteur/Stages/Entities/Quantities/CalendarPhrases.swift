/// Phrases that stand for a day or a period, and words of several characters in Chinese, Korean and Japanese dates.
struct CalendarPhrases: Sendable {
  /// What a phrase stands for. The raw values are those of the list.
  enum Kind: String, Sendable {
    case day, week, weekend, month, quarter, year, century
    case quarterNumber = "quarter_number", half, season, reference, span, edge, fixed
    case weekday, weekdayLast = "weekday_last", weekdayThis = "weekday_this", weekdayNext = "weekday_next"
    case part = "east_part", unit = "east_unit", decadeMark = "decade_mark", centuryMark = "century_mark"
    case centuryLength = "century_length", currency
  }

  struct Match {
    var kind: Kind
    var number: Int
    /// The index of the token behind the phrase.
    var end: Int
  }

  private var gazetteer = Gazetteer()
  private var meanings: [(kind: Kind, number: Int)] = []

  init(lexicon: Lexicon = .shared) {
    for row in WordList("calendar_phrases").entries {
      guard let kind = row.fields.first.flatMap(Kind.init), let field = row.fields.last else {
        continue
      }
      gazetteer.add(row.text, value: meanings.count, lexicon: lexicon)
      meanings.append((kind, Int(field) ?? Currency(code: field).number))
    }
  }

  /// The longest phrase that starts at the token.
  func match(_ tokens: Span<Token>, at index: Int, before limit: Int) -> Match? {
    guard let found = gazetteer.match(tokens, at: index, before: limit) else { return nil }
    let meaning = meanings[found.value]
    return Match(kind: meaning.kind, number: meaning.number, end: index + found.length)
  }
}
