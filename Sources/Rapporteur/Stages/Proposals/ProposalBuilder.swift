/// Turns accepted sequences and announcements into proposals.
struct ProposalBuilder {
  let document: Document
  let text: PointText
  let evidence: PointEvidence
  let spans: PointSpans
  private var proposer: Proposer

  private(set) var proposals: [Proposal] = []

  /// The announcements that have their points, or that only repeat those of another.
  private var listed: Set<Int> = []

  /// Those whose points are numbered, but not put forward by anybody.
  private var refused: Set<Int> = []

  // The byte where the last accepted set ends: what starts before it stands inside an item or is another reading.
  private var end = 0
  private var nested: [PointSequence] = []

  // All items in document order, and those of the pass at work, which is in order itself.
  private var places: [(range: TextRange, proposal: Int, item: Int)] = []
  private var added: [(range: TextRange, proposal: Int, item: Int)] = []

  init(document: Document, text: PointText, announcements: [Announcement]) {
    self.document = document
    self.text = text
    evidence = PointEvidence(text: text, announcements: announcements)
    var speakersOfBlock: [Int: Set<Int>] = [:]
    var block = 0
    for attribution in document.attributions.sorted(by: {
      ($0.content.first?.start ?? 0) < ($1.content.first?.start ?? 0)
    }) {
      guard let start = attribution.content.first?.start else { continue }
      while block + 1 < document.blocks.count, document.blocks[block].range.end <= start { block += 1 }
      let speakers = attribution.speakers.compactMap(\.entity)
      if !speakers.isEmpty { speakersOfBlock[block, default: []].formUnion(speakers) }
    }
    let announcing = announcements.filter { $0.grade > 1 && !$0.isDefinite }.map(\.block)
    spans = PointSpans(text: text, announcing: Set(announcing), speakersOfBlock: speakersOfBlock)
    proposer = Proposer(document: document, text: text)
  }

  /// Reads all sequences, in document order, the longer of two that start together first.
  mutating func add(_ sequences: [PointSequence]) {
    for sequence in sequences {
      guard let start = sequence.markers.first.map({ text.tokens[$0.first].start }) else { continue }
      if start < end {
        if sequence.markers.count >= 2 { nested.append(sequence) }
        continue
      }
      let index = evidence.announcement(of: sequence, except: listed)
      let announcement = index.map { evidence.announcements[$0] }
      var sequence = sequence
      if let announced = announcement?.count, let last = sequence.markers.last, last.ordinal == 0,
        sequence.ordinals.last ?? 0 > announced
      {
        // "Finally, he said …" behind a list that is whole.
        sequence.markers.removeLast()
        sequence.ordinals.removeLast()
      }
      let score = evidence.score(sequence, announcement)
      guard score >= PointEvidence.threshold else {
        if let index { refused.insert(index) }
        if sequence.markers.count >= 2 { nested.append(sequence) }
        continue
      }
      let speakers = proposer.speakers(
        announcement, items: sequence.markers.map { text.tokens[$0.first].range }, lead: evidence.lead(to: sequence))
      let ranges = spans.items(of: sequence, speakers: Set(speakers.compactMap(\.entity)))
      append(announcement, index, sequence, ranges, speakers, score)
    }
    settle()
  }

  /// Lists without any marks, for the announcements that still have none.
  mutating func addUnmarked(_ finder: UnmarkedPoints) {
    for (index, announcement) in evidence.announcements.enumerated()
    where (announcement.grade >= 2.5 || announcement.pointsAhead && announcement.grade >= 2) && !listed.contains(index)
      && !refused.contains(index)
    {
      guard item(at: announcement.range.start) == nil, announcement.range.start >= added.last?.range.end ?? 0,
        let ranges = finder.pieces(of: announcement) ?? finder.lines(of: announcement)
          ?? finder.sentences(of: announcement)
      else { continue }
      let markers = ranges.enumerated().map { number, range in
        PointMarker(
          family: .none, ordinal: number + 1, place: .inside, range: nil, first: range.lowerBound,
          body: range.lowerBound)
      }
      let sequence = PointSequence(markers: markers, ordinals: markers.map(\.ordinal), score: 1)
      let starts = ranges.map { text.tokens[$0.lowerBound].range }
      if starts.contains(where: { item(at: $0.start) != nil }) { continue }
      let score = evidence.score(sequence, announcement)
      guard score >= PointEvidence.threshold else { continue }
      append(announcement, index, sequence, ranges, proposer.speakers(announcement, items: starts), score)
    }
    settle()
  }

