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
    if let dated = units.indices.prefix(12).first(where: { units[$0].followsDate }), dated <= body {
      return Found(line: dated, range: units[dated].range)
    }
    let split = Self.site(in: bytes, units[0].range)
    let stem = split?.title ?? units[0].range
    // Lines that end in the site's name, mostly the page's <title>: the headline stands there, and once more below.
    let stems = units.indices.prefix(body).suffix(60).compactMap { line in
      line > 0 ? Self.site(in: bytes, units[line].range).map { (line: line, range: $0.title) } : nil
    }
    let hasBlanks = units.contains { $0.blanksBefore > 0 }
    var best: (line: Int, score: Float)?
    var index = max(0, body - 60)
    while index < body {
      defer { index += 1 }
      let passage = passages[index]
      guard index > 0 || split == nil, isCandidate(index) else { continue }
      var score: Float = passage.words >= 5 && passage.words <= 20 ? 1 : 0
      score -= Float(min(body - index, 20)) * 0.2
      var likeness = index > 0 ? overlap(units[index].range, stem) : 0
      for other in stems where other.line != index && passages[other.line].words <= 40 {
        likeness = max(
          likeness, min(overlap(units[index].range, other.range), overlap(other.range, units[index].range)))
      }
      if likeness > 0.6 { score += 4 * likeness }
      if passage.endsInColon { score -= 1 }
      if passage.endsSentence && !passage.asks { score -= 1.5 }
      if passage.words < 4 { score -= 1 }
      let isAlone = units[index].blanksBefore > 0 || index == 0
      let isAloneBelow = index + 1 >= units.count || units[index + 1].blanksBefore > 0
      if isAlone && isAloneBelow { score += 0.6 } else if hasBlanks && !isAlone && !isAloneBelow { score -= 1 }
      if index == 0 { score += 1 }
      if score > best?.score ?? -0.5 { best = (index, score) }
    }
    if let best {
      let repeats = best.line > 0 && overlap(stem, units[best.line].range) > 0.6
      return Found(
        line: best.line, range: units[best.line].range, suffixed: repeats ? 0 : nil,
        site: repeats ? split?.site : nil)
    }
    if let split, isCandidate(0), 0 < body {
      return Found(line: 0, range: split.title, suffixed: nil, site: split.site)
    }
    return nil
  }

  private func isCandidate(_ index: Int) -> Bool {
    let passage = passages[index]
    guard passage.words >= 3, passage.words <= 40, !passage.hasMarker, passage.phrase?.place ?? .any == .any,
      passage.separators < 3, passage.sentences <= 2
    else { return false }
    if let kind = passage.phrase?.kind, [.share, .comments, .form, .copyright].contains(kind) { return false }
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
      guard title.count >= 8, site.count >= 2, site.count <= 60, site.count <= title.count * 2 else { return nil }
      return (title, String(decoding: bytes[site.indices], as: UTF8.self))
    }
    return nil
  }
}
