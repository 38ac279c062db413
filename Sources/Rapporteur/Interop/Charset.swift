internal import CICU

/// A character encoding, by the name the WHATWG's Encoding Standard has for it: `utf-8`, `windows-1252`, `gb18030`.
struct Charset: Sendable, Hashable {
  let name: String
  /// What ICU calls the converter that comes nearest to the standard's table.
  private let converter: String

  static let utf8 = Charset("utf-8", "UTF-8")
  static let utf16LittleEndian = Charset("utf-16le", "UTF-16LE")
  static let utf16BigEndian = Charset("utf-16be", "UTF-16BE")
  static let utf32LittleEndian = Charset("utf-32le", "UTF-32LE")
  static let utf32BigEndian = Charset("utf-32be", "UTF-32BE")
  static let windows1252 = Charset("windows-1252", "windows-1252")

  private init(_ name: String, _ converter: String) {
    self.name = name
    self.converter = converter
  }

  /// The charset that a page, a server or ICU means by a label; `nil` for one that nobody knows.
  init?(label: String) {
    let plain = label.lowercased().filter { !" \t\n\r\"'".contains($0) }
    guard let found = Self.byLabel[plain] else { return nil }
    self = found
  }

  /// Whether it writes some characters in more than one byte, so that not every sequence of bytes is valid.
  var isMultibyte: Bool {
    ["utf-8", "gb18030", "big5", "euc-jp", "shift_jis", "euc-kr", "iso-2022-jp", "hz-gb-2312"].contains(name)
  }

  /// Whether it writes in ASCII bytes what is no ASCII.
  var isSevenBit: Bool { name == "iso-2022-jp" || name == "hz-gb-2312" }

  /// The bytes as UTF-8, what is invalid as U+FFFD. `nil` when ICU was built without the charset.
  func decode(_ bytes: [UInt8]) -> [UInt8]? {
    var status: Int32 = 0
    guard let handle = unsafe rapporteur_ucnv_open(converter, &status) else { return nil }
    defer { unsafe rapporteur_ucnv_close(handle) }
    guard bytes.count <= Int(Int32.max) / 3 - 16 else { return nil }
    // No charset needs more than three bytes of UTF-8 for one of its own.
    let capacity = bytes.count * 3 + 16
    let result = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
      count = unsafe bytes.withUnsafeBufferPointer { source in
        let length = unsafe rapporteur_ucnv_toUTF8(
          handle, target.baseAddress, Int32(capacity), source.baseAddress, Int32(source.count), &status)
        return rapporteur_u_success(status) == 1 ? Int(length) : 0
      }
    }
    return rapporteur_u_success(status) == 1 ? result : nil
  }

  /// What ICU's detector takes the bytes for, most likely first. It looks at letters and their frequencies, so a sample
  /// of some thousand bytes is as good as the whole.
  static func detect(_ sample: [UInt8]) -> [Charset] {
    var status: Int32 = 0
    guard let detector = unsafe rapporteur_ucsdet_open(&status) else { return [] }
    defer { unsafe rapporteur_ucsdet_close(detector) }
    return unsafe sample.withUnsafeBytes { buffer in
      let text = unsafe buffer.bindMemory(to: CChar.self)
      unsafe rapporteur_ucsdet_setText(detector, text.baseAddress, Int32(text.count), &status)
      unsafe rapporteur_ucsdet_enableInputFilter(detector, 1)
      var count: Int32 = 0
      guard let matches = unsafe rapporteur_ucsdet_detectAll(detector, &count, &status) else { return [] }
      var found: [Charset] = []
      for index in 0..<Int(count) {
        let match = unsafe matches[index]
        guard unsafe rapporteur_ucsdet_getConfidence(match, &status) >= 10,
          let name = unsafe rapporteur_ucsdet_getName(match, &status),
          let charset = unsafe Charset(label: String(cString: name)), !found.contains(charset)
        else { continue }
        found.append(charset)
      }
      return found
    }
  }

  /// Every label (WHATWG Encoding Standard, "names and labels", and what ICU's detector answers).
  private static let byLabel: [String: Charset] = {
    var table: [String: Charset] = [:]
    func add(_ name: String, _ converter: String, _ labels: String) {
      let charset = Charset(name, converter)
      for label in [name] + labels.split(separator: " ").map(String.init) { table[label] = charset }
    }
    add("utf-8", "UTF-8", "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8-sig cp65001")
    add("utf-16le", "UTF-16LE", "utf-16 utf16 csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf16le")
    add("utf-16be", "UTF-16BE", "unicodefffe utf16be")
    add("utf-32le", "UTF-32LE", "utf-32 utf32")
    add("utf-32be", "UTF-32BE", "")
    add(
      "windows-1252", "windows-1252",
      """
      ansi_x3.4-1968 ascii us-ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 \
      iso_8859-1 iso_8859-1:1987 l1 latin1 latin-1 x-cp1252 windows1252 ansi
      """)
    add("iso-8859-2", "ISO-8859-2", "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2")
    add("iso-8859-3", "ISO-8859-3", "csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 l3 latin3")
    add("iso-8859-4", "ISO-8859-4", "csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 l4 latin4")
    add("iso-8859-5", "ISO-8859-5", "csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5")
    add(
      "iso-8859-6", "ISO-8859-6", "arabic asmo-708 csisolatinarabic ecma-114 iso-ir-127 iso8859-6 iso88596 iso_8859-6")
    add("iso-8859-7", "ISO-8859-7", "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso_8859-7")
    add("iso-8859-8", "ISO-8859-8", "csisolatinhebrew hebrew iso-8859-8-i iso-8859-8-e iso-ir-138 iso8859-8 iso_8859-8")
    add("iso-8859-10", "ISO-8859-10", "csisolatin6 iso-ir-157 iso8859-10 l6 latin6")
    add("iso-8859-13", "ISO-8859-13", "iso8859-13")
    add("iso-8859-14", "ISO-8859-14", "iso8859-14")
    add("iso-8859-15", "ISO-8859-15", "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 latin9")
    add("koi8-r", "KOI8-R", "cskoi8r koi koi8 koi8_r")
    add("koi8-u", "KOI8-U", "koi8-ru")
    add("macintosh", "macintosh", "csmacintosh mac x-mac-roman")
    add("x-mac-cyrillic", "x-mac-cyrillic", "x-mac-ukrainian")
    add("ibm866", "IBM866", "866 cp866 csibm866")
    add("windows-874", "windows-874-2000", "dos-874 iso-8859-11 iso8859-11 tis-620 tis620")
    for page in [1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258] {
      add("windows-\(page)", "windows-\(page)", "cp\(page) x-cp\(page) windows\(page)")
    }
    for label in "csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso_8859-9 l5 latin5".split(separator: " ") {
      table[String(label)] = table["windows-1254"]
    }
    // GBK and GB 2312 are parts of GB 18030, and pages that name the part use the whole.
    add(
      "gb18030", "gb18030",
      "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk cp936 windows-936 euc-cn")
    add("hz-gb-2312", "HZ", "")
    add("big5", "Big5-HKSCS", "big5-hkscs cn-big5 csbig5 x-x-big5 cp950 windows-950")
    add("euc-jp", "EUC-JP", "cseucpkdfmtjapanese x-euc-jp")
    add("shift_jis", "windows-932", "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis cp932")
    add("iso-2022-jp", "ISO-2022-JP", "csiso2022jp")
    add(
      "euc-kr", "windows-949-2000",
      "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949 uhc")
    return table
  }()
}