  /// Puts the items of a pass among the others.
  private mutating func settle() {
    places += added
    places.sort { $0.range < $1.range }
    added = []
  }

  private mutating func append(
    _ announcement: Announcement?, _ index: Int?, _ sequence: PointSequence, _ ranges: [Range<Int>],
    _ speakers: [Speaker], _ score: Double
  ) {
    if let index { listed.insert(index) }
    var items: [Proposal.Item] = []
    for (number, tokens) in ranges.enumerated() {
      let marker = sequence.markers[number]
      let range = TextRange(text.tokens[tokens.lowerBound].start, text.tokens[tokens.upperBound - 1].end)
      items.append(
        Proposal.Item(
          ordinal: sequence.ordinals[number], marker: marker.range, range: range, content: content(tokens),
          headline: headline(marker.body..<max(marker.body, tokens.upperBound))))
    }
    end = max(end, items.last?.range.end ?? 0)
    for number in items.indices { added.append((items[number].range, proposals.count, number)) }
    var proposal = Proposal(
      speakers: speakers, announcement: announcement.map(\.range), announced: announcement?.count, items: items,
      rule: announcement == nil ? .sequence : .announced, confidence: 0)
    proposal.confidence = PointConfidence.listed(score, isWhole: proposal.missing.isEmpty)
    proposals.append(proposal)
  }

  /// The pieces of an item between captions and other blocks that are not the article's.
  private func content(_ tokens: Range<Int>) -> [TextRange] {
    let first = Int(text.blockOf[tokens.lowerBound])
    let last = Int(text.blockOf[tokens.upperBound - 1])
    var pieces: [TextRange] = []
    var goesOn = false
    for block in first...max(first, last) where !text.blockTokens[block].isEmpty {
      guard text.blocks[block].isMain else {
        goesOn = false
        continue
      }
      let part = text.blockTokens[block].clamped(to: tokens)
      guard let start = part.first, let stop = part.last else { continue }
      let range = TextRange(text.tokens[start].start, text.tokens[stop].end)
      if goesOn, let previous = pieces.last {
        pieces[pieces.count - 1] = previous.hull(range)
      } else {
        pieces.append(range)
      }
      goesOn = true
    }
    return pieces
  }

  /// The first clause of an item.
  private func headline(_ tokens: Range<Int>) -> TextRange? {
    guard let opening = tokens.first(where: { !text.tokens[$0].shape.contains(.mark) }) else { return nil }
    let limit = min(tokens.upperBound, text.sentence(of: opening).upperBound)
    let first = behindCue(opening, before: limit)
    let isImperative = text.classes[first].contains(.action)
    var end = first + 1
    while end < limit {
      let mark = text.mark(end)
      if Self.stops.contains(mark) { break }
      if mark == 0x2C || mark == 0xFF0C {
        let length = text.tokens[end].start - text.tokens[first].start
        let next = end + 1 < limit ? text.classes[end + 1] : []
        if length > 110 || length > 24 && !next.contains(.and) && !(isImperative && next.contains(.action)) { break }
      }
      end += 1
    }
    while end > first + 1, text.tokens[end - 1].shape.contains(.closesQuote) { end -= 1 }
    return TextRange(text.tokens[first].start, text.tokens[end - 1].end)
  }

