/// The shape of a record, of which every schema is made.
///
/// `RecordWriter` writes the same by hand, for speed; a test compares the two, keys, order and types.
public enum RecordShape {
  /// Name and version of the shape. Keys are only ever added, with a new minor.
  public static let schema = "rapporteur/1"

  /// The keys of a record, in order.
  public static let fields: [Shape.Field] = [
    .init("schema", .choice([schema]), "name and version of this shape"),
    .init("id", .string, "the input's own id, else the file's path, else path:offset; unique in a run"),
    .init("status", .choice(["annotated", "failed"]), "a failed document has an error and empty layers"),
    .init("error", .optional(.object(fault)), "why the document failed"),
    .init("source", .object(source), "where the page came from"),
    .init("page", .object(page), "what the page says of itself"),
    .init("offset_unit", .choice(OffsetUnit.allCases.map(\.rawValue)), "what start and end count"),
    .init("text", .string, "all blocks in page order; every start and end points into it, unless it is a source"),
    .init("text_sha256", .optional(.digest), "of the text's UTF-8"),
    .init("fingerprint", .optional(.string), "a key that near-duplicates of the main text share"),
    .init("duplicate_of", .optional(.string), "the id of the document that this one repeats"),
    .init("blocks", .list(.object(block)), "the pieces of the text, in its order"),
    .init("removed", .list(.object(removed)), "what was cut from the page, with keep_removed: true"),
    .init("sentences", .list(.object(sentence)), "in the text's order"),
    .init("entities", .list(.object(entity)), "whom and what the text names"),
    .init("mentions", .list(.object(mention)), "where the names, dates and amounts stand"),
    .init("attributions", .list(.object(attribution)), "who said what"),
    .init("proposals", .list(.object(proposal)), "numbered sets of points that somebody puts forward"),
    .init("warnings", .list(.object(fault)), "what went wrong and did not stop the stage"),
    .init("pipeline", .object(pipeline), "what made the record"),
  ]

  private static let fault: [Shape.Field] = [
    .init("stage", .string), .init("code", .string, "a word for machines"), .init("message", .string),
  ]

  private static let source: [Shape.Field] = [
    .init("path", .optional(.string), "relative to the INPUT it was found under"),
    .init("url", .optional(.string), "as the input has it, else the address that the page calls its own"),
    .init("record_id", .optional(.string)),
    .init("offset", .optional(.integer), "in bytes, in the unpacked file"),
    .init("length", .optional(.integer), "in bytes"),
    .init("fetched", .optional(.string), "RFC 3339"),
    .init("http_status", .optional(.integer)),
    .init("media_type", .optional(.string)),
    .init("charset", .optional(.string)),
    .init("sha256", .optional(.digest), "of the page's bytes"),
  ]

  private static let page: [Shape.Field] = [
    .init("title", .optional(.string)), .init("byline", .optional(.string)), .init("site", .optional(.string)),
    .init("published", .optional(.string), "ISO 8601 day"),
    .init("published_time", .optional(.string), "RFC 3339"),
    .init("modified", .optional(.string), "ISO 8601 day"),
    .init("language", .optional(.string), "BCP 47"),
    .init(
      "dateline",
      .optional(
        .object([
          .init("place", .optional(.string)), .init("date", .optional(.string)), .init("agency", .optional(.string)),
        ]))),
  ]

  private static let span: [Shape.Field] = [.init("start", .integer), .init("end", .integer)]

  private static let surface: [Shape.Field] = span + [.init("text", .string)]

  private static let block: [Shape.Field] =
    span + [
      .init("kind", .choice(Block.Kind.allCases.map(\.rawValue))),
      .init("main", .boolean, "whether it is part of the article itself"),
      .init("level", .optional(.integer), "of a heading or list item, from 1"),
      .init("row", .optional(.integer), "of a table's cell, from 0"),
      .init("column", .optional(.integer), "of a table's cell, from 0"),
      .init("language", .optional(.string), "BCP 47"),
      .init("xpath", .optional(.string)),
      .init("source", .optional(.object(span)), "its place in the decoded page"),
      .init(
        "runs", .list(.object(span + [.init("source", .optional(.object(span)))])),
        "the runs of its text and where each stood in the decoded page, with source_map: true", isOptional: true),
      .init("confidence", .share),
    ]

