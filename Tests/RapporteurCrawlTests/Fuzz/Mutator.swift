/// Makes pages that nobody would write out of pages that somebody did: the same ones at every run.
struct Mutator {
  private var dice: Dice
  private let seeds: [[UInt8]]

  init(seeds: [[UInt8]], seed: UInt64) {
    self.seeds = seeds
    dice = Dice(seed: seed)
  }

  /// A page of at most some ten thousand bytes.
  mutating func page() -> [UInt8] {
    var page = clipped(seeds[dice.next(below: seeds.count)], to: 20_000)
    for _ in 0..<1 + dice.next(below: 8) { mutate(&page) }
    return page
  }

  /// A number below `bound`, for what is done with the page.
  mutating func choice(_ bound: Int) -> Int { dice.next(below: bound) }

  private mutating func mutate(_ page: inout [UInt8]) {
    let at = dice.next(below: page.count + 1)
    switch dice.next(below: 12) {
    case 0 where at < page.count: page[at] ^= 1 << UInt8(dice.next(below: 8))
    case 1 where at < page.count: page[at] = UInt8(dice.next(below: 256))
    case 2: page.insert(UInt8(dice.next(below: 256)), at: at)
    case 3: page.removeSubrange(stretch(page, from: at))
    case 4: page.insert(contentsOf: page[stretch(page, from: at)], at: dice.next(below: page.count + 1))
    case 5:
      // A piece of another page in the middle of this one.
      let other = seeds[dice.next(below: seeds.count)]
      page.insert(contentsOf: other[stretch(other, from: dice.next(below: other.count + 1))], at: at)
    case 6:
      let piece = stretch(page, from: at)
      let copies = 2 + dice.next(below: 60)
      let bytes = Array(page[piece].prefix(200))
      for _ in 0..<copies { page.insert(contentsOf: bytes, at: piece.lowerBound) }
    case 7: page = Array(page.prefix(at))
    case 8:
      let word = Array(Self.words[dice.next(below: Self.words.count)].utf8)
      let copies = dice.next(below: 4) == 0 ? 1 + dice.next(below: 400) : 1
      for _ in 0..<copies { page.insert(contentsOf: word, at: at) }
    default: page.insert(contentsOf: Self.words[dice.next(below: Self.words.count)].utf8, at: at)
    }
  }

  private mutating func stretch(_ page: [UInt8], from start: Int) -> Range<Int> {
    start..<min(page.count, start + dice.next(below: 1 << dice.next(below: 11)))
  }

  private mutating func clipped(_ page: [UInt8], to limit: Int) -> [UInt8] {
    guard page.count > limit else { return page }
    let start = dice.next(below: page.count - limit)
    return Array(page[start..<start + limit])
  }

  /// What parsers and rules look for.
  private static let words = [
    "<p>", "</p>", "<div class='content'>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<ul><li>", "</li>",
    "<br>",
    "<h1>", "</h1>", "<script>", "</script>", "<style>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml", "?>",
    "<a href='x'>",
    "</a>", "<svg>", "</svg>", "<math>", "<title>", "<body>", "</html>", "<plaintext>", "<textarea>",
    "<select><option>",
    "<frameset><frame src='x'>", "<iframe srcdoc='<iframe>'>", "<td colspan=9007199254740991>", "<pre>", "<b><i><u>",
    "<meta charset=utf-16>", "<meta property='article:published_time' content='2025-02-30'>", "<time datetime='x'>",
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[[[[{\"name\":", "&", "&amp;", "&#0;",
    "&#xD800;",
    "&#x110000;", "&NotEqualTilde;", "&nbsp", "\u{0}", "\u{FEFF}", "\u{FFFD}", "\u{2028}", "\u{200D}", "\u{AD}",
    "\u{301}\u{301}\u{301}", "\u{10FFFF}", "é", "İ", "ß", "ǅ", "中文。", "“", "”", "「", "』", "'", "\"", "\\", "\t", "\r\n",
    "\n\n", ". ", "? ", "! ", "… ", "...", "1. ", "(2) ", "First, ", "Second, ", "Third, ",
    "put forward a four-point proposal",
    "he said", "\"We agree,\" ", "according to the ministry", "President Ana Silva ", "Mr. ", "U.S. ", "Nov. 31, 2025",
    "last Friday", "3.5 billion yuan", "99999999999999999999", "LAKE TOWN, May 9 (Agency) -- ", "一是", "二是", "第一，",
    "他说：“", "기자", "첫째, ", "-- ", "| ", " · ", "By Ana Silva", "© 2025", "http://a.example/2025/13/45/x", "@",
  ]
}
