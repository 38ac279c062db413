@testable import Rapporteur

/// What must hold of every document, whatever page it was made of; finds where it does not.
struct DocumentFaults {
  private(set) var faults: [String] = []

  /// - Parameter isWhole: Whether nothing that was cut may be lost (`keep_removed`).
  init(_ document: Document, isWhole: Bool) {
    if String(validating: document.text.utf8, as: UTF8.self) == nil { faults.append("the text is not UTF-8") }
    places(document)
    order(document)
    sentences(document)
    references(document)
    sources(document)
    if isWhole { coverage(document) }
  }

  private mutating func check(_ holds: Bool, _ fault: @autoclosure () -> String) {
    if !holds, faults.count < 20 { faults.append(fault()) }
  }

  private mutating func places(_ document: Document) {
    let text = document.text
    for (layer, range) in document.ranges {
      check(
        range.start <= range.end && range.end <= text.count && text.isScalarBorder(range.start)
          && text.isScalarBorder(range.end), "\(layer) \(range) of \(text.count)")
    }
    let page = document.decoded
    for range in document.blocks.compactMap(\.source) + document.removed.compactMap(\.source) {
      check(
        range.start <= range.end && range.end <= page.count && page.isScalarBorder(range.start)
          && page.isScalarBorder(range.end), "source \(range) of \(page.count)")
    }
  }

  private mutating func order(_ document: Document) {
    let layers: [(String, [TextRange])] =
      [
        ("blocks", document.blocks.map(\.range)), ("sentences", document.sentences.map(\.range)),
        ("tokens", document.tokens.map(\.range)), ("mentions", document.mentions.map(\.range)),
      ] + document.attributions.map { ("content", $0.content) } + document.blocks.map { ("runs", $0.runs.map(\.range)) }
    for (layer, ranges) in layers {
      for (one, next) in zip(ranges, ranges.dropFirst()) {
        check(one.end <= next.start, "\(layer) out of order: \(one) \(next)")
      }
    }
  }

  private mutating func sentences(_ document: Document) {
    for sentence in document.sentences {
      check(
        document.blocks.indices.contains(sentence.block)
          && document.blocks[sentence.block].range.covers(sentence.range), "sentence \(sentence) outside its block")
      check(
        document.text.trimmed(sentence.range) == sentence.range, "sentence \(sentence) with white space at its ends")
      check(
        sentence.tokens.upperBound <= document.tokens.count
          && document.tokens[sentence.tokens].allSatisfy { sentence.range.covers($0.range) },
        "tokens outside sentence \(sentence)")
    }
  }

  private mutating func references(_ document: Document) {
    let entities =
      document.mentions.compactMap(\.entity)
      + (document.attributions.flatMap(\.speakers) + document.proposals.flatMap(\.speakers)).compactMap(\.entity)
    check(entities.allSatisfy { document.entities.indices.contains($0) }, "an entity that is none")
    for mention in document.mentions {
      check(
        document.text.trimmed(mention.range) == mention.range && !mention.range.isEmpty, "mention \(mention)")
    }
    for (index, attribution) in document.attributions.enumerated() {
      check(attribution.speakers.isEmpty == (attribution.unresolved != nil), "a\(index + 1): speakers and unresolved")
      check(
        attribution.within.map { $0 != index && document.attributions.indices.contains($0) } ?? true,
        "a\(index + 1): within")
    }
    check(
      document.proposals.flatMap(\.items).flatMap(\.attributions).allSatisfy {
        document.attributions.indices.contains($0)
      }, "a statement of a proposal that is none")
  }

  private mutating func sources(_ document: Document) {
    guard document.form == .text else { return }
    for block in document.blocks {
      guard let source = block.source else { continue }
      check(document.decoded[source] == document.text[block.range], "source of block \(block.range)")
    }
  }

  /// Every visible character of the page stands in a block or in what was removed.
  private mutating func coverage(_ document: Document) {
    var isCovered = [Bool](repeating: false, count: document.decoded.count)
    for range in document.blocks.compactMap(\.source) + document.removed.compactMap(\.source) {
      for index in range.indices { isCovered[index] = true }
    }
    let bytes = document.decoded.utf8
    guard document.form == .html else {
      for index in bytes.indices where !isCovered[index] && bytes[index] > 0x20 && bytes[index] < 0x7F {
        check(false, "byte \(index) of the page is in no block and was not removed")
        return
      }
      return
    }
    let tree = HTMLTree(bytes)
    var node = 0
    while node < tree.nodes.count {
      let here = tree.nodes[node]
      if here.tag != .text && TreePassages.isInvisible(here.tag) {
        node = Int(here.end)
        continue
      }
      node += 1
      let shows = tree.text(of: node - 1).indices.contains { tree.text[$0] > 0x20 && tree.text[$0] < 0x7F }
      if here.tag == .text, shows, !here.source.indices.contains(where: { isCovered[$0] }) {
        check(false, "the run \(here.source) of the page is in no block and was not removed")
        return
      }
    }
  }
}

/// Whether a record is JSON, and every span in it has the text that it says.
enum RecordFaults {
  static func of(_ line: [UInt8]) -> [String] {
    var reader = JSONReader(maximumDepth: 64)
    guard line.last == 0x0A, !line.dropLast().contains(0x0A), String(validating: line, as: UTF8.self) != nil,
      let record = try? reader.read(line.span), reader.repairs == 0
    else { return ["the record is no line of JSON"] }
    guard case .string(let text)? = record["text"] else { return [] }
    let scalars = Array(text[text.range].unicodeScalars)
    var faults: [String] = []
    for key in ["mentions", "attributions", "proposals"] {
      if let value = record[key] { check(value, scalars, &faults) }
    }
    return faults
  }

  private static func check(_ value: JSONValue, _ text: [Unicode.Scalar], _ faults: inout [String]) {
    switch value {
    case .array(let items): for item in items { check(item, text, &faults) }
    case .object(let members):
      if case .number(let first)? = value["start"], case .number(let last)? = value["end"], let start = Int(first),
        let end = Int(last)
      {
        guard start <= end, end <= text.count else {
          faults.append("span \(start)..<\(end) of \(text.count)")
          return
        }
        if case .string(let surface)? = value["text"] {
          var found = String.UnicodeScalarView()
          found.append(contentsOf: text[start..<end])
          if String(found) != surface[surface.range] { faults.append("span \(start)..<\(end) is not its text") }
        }
      }
      for member in members { check(member.value, text, &faults) }
    default: break
    }
  }
}

extension Document {
  /// Every range of every layer, with the layer's name.
  var ranges: [(String, TextRange)] {
    var ranges: [(String, TextRange)] = blocks.map { ("blocks", $0.range) }
    ranges += blocks.flatMap(\.runs).map { ("runs", $0.range) }
    ranges += sentences.map { ("sentences", $0.range) } + tokens.map { ("tokens", $0.range) }
    ranges += mentions.map { ("mentions", $0.range) }
    for attribution in attributions {
      ranges += ([attribution.mention, attribution.cue].compactMap { $0 } + attribution.content).map {
        ("attributions", $0)
      }
    }
    for proposal in proposals {
      var own = [proposal.announcement].compactMap { $0 }
      for item in proposal.items {
        own += [item.range] + item.content + [item.marker, item.headline].compactMap { $0 }
        own += item.points.flatMap { [$0.range] + [$0.marker].compactMap { $0 } }
      }
      ranges += own.map { ("proposals", $0) }
    }
    return ranges
  }
}
