import Rapporteur

/// A document as a text for eyes.
struct Explanation {
  private let document: Document
  private let ink: Ink

  init(_ document: Document, ink: Ink) {
    self.document = document
    self.ink = ink
  }

  var text: String {
    let parts = [head, removed, blocks, statements, proposals, warnings, trace]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var head: String {
    let source = document.source
    let facts = [source.mediaType, source.charset, "\(source.length ?? document.decoded.count) bytes"].compactMap { $0 }
    var text = ink.strong(document.id) + "  " + facts.joined(separator: ", ") + "\n"
    let page = document.metadata
    let dateline = page.dateline.map { [$0.place, $0.date, $0.agency].compactMap { $0 }.joined(separator: ", ") }
    let rows = [
      ("url", source.url), ("title", page.title), ("byline", page.byline), ("site", page.site),
      ("published", page.publishedTime ?? page.published ?? document.inputDate), ("modified", page.modified),
      ("language", page.language), ("dateline", dateline),
    ]
    for (name, value) in rows {
      if let value { text += "  \(ink.faint(pad(name, 10)))\(value)\n" }
    }
    return text
  }

  private var removed: String {
    guard !document.removed.isEmpty else { return "" }
    var text = ink.strong("Cut from the page") + " (\(document.removed.count))\n"
    for piece in document.removed {
      text +=
        "  \(pad(piece.kind.rawValue, 14))\(pad(piece.reason.rawValue, 13))\(ink.cut(shortened(piece.text, 78)))\n"
    }
    return text
  }

  private var blocks: String {
    guard !document.blocks.isEmpty else { return ink.strong("No text") + "\n" }
    var text = ink.strong("Text") + " (\(document.blocks.count) blocks, \(document.sentences.count) sentences)\n"
    for (index, block) in document.blocks.enumerated() {
      let level = block.level.map { " \($0)" } ?? ""
      let main = block.isMain ? "" : ", not main"
      text += "  " + ink.faint("\(index + 1) \(block.kind.rawValue)\(level)\(main)") + "\n"
      let sentences = document.sentences.filter { $0.block == index }.map(\.range)
      for range in sentences.isEmpty ? [block.range] : sentences { text += "    \(marked(range))\n" }
    }
    return text
  }

  private var statements: String {
    guard !document.attributions.isEmpty else { return "" }
    var text = ink.strong("Who said what") + " (\(document.attributions.count))\n"
    for (index, attribution) in document.attributions.enumerated() {
      let continued = attribution.isContinued ? ", continued" : ""
      let act = attribution.act.map { ", \($0.rawValue)" } ?? ""
      let why = "\(attribution.kind.rawValue)\(act)\(continued); \(attribution.rule.rawValue)"
      text += "  a\(index + 1) \(names(attribution.speakers, attribution.unresolved))"
      if let mention = attribution.mention { text += " ← \(quoted(mention))" }
      if let cue = attribution.cue { text += " \(ink.cue(flat(cue)))" }
      text += " " + ink.faint("(\(why), \(hundredths(attribution.confidence)))") + "\n"
      for range in attribution.content { text += "     \(flat(range))\n" }
    }
    return text
  }

  private var proposals: String {
    guard !document.proposals.isEmpty else { return "" }
    var text = ink.strong("Points put forward") + " (\(document.proposals.count))\n"
    for (index, proposal) in document.proposals.enumerated() {
      text += "  p\(index + 1) \(names(proposal.speakers, nil))"
      if let announcement = proposal.announcement { text += " \(ink.cue(flat(announcement)))" }
      let announced = proposal.announced.map { "\($0) announced, " } ?? ""
      let missing =
        proposal.missing.isEmpty ? "" : ", missing \(proposal.missing.map(String.init).joined(separator: " "))"
      let only = proposal.isMentionedOnly ? ", mentioned only" : ""
      let why = "\(announced)\(proposal.items.count) found\(missing)\(only); \(proposal.rule.rawValue)"
      text += " " + ink.faint("(\(why), \(hundredths(proposal.confidence)))") + "\n"
      for item in proposal.items {
        text += "     \(item.ordinal). \(flat(item.range))\n"
        for point in item.points { text += "        \(point.ordinal). \(flat(point.range))\n" }
      }
    }
    return text
  }

  private var warnings: String {
    guard !document.warnings.isEmpty else { return "" }
    let lines = document.warnings.map { "  \($0.stage): \($0.message) \(ink.faint("(\($0.code))"))\n" }
    return ink.strong("Warnings") + "\n" + lines.joined()
  }

  private var trace: String {
    guard let notes = document.trace?.notes, !notes.isEmpty else { return "" }
    let lines = notes.map { note in
      let place = note.range.map { "  " + ink.faint("“\(shortened(flat($0), 60))”") } ?? ""
      return "  \(pad(note.stage, 12))\(note.message)\(place)\n"
    }
    return ink.strong("Decisions") + "\n" + lines.joined()
  }

  /// The text of a range with its mentions marked.
  private func marked(_ range: TextRange) -> String {
    var text = ""
    var at = range.start
    for mention in document.mentions.sorted(by: { $0.range < $1.range })
    where range.covers(mention.range) && mention.range.start >= at {
      text += flat(TextRange(at, mention.range.start))
      text += painted(mention)
      at = mention.range.end
    }
    return text + flat(TextRange(at, range.end))
  }

  private func painted(_ mention: Mention) -> String {
    let surface = flat(mention.range)
    let value = mention.value.map { " \($0)" } ?? ""
    let label = "\(mention.type.rawValue)\(value)"
    guard ink.isColoured else { return "[\(surface)|\(label)]" }
    let name =
      switch mention.type {
      case .person, .role: ink.person(surface)
      case .country, .nationality, .location, .facility: ink.place(surface)
      case .organisation, .event, .agreement: ink.thing(surface)
      case .date, .time, .money, .cardinal: ink.value(surface)
      }
    return name + ink.faint(" \(label)")
  }

  private func names(_ speakers: [Speaker], _ unresolved: Attribution.Unresolved?) -> String {
    if speakers.isEmpty { return ink.faint(unresolved.map { "nobody (\($0.rawValue))" } ?? "nobody") }
    return speakers.map { ink.person($0.name) + ink.faint(" [\($0.resolution.rawValue)]") }.joined(separator: ", ")
  }

  private func quoted(_ range: TextRange) -> String { "“\(flat(range))”" }

  /// The text of a range on one line.
  private func flat(_ range: TextRange) -> String {
    document.text[range].split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
  }

  private func shortened(_ text: String, _ length: Int) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > length ? line.prefix(length - 1) + "…" : line
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func hundredths(_ value: Double) -> String {
    let number = Int((value * 100).rounded())
    return number >= 100 ? "1.00" : number < 10 ? "0.0\(number)" : "0.\(number)"
  }
}
