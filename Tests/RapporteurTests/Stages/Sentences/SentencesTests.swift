import Rapporteur
import Testing

@Suite struct SentencesTests {
  @Test(arguments: [
    "⟦The talks ended.⟧ ⟦Nobody spoke.⟧",
    "⟦Mr. Smith met Gen. Brown.⟧ ⟦They shook hands.⟧",
    "⟦HARBOR CITY, North Isle, Nov. 1 (News Agency) -- The two sides met on Monday.⟧",
  ])
  func english(_ marked: String) throws {
    #expect(try MarkedSentences(marked).found(language: "en") == marked)
  }
}
