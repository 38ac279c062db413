import Testing

@testable import Rapporteur

/// What holds for every page, whatever the rules: tried on every sample.
@Suite struct SamplePageTests {
  @Test func everyPathLeadsToItsBlock() throws {
    let documents = try SamplePages.documents(.html)
    #expect(documents.count >= 8)
    for document in documents {
      let blocks = document.blocks.filter { $0.xpath != nil }
      #expect(blocks.count == document.blocks.count, "\(document.id): every block of HTML has a path")
      // A NUL inside a tag ends the page for libxml2; that is why the guard takes it out.
      let page = document.decoded.utf8.map { $0 == 0 ? 0x20 : $0 }
      let texts = LibraryTree.texts(page, blocks.compactMap(\.xpath))
      for (block, text) in zip(blocks, texts) {
        let path = block.xpath ?? ""
        let found = try #require(text, "\(document.id): \(path) leads to one element")
        #expect(visible(found).contains(visible(document.text[block.range])), "\(document.id): \(path)")
      }
    }
  }

  @Test func nothingVisibleOfAFlattenedPageIsLost() throws {
    for document in try SamplePages.documents(.text) {
      let kept = document.blocks.map { document.text[$0.range] }
      #expect(
        tally(kept + document.removed.map(\.text)) == tally([document.decoded[document.decoded.range]]),
        "\(document.id)")
    }
  }

  @Test func nothingVisibleOfAnHTMLPageIsLost() throws {
    let invisible: Set<HTMLTag> = [.head, .script, .style, .noscript, .template, .title, .svg, .iframe, .textarea]
    for document in try SamplePages.documents(.html) {
      let tree = HTMLTree(document.decoded.utf8)
      var pieces: [String] = []
      var index = 1
      while index < tree.nodes.count {
        let node = tree.nodes[index]
        if invisible.contains(node.tag) {
          index = Int(node.end)
          continue
        }
        if node.tag == .text {
          let range = tree.text(of: index)
          pieces.append(String(decoding: tree.text[range.indices], as: UTF8.self))
        }
        index += 1
      }
      let kept = document.blocks.map { document.text[$0.range] }
      #expect(tally(kept + document.removed.map(\.text)) == tally(pieces), "\(document.id)")
    }
  }

  private func visible(_ text: String) -> String {
    String(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0.value != 0xAD && $0.value != 0 })
  }

  /// How often each visible character stands in the texts.
  private func tally(_ texts: [String]) -> [Unicode.Scalar: Int] {
    texts.reduce(into: [:]) { counts, text in
      for scalar in visible(text).unicodeScalars { counts[scalar, default: 0] += 1 }
    }
  }
}
