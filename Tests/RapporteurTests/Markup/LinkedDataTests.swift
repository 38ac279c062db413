import Testing

@testable import Rapporteur

@Suite struct LinkedDataTests {
  private func read(_ blocks: String...) -> LinkedData {
    let page = blocks.map { "<script type='application/ld+json'>\($0)</script>" }.joined()
    let tree = HTMLTree(Array(page.utf8))
    return LinkedData(tree.page, tree.linkedData)
  }

  @Test func readsAnArticle() {
    let data = read(
      #"""
      {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Talks &amp; tea",
       "author": [{"@type": "Person", "name": "Ann Lee"}, "Bo Diaz"], "datePublished": "2026-01-12T08:00:00Z",
       "dateModified": "2026-01-13", "publisher": {"@type": "Organization", "name": "The Harbour Post"},
       "inLanguage": "en-GB", "articleBody": "They met."}
      """#)
    #expect(data.type == "NewsArticle")
    #expect(data.headline == "Talks & tea")
    #expect(data.authors == ["Ann Lee", "Bo Diaz"])
    #expect(data.datePublished == "2026-01-12T08:00:00Z")
    #expect(data.dateModified == "2026-01-13")
    #expect(data.publisher == "The Harbour Post")
    #expect(data.language == "en-GB")
    #expect(data.body == "They met.")
  }

  @Test func findsTheArticleInAGraph() {
    let data = read(
      #"""
      {"@graph": [{"@type": "WebSite", "name": "Site"}, {"@type": "WebPage", "datePublished": "2026-02-01"},
       {"@type": ["Article", "NewsArticle"], "headline": "H", "author": {"@id": "#a"}},
       {"@type": "Person", "@id": "#a", "name": "Ann Lee"}]}
      """#)
    #expect(data.type == "Article")
    #expect(data.headline == "H")
    #expect(data.authors == ["Ann Lee"])
    #expect(data.datePublished == "2026-02-01")
    #expect(data.publisher == "Site")
  }

  @Test(arguments: [
    "<!-- {\"@type\":\"Article\",\"headline\":\"H\"} -->",
    "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"H\"}\n//]]>",
    "[{\"@type\":\"BreadcrumbList\"},{\"@type\":\"Article\",\"headline\":\"H\"}]",
    "{\"@type\":\"http://schema.org/Article\",\"headline\":\"H\",}", "{\"@type\":\"Article\",\"headline\":\"H\"};",
    "{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"Article\",\"headline\":[\"H\"]}}",
    "{\"@type\":\"Article\",\"headline\":\"H\",\"articleBody\":\"line\nbreak\"}",
  ])
  func readsWhatIsNearlyRight(_ block: String) { #expect(read(block).headline == "H") }

  @Test func skipsABrokenBlock() {
    let data = read("{\"@type\": \"Article\", \"headline\": ", "{\"@type\": \"Article\", \"headline\": \"H\"}")
    #expect(data.headline == "H")
  }

  @Test func isEmptyWithoutBlocks() { #expect(read() == read("nonsense")) }
}
