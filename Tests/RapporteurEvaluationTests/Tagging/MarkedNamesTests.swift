import Rapporteur
import Testing

@testable import RapporteurEvaluation

/// Text with its names marked.
@Suite struct MarkedNamesTests {
  private func faults(_ text: String) -> [String] {
    do throws(GoldFaults) {
      _ = try MarkedNames("n.txt", Array(text.utf8))
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func readsDocumentsParagraphsAndMentions() throws {
    let marked = try MarkedNames(
      "n.txt",
      Array("# A comment\n[PERSON Ann Gray] flew to [GPE Oslo].\n[PERSON Gray] slept.\n\n[ORG Nordlys AS] lost.\n".utf8)
    )
    #expect(
      marked.documents.map { $0.text[$0.text.range] } == ["Ann Gray flew to Oslo.\nGray slept.", "Nordlys AS lost."])
    let first = try #require(marked.documents.first)
    #expect(first.mentions.map { first.text[$0.range] } == ["Ann Gray", "Oslo", "Gray"])
    #expect(first.mentions.map(\.type) == [.person, .country, .person])
  }

  @Test func aLineThatSaysDocumentBeginsOne() throws {
    #expect(try MarkedNames("n.txt", Array("One.\n# document\nTwo.\r\n# else\nThree.".utf8)).documents.count == 2)
  }

  @Test(arguments: [
    ("A\nthe [PERSON Ann", "n.txt:2: the mention '[PERSON Ann' is not closed; write ']' behind it"),
    ("an odd ] here", "n.txt:1: a ']' closes nothing; a mention is written [TYPE text]"),
    ("[PERSON Ann [ORG Inc]]", "n.txt:1: a mention in a mention: 'PERSON Ann [ORG Inc'; mark the longest alone"),
    ("[PERSON]", "n.txt:1: '[PERSON]' has no text; a mention is written [TYPE text]"),
    ("[MAN Ann]", "n.txt:1: 'MAN' is no type of a mention; the types are PERSON, ROLE, ORG"),
    ("[PERSON Ann ]", "n.txt:1: the text of '[PERSON Ann ]' begins or ends with a space, or is empty"),
  ])
  func saysWhatIsWrong(_ text: String, _ start: String) {
    let faults = faults(text)
    #expect(faults.first?.hasPrefix(start) == true, "\(faults)")
  }

  @Test func refusesWhatIsNoUTF8() {
    #expect(throws: GoldFaults.self) { try MarkedNames("n.txt", [0x41, 0xFF]) }
  }
}
