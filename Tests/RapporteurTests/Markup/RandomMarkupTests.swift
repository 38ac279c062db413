import Testing

@testable import Rapporteur

/// Pages thrown together from pieces of markup, the same in every run.
@Suite struct RandomMarkupTests {
  private static let pieces = [
    "<p>", "</p>", "<div class='a b'>", "</div>", "<b", "\"", "'", "<!--", "-->", "<!", "<?x", "?>", ">", "&", "&amp;",
    "&#8217;", "&#x", ";", "text ", "中文", "\u{1}", "\0", "<script>", "</script>", "<style>", "</style>", "<li>", "<td>",
    "</table>", "<table>", "<body>", "</body>", "<html lang=en>", "</html>", "<head>", "<title>", "</title>", "<br/>",
    "/>", "<a href=", "</a>", " = ", "<svg><path d='x'/></svg>", "<o:p>", "\n", "<i>", "</i>", "&copy;",
    "<!doctype html>",
    "x<3", "</", "<![endif]>", "é", "😀", "<h1 id=\"t\">", "</h1>", "<pre>", "</pre>", "<form>", "<option>", "<center>",
  ]

  private func page(_ seed: Int) -> [UInt8] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var result: [UInt8] = []
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      result.append(contentsOf: Self.pieces[Int(state >> 33) % Self.pieces.count].utf8)
    }
    return result
  }

  @Test func everyNodeHasItsPlace() throws {
    for seed in 0..<3000 {
      let page = page(seed)
      let tree = HTMLTree(page)
      let text = Text(valid: page)
      try #require(UTF8Repair.firstFault(tree.text.span) == tree.text.count)
      var last = 0
      for (index, node) in tree.nodes.enumerated() {
        let source = node.source
        try #require(
          source.end <= page.count && text.isScalarBorder(source.start) && text.isScalarBorder(source.end),
          "seed \(seed)")
        try #require(Int(node.end) > index && Int(node.end) <= tree.nodes.count)
        if index > 0 { try #require(Int(node.end) <= Int(tree.nodes[Int(node.parent)].end)) }
        guard node.tag == .text else { continue }
        try #require(source.start >= last && !source.isEmpty, "seed \(seed)")
        last = source.end
        let range = tree.text(of: index)
        if range.count == source.count {
          let isNul = page[source.indices].contains(0)
          try #require(isNul || tree.text[range.indices] == page[source.indices], "seed \(seed)")
        }
      }
    }
  }

  @Test func blocksLeadBackToThePage() throws {
    for seed in 0..<1500 {
      let page = page(seed)
      let tree = HTMLTree(page)
      var builder = BlockTextBuilder(recordsRuns: true)
      builder.append(tree, below: 0)
      guard let block = builder.endBlock() else { continue }
      let text = Text(valid: builder.utf8)
      try #require(text.trimmed(block.range) == block.range, "seed \(seed)")
      var end = block.range.start
      for run in block.runs {
        try #require(run.range.start >= end && run.source.end <= page.count, "seed \(seed)")
        try #require(block.source.covers(run.source), "seed \(seed)")
        end = run.range.end
      }
      try #require(end == block.range.end, "seed \(seed)")
    }
  }
}
