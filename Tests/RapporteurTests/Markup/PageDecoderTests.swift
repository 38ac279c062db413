import Testing

@testable import Rapporteur

@Suite struct PageDecoderTests {
  private func decode(
    _ bytes: [UInt8], charset: String? = nil, type: String? = nil, path: String? = nil
  ) throws -> Document {
    var page = Page(id: "a", bytes: bytes)
    page.source.charset = charset
    page.source.mediaType = type
    page.source.path = path
    return try PageDecoder.decode(page)
  }

  private func text(_ document: Document) -> String { document.decoded[document.decoded.range] }

  /// A page in UTF-16.
  private func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { isLittle ? [UInt8($0 & 255), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 255)] }
  }

  @Test func keepsValidUTF8() throws {
    let document = try decode(Array("naïve 中文".utf8))
    #expect(text(document) == "naïve 中文")
    #expect(document.source.charset == "utf-8")
    #expect(document.warnings.isEmpty)
  }

  @Test func aStrayByteDoesNotUnmakeUTF8() throws {
    let document = try decode(
      Array("<meta charset=utf-8><p>Foča, Hadžić, Šćepan ".utf8) + [0xFF, 0xFE] + Array(".".utf8))
    #expect(text(document).contains("Foča, Hadžić, Šćepan \u{FFFD}\u{FFFD}."))
    #expect(document.warnings.map(\.code) == ["invalid_bytes"])
  }

  @Test func removesTheMark() throws {
    let document = try decode([0xEF, 0xBB, 0xBF] + Array("text".utf8))
    #expect(text(document) == "text")
  }

  @Test func decodesUTF16() throws {
    let page = "<html><body><p>He said “no”. 中文</p></body></html>"
    for isLittle in [true, false] {
      let name = isLittle ? "utf-16le" : "utf-16be"
      let plain = utf16(page, isLittle: isLittle)
      let mark: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
      for bytes in [plain, mark + plain] {
        let document = try decode(bytes, charset: "iso-8859-1")
        #expect(text(document) == page)
        #expect(document.source.charset == name)
        #expect(document.form == .html)
      }
    }
  }

  @Test func followsTheServerThenThePage() throws {
    let body: [UInt8] = [0xC4, 0xE3, 0xBA, 0xC3, 0xA3, 0xAC, 0xCA, 0xC0, 0xBD, 0xE7]
    let fromServer = try decode(Array("<p>".utf8) + body, charset: "GB2312")
    #expect(text(fromServer) == "<p>你好，世界")
    #expect(fromServer.source.charset == "gb18030")
    let fromPage = try decode(Array("<meta http-equiv='Content-Type' content='text/html; charset=gbk'><p>".utf8) + body)
    #expect(text(fromPage).hasSuffix("你好，世界"))
    let latinServer = try decode(Array("<meta charset=gb2312><p>".utf8) + body, charset: "ISO-8859-1")
    #expect(text(latinServer).hasSuffix("你好，世界"))
  }

  @Test func decodesKoreanAndJapanese() throws {
    let korean = try decode(Array("<meta charset='ks_c_5601-1987'><p>".utf8) + [0xBE, 0xC8, 0xB3, 0xE7, 0x8C, 0x63])
    #expect(text(korean).hasSuffix("안녕똠"))
    #expect(korean.source.charset == "euc-kr")
    let japanese = try decode(
      Array("<p>".utf8) + [0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x87, 0x40], charset: "Shift_JIS")
    #expect(text(japanese) == "<p>テスト①")
    let sevenBit = try decode([0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42], charset: "iso-2022-jp")
    #expect(text(sevenBit) == "日本")
  }

  @Test func readsLatin1AsWindows1252() throws {
    let document = try decode(Array("<p>It".utf8) + [0x92, 0x73, 0x20, 0x80, 0x35, 0xE9], charset: "latin1")
    #expect(text(document) == "<p>It’s €5é")
    #expect(document.source.charset == "windows-1252")
    #expect(document.warnings.isEmpty)
  }

  @Test func doesNotBelieveALyingLabel() throws {
    let bytes =
      Array("<meta charset=utf-8><p>The minister didn".utf8) + [0x92] + Array("t say ".utf8) + [0x93]
      + Array("yes".utf8) + [0x94] + Array(" to the caf".utf8) + [0xE9, 0x2E]
    let document = try decode(bytes)
    #expect(text(document).hasSuffix("<p>The minister didn’t say “yes” to the café."))
    #expect(document.warnings.map(\.code) == ["charset_mismatch"])
    let other = try decode(Array("<p>“naïve” 中文".utf8), charset: "iso-8859-1")
    #expect(text(other) == "<p>“naïve” 中文")
    #expect(other.warnings.map(\.code) == ["charset_mismatch"])
  }

  @Test func replacesSingleBrokenSequences() throws {
    let bytes = Array("“one” and “two” and “three” and “four” and “five” – “six” – “seven” – “eight” – “nine” – ".utf8)
    let document = try decode(bytes + [0xFF] + Array("end".utf8), charset: "utf-8")
    #expect(text(document).hasSuffix("\u{FFFD}end"))
    #expect(document.warnings.map(\.code) == ["invalid_bytes"])
  }

  @Test func saysWhichCharsetIsUnknown() throws {
    let document = try decode(Array("plain".utf8), charset: "x-klingon")
    #expect(document.source.charset == "utf-8")
    #expect(document.warnings.map(\.code) == ["unknown_charset"])
  }

  @Test(
    arguments: [
      ("<!DOCTYPE html><p>a", nil, nil, true), ("  <!-- x --> <html>", nil, nil, true), ("<p>a", nil, nil, true),
      ("<?xml version='1.0'?><html xmlns='x'>", nil, nil, true), ("a < b", nil, nil, false), ("", nil, nil, false),
      ("text", "text/html; charset=utf-8", nil, true), ("<p>a", "text/plain", nil, false),
      ("<html><p>a", "text/plain", nil, true), ("text", nil, "a/b.HTM", true), ("<p>x", nil, "b.txt", false),
      ("Lead.<br>Two<br/>and <p>three</p>", nil, nil, true), ("<he said>", nil, nil, false),
      ("text", "application/octet-stream", nil, false), ("<div class=x>", "application/octet-stream", nil, true),
    ] as [(String, String?, String?, Bool)])
  func tellsHTMLFromText(_ page: String, _ type: String?, _ path: String?, _ isHTML: Bool) throws {
    let document = try decode(Array(page.utf8), type: type, path: path)
    #expect(document.form == (isHTML ? .html : .text))
    #expect(document.source.mediaType == (isHTML ? "text/html" : "text/plain"))
  }

  @Test(
    arguments: [
      (Array("%PDF-1.7\n".utf8), "a PDF document"),
      (Array("PK\u{3}\u{4}xx[Content_Types].xml word/document.xml".utf8), "a DOCX document"),
      (Array("PK\u{3}\u{4}xx[Content_Types].xml xl/workbook.xml".utf8), "an XLSX spreadsheet"),
      (Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.text".utf8), "an ODT document"),
      (Array("PK\u{3}\u{4}a.txt".utf8), "a ZIP archive"), (Array("{\\rtf1 x}".utf8), "an RTF document"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "a PNG image"), ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG image"),
      ([0x1F, 0x8B, 8, 0], "gzip data"), ([0x7F, 0x45, 0x4C, 0x46, 2], "a Linux program (ELF)"),
      (Array("ID3\u{3}".utf8), "an MP3 recording"), (Array("RIFF\0\0\0\0WAVEfmt ".utf8), "a WAV recording"),
    ] as [([UInt8], String)])
  func refusesOtherFilesByName(_ bytes: [UInt8], _ name: String) {
    #expect(
      throws: StageFailure(
        stage: "decoding", code: "unsupported_type", message: "this is \(name); rapporteur reads HTML and plain text")
    ) { try decode(bytes) }
  }

  @Test func refusesBinaryData() {
    let bytes = (0..<4096).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 7) }
    #expect(throws: StageFailure.self) { try decode(bytes) }
  }

  @Test func takesAnEmptyPage() throws {
    let document = try decode([])
    #expect(document.decoded.count == 0)
    #expect(document.form == .text)
  }

  @Test func keepsANulInAPage() throws {
    let document = try decode(Array("<p cla\0ss=x>text that goes on and on for a while</p>".utf8))
    #expect(document.form == .html)
  }

  @Test func doesNotDecodeStringsAgain() throws {
    let page = Page(id: "a", source: .init(), content: .html(Text("<meta charset=gbk><p>naïve")))
    #expect(text(try PageDecoder.decode(page)) == "<meta charset=gbk><p>naïve")
  }
}
