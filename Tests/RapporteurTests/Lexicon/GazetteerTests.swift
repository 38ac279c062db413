import Testing

@testable import Rapporteur

@Suite struct GazetteerTests {
  /// The longest match at the first token of `text`, as the words it covers.
  private func match(_ text: String, among phrases: [String]) -> String? {
    var gazetteer = Gazetteer()
    for (index, phrase) in phrases.enumerated() { gazetteer.add(phrase, value: index) }
    let tokens = Lexicon.shared.ids(of: text)
    guard let found = gazetteer.match(tokens.span, at: 0, before: tokens.count) else { return nil }
    return Text(text)[TextRange(tokens[0].start, tokens[found.length - 1].end)]
  }

  @Test func takesTheLongestEntry() {
    #expect(match("Republic of Korea and more", among: ["Republic", "Republic of Korea"]) == "Republic of Korea")
  }

  @Test func goesBackToTheLastWholeEntry() {
    #expect(match("Bank of Nowhere", among: ["Bank", "Bank of England"]) == "Bank")
  }

  @Test func lowerCaseEntriesMatchAnyCase() {
    #expect(match("Foreign Minister Duarte", among: ["foreign minister"]) == "Foreign Minister")
  }

  @Test func capitalsInTheListAreDemanded() {
    #expect(match("us and them", among: ["US"]) == nil)
    #expect(match("US and them", among: ["US"]) == "US")
    #expect(match("china cups", among: ["China"]) == nil)
    #expect(match("CHINA", among: ["China"]) == "CHINA")
  }

  @Test func twoSpellingsOfOneWordLiveSideBySide() {
    #expect(match("who knows", among: ["WHO", "who"]) == "who")
  }

  @Test func wordsOutsideEveryListMatchToo() {
    #expect(match("Zyxwv Qrstu spoke", among: ["Zyxwv Qrstu"]) == "Zyxwv Qrstu")
  }

  @Test func ideographsMatchInTheMiddleOfARun() {
    let text = "国家主席习近平"
    let tokens = Lexicon.shared.ids(of: text)
    var gazetteer = Gazetteer()
    gazetteer.add("主席", value: 7)
    #expect(gazetteer.match(tokens.span, at: 2, before: tokens.count) == .init(length: 2, value: 7))
  }
}

@Suite struct EmptyTextTests {
  @Test func nothingStartsBehindTheEnd() {
    var gazetteer = Gazetteer()
    gazetteer.add("may", value: 1)
    let tokens: [Token] = []
    #expect(gazetteer.match(tokens.span, at: 0, before: 0) == nil)
  }
}

@Suite struct WordListTests {
  @Test(arguments: EmbeddedFile.lists) func isSortedAndFreeOfDuplicates(_ name: String) {
    let entries = WordList(name).entries.map { Array($0.text.utf8) }
    #expect(!entries.isEmpty)
    for (a, b) in zip(entries, entries.dropFirst()) {
      #expect(a.lexicographicallyPrecedes(b), "\(name): '\(String(decoding: b, as: UTF8.self))'")
    }
  }

  @Test func readsFieldsAndSkipsComments() {
    let list = WordList(bytes: Array("# a list\njan\t1\nvice president\n\n".utf8))
    #expect(list.entries.map(\.text) == ["jan", "vice president"])
    #expect(list.entries.map(\.fields) == [["1"], []])
  }
}
