import Glibc

/// Pages of made-up news, the same in every run: what memory is measured with, where nothing depends on the words.
struct GeneratedPages {
  private var state: UInt64

  private static let names = [
    "Ana Torvald", "Bruno Keller", "Chiara Munro", "Daniel Okafor", "Eva Lindqvist", "Farid Nasser", "Grace Whitlam",
    "Hugo Barros", "Ines Caldeira", "Jonas Weber", "Kim Soo-ah", "Li Wenhua",
  ]
  private static let titles = ["President", "Foreign Minister", "Prime Minister", "Ambassador", "Professor", "Ms."]
  private static let places = ["Lisbon", "Nairobi", "Seoul", "Oslo", "Lima", "Ottawa", "Hanoi", "Vienna", "Accra"]
  private static let verbs = ["said", "stressed", "noted", "added", "pointed out", "argued", "promised", "warned"]
  private static let clauses = [
    "the two sides should keep their channels of dialogue open", "trade between both countries has doubled since 2019",
    "the new railway will connect three ports", "the ministry expects 15 projects this year",
    "no country can meet the drought alone", "the talks on fisheries were frank and useful",
    "universities will exchange 200 students next year", "the treaty of 1997 remains the basis of relations",
  ]
  private static let ordinals = ["First", "Second", "Third", "Fourth"]

  private init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// Writes so many pages as JSON Lines and returns their bytes.
  static func write(_ count: Int, to path: String) throws(TemporaryFolder.Failure) -> Int {
    guard let file = unsafe fopen(path, "w") else {
      throw TemporaryFolder.Failure(description: "cannot create \(path)")
    }
    defer { unsafe fclose(file) }
    var total = 0
    for number in 0..<count {
      var pages = GeneratedPages(seed: number)
      let line = Array(pages.line(number).utf8)
      guard unsafe fwrite(line, 1, line.count, file) == line.count else {
        throw TemporaryFolder.Failure(description: "cannot write \(path): the disk is full")
      }
      total += line.count
    }
    return total
  }

  /// xorshift: good enough to vary the pages, and the same everywhere.
  private mutating func pick(_ words: [String]) -> String {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return words[Int(state >> 33) % words.count]
  }

  private mutating func line(_ number: Int) -> String {
    var html = "<html><head><title>\(pick(Self.names)) visits \(pick(Self.places))</title></head><body><nav><ul>"
    for _ in 0..<8 { html += "<li><a href='/\(number)'>\(pick(Self.places)) \(pick(Self.titles))</a></li>" }
    let name = pick(Self.names)
    html += "</ul></nav><article><h1>\(name) visits \(pick(Self.places))</h1>"
    for paragraph in 0..<4 {
      html += "<p class='text'>"
      if paragraph > 0 { html += Self.ordinals[paragraph - 1] + ", " }
      html +=
        "\(pick(Self.titles)) \(name) \(pick(Self.verbs)) on Tuesday that \(pick(Self.clauses)), and \(pick(Self.clauses))."
      html +=
        " &ldquo;In \(pick(Self.places)), \(pick(Self.clauses)),&rdquo; \(pick(Self.names)) \(pick(Self.verbs)).</p>"
    }
    html += "</article><footer>Page \(number)</footer></body></html>"
    return "{\"id\":\(number),\"date\":\"2026-03-10\",\"html\":\"\(html)\"}\n"
  }
}
