import Rapporteur
import Testing

@testable import RapporteurEvaluation

/// Texts in other cases, to learn names from.
@Suite struct CasedCopiesTests {
  @Test(arguments: [
    (CasedCopies.Case.small, "Ann Gray of Łódź met the EU's envoys", "ann gray of Łódź met the eu's envoys"),
    (.capitals, "Ann Gray of Łódź met the EU's envoys", "ANN GRAY OF ŁóDź MET THE EU'S ENVOYS"),
    (.headline, "a judge fines Ann Gray's élan over the wall", "A Judge Fines Ann Gray's élan Over the Wall"),
  ])
  func changesNothingButASCIILetters(_ form: CasedCopies.Case, _ text: String, _ copy: String) {
    let made = CasedCopies.copy(text.utf8, in: form)
    #expect(made[made.range] == copy)
    #expect(made.count == text.utf8.count)
  }

  @Test func everyThirdTextIsCopiedSmall() {
    var copies = CasedCopies()
    #expect((1...6).map { _ in copies.nextText() } == [false, false, true, false, false, true])
  }
}