  /// The first word behind "he said,".
  private func behindCue(_ opening: Int, before limit: Int) -> Int {
    for index in opening + 1..<max(opening + 1, min(limit - 2, opening + 4)) {
      if text.mark(index) != 0 { break }
      guard text.classes[index].contains(.say), text.mark(index + 1) == 0x2C else { continue }
      return index + 2
    }
    return opening
  }

  private static let stops: Set<UInt32> = [0x2E, 0x3B, 0x3A, 0x21, 0x3F, 0x3002, 0xFF1B, 0xFF1A, 0xFF01, 0x2014]

  /// Announcements whose points the page does not list.
  mutating func addAnnouncements() {
    var counts = Set(proposals.compactMap { $0.announced ?? $0.items.count })
    let firstMain = text.blocks.indices.first { text.isBody($0) } ?? 0
    let alone = evidence.announcements.indices.filter { index in
      let announcement = evidence.announcements[index]
      return announcement.standsAlone && announcement.grade >= 2.5 && !listed.contains(index)
        && (text.secondPersonShare < 0.006 || announcement.grade >= 3.5)
    }
    // What the headline and the lead announce is one set: the text says who puts it forward.
    for inHeadline in [false, true] {
      for index in alone.sorted(by: { grade($0) != grade($1) ? grade($0) > grade($1) : $0 < $1 }) {
        let announcement = evidence.announcements[index]
        let kind = text.blocks[announcement.block].kind
        guard [.title, .subtitle, .heading].contains(kind) == inHeadline, let count = announcement.count,
          counts.insert(count).inserted
        else { continue }
        proposals.append(
          Proposal(
            speakers: proposer.speakers(announcement, items: []), announcement: announcement.range, announced: count,
            items: [], isMentionedOnly: isMentioned(announcement, inLead: announcement.block <= firstMain),
            rule: .announcement, confidence: PointConfidence.announced(announcement.grade)))
      }
    }
  }

  private func grade(_ index: Int) -> Double { evidence.announcements[index].grade }

  /// Whether an announcement without points speaks of an earlier set, or of somebody else's.
  private func isMentioned(_ announcement: Announcement, inLead: Bool) -> Bool {
    // "the proposal that Kenya had put forward" is known already.
    if announcement.isDefinite && (announcement.isRecalled || announcement.isRelative) { return true }
    if inLead { return false }
    return announcement.isPast || announcement.isDefinite || announcement.verb == nil && !announcement.isCalledSo
  }

  /// Adds the points inside items and the items' statements, and puts all in document order.
  mutating func finish() {
    addPoints()
    for (index, attribution) in document.attributions.enumerated() {
      guard let start = attribution.content.first?.start, let place = item(at: start) else { continue }
      proposals[place.proposal].items[place.item].attributions.append(index)
    }
    proposals.sort { Self.place($0) < Self.place($1) }
  }

  private static func place(_ proposal: Proposal) -> Int {
    min(proposal.announcement?.start ?? Int.max, proposal.items.first?.range.start ?? Int.max)
  }

  /// The item that the offset stands in.
  private func item(at offset: Int) -> (range: TextRange, proposal: Int, item: Int)? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low].range.contains(offset) ? places[low] : nil
  }

  private mutating func addPoints() {
    // Of sequences inside one item, the outermost and first counts.
    var covered = 0
    for sequence in nested {
      guard let first = sequence.markers.first, let last = sequence.markers.last,
        text.tokens[first.first].start >= covered, let place = item(at: text.tokens[first.first].start),
        text.tokens[first.first].start > place.range.start, text.tokens[last.first].end <= place.range.end
      else { continue }
      for (number, tokens) in spans.items(of: sequence, speakers: []).enumerated() {
        let start = text.tokens[tokens.lowerBound].start
        let end = min(place.range.end, max(start, text.tokens[tokens.upperBound - 1].end))
        proposals[place.proposal].items[place.item].points.append(
          Proposal.Point(
            ordinal: sequence.ordinals[number], marker: sequence.markers[number].range, range: TextRange(start, end)))
        covered = max(covered, end)
      }
    }
  }
}
