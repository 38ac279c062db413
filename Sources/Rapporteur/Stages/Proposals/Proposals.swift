/// Finds numbered sets of points that somebody puts forward.
///
/// Everything that may number a point is a candidate; the sequences that fit best are chosen over the whole document,
/// then each has to show that somebody puts it forward: by an announcement, by standing in a statement, by saying
/// what ought to be done. Advice, rankings, chronologies and reasons are numbered too, and are none.
public struct Proposals: Stage {
  public static let name = "proposals"
  public static let summary = "Finds numbered sets of points that somebody puts forward."
  public static let reads: Set<Layer> = [.sentences]
  public static let uses: Set<Layer> = [.attributions, .entities]
  public static let writes: Set<Layer> = [.proposals]

  private let lexicon = ProposalLexicon.shared

  public init(_ options: inout Options) {}

  public func process(_ document: inout Document) throws(StageFailure) {
    guard !document.tokens.isEmpty else { return }
    let text = PointText(document, lexicon: lexicon)
    let announcements = AnnouncementFinder(text: text, lexicon: lexicon).announcements()
    let markers = PointMarkerFinder(text: text, lexicon: lexicon).markers()
    var sequences = PointSequenceChooser(text: text).sequences(of: markers)
    let unmarked = UnmarkedPoints(text: text)
    var numbered: Set<Int> = []
    for sequence in sequences where sequence.markers.count > 1 {
      for marker in sequence.markers where marker.place == .block { numbered.insert(Int(text.blockOf[marker.first])) }
    }
    sequences += unmarked.bullets(excluding: numbered)
    sequences.sort {
      $0.hull.lowerBound != $1.hull.lowerBound
        ? $0.hull.lowerBound < $1.hull.lowerBound : $0.hull.upperBound > $1.hull.upperBound
    }
    var builder = ProposalBuilder(document: document, text: text, announcements: announcements)
    builder.add(sequences)
    builder.addUnmarked(unmarked)
    builder.addAnnouncements()
    builder.finish()
    document.proposals = builder.proposals
    note(&document, announcements)
  }

  private func note(_ document: inout Document, _ announcements: [Announcement]) {
    guard document.trace != nil else { return }
    for announcement in announcements {
      let count = announcement.count.map { "\($0) points" } ?? "points"
      let verdict = announcement.grade < 0 ? "something else" : "grade \(Int(announcement.grade * 10)) of 30"
      document.trace?.note(Self.name, announcement.range, "announces \(count): \(verdict)")
    }
    for proposal in document.proposals {
      let who = proposal.speakers.map(\.name).joined(separator: ", ")
      let found = "\(proposal.items.count) of \(proposal.announced ?? proposal.items.count) points"
      let range = proposal.announcement ?? proposal.items.first?.range
      document.trace?.note(Self.name, range, "\(found) by \(who.isEmpty ? "nobody named" : who)")
    }
  }
}
