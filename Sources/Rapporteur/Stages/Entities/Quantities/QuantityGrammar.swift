/// The grammar of dates, times, sums of money and counts.
///
/// It walks the tokens once, left to right, and takes the longest reading at each. Values are TIMEX3 (ISO 8601 with its
/// extensions for weeks, quarters, decades and vague references), counted from the document's date.
struct QuantityGrammar: Sendable {
  let words: CalendarWords
  let phrases: CalendarPhrases
  /// "is", "are", "was", "were"
  let beings: Set<WordID>

  init(lexicon: Lexicon = .shared) {
    words = CalendarWords(lexicon: lexicon)
    phrases = CalendarPhrases(lexicon: lexicon)
    beings = Set(["is", "are", "was", "were"].map { lexicon.id(of: $0) })
  }

  /// The dates, times, amounts and counts of all sentences, in document order, not overlapping.
  func mentions(in document: Document) -> [Mention] {
    var scanner = QuantityScanner(
      grammar: self, text: document.text, tokens: document.tokens, anchor: DateAnchor(of: document))
    for index in document.sentences.indices {
      scanner.scan(document.sentences[index].tokens, sentence: index)
    }
    return scanner.mentions
  }
}
