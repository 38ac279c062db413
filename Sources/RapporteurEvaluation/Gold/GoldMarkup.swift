internal import Rapporteur

/// The elements of an XML file in document order, over its text.
struct GoldMarkup {
  struct Element {
    var name: String
    var attributes: [XMLAttribute]
    /// Where the start tag ends.
    var line: Int
    var parent: Int?
    /// Places in `GoldMarkup.text`.
    var start: Int
    var end: Int
    /// Behind its last descendant: the elements inside are those from the next one up to here.
    var limit: Int

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// The words of an attribute that holds a list.
    func words(_ name: String) -> [String] {
      (self[name] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    }

    var range: Range<Int> { start..<end }
  }

  private(set) var elements: [Element] = []
  /// All text of the file, marks and white space included.
  private(set) var text: [Unicode.Scalar] = []
  /// The line at the end of each run of text, and where the run ends.
  private var runs: [(end: Int, line: Int)] = []
  let faults: [XMLFault]

  init(_ bytes: [UInt8]) {
    let (events, faults) = XMLReader.read(bytes)
    self.faults = faults
    var open: [Int] = []
    for event in events {
      switch event.kind {
      case .start(let name, let attributes):
        elements.append(
          Element(
            name: name, attributes: attributes, line: event.line, parent: open.last, start: text.count,
            end: text.count, limit: elements.count + 1))
        open.append(elements.count - 1)
      case .end:
        guard let last = open.popLast() else { continue }
        elements[last].end = text.count
        elements[last].limit = elements.count
      case .text(let piece):
        text.append(contentsOf: piece.unicodeScalars)
        runs.append((text.count, event.line))
      }
    }
  }

  /// The elements right inside one, in order.
  func children(of index: Int) -> [Int] {
    var result: [Int] = []
    var child = index + 1
    while child < elements[index].limit {
      result.append(child)
      child = elements[child].limit
    }
    return result
  }

  /// The elements inside one, however deep, in document order.
  func inside(_ index: Int) -> Range<Int> { index + 1..<elements[index].limit }

  func string(_ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text[range])
    return String(result)
  }

  /// The range without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> { text.trimmed(range) }

  /// The line of a place in the text, which is known at the end of every run.
  private func line(at place: Int) -> Int? {
    guard let run = runs.first(where: { $0.end >= place }) else { return nil }
    return run.line - text[place..<run.end].count { $0 == "\n" }
  }

  /// Text that stands right in an element and in none of its children: white space left out.
  func ownText(of index: Int) -> (text: String, line: Int)? {
    var at = elements[index].start
    let gaps = children(of: index).map { elements[$0].range } + [elements[index].end..<elements[index].end]
    for gap in gaps {
      let piece = trimmed(at..<gap.lowerBound)
      if !piece.isEmpty { return (string(piece), line(at: piece.upperBound) ?? elements[index].line) }
      at = gap.upperBound
    }
    return nil
  }
}

extension [Unicode.Scalar] {
  /// The range without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].properties.isWhitespace { start += 1 }
    while end > start, self[end - 1].properties.isWhitespace { end -= 1 }
    return start..<end
  }
}
