/// Finds the headline among the lines before the article.
struct TextTitle {
  /// Which line is the headline, which of its bytes, and the line that repeats it with the site's name.
  struct Found {
    var line: Int
    var range: TextRange
    /// A line that is the page's <title>: the headline and the site.
    var suffixed: Int?
    var site: String?
  }

  private let bytes: [UInt8]
  private let units: [TextUnit]
  private let passages: [PassageMeasure]
  private let verdicts: [PassageSigns.Verdict]

  init(_ bytes: [UInt8], _ units: [TextUnit], _ passages: [PassageMeasure], _ verdicts: [PassageSigns.Verdict]) {
    self.bytes = bytes
    self.units = units
    self.passages = passages
    self.verdicts = verdicts
  }

  /// The headline.
  ///
  /// - Parameter body: The first line of the article's prose.
  func find(before body: Int) -> Found? {
    guard !units.isEmpty else { return nil }
    let split = Self.site(in: bytes, units[0].range)
    let stem = split?.title ?? units[0].range
    // Lines that end in the site's name, mostly the page's <title>: the headline stands there, and once more below.
    let stems = units.indices.prefix(body).suffix(60).compactMap { line in
      line > 0 ? Self.site(in: bytes, units[line].range).map { (line: line, range: $0.title) } : nil
    }
    let hasBlanks = units.contains { $0.blanksBefore > 0 }
    let lead = lead(from: body)
    let first = max(0, body - 60)
    var scores: [Float?] = Array(repeating: nil, count: max(0, body - first))
    var likenesses = [Float](repeating: 0, count: scores.count)
    var best: (line: Int, score: Float)?
    var distance: Float = 0
    for index in (first..<max(first, body)).reversed() {
      // What is surely none of the article parts the headline from the text less than a line that may be.
      if case .open = verdicts[index] { distance += 1 } else { distance += 0.3 }
      let passage = passages[index]
      guard index > 0 || split == nil, isCandidate(index) else { continue }
      var score: Float = passage.words >= 5 && passage.words <= 20 ? 1 : 0
      score -= min(distance, 20) * 0.2
      var likeness = index > 0 ? overlap(units[index].range, stem) : 0
      for other in stems where other.line != index && passages[other.line].words <= 40 {
        likeness = max(
          likeness, min(overlap(units[index].range, other.range), overlap(other.range, units[index].range)))
      }
      if likeness > 0.6 { score += 4 * likeness }
      score += share(of: units[index].range, in: lead)
      if passage.endsInColon { score -= 1 }
      if endsSentence(index) { score -= 1.5 }
      if passage.words < 4 { score -= 1 }
      if isBody(passage) { score -= 1.5 }
      let isAlone = units[index].blanksBefore > 0 || index == 0
      let isAloneBelow = index + 1 >= units.count || units[index + 1].blanksBefore > 0
      if isAlone && isAloneBelow { score += 0.6 } else if hasBlanks && !isAlone && !isAloneBelow { score -= 1 }
      if index == 0 { score += 1 }
      if units[index].followsDate, index < 12 { score += 2 }
      scores[index - first] = score
      likenesses[index - first] = likeness
      if score >= best?.score ?? -0.5 { best = (index, score) }
    }
    if let found = best {
      var line = found.line
      if likenesses[line - first] <= 0.6, !units[line].followsDate, let above = headline(above: line, first, scores) {
        line = above
      }
      let repeats = line > 0 && overlap(stem, units[line].range) > 0.6
      return Found(
        line: line, range: units[line].range, suffixed: repeats ? 0 : nil, site: repeats ? split?.site : nil)
    }
    if let prefixed = prefixed(before: body) { return Found(line: prefixed, range: units[prefixed].range) }
    if let dated = dated(before: body) { return Found(line: dated, range: units[dated].range) }
    if let split, isCandidate(0), 0 < body {
      return Found(line: 0, range: split.title, suffixed: nil, site: split.site)
    }
    return nil
  }

