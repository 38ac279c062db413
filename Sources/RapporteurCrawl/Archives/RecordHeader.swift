/// The head of a record of an archive, whatever the archive's format.
struct RecordHeader {
  /// `response`, `request`, `warcinfo` … in lower case; `unknown` where the header does not say.
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

  /// The fields that are read, in lower case.
  private enum Field: Int, CaseIterable {
    case type, length, url, recordID, date, mediaType, segment, origin, totalLength, truncated

    static let names: [StaticString] = [
      "warc-type", "content-length", "warc-target-uri", "warc-record-id", "warc-date", "content-type",
      "warc-segment-number", "warc-segment-origin-id", "warc-segment-total-length", "warc-truncated",
    ]

    init?(_ bytes: [UInt8], _ range: Range<Int>) {
      let names = Self.names
      for index in names.indices
      where names[index].utf8CodeUnitCount == range.count
        && ByteSearch.isWord(names[index], in: bytes, at: range.lowerBound)
      {
        self.init(rawValue: index)
        return
      }
      return nil
    }
  }

  /// The head of a WARC record (ISO 28500), from `start` on, where the version line ends.
  ///
  /// Of a field that stands twice the first counts. A line that begins with white space goes on with the value before.
  init(warc bytes: [UInt8], from start: Int) {
    var values = [[UInt8]?](repeating: nil, count: Field.allCases.count)
    var open: Field?
    var at = start
    while at < bytes.count {
      let end = ByteSearch.first(0x0A, in: bytes, at..<bytes.count) ?? bytes.count
      let line = at..<end
      at = end + 1
      guard let first = bytes[line].first else { continue }
      if first == 0x20 || first == 0x09 {
        let more = Self.trimmed(bytes[line])
        if let open, let value = values[open.rawValue] {
          values[open.rawValue] = value + (value.isEmpty || more.isEmpty ? [] : [0x20]) + more
        }
        continue
      }
      open = nil
      guard let colon = ByteSearch.first(0x3A, in: bytes, line) else { continue }
      let name = Self.trimmed(bytes[line.lowerBound..<colon])
      guard let field = Field(bytes, name.indices), values[field.rawValue] == nil else { continue }
      values[field.rawValue] = Array(Self.trimmed(bytes[colon + 1..<end]))
      open = field
    }
    func text(_ field: Field) -> String? { values[field.rawValue].map { Self.text($0) } }
    func number(_ field: Field) -> Int? { text(field).flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } }
    type = text(.type)?.lowercased() ?? "unknown"
    length = number(.length)
    url = text(.url).map(Self.unbracketed)
    recordID = text(.recordID).map(Self.unbracketed)
    date = text(.date)
    mediaType = text(.mediaType)
    segment = number(.segment)
    origin = text(.origin).map(Self.unbracketed)
    isLastSegment = values[Field.totalLength.rawValue] != nil
    truncated = text(.truncated)
  }

  /// The line before an ARC record (Burner and Kahle, 1996): `URL IP date type length`, in version 2 with more fields
  /// between type and length. A URL may hold spaces, so the date is looked for.
  ///
  /// - Returns: `nil` when the line is none.
  init?(arc line: [UInt8]) {
    // Most lines that are asked for are lines of pages: those are told at a glance.
    var line = line[...]
    while let last = line.last, last == 0x0D || last == 0x20 { line.removeLast() }
    guard line.count >= 20, let last = line.last, Self.isDigit(last), line.prefix(40).contains(0x3A) else { return nil }
    let words = line.split(separator: 0x20)
    guard words.count >= 5, words.count < 64, let length = Int(Self.text(Array(words[words.count - 1]))), length >= 0,
      let place = words.lastIndex(where: { (12...17).contains($0.count) && $0.allSatisfy(Self.isDigit) }),
      place >= 2, place + 1 < words.count - 1, words[0].contains(0x3A)
    else { return nil }
    let url = words[..<(place - 1)].map { Self.text(Array($0)) }.joined(separator: "%20")
    self.length = length
    self.url = url
    date = Self.time(Array(words[place]))
    mediaType = Self.text(Array(words[place + 1]))
    type = url.hasPrefix("filedesc:") ? "warcinfo" : url.hasPrefix("http") ? "response" : "resource"
    if url.hasPrefix("dns:") { type = "metadata" }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// WARC 1.0 puts URIs in angle brackets.
  private static func unbracketed(_ text: String) -> String {
    text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
  }

  /// Without outer white space.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
  }

  /// Bytes that are no UTF-8 are taken for Latin-1.
  private static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// 20080430204825 as 2008-04-30T20:48:25Z.
  private static func time(_ digits: [UInt8]) -> String? {
    guard digits.count >= 14 else { return nil }
    func part(_ range: Range<Int>) -> String { text(Array(digits[range])) }
    let day = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
    return "\(day)T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z"
  }
}
