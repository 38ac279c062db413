import Rapporteur
import RapporteurCrawl

/// Some of a report's documents, as the page unpacks them together: their texts, and apart from these, so that a search
/// need not read them, their layers.
struct ReportPart {
  private var texts = JSONColumn()
  private var layers = JSONColumn()

  /// How many bytes of a part are enough: few to wait for when one document is opened, many to pack well.
  static let enough = 1 << 19

  /// What the page shows of a record.
  private static let keys = KeyTree([
    "status", "error", "source.path", "source.url", "source.record_id", "source.fetched", "source.http_status",
    "source.media_type", "source.charset", "page", "offset_unit", "duplicate_of",
    "blocks.start", "blocks.end", "blocks.kind", "blocks.main", "blocks.level", "blocks.row", "blocks.language",
    "blocks.source.start",
    "removed.kind", "removed.reason", "removed.text", "removed.source.start",
    "entities.id", "entities.key", "entities.name", "entities.role", "entities.country",
    "mentions.start", "mentions.end", "mentions.type", "mentions.entity", "mentions.value", "mentions.rule",
    "mentions.confidence",
    "attributions.id", "attributions.kind", "attributions.continued", "attributions.act", "attributions.speakers",
    "attributions.unresolved", "attributions.mention.start", "attributions.mention.end", "attributions.cue.start",
    "attributions.cue.end", "attributions.content", "attributions.within", "attributions.rule",
    "attributions.confidence",
    "proposals.id", "proposals.speakers", "proposals.announcement.start", "proposals.announcement.end",
    "proposals.announced", "proposals.items.ordinal", "proposals.items.start", "proposals.items.end",
    "proposals.items.content", "proposals.items.headline", "proposals.items.attributions",
    "proposals.items.points.ordinal", "proposals.items.points.start", "proposals.items.points.end",
    "proposals.missing", "proposals.complete", "proposals.mentioned_only", "proposals.rule", "proposals.confidence",
    "warnings",
  ])

  /// - Throws: For a span that does not stand in the text.
  mutating func add(_ record: StoredRecord) throws(InputError) {
    try Self.checkSpans(record)
    texts.add(record.text.text[record.text.text.range])
    layers.add { Self.keys.write(record.value, to: &$0) }
  }

  /// How large it is, unpacked.
  var count: Int { texts.count + layers.count }

  /// The two lists, by the names that the page knows them by.
  var lists: [(name: String, bytes: [UInt8])] { [("texts", texts.bytes), ("layers", layers.bytes)] }

  private static func checkSpans(_ record: StoredRecord) throws(InputError) {
    for layer in ["blocks", "mentions"] {
      for span in record[layer].elements { _ = try record.range(span) }
    }
    for attribution in record["attributions"].elements {
      _ = try record.range(attribution["mention"])
      _ = try record.range(attribution["cue"])
      for piece in attribution["content"]?.elements ?? [] { _ = try record.range(piece) }
    }
    for proposal in record["proposals"].elements {
      _ = try record.range(proposal["announcement"])
      for item in proposal["items"]?.elements ?? [] {
        _ = try record.range(item)
        _ = try record.range(item["headline"])
        for piece in item["content"]?.elements ?? [] { _ = try record.range(piece) }
        for point in item["points"]?.elements ?? [] { _ = try record.range(point) }
      }
    }
  }
}