  /// "Watch: Ministers field questions on the border market": a headline that begins as a link to a film does, where there
  /// is no other.
  private func prefixed(before body: Int) -> Int? {
    units.indices.prefix(min(body, 12)).last { index in
      guard case .cut(.related, .phrase) = verdicts[index], passages[index].words >= 6, passages[index].words <= 24,
        passages[index].phrase?.place == .start, !passages[index].endsSentence, units[index].removed == nil
      else { return false }
      var tokenizer = Tokenizer(units[index].range)
      _ = tokenizer.next(bytes.span)
      return tokenizer.next(bytes.span).map { bytes[$0.start] == 0x3A } ?? false
    }
  }

  /// "Press Briefing – April 13, 2033", "Regular Press Conference on September 3, 2030": a headline that ends in its
  /// date, where there is no other.
  private func dated(before body: Int) -> Int? {
    units.indices.prefix(min(body, 8)).first { index in
      guard case .cut(.metadata, .pattern) = verdicts[index], units[index].removed == nil, passages[index].words >= 3,
        passages[index].separators == 0, passages[index].phrase == nil,
        let date = DateReader.shared.first(bytes.span, units[index].range)
      else { return false }
      return date.range.start - units[index].range.start >= 12 && units[index].range.end - date.range.end <= 4
    }
  }

  /// The headline above a line that may be its subtitle: the only other candidate within three lines.
  private func headline(above line: Int, _ first: Int, _ scores: [Float?]) -> Int? {
    let near = (max(first, line - 3)..<line).filter { scores[$0 - first] != nil }
    guard near.count == 1, let above = near.first, passages[above].words >= 4, !isBody(passages[above]) else {
      return nil
    }
    // More above them is a list of headlines.
    if (max(first, above - 2)..<above).contains(where: { scores[$0 - first] != nil }) { return nil }
    guard let score = scores[above - first], let own = scores[line - first], score > own - 3,
      !endsSentence(above) || passages[line].endsSentence
    else { return nil }
    return above
  }

  /// "Department of the Harbours", "THE LAKE COUNCIL", "The Hon Ana Silva, Minister for Ports": the name of a body or
  /// the office of a person, which stand above headlines.
  private func isBody(_ passage: PassageMeasure) -> Bool {
    guard passage.words >= 2, passage.words <= 12, passage.numbers == 0, !passage.endsSentence, !passage.hasQuote,
      passage.latinWords > 0, passage.capitalised + passage.functionWords >= passage.latinWords
    else { return false }
    if passage.bodyWords >= 1, passage.words <= 8 { return true }
    return passage.commas == 1 && opensWithHonorific(passage.range)
  }

  private func opensWithHonorific(_ range: TextRange) -> Bool {
    let head = String(decoding: bytes[range.start..<min(range.end, range.start + 8)], as: UTF8.self)
    return ["The Hon", "Hon. ", "H.E. ", "Rt Hon", "Dr. ", "Dr ", "Mr. ", "Ms. "].contains { head.hasPrefix($0) }
  }

  /// The longer words of the first lines of running text.
  private func lead(from body: Int) -> Set<UInt64> {
    var words: Set<UInt64> = []
    let bytes = bytes.span
    for index in units.indices.dropFirst(body).prefix(4) where passages[index].isProse {
      var tokenizer = Tokenizer(units[index].range)
      while words.count < 400, let piece = tokenizer.next(bytes) {
        if Self.isLong(piece) { words.insert(piece.hash) }
      }
    }
    return words
  }

  /// The share of the longer words of a range that are among `known`.
  private func share(of range: TextRange, in known: Set<UInt64>) -> Float {
    let bytes = bytes.span
    var tokenizer = Tokenizer(range)
    var count: Float = 0
    var shared: Float = 0
    while let piece = tokenizer.next(bytes) {
      guard Self.isLong(piece) else { continue }
      count += 1
      if known.contains(piece.hash) { shared += 1 }
    }
    return count > 1 ? shared / count : 0
  }

