/// Finds the charset of a page and turns its bytes into UTF-8.
///
/// A byte order mark, the server's word, the page's own `meta` and ICU's detector are asked in that order, and each is
/// checked against the bytes: valid UTF-8 is UTF-8 whatever anybody says, and a charset that the bytes do not fit gives
/// way to the next.
enum CharsetFinder {
  /// A page's text and how it was read.
  struct Found {
    /// Valid, without a byte order mark.
    var utf8: [UInt8]
    var charset: Charset
    var warnings: [Warning] = []

    fileprivate mutating func warn(_ code: String, _ message: String) {
      warnings.append(Warning(stage: "decoding", code: code, message: message))
    }
  }

  /// - Parameters:
  ///   - bytes: The page as crawled.
  ///   - declared: The charset that the server named.
  /// - Throws: `binary` when the bytes are no text in any charset.
  static func decode(_ bytes: [UInt8], declared: String?) throws(StageFailure) -> Found {
    if let (charset, length) = mark(bytes) {
      if charset == .utf8 { return utf8(Array(bytes[length...])) }
      return try checked(read(Array(bytes[length...]), charset))
    }
    if let charset = unmarkedUTF16(bytes) { return try checked(read(bytes, charset)) }
    if isBinary(bytes) { throw binary }

    var labels: [String] = []
    if let declared { labels.append(declared) }
    if let label = MetaCharset.label(in: bytes.span) { labels.append(label) }
    var claims: [Charset] = []
    var unknown: String?
    for label in labels {
      guard var charset = Charset(label: label) else {
        unknown = unknown ?? label
        continue
      }
      // A page whose declaration can be read as ASCII is not in UTF-16.
      if charset.name.hasPrefix("utf-16") || charset.name.hasPrefix("utf-32") { charset = .utf8 }
      if !claims.contains(charset) { claims.append(charset) }
    }
    var found = choose(bytes, claims)
    if let unknown {
      found.warn("unknown_charset", "the page names the unknown charset '\(unknown)'; read as \(found.charset.name)")
    } else if let claim = claims.first, claim != found.charset, !UTF8Scan.isASCII(bytes.span) {
      found.warn("charset_mismatch", "the page is declared as \(claim.name), but its bytes are \(found.charset.name)")
    } else if claims.isEmpty, found.charset != .utf8 {
      found.warn("charset_guessed", "the page declares no charset; its bytes look like \(found.charset.name)")
    }
    return found
  }

  private static func choose(_ bytes: [UInt8], _ claims: [Charset]) -> Found {
    let span = bytes.span
    if let claim = claims.first(where: { $0.isSevenBit }), UTF8Scan.isASCII(span) { return read(bytes, claim) }
    let firstFault = UTF8Repair.firstFault(span)
    if firstFault == span.count {
      // A few pairs of bytes can be valid UTF-8 by chance, when they are two letters of another charset.
      let legacy = claims.first { $0.isMultibyte && $0 != .utf8 }
      guard let legacy, claims.first != .utf8, !UTF8Scan.isASCII(span), isShortOfUTF8(span) else {
        return Found(utf8: bytes, charset: .utf8)
      }
      return read(bytes, legacy)
    }
    var best: (found: Found, faults: Int)?
    func consider(_ charset: Charset) -> Bool {
      if charset == .utf8 {
        let (valid, broken) = census(span)
        // In other charsets a valid sequence is an accident, one in ten at most; damage comes in runs.
        if broken * 2 <= valid {
          best = (utf8(bytes), 0)
          return true
        }
        return false
      }
      let found = read(bytes, charset)
      let faults = replacements(found.utf8)
      if best.map({ faults < $0.faults }) ?? true { best = (found, faults) }
      return faults * 50 <= highBytes(span)
    }
    // Servers send latin1 when nobody told them anything: a multi-byte charset that fits is no accident.
    let ordered =
      claims.first == .windows1252 && claims.dropFirst().contains { $0.isMultibyte }
      ? Array(claims.dropFirst()) + [.windows1252] : claims
    for claim in ordered where consider(claim) { return best?.found ?? utf8(bytes) }
    if !claims.contains(.utf8), consider(.utf8) { return best?.found ?? utf8(bytes) }
    for charset in Charset.detect(sample(bytes)) where !ordered.contains(charset) && !charset.name.hasPrefix("utf-") {
      if consider(charset) { return best?.found ?? utf8(bytes) }
    }
    _ = consider(.windows1252)
    return best?.found ?? utf8(bytes)
  }

