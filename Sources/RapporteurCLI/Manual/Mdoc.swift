/// Text in the language of manual pages, mdoc(7).
struct Mdoc {
  private(set) var text = ""

  /// The longest line of running text.
  private static let width = 78

  /// A line that begins with a macro; each argument is one word of it.
  mutating func macro(_ name: String, _ arguments: String...) { line(name, arguments) }

  /// The same.
  mutating func line(_ name: String, _ arguments: [String]) {
    request(([name] + arguments.map(Self.argument)).joined(separator: " "))
  }

  /// Paragraphs as help pages have them, an empty line between. Those whose lines begin with spaces are examples, and
  /// stay as they are.
  mutating func prose(_ passage: String) {
    let paragraphs = passage.split(separator: "\n\n")
    for (index, paragraph) in paragraphs.enumerated() {
      if paragraph.hasPrefix("  ") {
        request("Bd -literal -offset indent")
        for line in paragraph.split(separator: "\n") { text += Self.escaped(line.dropFirst(2)) + "\n" }
        request("Ed")
      } else {
        if index > 0 { request("Pp") }
        fill(paragraph)
      }
    }
  }

  /// Words and what they mean.
  mutating func list(_ items: [(String, String)]) {
    request("Bl -tag -width indent")
    for (word, meaning) in items {
      macro("It", word)
      fill(meaning[...])
    }
    request("El")
  }

  private mutating func request(_ words: String) { text += ".\(words)\n" }

  /// Running text: each sentence begins a line, as mdoc wants it.
  private mutating func fill(_ paragraph: Substring) {
    var line = ""
    func isFull(_ word: Substring) -> Bool { !line.isEmpty && line.count + word.count >= Self.width }
    func ends(_ word: Substring) -> Bool { word.last.map { ".?!".contains($0) } ?? false }
    for word in paragraph.split(whereSeparator: \.isWhitespace) {
      if isFull(word) {
        text += Self.escaped(line[...]) + "\n"
        line = ""
      }
      line += line.isEmpty ? word : " " + word
      if ends(word) {
        text += Self.escaped(line[...]) + "\n"
        line = ""
      }
    }
    if !line.isEmpty { text += Self.escaped(line[...]) + "\n" }
  }

  /// One word of a macro's line, and none that a macro could be; those that are meant as such go through.
  private static func argument(_ word: String) -> String {
    if ["Ar", "...", ","].contains(word) { return word }
    return "\"" + escaped(word[...]).replacing("\"", with: "\\(dq") + "\""
  }

  /// What begins no request, keeps its backslashes and hyphens, and is ASCII.
  private static func escaped(_ line: Substring) -> String {
    var safe = line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\": safe += "\\e"
      case "-": safe += "\\-"
      case _ where scalar.isASCII: safe.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        safe += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return safe
  }
}
