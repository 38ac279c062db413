/// The tables that `rapporteur tables` writes, each a file of its name.
enum Table: String, CaseIterable {
  case documents, sentences, mentions, entities, attributions, speakers, proposals, points

  /// Its columns, in order.
  var columns: [String] {
    switch self {
    case .documents:
      [
        "document", "status", "error", "path", "url", "title", "byline", "site", "published", "published_time",
        "modified",
        "language", "dateline_place", "dateline_date", "dateline_agency", "fetched", "http_status", "media_type",
        "charset", "sha256", "offset_unit", "text_sha256", "fingerprint", "duplicate_of", "config",
      ]
    case .sentences: ["document", "sentence", "block", "block_kind", "main", "kind", "start", "end", "text"]
    case .mentions:
      ["document", "mention", "sentence", "entity", "type", "start", "end", "text", "value", "rule", "confidence"]
    case .entities: ["document", "entity", "key", "type", "name", "country", "role", "mentions"]
    case .attributions:
      [
        "document", "attribution", "sentence", "kind", "continued", "act", "speakers", "unresolved", "mention",
        "mention_start", "mention_end", "cue", "cue_start", "cue_end", "content", "content_start", "content_end",
        "within", "rule", "confidence",
      ]
    case .speakers: ["document", "attribution", "proposal", "number", "entity", "key", "name", "resolution"]
    case .proposals:
      [
        "document", "proposal", "speakers", "announcement", "announcement_start", "announcement_end", "announced",
        "found", "missing", "status", "rule", "confidence",
      ]
    case .points:
      [
        "document", "proposal", "number", "ordinal", "subordinal", "headline", "text", "start", "end", "attributions",
      ]
    }
  }
}
