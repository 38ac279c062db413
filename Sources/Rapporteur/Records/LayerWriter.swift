/// Writes the layers of one document.
struct LayerWriter {
  private let document: Document
  private let place: OffsetIndex
  private let sourcePlace: OffsetIndex
  private let hasRuns: Bool

  init(document: Document, offsets: OffsetUnit, hasRuns: Bool) {
    self.document = document
    self.hasRuns = hasRuns
    place = OffsetIndex(document.text, unit: offsets)
    sourcePlace = OffsetIndex(document.decoded, unit: offsets)
  }

  /// The keys from `blocks` to `proposals`, each with the comma before it.
  func write(to json: inout JSONOutput) {
    json.raw(",\"blocks\":")
    json.list(document.blocks) { json, _, block in write(block, to: &json) }
    json.raw(",\"removed\":")
    json.list(document.removed) { json, _, removed in write(removed, to: &json) }
    json.raw(",\"sentences\":")
    json.list(document.sentences) { json, _, sentence in
      open(sentence.range, to: &json)
      json.raw(",\"block\":")
      json.integer(sentence.block)
      json.raw(",\"kind\":\"\(sentence.kind.rawValue)\"}")
    }
    json.raw(",\"entities\":")
    json.list(document.entities) { json, index, entity in write(entity, index, to: &json) }
    json.raw(",\"mentions\":")
    json.list(document.mentions) { json, _, mention in write(mention, to: &json) }
    json.raw(",\"attributions\":")
    json.list(document.attributions) { json, index, attribution in write(attribution, index, to: &json) }
    json.raw(",\"proposals\":")
    json.list(document.proposals) { json, index, proposal in write(proposal, index, to: &json) }
  }

  private func write(_ block: Block, to json: inout JSONOutput) {
    open(block.range, to: &json)
    json.raw(",\"kind\":\"\(block.kind.rawValue)\",\"main\":")
    json.boolean(block.isMain)
    json.raw(",\"level\":")
    json.integer(block.level)
    json.raw(",\"row\":")
    json.integer(block.row)
    json.raw(",\"column\":")
    json.integer(block.column)
    json.raw(",\"language\":")
    json.string(block.language)
    json.raw(",\"xpath\":")
    json.string(block.xpath)
    json.raw(",\"source\":")
    source(block.source, to: &json)
    if hasRuns {
      json.raw(",\"runs\":")
      json.list(block.runs) { json, _, run in
        open(run.range, to: &json)
        json.raw(",\"source\":")
        source(run.source, to: &json)
        json.raw("}")
      }
    }
    json.raw(",\"confidence\":")
    json.confidence(block.confidence)
    json.raw("}")
  }

  private func write(_ removed: Removed, to json: inout JSONOutput) {
    json.raw("{\"kind\":\"\(removed.kind.rawValue)\",\"reason\":\"\(removed.reason.rawValue)\",\"text\":")
    json.string(removed.text)
    json.raw(",\"xpath\":")
    json.string(removed.xpath)
    json.raw(",\"source\":")
    source(removed.source, to: &json)
    json.raw(",\"confidence\":")
    json.confidence(removed.confidence)
    json.raw("}")
  }

  private func write(_ entity: Entity, _ index: Int, to json: inout JSONOutput) {
    json.raw("{\"id\":\"e\(index + 1)\",\"key\":")
    json.string(entity.key)
    json.raw(",\"type\":\"\(entity.type.rawValue)\",\"name\":")
    json.string(entity.name)
    json.raw(",\"country\":")
    json.string(entity.country)
    json.raw(",\"role\":")
    json.string(entity.role)
    json.raw("}")
  }

  private func write(_ mention: Mention, to json: inout JSONOutput) {
    open(mention.range, to: &json)
    json.raw(",\"text\":")
    json.string(document.text.utf8, in: mention.range.indices)
    json.raw(",\"type\":\"\(mention.type.rawValue)\",\"entity\":")
    id("e", mention.entity, to: &json)
    json.raw(",\"value\":")
    json.string(mention.value)
    json.raw(",\"rule\":\"\(mention.rule.rawValue)\",\"confidence\":")
    json.confidence(mention.confidence)
    json.raw("}")
  }

