/// Markers that number the points of one set, in order.
struct PointSequence {
  var markers: [PointMarker]

  /// The number of each point: the marker's own, or for "lastly" the next.
  var ordinals: [Int]

  /// How well the markers fit each other.
  var score: Double

  /// The tokens from the first marker to the last.
  var hull: Range<Int> { (markers.first?.first ?? 0)..<(markers.last?.body ?? 0) }
}

/// Chooses among all markers of a document the sequences that fit best.
///
/// Dynamic programming: the best sequence that ends with a marker goes on from the best one that ends with its
/// predecessor, weighed by place, layout and distance. Only the last few candidates of an ordinal stay open, so the
/// work is linear in the number of markers.
struct PointSequenceChooser {
  let text: PointText

  /// How many markers of one family and ordinal can still be gone on from.
  private static let window = 4

  private struct Link {
    var score: Double
    var previous: Int
    var ordinal: Int
    var length: Int
  }

  private struct Key: Hashable {
    var family: PointMarker.Family
    var ordinal: Int
  }

  /// Sequences that share no marker, best first.
  func sequences(of markers: [PointMarker]) -> [PointSequence] {
    let links = link(markers)
    let order = links.indices.sorted {
      links[$0].score != links[$1].score ? links[$0].score > links[$1].score : $0 < $1
    }
    var used = [Bool](repeating: false, count: markers.count)
    var result: [PointSequence] = []
    for tail in order where !used[tail] && links[tail].ordinal > 0 {
      var chain: [Int] = []
      var at = tail
      while at >= 0, !used[at] {
        chain.append(at)
        at = links[at].previous
      }
      if at >= 0 { continue }  // the rest of a sequence whose begin another one has
      for index in chain { used[index] = true }
      chain.reverse()
      result.append(
        PointSequence(
          markers: chain.map { markers[$0] }, ordinals: chain.map { links[$0].ordinal }, score: links[tail].score))
    }
    return result
  }

  private func link(_ markers: [PointMarker]) -> [Link] {
    var links: [Link] = []
    links.reserveCapacity(markers.count)
    var open: [Key: [Int]] = [:]
    var latest: [PointMarker.Family: [Int]] = [:]
    for (index, marker) in markers.enumerated() {
      let own = marker.isLoose ? 0.3 : 1.0
      var best: Link?
      if marker.ordinal == 0 {
        best = follow(marker, latest[marker.family] ?? [], markers, links, own, gap: 0) { $0 + 1 }
      } else {
        for gap in 0...2 where marker.ordinal - gap > 1 {
          let candidates = open[Key(family: marker.family, ordinal: marker.ordinal - gap - 1)] ?? []
          let next = follow(marker, candidates, markers, links, own, gap: gap) { _ in marker.ordinal }
          if let next, next.score > best?.score ?? 0 { best = next }
        }
        if marker.ordinal == 1, best == nil { best = Link(score: own, previous: -1, ordinal: 1, length: 1) }
        if marker.ordinal == 2, best == nil {
          best = Link(score: own - 1.5, previous: -1, ordinal: 2, length: 1)
        }
      }
      let link = best ?? Link(score: -1, previous: -1, ordinal: 0, length: 0)
      links.append(link)
      guard link.ordinal > 0 else { continue }
      keep(index, in: &open[Key(family: marker.family, ordinal: link.ordinal), default: []])
      keep(index, in: &latest[marker.family, default: []])
    }
    return links
  }

  private func keep(_ index: Int, in list: inout [Int]) {
    list.append(index)
    if list.count > Self.window { list.removeFirst() }
  }

  /// The best way to go on with `marker` from one of the candidates; of equal ones the nearest.
  private func follow(
    _ marker: PointMarker, _ candidates: [Int], _ markers: [PointMarker], _ links: [Link], _ own: Double, gap: Int,
    ordinal: (Int) -> Int
  ) -> Link? {
    var best: Link?
    for candidate in candidates.reversed() {
      guard let fit = fit(markers[candidate], marker) else { continue }
      let link = links[candidate]
      let score = link.score + own + fit - 1.2 * Double(gap)
      // Going on has to be better than what was there; else the marker starts something else.
      guard score > link.score - 0.5, score > best?.score ?? -.infinity else { continue }
      best = Link(score: score, previous: candidate, ordinal: ordinal(link.ordinal), length: link.length + 1)
    }
    return best
  }

  /// Whether a block ends in the middle of its sentence.
  private func goesOn(_ block: Int) -> Bool {
    guard let last = text.blockTokens[block].last else { return false }
    return text.classes[last].contains(.and) || text.mark(last) == 0x2C || text.mark(last) == 0x3B
  }

  /// How well `next` goes on from `marker`, `nil` when it cannot.
  private func fit(_ marker: PointMarker, _ next: PointMarker) -> Double? {
    guard next.first > marker.body else { return nil }
    let a = Int(text.blockOf[marker.first])
    let b = Int(text.blockOf[next.first])
    let distance = b - a
    guard distance <= (marker.family.isFigure ? 16 : 40) else { return nil }
    var value = 0.6 - 0.04 * Double(distance)
    // "(a) that maps be drawn and" with "(b) that …" on the next line: one sentence.
    if distance == 1, marker.place == .inside, next.place == .block, goesOn(a) { return value }
    if marker.place != next.place {
      let mixesLevels = marker.place == .block && next.place == .inside || marker.place == .inside
      value -= mixesLevels && distance > 0 ? 1.5 : mixesLevels ? 0.7 : 0.2
    }
    // A list within one sentence does not go on in another block unless its markers stand at the block's begin.
    if next.place == .inside && distance > 0 && marker.place != .inside { value -= 0.5 }
    if text.blocks[a].kind != text.blocks[b].kind { value -= 0.6 }
    if text.blocks[a].level != text.blocks[b].level { value -= 0.4 }
    if marker.isLoose != next.isLoose { value -= 0.2 }
    return value
  }
}
