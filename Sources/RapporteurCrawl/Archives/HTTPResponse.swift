/// An HTTP/1 response (RFC 9112) as an archive stores it, with its body as it came over the wire.
struct HTTPResponse {
  /// The status code, `nil` where the status line is none.
  let status: Int?
  let fields: HeaderFields
  private let block: [UInt8]
  private let bodyStart: Int

  init(_ block: [UInt8]) {
    self.block = block
    // Some archives hold bare bodies: without a status line everything is the body.
    guard ByteSearch.isWord("http/", in: block, at: 0) || ByteSearch.isWord("icy ", in: block, at: 0) else {
      status = nil
      fields = HeaderFields([])
      bodyStart = 0
      return
    }
    let end = Self.endOfHead(block)
    let line = block[..<(ByteSearch.first(0x0A, in: block, 0..<end) ?? end)]
    status = line.split(separator: 0x20).dropFirst().first.flatMap {
      Int(String(decoding: $0.prefix(3), as: UTF8.self))
    }
    fields = HeaderFields(block[min(line.endIndex + 1, end)..<end])
    bodyStart = end
  }

  /// "text/html", in lower case.
  var mediaType: String? { fields["content-type"].map(Self.essence) }

  var charset: String? { fields["content-type"].flatMap { Self.parameter("charset", of: $0) } }

  /// The body without transfer and content codings, as much of it as can be had.
  ///
  /// A coding that the header names and the body does not have is passed over: archives often hold bodies that were
  /// unpacked before they were written.
  ///
  /// - Parameter limit: The most bytes that it may come to.
  /// - Returns: The body, and what is wrong with it, in words.
  /// - Throws: When nothing of it can be had, or it is longer than the limit.
  func body(limit: Int) throws(StreamFault) -> (bytes: [UInt8], damage: String?) {
    var body = Array(block[bodyStart...])
    var damage: String?
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true {
      let chunks = ChunkedBody(body)
      if let bytes = chunks.bytes { body = bytes }
      if !chunks.isWhole { damage = "the chunked body ends in the middle" }
    }
    let codings = (fields["content-encoding"] ?? "").lowercased().split(separator: ",")
    // More than a few codings are no page's.
    for coding in codings.reversed().prefix(4) where !body.isEmpty {
      guard let decoder = Self.decoder(coding.filter { $0 != " " }, body) else { continue }
      let (bytes, fault) = decoder.unpacked(body, limit: limit)
      guard let fault else {
        body = bytes
        continue
      }
      guard fault.code != "too_large" else { throw fault }
      if bytes.isEmpty {
        // A body that was unpacked before it was written.
        guard Self.looksLikeText(body) else { throw fault }
        continue
      }
      body = bytes
      damage = fault.message
    }
    return (body, damage)
  }

  /// What unpacks the coding, `nil` for none, an unknown one, or one that the body does not have.
  private static func decoder(_ coding: String, _ body: [UInt8]) -> (any Decompressor)? {
    switch coding {
    case "gzip", "x-gzip": return body.starts(with: [0x1F, 0x8B]) ? GzipDecoder() : nil
    case "deflate":
      // It means a zlib stream; some servers send the raw one.
      guard body.count >= 2 else { return nil }
      let isZlib = body[0] & 0x0F == 8 && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
      return GzipDecoder(isZlib ? .zlib : .raw)
    case "br": return BrotliDecoder()
    case "zstd": return body.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) ? ZstdDecoder(.httpBody) : nil
    default: return nil
    }
  }

  private static func looksLikeText(_ body: [UInt8]) -> Bool {
    body.prefix(1024).allSatisfy { $0 >= 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
  }

  /// The offset of the body: behind the first empty line.
  private static func endOfHead(_ block: [UInt8]) -> Int {
    var line = 0
    while let feed = ByteSearch.first(0x0A, in: block, line..<block.count) {
      if block[line..<feed].allSatisfy({ $0 == 0x0D }) { return feed + 1 }
      line = feed + 1
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