  private func write(_ attribution: Attribution, _ index: Int, to json: inout JSONOutput) {
    json.raw("{\"id\":\"a\(index + 1)\",\"kind\":\"\(attribution.kind.rawValue)\",\"continued\":")
    json.boolean(attribution.isContinued)
    json.raw(",\"act\":")
    json.string(attribution.act?.rawValue)
    json.raw(",\"speakers\":")
    json.list(attribution.speakers) { json, _, speaker in write(speaker, to: &json) }
    json.raw(",\"unresolved\":")
    json.string(attribution.unresolved?.rawValue)
    json.raw(",\"mention\":")
    surface(attribution.mention, to: &json)
    json.raw(",\"cue\":")
    surface(attribution.cue, to: &json)
    json.raw(",\"content\":")
    spans(attribution.content, to: &json)
    json.raw(",\"within\":")
    id("a", attribution.within, to: &json)
    json.raw(",\"rule\":\"\(attribution.rule.rawValue)\",\"confidence\":")
    json.confidence(attribution.confidence)
    json.raw("}")
  }

  private func write(_ speaker: Speaker, to json: inout JSONOutput) {
    json.raw("{\"entity\":")
    id("e", speaker.entity, to: &json)
    json.raw(",\"name\":")
    json.string(speaker.name)
    json.raw(",\"resolution\":\"\(speaker.resolution.rawValue)\"}")
  }

  private func write(_ proposal: Proposal, _ index: Int, to json: inout JSONOutput) {
    json.raw("{\"id\":\"p\(index + 1)\",\"speakers\":")
    json.list(proposal.speakers) { json, _, speaker in write(speaker, to: &json) }
    json.raw(",\"announcement\":")
    surface(proposal.announcement, to: &json)
    json.raw(",\"announced\":")
    json.integer(proposal.announced)
    json.raw(",\"items\":")
    json.list(proposal.items) { json, _, item in write(item, to: &json) }
    json.raw(",\"missing\":")
    json.list(proposal.missing) { json, _, ordinal in json.integer(ordinal) }
    json.raw(",\"complete\":")
    json.boolean(proposal.isComplete)
    json.raw(",\"mentioned_only\":")
    json.boolean(proposal.isMentionedOnly)
    json.raw(",\"rule\":\"\(proposal.rule.rawValue)\",\"confidence\":")
    json.confidence(proposal.confidence)
    json.raw("}")
  }

  private func write(_ item: Proposal.Item, to json: inout JSONOutput) {
    json.raw("{\"ordinal\":")
    json.integer(item.ordinal)
    json.raw(",\"marker\":")
    surface(item.marker, to: &json)
    json.raw(",\"start\":")
    json.integer(place(item.range.start))
    json.raw(",\"end\":")
    json.integer(place(item.range.end))
    json.raw(",\"content\":")
    spans(item.content, to: &json)
    json.raw(",\"headline\":")
    if let headline = item.headline {
      open(headline, to: &json)
      json.raw("}")
    } else {
      json.raw("null")
    }
    json.raw(",\"attributions\":")
    json.list(item.attributions) { json, _, index in id("a", index, to: &json) }
    json.raw(",\"points\":")
    json.list(item.points) { json, _, point in
      json.raw("{\"ordinal\":")
      json.integer(point.ordinal)
      json.raw(",\"marker\":")
      surface(point.marker, to: &json)
      json.raw(",\"start\":")
      json.integer(place(point.range.start))
      json.raw(",\"end\":")
      json.integer(place(point.range.end))
      json.raw("}")
    }
    json.raw("}")
  }

  /// `{"start":…,"end":…` without the closing brace.
  private func open(_ range: TextRange, to json: inout JSONOutput) {
    json.raw("{\"start\":")
    json.integer(place(range.start))
    json.raw(",\"end\":")
    json.integer(place(range.end))
  }

  private func spans(_ ranges: [TextRange], to json: inout JSONOutput) {
    json.list(ranges) { json, _, range in
      open(range, to: &json)
      json.raw("}")
    }
  }

  /// A span with its text, or null.
  private func surface(_ range: TextRange?, to json: inout JSONOutput) {
    guard let range else { return json.raw("null") }
    open(range, to: &json)
    json.raw(",\"text\":")
    json.string(document.text.utf8, in: range.indices)
    json.raw("}")
  }

  /// A place in the decoded page, or null.
  private func source(_ range: TextRange?, to json: inout JSONOutput) {
    guard let range else { return json.raw("null") }
    json.raw("{\"start\":")
    json.integer(sourcePlace(range.start))
    json.raw(",\"end\":")
    json.integer(sourcePlace(range.end))
    json.raw("}")
  }

  /// `"e1"` for index 0, or null.
  private func id(_ prefix: String, _ index: Int?, to json: inout JSONOutput) {
    guard let index else { return json.raw("null") }
    json.raw("\"\(prefix)")
    json.integer(index + 1)
    json.raw("\"")
  }
}
