/// The statements that have a speaker, by where they stand: what a look-up walks is a few neighbours, not the page.
struct StatementIndex {
  private let attributions: [Attribution]
  private let cues: [(range: TextRange, attribution: Int)]
  private let contents: [(range: TextRange, attribution: Int)]
  private static let window = 48

  init(_ attributions: [Attribution]) {
    self.attributions = attributions
    var cues: [(range: TextRange, attribution: Int)] = []
    var contents: [(range: TextRange, attribution: Int)] = []
    for (index, attribution) in attributions.enumerated() where !attribution.speakers.isEmpty {
      if let cue = attribution.cue { cues.append((cue, index)) }
      for piece in attribution.content { contents.append((piece, index)) }
    }
    self.cues = cues.sorted { $0.range < $1.range }
    self.contents = contents.sorted { $0.range < $1.range }
  }

  /// The first statement with a piece of content near `range` that fits.
  func first(near range: TextRange, where fits: (TextRange) -> Bool) -> Attribution? {
    let end = Self.first(contents, from: range.end)
    return contents[max(0, end - Self.window)..<end].first { fits($0.range) }.map { attributions[$0.attribution] }
  }

  /// The statement whose cue is at `range`.
  func first(withCue range: TextRange) -> Attribution? {
    let end = Self.first(cues, from: range.end)
    return cues[max(0, end - 4)..<end].first { $0.range.overlaps(range) }.map { attributions[$0.attribution] }
  }

  /// The last statement that starts before the offset.
  func last(before offset: Int) -> Attribution? {
    let end = Self.first(contents, from: offset)
    return end > 0 ? attributions[contents[end - 1].attribution] : nil
  }

  /// The last of the statements that start before the offset which fits.
  func last(before offset: Int, where fits: (Attribution) -> Bool) -> Attribution? {
    let end = Self.first(contents, from: offset)
    return contents[max(0, end - Self.window)..<end].last { fits(attributions[$0.attribution]) }
      .map { attributions[$0.attribution] }
  }

  /// The last statement before the offset that several known speakers make together.
  func lastJoint(before offset: Int) -> Attribution? {
    let end = Self.first(contents, from: offset)
    let place = contents[max(0, end - Self.window)..<end].last { place in
      attributions[place.attribution].speakers.filter { $0.entity != nil }.count >= 2
    }
    return place.map { attributions[$0.attribution] }
  }

  /// The first place at or behind the offset.
  private static func first(_ places: [(range: TextRange, attribution: Int)], from offset: Int) -> Int {
    places.firstPlace { $0.range.start >= offset }
  }
}
