/// Which line breaks of a hard-wrapped text stand inside a paragraph.
struct SoftBreaks {
  /// What the option `soft_line_breaks` says.
  enum Policy: String, Sendable, CaseIterable {
    /// Every line is a block of its own.
    case keep
    /// Every run of lines up to a blank one is a block.
    case join
    /// Lines are joined where they were wrapped.
    case auto
  }

  private let policy: Policy
  private let bytes: Text
  private let lines: [PageLines.Line]

  /// The width that the text was wrapped at, in columns, 0 where its lines do not tell one.
  private let width: Int

  /// How many columns each line has.
  private let columns: [Int]

  /// The first and last line of the run without blank lines that each line stands in.
  private let runs: [(first: Int, last: Int)]

  init(_ policy: Policy, _ text: Text, _ lines: [PageLines.Line]) {
    self.policy = policy
    bytes = text
    self.lines = lines
    let span = text.utf8.span
    var columns: [Int] = []
    if policy == .auto {
      columns.reserveCapacity(lines.count)
      for line in lines { columns.append(Self.columns(span, line.range)) }
    }
    self.columns = columns
    width = policy == .auto ? Self.width(lines, columns) : 0
    var runs: [(first: Int, last: Int)] = []
    var first = 0
    for index in lines.indices where policy == .auto {
      guard index + 1 == lines.count || lines[index + 1].blanksBefore > 0 else { continue }
      for _ in first...index { runs.append((first, index)) }
      first = index + 1
    }
    self.runs = runs
  }

  /// Whether the text's lines tell a width that it was wrapped at.
  var isWrapped: Bool { width > 0 }

  /// Whether line `index` goes on with the next one.
  func isSoft(after index: Int) -> Bool {
    guard policy != .keep, index + 1 < lines.count, lines[index + 1].blanksBefore == 0 else { return false }
    if policy == .join { return true }
    let bytes = bytes.utf8.span
    let line = lines[index]
    let next = lines[index + 1].range
    guard ListMarker.length(bytes, next) == 0 else { return false }
    if width > 0, columns[index] + 1 + firstWord(bytes, next) > width { return true }
    let last = UTF8Scan.scalar(bytes, before: line.range.end).value
    if last == 0x2E, isWrappedBehindAbbreviation(index) { return true }
    if Self.endsSentence(last) { return false }
    let initial = UTF8Scan.scalar(bytes, at: next.start).value
    // ". Pricing": the stop of the sentence before slipped to the next line.
    if initial == 0x2E || initial == 0x2C || initial == 0x3002 || initial == 0xFF0C { return true }
    if last >= 0x3040 || initial >= 0x3040 { return Self.leavesOpen(last) }
    let goesOn = Scalar.isLowerCase(initial) || initial == 0x28
    guard goesOn else { return false }
    // A list of short lines in lower case looks the same: a paragraph starts with a capital and comes to an end.
    return line.hasTrailingSpace || (startsSentence(index) && comesToAnEnd(index))
  }

  private func startsSentence(_ index: Int) -> Bool {
    let initial = UTF8Scan.scalar(bytes.utf8.span, at: lines[runs[index].first].range.start).value
    return !Scalar.isLowerCase(initial)
  }

  private func comesToAnEnd(_ index: Int) -> Bool {
    let scalar = UTF8Scan.scalar(bytes.utf8.span, before: lines[runs[index].last].range.end).value
    return Self.endsSentence(scalar) || scalar == 0x3A
  }

  private func firstWord(_ bytes: Span<UInt8>, _ range: TextRange) -> Int {
    var at = range.start
    while at < range.end, UTF8Scan.whiteSpace(bytes, at: at) == 0 { at += 1 }
    return Self.columns(bytes, TextRange(range.start, at))
  }

  /// Whether the line, as wide as lines are wrapped, ends in an abbreviation that a name or figure follows: "of the
  /// U.S.", "met Gen.", "by J.".
  private func isWrappedBehindAbbreviation(_ index: Int) -> Bool {
    guard columns[index] >= 40, columns[index] <= 160, startsSentence(index), comesToAnEnd(index) else { return false }
    let range = lines[index].range
    var start = range.end - 1
    while start > range.start, range.end - start < 16, bytes.utf8[start - 1] > 0x20 { start -= 1 }
    var tokens: [Token] = []
    Tokenizer.tokenize(bytes.utf8.span, in: TextRange(start, range.end), lexicon: Lexicon.shared, into: &tokens)
    guard let last = tokens.last else { return false }
    if last.shape.contains(.hasStop) { return last.shape.contains(.capitalised) }
    guard tokens.count >= 2 else { return false }
    let word = tokens[tokens.count - 2]
    guard word.shape.contains(.capitalised) else { return false }
    return word.length == 1 || SentenceWords.of("en").traits(of: word).contains(.title)
  }

  /// How many columns the text takes; a letter of Chinese, Japanese or Korean counts by its bytes, as such text is
  /// wrapped at fewer letters.
  private static func columns(_ bytes: Span<UInt8>, _ range: TextRange) -> Int {
    var count = 0
    var isWide = false
    for index in range.indices {
      if bytes[index] & 0xC0 != 0x80 {
        isWide = bytes[index] >= 0xE3
        count += 1
      } else if isWide {
        count += 1
      }
    }
    return count
  }

  /// The width that nearly all lines keep to which do not end their run, if most of them come near it.
  ///
  /// A heading or a footer on a line of its own may be as long as it likes, and one line in twelve may stand out.
  private static func width(_ lines: [PageLines.Line], _ columns: [Int]) -> Int {
    var inner: [Int] = []
    for index in lines.indices where index + 1 < lines.count && lines[index + 1].blanksBefore == 0 {
      inner.append(columns[index])
    }
    guard inner.count >= 3 else { return 0 }
    inner.sort(by: >)
    let widest = inner[inner.count / 12]
    guard widest >= 40, widest <= 160 else { return 0 }
    let near = inner.count { $0 * 5 >= widest * 4 && $0 * 7 <= widest * 8 }
    return near * 10 >= inner.count * 7 ? widest : 0
  }

  /// Sentence-final marks and what closes behind them.
  static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0x22, 0x201D, 0x300D, 0x300F, 0x61F, 0x6D4, 0x964:
      true
    default: false
    }
  }

  /// Chinese and Japanese marks and particles that no sentence ends with.
  private static func leavesOpen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001, 0xFF0C, 0x306E, 0x306F, 0x304C, 0x3092, 0x306B, 0x3068, 0x3082, 0x3078, 0x7684, 0x548C: true
    default: false
    }
  }
}
