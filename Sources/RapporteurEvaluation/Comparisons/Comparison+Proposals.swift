extension Comparison {
  /// Proposals that the page makes; those that it only mentions are neither wanted nor counted.
  func compareProposals(_ scores: inout Scoreboard, _ list: inout DifferenceList) {
    let wanted = gold.proposals.filter { !$0.isMentionedOnly }
    let got = found.proposals.filter { !$0.isMentionedOnly }
    scores.add(
      .proposals,
      Score(
        right: wanted.isEmpty || got.isEmpty ? 0 : 1, found: got.isEmpty ? 0 : 1, gold: wanted.isEmpty ? 0 : 1))
    compareItems(wanted, got, &scores, &list)

    var left = got
    for set in wanted {
      let words = words.words(in: set.items.map(\.range))
      var best: (index: Int, words: Int, count: Int)?
      for (index, other) in left.enumerated() {
        let common = words.intersection(self.words.words(in: other.items.map(\.range))).count
        let count = other.announced == set.announced ? 1 : 0
        if best == nil || (common, count) > (best?.words ?? 0, best?.count ?? 0) { best = (index, common, count) }
      }
      let other = best.map { left.remove(at: $0.index) }
      let hasCount = other != nil && other?.announced == set.announced
      let hasItems = other != nil && other?.items.count == set.items.count
      let hasSpeaker =
        other.map { SpokenName.matches($0.speakers, set.speakers, alternatives: set.alternatives) } ?? false
      scores.add(.announced, Score(hasCount))
      scores.add(.itemCount, Score(hasItems))
      if !set.speakers.isEmpty { scores.add(.proposer, Score(hasSpeaker)) }
      guard let other else {
        list.add(.proposals, .missed, at: place(set), gold: described(set))
        continue
      }
      if !hasCount || !hasItems || (!set.speakers.isEmpty && !hasSpeaker) {
        list.add(.proposals, .wrong, at: place(set), gold: described(set), found: described(other))
      }
    }
    for set in left { list.add(.proposals, .extra, at: place(set), found: described(set)) }
  }

  /// Where the items begin, give or take the marker, and the words in them.
  private func compareItems(
    _ wanted: [Annotation.PointSet], _ got: [Annotation.PointSet], _ scores: inout Scoreboard,
    _ list: inout DifferenceList
  ) {
    let points = wanted.flatMap(\.items)
    let starts = Set(got.flatMap(\.items).map(\.range.lowerBound))
    var free = starts
    var seen: Set<Int> = []
    var hits = 0
    for point in points where seen.insert(point.range.lowerBound).inserted {
      let start = point.range.lowerBound
      let latest = point.marker.map { $0.upperBound + 3 } ?? start + 4
      if let near = free.filter({ start - 2 <= $0 && $0 <= latest }).min() {
        free.remove(near)
        hits += 1
      } else {
        list.add(.proposals, .missed, at: start, gold: "item \(shown([point.range]))")
      }
    }
    for start in free {
      guard let point = got.flatMap(\.items).first(where: { $0.range.lowerBound == start }) else { continue }
      list.add(.proposals, .extra, at: start, found: "item \(shown([point.range]))")
    }
    scores.add(.itemStarts, Score(right: Double(hits), found: Double(starts.count), gold: Double(seen.count)))
    let gotRanges = got.flatMap(\.items).map(\.range)
    scores.add(.itemWords, Score(words.words(in: gotRanges), words.words(in: points.map(\.range))))
  }

  private func place(_ set: Annotation.PointSet) -> Int? {
    (set.announcement ?? set.items.first?.range)?.lowerBound
  }

  private func described(_ set: Annotation.PointSet) -> String {
    let speakers = set.speakers.isEmpty ? "nobody" : set.speakers.joined(separator: "; ")
    let announced = set.announced.map { "\($0) announced, " } ?? ""
    let place = set.announcement.map { " " + shown([$0]) } ?? set.items.first.map { " " + shown([$0.range]) } ?? ""
    return "\(speakers): \(announced)\(set.items.count) items\(place)"
  }
}