  /// The bytes as UTF-8 in which single sequences may be broken.
  private static func utf8(_ bytes: [UInt8]) -> Found {
    let (repaired, faults) = UTF8Repair.repaired(bytes)
    var found = Found(utf8: repaired, charset: .utf8)
    if faults > 0 { found.warn("invalid_bytes", "\(faults) sequences of bytes are no utf-8; each is U+FFFD now") }
    return found
  }

  private static func read(_ bytes: [UInt8], _ charset: Charset) -> Found {
    guard let text = charset.decode(bytes) else { return utf8(bytes) }
    var found = Found(utf8: text, charset: charset)
    let faults = replacements(text)
    if faults > 0 {
      found.warn("invalid_bytes", "\(faults) sequences of bytes are no \(charset.name); each is U+FFFD now")
    }
    return found
  }

  /// UTF-16 and UTF-32 can be made of any bytes; text has no control characters in it.
  private static func checked(_ found: Found) throws(StageFailure) -> Found {
    if isBinary(found.utf8) { throw binary }
    return found
  }

  private static var binary: StageFailure {
    StageFailure(
      stage: "decoding", code: "binary", message: "this is binary data; rapporteur reads HTML and plain text")
  }

  private static func mark(_ bytes: [UInt8]) -> (charset: Charset, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 without a mark: every ASCII character has its NUL on the same side.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Charset? {
    let count = min(bytes.count, 4096) & ~1
    guard count >= 8 else { return nil }
    var even = 0
    var odd = 0
    for index in stride(from: 0, to: count, by: 2) {
      if bytes[index] == 0 { even += 1 }
      if bytes[index + 1] == 0 { odd += 1 }
    }
    let half = count / 2
    if odd * 5 >= half, even * 50 <= half { return .utf16LittleEndian }
    if even * 5 >= half, odd * 50 <= half { return .utf16BigEndian }
    return nil
  }

  /// Whether more than one byte in twenty is a control character that text does not use.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let count = min(bytes.count, 8192)
    var controls = 0
    for index in 0..<count {
      let byte = bytes[index]
      if byte < 0x20, !(byte >= 0x09 && byte <= 0x0D), byte != 0x1B, byte != 0x1A { controls += 1 }
    }
    return controls * 20 > count
  }

  /// How many sequences of several bytes are valid UTF-8, and how many runs of bytes are broken.
  private static func census(_ bytes: Span<UInt8>) -> (valid: Int, broken: Int) {
    var valid = 0
    var broken = 0
    var at = 0
    var wasBroken = false
    while at < bytes.count {
      if bytes[at] < 0x80 {
        at += 1
        wasBroken = false
        continue
      }
      let (isValid, length) = UTF8Repair.sequence(bytes, at: at)
      if isValid { valid += 1 } else if !wasBroken { broken += 1 }
      wasBroken = !isValid
      at += length
    }
    return (valid, broken)
  }

  /// Whether valid UTF-8 has so few characters beyond ASCII, all of two bytes, that they may be something else.
  private static func isShortOfUTF8(_ bytes: Span<UInt8>) -> Bool {
    var pairs = 0
    for index in 0..<bytes.count where bytes[index] >= 0xC0 {
      if bytes[index] >= 0xE0 { return false }
      pairs += 1
      if pairs > 3 { return false }
    }
    return true
  }

  private static func highBytes(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in 0..<bytes.count where bytes[index] >= 0x80 { count += 1 }
    return count
  }

  private static func replacements(_ utf8: [UInt8]) -> Int {
    var count = 0
    var at = 0
    let span = utf8.span
    while let found = ByteSearch.first(0xEF, in: span, from: at) {
      if found + 2 < span.count, span[found + 1] == 0xBF, span[found + 2] == 0xBD { count += 1 }
      at = found + 1
    }
    return count
  }

  /// What the detector looks at: 64 kB from just before the first byte that is no ASCII.
  private static func sample(_ bytes: [UInt8]) -> [UInt8] {
    let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
    let start = max(0, first - 256)
    return Array(bytes[start..<min(bytes.count, start + 65536)])
  }
}
