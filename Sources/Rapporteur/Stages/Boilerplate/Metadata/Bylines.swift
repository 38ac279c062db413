/// Reads who wrote an article.
enum Bylines {
  /// The names in a line that holds nothing but its author: "By Ana Silva and Li Wei", "记者 张三", "홍길동 기자".
  ///
  /// - Returns: The names as written, without "By"; `nil` for any other line.
  static func names(_ bytes: Span<UInt8>, _ range: TextRange) -> String? {
    guard range.count <= 160, range.count >= 4, mayBeByline(bytes, range) else { return nil }
    var copy: [UInt8] = []
    for index in range.indices { copy.append(bytes[index]) }
    return names(String(decoding: copy, as: UTF8.self))
  }

  /// A look at the bytes, for most lines are none: "by" among the first, a Chinese opener, or any Hangul.
  static func mayBeByline(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    let range = UTF8Scan.trim(bytes, range)
    guard range.count >= 4 else { return false }
    if bytes[range.start] >= 0xE3 { return true }
    // "Por Ana Silva", "Text: Ana Silva"
    if bytes[range.start] == 0x50, bytes[range.start + 1] == 0x6F, bytes[range.start + 2] == 0x72 { return true }
    if bytes[range.start] == 0x54, bytes[range.start + 1] == 0x65, bytes[range.start + 2] == 0x78 { return true }
    for index in range.start..<min(range.start + 9, range.end - 1)
    where bytes[index] | 0x20 == 0x62 && bytes[index + 1] | 0x20 == 0x79 {
      return true
    }
    for index in range.indices where bytes[index] >= 0xEA && bytes[index] <= 0xED { return true }
    return false
  }

  static func names(_ line: String) -> String? {
    let line = trim(line)
    for opener in [
      "By ", "BY ", "by ", "Written by ", "Story by ", "Words by ", "Text by ", "Article by ", "By: ", "Written by: ",
      "Text: ", "Por ", "Por: ",
    ]
    where line.hasPrefix(opener) {
      let rest = clean(String(line.dropFirst(opener.count)))
      let words = rest.split(separator: " ")
      // Names are capitalised, and no sentence starts "By Monday the …".
      let isNamed = words.allSatisfy { word in
        word.first.map { !$0.isLowercase } ?? false || joiners.contains(String(word))
          || word.split { $0 == "'" || $0 == "’" }.dropFirst().first?.first?.isUppercase ?? false
      }
      guard isNamed, words.count <= 12, let last = line.utf8.last, last != 0x2E || words.count <= 4 else { return nil }
      if let first = words.first, ["The", "A", "An", "This", "All", "Using", "Signing", "Clicking"].contains(first) {
        return words.count >= 2 && first == "The" ? rest : nil
      }
      return rest.isEmpty ? nil : rest
    }
    for opener in ["作者：", "作者:", "文/", "文／", "撰文：", "本报记者", "新华社记者", "中新社记者", "记者：", "记者 ", "记者　"]
    where line.hasPrefix(opener) && line.utf8.count <= 90 {
      let rest = trim(String(line.dropFirst(opener.count)))
      // "记者：请问…？" opens a question.
      guard !rest.isEmpty, !rest.hasSuffix("摄"), !rest.hasSuffix("。"), !rest.hasSuffix("？"), !rest.contains("，")
      else { return nil }
      return rest
    }
    // "（记者 王明／台北报导）", "本报驻外记者 王明 报道".
    if line.utf8.count <= 90, line.contains("记者") || line.contains("記者") {
      let inner = String(
        line.drop { Self.brackets.contains($0) }.reversed().drop { Self.brackets.contains($0) }.reversed())
      if let closer = ["报道", "报导", "報導", "電", "专稿"].first(where: { inner.hasSuffix($0) }), !inner.contains("。"),
        !inner.contains("，"), let opener = ["记者", "記者"].compactMap({ ByteString.cut(inner, at: $0) }).first
      {
        let name = trim(String(opener.behind.dropLast(closer.count)))
        let person = ByteString.cut(name, at: "／").map { trim($0.before) } ?? name
        if !person.isEmpty { return person }
      }
    }
    for closer in [" 기자", " 특파원", "기자", " 논설위원"] where line.utf8.count <= 60 {
      if line.hasSuffix(closer) { return trim(String(line.dropLast(closer.count))) }
      if line.contains("@"), let cut = ByteString.cut(line, at: closer + " ") { return trim(cut.before) }
    }
    return nil
  }

  /// An author's name as metadata give it, without "By", roles and profile links; `nil` where it is no name.
  static func clean(_ name: String) -> String {
    var name = trim(name)
    for opener in [
      "By ", "by ", "BY ", "Written by ", "Author: ", "Posted by ", "Authored by: ", "Authored by ", "Recipe by ",
      "Text by ", "Words by ", "Story by ", "Article by ", "作者：", "作者:", "记者 ", "本报记者 ",
    ] where name.hasPrefix(opener) {
      name = trim(String(name.dropFirst(opener.count)))
    }
    if let cut = name.firstIndex(of: "\n") { name = trim(String(name[..<cut])) }
    // "Ana Silva 12 May 2025", but "lakeside99".
    let first = name.prefix { $0 != " " }
    let isHandle = (first.first?.isLetter ?? false) && first.contains { $0.isNumber }
    if let cut = name[(isHandle ? first.endIndex : name.startIndex)...].firstIndex(where: { $0.isNumber }) {
      name = trim(String(name[..<cut]))
    }
    for opener in ["Written By ", "By: ", "Words: ", ", "] where name.hasPrefix(opener) {
      name = trim(String(name.dropFirst(opener.count)))
    }
    if let last = name.split(separator: " ").last, isMonth(String(last)) {
      name = trim(String(name.dropLast(last.count)))
    }
    for border in [
      " | ", " – ", " — ", " - ", ", Staff", ", Contributor", " •", " · ", " ⋅ ", " View ", " Published", " Updated",
      " on ",
    ] {
      if let cut = ByteString.cut(name, at: border) { name = trim(cut.before) }
    }
    for closer in [" 기자", " 특파원", " 논설위원", " 記者"] where name.hasSuffix(closer) {
      name = trim(String(name.dropLast(closer.count)))
    }
    while let last = name.last, Self.marks.contains(last) { name = trim(String(name.dropLast())) }
    while let first = name.first, Self.marks.contains(first) { name = trim(String(name.dropFirst())) }
    return name
  }

  /// What parts a name from what stands beside it.
  private static let marks: Set<Character> = ["·", "•", "⋅", "|", ":", "：", ",", "–", "—"]

  private static let brackets: Set<Character> = ["（", "）", "(", ")", "【", "】", "[", "]"]

  private static let joiners: Set<String> = [
    "and", "with", "for", "de", "da", "di", "del", "della", "van", "von", "der", "den", "al", "bin", "ibn", "of", "in",
    "the",
    "&", "la", "le", "el", "dos", "du", "ter", "ten", "y", "e",
  ]

  private static func isMonth(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return DateReader.shared.month(bytes.span, 0, bytes.count) != nil
  }

  private static func trim(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let range = UTF8Scan.trim(bytes.span, TextRange(0, bytes.count))
    return String(decoding: bytes[range.indices], as: UTF8.self)
  }
}
