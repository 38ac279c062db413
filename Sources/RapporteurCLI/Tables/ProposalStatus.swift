import Rapporteur
import RapporteurCrawl

/// How much of a proposal the page has.
enum ProposalStatus: String {
  case complete
  /// Some of its points are not there.
  case missing
  /// None of its points is there.
  case announcedOnly = "announced_only"
  /// An earlier one, or somebody else's.
  case mentionedOnly = "mentioned_only"

  /// - Parameter proposal: As a record has it.
  init(_ proposal: JSONValue) {
    if proposal["mentioned_only"]?.isTrue == true {
      self = .mentionedOnly
    } else if proposal["items"]?.elements.isEmpty != false {
      self = .announcedOnly
    } else {
      self = proposal["complete"]?.isTrue == true ? .complete : .missing
    }
  }

  /// For people.
  var text: String { rawValue.replacing("_", with: " ") }
}
