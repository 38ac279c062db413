import Testing

@testable import Rapporteur

/// What of the tagger's names stands beside the rules', with names that a test makes up.
@Suite struct TakenNamesTests {
  /// The names of a text by type and rule after the finder took `names`, each a piece of the text with its class.
  private func taken(_ text: String, _ names: [(String, NameClass)]) throws -> (spans: [String], overruled: [String]) {
    let document = try MarkedNames.annotate(text)
    var finder = NameFinder(lists: .shared, own: nil, document: document)
    finder.find(in: document.sentences)
    func words(_ range: Range<Int>) -> String {
      document.text[document.tokens[range.lowerBound].range.hull(document.tokens[range.upperBound - 1].range)]
    }
    let found = try names.map { piece, kind in
      let first = try #require(
        document.tokens.indices.first { first in
          document.tokens.indices.contains { $0 >= first && words(first..<$0 + 1) == piece }
        })
      let last = try #require(document.tokens.indices.first { $0 >= first && words(first..<$0 + 1) == piece })
      return TaggedName(tokens: first..<last + 1, sentence: 0, kind: kind, margin: 10, confidence: 0.75)
    }
    let overruled = finder.take(found)
    let spans = finder.spans.filter { !$0.isDropped }
      .map { "\($0.type.rawValue) \(words($0.tokens)) \($0.rule.rawValue)" }
    return (spans, overruled.map { "\(words($0.tokens)) \($0.by.rawValue)" })
  }

  @Test func aTitlesHolderStands() throws {
    let result = try taken("They met Foreign Minister Anna Holm today.", [("Minister Anna Holm", .organisation)])
    #expect(result.spans == ["ROLE Foreign Minister title", "PERSON Anna Holm title"])
    #expect(result.overruled == ["Minister Anna Holm title"])
  }

  @Test func capitalsAloneGiveWay() throws {
    let result = try taken("We bought it from Zorvex Quintal last year.", [("Zorvex Quintal", .organisation)])
    #expect(result.spans == ["ORG Zorvex Quintal tagger"])
  }

  @Test func aLongerNameSwallowsAPlace() throws {
    let result = try taken("He works for Norway Prawns in town.", [("Norway Prawns", .organisation)])
    #expect(result.spans == ["ORG Norway Prawns tagger"])
    #expect(result.overruled == ["Norway tagger", "Prawns tagger"])
  }

  @Test func aCountryIsOne() throws {
    let result = try taken("He went to Norway.", [("Norway", .person)])
    #expect(result.spans == ["GPE Norway gazetteer"])
  }
}