  private static let removed: [Shape.Field] = [
    .init("kind", .choice(Removed.Kind.allCases.map(\.rawValue))),
    .init("reason", .choice(Removed.Reason.allCases.map(\.rawValue))),
    .init("text", .string),
    .init("xpath", .optional(.string)),
    .init("source", .optional(.object(span)), "its place in the decoded page"),
    .init("confidence", .share),
  ]

  private static let sentence: [Shape.Field] =
    span + [
      .init("block", .integer, "the index of its block, from 0"),
      .init("kind", .choice(Sentence.Kind.allCases.map(\.rawValue))),
    ]

  private static let entity: [Shape.Field] = [
    .init("id", .string, "in this document: e1, e2 …"),
    .init("key", .string, "the same in every document"),
    .init("type", .choice(EntityType.allCases.map(\.rawValue))),
    .init("name", .string, "the fullest form"),
    .init("country", .optional(.string), "ISO 3166-1 alpha-2"),
    .init("role", .optional(.string), "the fullest title of a person"),
  ]

  private static let mention: [Shape.Field] =
    surface + [
      .init("type", .choice(EntityType.allCases.map(\.rawValue))),
      .init("entity", .optional(.string), "the id of what it names"),
      .init("value", .optional(.string), "TIMEX3 of a date, amount and ISO 4217 code of money"),
      .init("rule", .choice(Mention.Rule.allCases.map(\.rawValue))),
      .init("confidence", .share),
    ]

  private static let speaker: [Shape.Field] = [
    .init("entity", .optional(.string), "the id of an entity"),
    .init("name", .string),
    .init("resolution", .choice(Speaker.Resolution.allCases.map(\.rawValue)), "how it was found who speaks"),
  ]

  private static let attribution: [Shape.Field] = [
    .init("id", .string, "in this document: a1, a2 …"),
    .init("kind", .choice(Attribution.Kind.allCases.map(\.rawValue))),
    .init("continued", .boolean, "whether the sentence has no cue of its own"),
    .init("act", .optional(.choice(SpeechAct.allCases.map(\.rawValue)))),
    .init("speakers", .list(.object(speaker))),
    .init("unresolved", .optional(.choice(Attribution.Unresolved.allCases.map(\.rawValue))), "why nobody is named"),
    .init("mention", .optional(.object(surface)), "the speaker as written"),
    .init("cue", .optional(.object(surface)), "the words that report"),
    .init("content", .list(.object(span)), "what was said"),
    .init("within", .optional(.string), "the id of the attribution that this one is quoted in"),
    .init("rule", .choice(Attribution.Rule.allCases.map(\.rawValue))),
    .init("confidence", .share),
  ]

  private static let item: [Shape.Field] =
    [.init("ordinal", .integer), .init("marker", .optional(.object(surface)))] + span + [
      .init("content", .list(.object(span)), "without what interrupts it"),
      .init("headline", .optional(.object(span)), "its first clause, without the marker"),
      .init("attributions", .list(.string), "the ids of the statements inside it"),
      .init(
        "points",
        .list(.object([.init("ordinal", .integer), .init("marker", .optional(.object(surface)))] + span)),
        "numbered points inside the point"),
    ]

  private static let proposal: [Shape.Field] = [
    .init("id", .string, "in this document: p1, p2 …"),
    .init("speakers", .list(.object(speaker))),
    .init("announcement", .optional(.object(surface))),
    .init("announced", .optional(.integer), "how many points were announced"),
    .init("items", .list(.object(item))),
    .init("missing", .list(.integer), "ordinals that no item has"),
    .init("complete", .boolean),
    .init("mentioned_only", .boolean, "an earlier set, or somebody else's"),
    .init("rule", .choice(Proposal.Rule.allCases.map(\.rawValue))),
    .init("confidence", .share),
  ]

  private static let pipeline: [Shape.Field] = [
    .init("version", .string, "of the program"),
    .init("config", .digest, "of everything but the input that the record depends on"),
  ]
}