  private static func isLong(_ piece: Tokenizer.Piece) -> Bool {
    !piece.shape.contains(.mark)
      && (piece.end - piece.start >= 4 || !piece.shape.isDisjoint(with: [.ideographic, .hangul]))
  }

  /// Whether a line ends in a full stop that is none of an abbreviation ("in B.C.").
  private func endsSentence(_ index: Int) -> Bool {
    let end = passages[index].range.end
    return passages[index].endsSentence && !passages[index].asks
      && !(end >= 4 && bytes[end - 1] == 0x2E && bytes[end - 3] == 0x2E)
  }

  /// "Passengers wait at the pier. (Ana Silva)", "12:40 Doors open".
  private func isCaption(_ passage: PassageMeasure) -> Bool {
    let first = bytes[passage.range.start]
    if first >= 0x30, first <= 0x39, passage.range.count > 6 {
      let colon = bytes[passage.range.start + 1] == 0x3A ? 1 : 2
      let next = bytes[passage.range.start + colon + 1]
      if bytes[passage.range.start + colon] == 0x3A, next >= 0x30, next <= 0x39 { return true }
    }
    return passage.sentences >= 1 && bytes[passage.range.end - 1] == 0x29
  }

  private func isCandidate(_ index: Int) -> Bool {
    let passage = passages[index]
    guard passage.words >= (index == 0 ? 2 : 3), passage.words <= 40, !passage.hasMarker,
      passage.phrase?.place ?? .any == .any,
      passage.separators < 3, passage.sentences <= 2
    else { return false }
    if let kind = passage.phrase?.kind, [.share, .comments, .form, .copyright].contains(kind) { return false }
    if TextBylines.shared.names(bytes.span, passage) != nil || isCaption(passage) { return false }
    if case .open = verdicts[index] { return true }
    return false
  }

  /// The share of the words of `a` that stand in `b`.
  private func overlap(_ a: TextRange, _ b: TextRange) -> Float {
    let bytes = bytes.span
    var known: Set<UInt64> = []
    var tokenizer = Tokenizer(b)
    while let piece = tokenizer.next(bytes) { known.insert(piece.hash) }
    var count: Float = 0
    var shared: Float = 0
    tokenizer = Tokenizer(a)
    while let piece = tokenizer.next(bytes) {
      guard !piece.shape.contains(.mark) else { continue }
      count += 1
      if known.contains(piece.hash) { shared += 1 }
    }
    return count > 0 ? shared / count : 0
  }

  /// Cuts "Headline | Site", "Headline - Site", "Headline_Site".
  static func site(in bytes: [UInt8], _ range: TextRange) -> (title: TextRange, site: String)? {
    let span = bytes.span
    var at = range.end
    while at > range.start {
      let (scalar, length) = UTF8Scan.scalar(span, before: at)
      at -= length
      let isSeparator: Bool
      switch scalar {
      case 0x7C, 0xFF5C, 0xBB, 0x203A: isSeparator = true
      case 0x5F: isSeparator = at > range.start && bytes[at - 1] >= 0x80
      case 0x2D, 0x2013, 0x2014, 0xB7, 0x2022:
        isSeparator = at > range.start && at + length < range.end && bytes[at - 1] == 0x20 && bytes[at + length] == 0x20
      default: isSeparator = false
      }
      guard isSeparator else { continue }
      let title = UTF8Scan.trim(span, TextRange(range.start, at))
      let site = UTF8Scan.trim(span, TextRange(at + length, range.end))
      guard title.count >= 8, site.count >= 2, site.count <= 60, site.count <= title.count * 2,
        !Scalar.isLowerCase(UTF8Scan.scalar(span, at: site.start).value),
        DateReader.shared.first(span, site) == nil
      else { return nil }
      return (title, String(decoding: bytes[site.indices], as: UTF8.self))
    }
    return nil
  }
}
