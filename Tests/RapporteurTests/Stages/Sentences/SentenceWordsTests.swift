import Testing

@testable import Rapporteur

@Suite struct SentenceWordsTests {
  @Test(arguments: ["da", "de", "en", "es", "fr", "it", "nl", "ru"])
  func listsAreInOrder(_ language: String) {
    let entries = WordList("sentence_words_" + language).entries
    #expect(entries.count > 100)
    for (a, b) in zip(entries, entries.dropFirst()) {
      #expect(Array(a.text.utf8).lexicographicallyPrecedes(Array(b.text.utf8)), "\(a.text), \(b.text)")
    }
    for entry in entries {
      #expect(entry.fields.count == 1)
      // Of two tokens no rule would ever look it up.
      #expect(Lexicon.shared.ids(of: entry.text).count == 1, "\(entry.text)")
      for field in entry.fields.flatMap({ $0.split(separator: " ") }) {
        #expect(WordTraits(named: String(field)) != nil, "\(entry.text): \(field)")
      }
    }
  }

  @Test func capitalsDecide() {
    let words = SentenceWords.of("en-GB")
    let tokens = Lexicon.shared.ids(of: "Ill ill Sat sat inc")
    let traits = tokens.map { words.traits(of: $0) }
    #expect(traits[0].contains(.tail) && !traits[1].contains(.tail))
    #expect(traits[2].contains(.counter) && !traits[3].contains(.counter))
    #expect(traits[4].contains(.tail))
    #expect(SentenceWords.of("xx").language == .en)
  }
}
