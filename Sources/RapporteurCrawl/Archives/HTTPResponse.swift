/// An HTTP/1 response (RFC 9112) as an archive stores it, with its body as it came over the wire.
struct HTTPResponse {
  /// The status code, `nil` where the status line is none.
  let status: Int?
  let fields: HeaderFields
  private let rawBody: [UInt8]

  init(_ block: [UInt8]) {
    // Some archives hold bare bodies: without a status line everything is the body.
    guard block.starts(with: Array("HTTP/".utf8)) || block.starts(with: Array("ICY ".utf8)) else {
      status = nil
      fields = HeaderFields([])
      rawBody = block
      return
    }
    let end = Self.endOfHead(block)
    let line = block[..<(block.firstIndex(of: 0x0A) ?? block.count)]
    status = line.split(separator: 0x20).dropFirst().first.flatMap {
      Int(String(decoding: $0.prefix(3), as: UTF8.self))
    }
    fields = HeaderFields(block[min(line.endIndex + 1, end)..<end])
    rawBody = Array(block[end...])
  }

  /// "text/html", in lower case.
  var mediaType: String? { fields["content-type"].map(Self.essence) }

  var charset: String? { fields["content-type"].flatMap { Self.parameter("charset", of: $0) } }

  /// The body without transfer and content codings.
  ///
  /// A coding that the header names and the body does not have is passed over: archives often hold bodies that were
  /// unpacked before they were written.
  func body(limit: Int) throws(StreamFault) -> [UInt8] {
    var body = rawBody
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true, let joined = Self.join(chunked: body) {
      body = joined
    }
    let codings = (fields["content-encoding"] ?? "").lowercased().split(separator: ",")
    for coding in codings.reversed() {
      switch coding.filter({ $0 != " " }) {
      case "gzip", "x-gzip":
        if body.starts(with: [0x1F, 0x8B]) { body = try GzipDecoder().whole(body, limit: limit) }
      case "deflate": body = try Self.inflate(body, limit: limit)
      case "br": body = try BrotliDecoder().whole(body, limit: limit)
      case "zstd":
        if body.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { body = try ZstdDecoder().whole(body, limit: limit) }
      default: break
      }
    }
    return body
  }

  /// What can be had of a damaged body: what stands before the damage, or a body that was never packed.
  func wholePart(limit: Int) -> [UInt8]? {
    var body = rawBody
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true {
      body = Self.join(chunked: body) ?? body
    }
    if body.starts(with: [0x1F, 0x8B]) { return GzipDecoder().readable(body, limit: limit) }
    let looksLikeText = body.prefix(1024).allSatisfy { $0 >= 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
    return looksLikeText && !body.isEmpty ? body : nil
  }

  /// "deflate" means a zlib stream; some servers send the raw one.
  private static func inflate(_ body: [UInt8], limit: Int) throws(StreamFault) -> [UInt8] {
    guard body.count >= 2 else { return body }
    let isZlib = body[0] & 0x0F == 8 && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
    return try GzipDecoder(isZlib ? .zlib : .raw).whole(body, limit: limit)
  }

  /// The bytes of a chunked body; `nil` where it is not chunked after all. A last chunk that was cut short counts.
  private static func join(chunked body: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var at = 0
    while at < body.count {
      guard let feed = body[at...].firstIndex(of: 0x0A) else { return result.isEmpty ? nil : result }
      var size = 0
      var digits = 0
      for byte in body[at..<feed] {
        guard let digit = Self.hexadecimal(byte) else { break }
        guard size < 1 << 40 else { return nil }
        size = size << 4 | digit
        digits += 1
      }
      if digits == 0 { return result.isEmpty ? nil : result }
      at = feed + 1
      if size == 0 { return result }
      result.append(contentsOf: body[at..<min(at + size, body.count)])
      at += size
      if at < body.count, body[at] == 0x0D { at += 1 }
      if at < body.count, body[at] == 0x0A { at += 1 }
    }
    return result
  }

  private static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x41 + 10
    case 0x61...0x66: Int(byte) - 0x61 + 10
    default: nil
    }
  }

  /// The offset of the body: behind the first empty line.
  private static func endOfHead(_ block: [UInt8]) -> Int {
    var index = 0
    while let feed = block[index...].firstIndex(of: 0x0A) {
      let next = feed + 1
      if next < block.count, block[next] == 0x0A { return next + 1 }
      if next + 1 < block.count, block[next] == 0x0D, block[next + 1] == 0x0A { return next + 2 }
      index = next
    }
    return block.count
  }

  /// A media type without its parameters, in lower case.
  static func essence(of mediaType: String) -> String {
    String(mediaType.prefix { $0 != ";" && $0 != "," }).lowercased().filter { $0 != " " }
  }

  /// A parameter of a media type, without quotes.
  static func parameter(_ name: String, of mediaType: String) -> String? {
    for part in mediaType.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == name else { continue }
      let value = pair[1].filter { $0 != " " && $0 != "\"" && $0 != "'" }
      return value.isEmpty ? nil : value
    }
    return nil
  }
}
