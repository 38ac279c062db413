/// Writes a document's text block by block from the runs of a tree, by the text policy, and notes where it came from.
///
/// ```
/// var builder = BlockTextBuilder(recordsRuns: options.sourceMap)
/// for each block {
///   for each node of the block, in document order {
///     .text -> builder.append(tree, node)        // `isPreformatted: true` inside pre, textarea, listing
///     .br   -> builder.lineBreak()
///   }                                             // or all of it: builder.append(tree, below: node)
///   if let written = builder.endBlock() { … written.range, written.source, written.runs … }
/// }
/// document.text = Text(valid: builder.utf8)
/// ```
///
/// Blocks are parted by a blank line, which is written before the next block's first character; a block that turns out
/// to be empty leaves no trace. Blocks have no white space at their ends. A line break is "\n" inside a block; several
/// in a row are one.
struct BlockTextBuilder {
  /// All blocks so far.
  private(set) var utf8: [UInt8] = []

  /// A block as it was written.
  struct Written {
    /// In the document's text.
    var range: TextRange
    /// The hull of its characters in the page.
    var source: TextRange
    /// Stretches that stand in the page as they stand here (white space for white space), and references with what
    /// they were decoded to; in order. Empty unless asked for.
    var runs: [SourceRun]
  }

  private let recordsRuns: Bool
  /// Where the block begins, -1 before its first character.
  private var start = -1
  private var first = 0
  /// Behind the last character that is no white space: in the text, and in the page.
  private var inkEnd = 0
  private var inkSource = 0
  private var runs: [SourceRun] = []
  private var gap = Gap.none
  /// Where the gap stands in the page.
  private var gapSource = TextRange(0, 0)
  private var previous: UInt32 = 0

  private enum Gap {
    case none, space, line
  }

  /// - Parameter recordsRuns: Whether blocks carry the place of each of their runs.
  init(recordsRuns: Bool = false) { self.recordsRuns = recordsRuns }

  /// Whether the block has no character yet.
  var isEmpty: Bool { start < 0 }

  /// The line goes on below.
  mutating func lineBreak() {
    if start >= 0 { gap = .line }
  }

  /// A space, as between the cells of a row; white space around it collapses with it.
  mutating func space() {
    if start >= 0, gap == .none {
      gap = .space
      gapSource = TextRange(inkSource, inkSource)
    }
  }

  /// All text below a node, with its line breaks.
  mutating func append(_ tree: HTMLTree, below node: Int) {
    var index = node
    let end = Int(tree.nodes[node].end)
    var preformattedEnd = 0
    while index < end {
      switch tree.nodes[index].tag {
      case .text: append(tree, index, isPreformatted: index < preformattedEnd)
      case .br: lineBreak()
      case .pre, .textarea: preformattedEnd = max(preformattedEnd, Int(tree.nodes[index].end))
      default: break
      }
      index += 1
    }
  }

  /// One run of text.
  mutating func append(_ tree: HTMLTree, _ run: Int, isPreformatted: Bool = false) {
    let range = tree.text(of: run)
    let source = tree.nodes[run].source
    append(tree.text.span, range, source, isPreformatted)
  }

  private mutating func append(_ bytes: Span<UInt8>, _ range: TextRange, _ source: TextRange, _ isPreformatted: Bool) {
    let isVerbatim = range.count == source.count
    let distance = source.start - range.start
    var at = range.start
    while at < range.end {
      let byte = bytes[at]
      if byte > 0x20, byte < 0x7F {
        // The longest stretch of plain characters with single spaces between them goes over in one piece.
        var end = at + 1
        if isVerbatim {
          while end < range.end {
            let next = bytes[end]
            if next > 0x20 && next < 0x7F {
              end += 1
            } else if next == 0x20, end + 1 < range.end, bytes[end + 1] > 0x20, bytes[end + 1] < 0x7F {
              end += 2
            } else {
              break
            }
          }
        }
        write(bytes, at..<end, isVerbatim ? TextRange(at + distance, end + distance) : source)
        previous = UInt32(bytes[end - 1])
        at = end
        continue
      }
      var length = 1
      var treatment = TextPolicy.Treatment.space
      var scalar = UInt32(byte)
      if byte >= 0x80 {
        (scalar, length) = UTF8Scan.scalar(bytes, at: at)
        treatment = TextPolicy.treatment(of: scalar, after: previous)
      } else if byte > 0x20 || !(byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)) {
        treatment = .drop
      }
      let place = isVerbatim ? TextRange(at + distance, at + length + distance) : source
      switch treatment {
      case .keep:
        write(bytes, at..<at + length, place)
        previous = scalar
      case .space:
        previous = 0x20
        if isPreformatted, scalar < 0x80, start >= 0 {
          preformatted(byte, place)
        } else if start >= 0, gap == .none {
          gap = .space
          gapSource = place
        }
      case .drop: break
      }
      at += length
    }
  }

  /// White space that counts.
  private mutating func preformatted(_ byte: UInt8, _ place: TextRange) {
    flushGap()
    if byte == 0x0D { return }
    note(TextRange(utf8.count, utf8.count + 1), place)
    utf8.append(byte)
  }

  private mutating func flushGap() {
    switch gap {
    case .none: return
    case .space:
      if gapSource.count > 0 { note(TextRange(utf8.count, utf8.count + 1), gapSource) }
      utf8.append(0x20)
    case .line: utf8.append(0x0A)
    }
    gap = .none
  }

  private mutating func write(_ bytes: Span<UInt8>, _ range: Range<Int>, _ source: TextRange) {
    if start < 0 {
      // White space of any kind is none at a block's beginning.
      if UTF8Scan.whiteSpace(bytes, at: range.lowerBound) > 0 { return }
      if !utf8.isEmpty { utf8.append(contentsOf: [0x0A, 0x0A]) }
      start = utf8.count
      first = source.start
      gap = .none
    } else {
      flushGap()
    }
    note(TextRange(utf8.count, utf8.count + range.count), source)
    ByteSearch.append(bytes, range, to: &utf8)
    if range.count != 3 || UTF8Scan.whiteSpace(bytes, at: range.lowerBound) == 0 {
      inkEnd = utf8.count
      inkSource = max(inkSource, source.end)
    }
  }

  private mutating func note(_ range: TextRange, _ source: TextRange) {
    guard recordsRuns else { return }
    if let last = runs.last, last.range.end == range.start, last.source.end == source.start,
      last.range.count == last.source.count, range.count == source.count
    {
      runs[runs.count - 1].range = last.range.hull(range)
      runs[runs.count - 1].source = last.source.hull(source)
    } else {
      runs.append(SourceRun(range: range, source: source))
    }
  }

  /// Ends the block; `nil` when nothing was written.
  mutating func endBlock() -> Written? {
    defer {
      start = -1
      gap = .none
      previous = 0
      inkSource = 0
      runs.removeAll()
    }
    guard start >= 0 else { return nil }
    utf8.removeLast(utf8.count - inkEnd)
    while let last = runs.last, last.range.end > inkEnd {
      runs.removeLast()
      let kept = inkEnd - last.range.start
      if kept > 0 {
        let source = TextRange(last.source.start, last.source.start + kept)
        runs.append(SourceRun(range: TextRange(last.range.start, inkEnd), source: source))
      }
    }
    return Written(range: TextRange(start, inkEnd), source: TextRange(first, max(first, inkSource)), runs: runs)
  }
}
