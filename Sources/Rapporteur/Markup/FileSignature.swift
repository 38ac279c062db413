/// What bytes are that are no page, told by how they begin.
enum FileSignature {
  /// What the bytes are, in words for a message ("a PDF document"); `nil` when they may be text.
  static func name(of bytes: [UInt8]) -> String? {
    for (offset, signature, name) in signatures where starts(bytes, at: offset, with: signature) {
      if signature == zip { return archive(bytes) }
      return name
    }
    // Two letters are a weak sign: text begins with them too, but has no NUL behind them.
    let head = bytes.prefix(64)
    if head.contains(0) {
      if starts(bytes, at: 0, with: Array("MZ".utf8)) { return "a Windows program" }
      if starts(bytes, at: 0, with: Array("BM".utf8)) { return "a BMP image" }
    }
    return nil
  }

  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  private static func starts(_ bytes: [UInt8], at offset: Int, with signature: [UInt8]) -> Bool {
    guard bytes.count >= offset + signature.count else { return false }
    for index in signature.indices where bytes[offset + index] != signature[index] { return false }
    return true
  }

  /// ZIP archives are office documents more often than archives: the names of the first files tell.
  private static func archive(_ bytes: [UInt8]) -> String {
    let head = String(decoding: bytes.prefix(8192), as: UTF8.self)
    let kinds = [
      ("application/epub+zip", "an EPUB book"), ("opendocument.text", "an ODT document"),
      ("opendocument.spreadsheet", "an ODS spreadsheet"), ("opendocument.presentation", "an ODP presentation"),
      ("word/", "a DOCX document"), ("xl/", "an XLSX spreadsheet"), ("ppt/", "a PPTX presentation"),
    ]
    if let kind = kinds.first(where: { head.contains($0.0) }) { return kind.1 }
    return head.contains("[Content_Types].xml") ? "an Office document" : "a ZIP archive"
  }

  private static let signatures: [(offset: Int, bytes: [UInt8], name: String)] = {
    func text(_ string: String, _ name: String, at offset: Int = 0) -> (Int, [UInt8], String) {
      (offset, Array(string.utf8), name)
    }
    return [
      text("%PDF-", "a PDF document"), (0, zip, "a ZIP archive"), text("{\\rtf", "an RTF document"),
      text("%!PS", "a PostScript document"),
      (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document (DOC, XLS or PPT)"),
      (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"), (0, [0xFF, 0xD8, 0xFF], "a JPEG image"),
      text("GIF87a", "a GIF image"), text("GIF89a", "a GIF image"), text("WEBP", "a WebP image", at: 8),
      (0, [0x49, 0x49, 0x2A, 0x00], "a TIFF image"), (0, [0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"),
      (0, [0x00, 0x00, 0x01, 0x00], "an icon"), text("ftyp", "an MP4 or HEIF file", at: 4),
      text("WAVE", "a WAV recording", at: 8), text("AVI ", "an AVI film", at: 8), text("ID3", "an MP3 recording"),
      (0, [0xFF, 0xFB], "an MP3 recording"), text("OggS", "an Ogg file"), text("fLaC", "a FLAC recording"),
      (0, [0x1A, 0x45, 0xDF, 0xA3], "a Matroska or WebM file"), text("FLV\u{1}", "a Flash film"),
      (0, [0x1F, 0x8B], "gzip data"), text("BZh", "bzip2 data"), (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz data"),
      (0, [0x28, 0xB5, 0x2F, 0xFD], "zstd data"), (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
      text("Rar!\u{1A}\u{7}", "a RAR archive"), (0, [0x7F, 0x45, 0x4C, 0x46], "a Linux program (ELF)"),
      (0, [0xCA, 0xFE, 0xBA, 0xBE], "a Java class or a macOS program"), text("\0asm", "a WebAssembly program"),
      text("wOFF", "a font"), text("wOF2", "a font"), text("SQLite format 3\0", "an SQLite database"),
    ]
  }()
}
