/// The head of a record of an archive, whatever the archive's format.
struct RecordHeader {
  /// `response`, `request`, `warcinfo` … in lower case.
  var type: String
  /// Of the block, in bytes; `nil` where the header does not say.
  var length: Int?
  var url: String?
  var recordID: String?
  var date: String?
  var mediaType: String?
  /// 1 for the first of several segments, more for those that follow; `nil` for a record in one piece.
  var segment: Int?
  /// The record that this segment goes on with.
  var origin: String?
  /// Whether the segment is the last: only that one tells the length of all.
  var isLastSegment = false
  /// Why the crawler cut the block short (`length`, `time`, `disconnect`, `unspecified`).
  var truncated: String?

  /// The head of a WARC record (ISO 28500), the version line left out.
  init(warc bytes: ArraySlice<UInt8>) {
    let fields = HeaderFields(bytes)
    type = fields["warc-type"]?.lowercased() ?? "unknown"
    length = fields["content-length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    url = fields["warc-target-uri"].map(Self.unbracketed)
    recordID = fields["warc-record-id"].map(Self.unbracketed)
    date = fields["warc-date"]
    mediaType = fields["content-type"]
    segment = fields["warc-segment-number"].flatMap { Int($0) }
    origin = fields["warc-segment-origin-id"].map(Self.unbracketed)
    isLastSegment = fields["warc-segment-total-length"] != nil
    truncated = fields["warc-truncated"]
  }

  /// The line before an ARC record (Burner and Kahle, 1996): `URL IP date type length`, in version 2 with more fields
  /// between type and length. A URL may hold spaces, so the date is looked for.
  ///
  /// - Returns: `nil` when the line is none.
  init?(arc line: ArraySlice<UInt8>) {
    let words = line.split(whereSeparator: { $0 == 0x20 || $0 == 0x0D }).map { String(decoding: $0, as: UTF8.self) }
    guard words.count >= 5, words.count < 64, let length = Int(words[words.count - 1]), length >= 0,
      let place = words.lastIndex(where: {
        $0.utf8.count >= 12 && $0.utf8.count <= 17 && $0.utf8.allSatisfy(Self.isDigit)
      }),
      place >= 2, place + 1 < words.count - 1, words[0].contains(":")
    else { return nil }
    let url = words[..<(place - 1)].joined(separator: "%20")
    self.length = length
    self.url = url
    date = Self.time(words[place])
    mediaType = words[place + 1]
    type = url.hasPrefix("filedesc:") ? "warcinfo" : url.hasPrefix("http") ? "response" : "resource"
    if url.hasPrefix("dns:") { type = "metadata" }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// WARC 1.0 puts URIs in angle brackets.
  private static func unbracketed(_ text: String) -> String {
    text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
  }

  /// 20080430204825 as 2008-04-30T20:48:25Z.
  private static func time(_ digits: String) -> String? {
    let d = Array(digits)
    guard d.count >= 14 else { return nil }
    return
      "\(String(d[0..<4]))-\(String(d[4..<6]))-\(String(d[6..<8]))T\(String(d[8..<10])):\(String(d[10..<12])):\(String(d[12..<14]))Z"
  }
}
