import Testing

@testable import Rapporteur

@Suite struct TreePageTests {
  static let page = """
    <!doctype html><html lang="en"><head><title>Harbour to be widened | The Strait Herald</title>
    <meta property="og:site_name" content="The Strait Herald">
    <meta property="article:published_time" content="2025-03-04T08:30:00+04:00">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour to be widened",
    "author":{"@type":"Person","name":"Ana Silva"},"dateModified":"2025-03-05"}</script></head>
    <body class="has-sidebar"><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
    <main><article><h1>Harbour to be widened</h1><p class="byline">By Ana Silva</p>
    <div class="article-body"><p>PORT LOUIS, March 3 (Reuters) - The harbour will be widened before the end of next year,
    the minister of transport said on Monday, so that larger ships can enter it in any weather.</p>
    <p>The work will cost 40 million and will be paid for by the two islands together, she told reporters after a meeting
    with the mayors of the ports.</p>
    <figure><img src="a.jpg"><figcaption>Ships wait off the harbour wall. Photo: AFP</figcaption></figure>
    <h2>What will be built</h2>
    <p>Three things are planned, and each of them has been asked for by the fishermen of the town for many years:</p>
    <ul><li>a new wall of stone on the northern side</li><li>a deeper channel for the ferries</li></ul>
    <blockquote><p>“We have waited for this for a very long time,” the mayor said at the end of the day.</p></blockquote>
    <p>The plans can be seen in the town hall until the end of the month, and anybody may write to the council about
    them.</p></div></article></main>
    <aside class="related"><h3>Most read</h3><ul><li><a href="/1">Ferry line opens in June</a></li>
    <li><a href="/2">Old railway to be sold</a></li></ul></aside>
    <footer><p>Copyright 2025 The Strait Herald. All rights reserved.</p></footer></body></html>
    """

  private func process(_ html: String, _ options: [String: String] = [:]) throws -> Document {
    let page = Page(id: "a", source: .init(), content: .html(Text(html)))
    var document = try PageDecoder.decode(page)
    try TextPageTests.keeping(options).process(&document)
    return document
  }

  @Test func `the article's blocks have their kinds`() throws {
    let document = try process(Self.page)
    #expect(
      document.blocks.map(\.kind) == [
        .title, .byline, .paragraph, .paragraph, .caption, .heading, .paragraph, .listItem, .listItem, .quote,
        .paragraph,
      ])
    #expect(document.blocks.first?.xpath == "/html/body/main/article/h1")
    #expect(document.blocks.filter { $0.kind == .heading }.map(\.level) == [2])
    #expect(document.text.isASCII == false)
  }

  @Test func `head, linked data and text tell who, when and where`() throws {
    let metadata = try process(Self.page).metadata
    #expect(metadata.title == "Harbour to be widened")
    #expect(metadata.byline == "Ana Silva")
    #expect(metadata.site == "The Strait Herald")
    #expect(metadata.published == "2025-03-04")
    #expect(metadata.publishedTime == "2025-03-04T08:30:00+04:00")
    #expect(metadata.modified == "2025-03-05")
    #expect(metadata.language == "en")
    #expect(metadata.dateline == .init(place: "PORT LOUIS", date: "2025-03-03", agency: "Reuters"))
  }

  @Test func `nothing of the visible text is lost`() throws {
    let document = try process(Self.page)
    let texts = document.blocks.map { document.text[$0.range] } + document.removed.map(\.text)
    for words in [
      "Home", "World", "Most read", "Old railway to be sold", "Copyright 2025 The Strait Herald", "deeper channel",
    ] {
      #expect(texts.contains { $0.contains(words) })
    }
    #expect(document.removed.first?.kind == .navigation)
    #expect(document.removed.first?.reason == .element)
  }

  @Test func `options leave captions out and map the text to the page`() throws {
    let document = try process(Self.page, ["captions": "false", "source_map": "true"])
    #expect(!document.blocks.contains { $0.kind == .caption })
    #expect(document.removed.contains { $0.reason == .option })
    for block in document.blocks {
      #expect(!block.runs.isEmpty)
      for run in block.runs where run.range.count == run.source.count && !document.text[run.range].contains(" ") {
        #expect(document.text[run.range] == document.decoded[run.source])
      }
    }
  }

  @Test(arguments: [
    "<html><body><nav><a href=a>Home</a><a href=b>News</a></nav><footer>Imprint</footer></body></html>",
    "<html></html>",
    "<p>", "",
  ])
  func `a page of menus has no article`(html: String) throws {
    let document = try process(html)
    #expect(!document.blocks.contains { $0.isMain })
    #expect(document.warnings.contains { $0.code == "no_content" })
  }

  @Test func `a forum that shows itself by script is read from its noscript`() throws {
    let posts = (1...5).map {
      """
      <div class="topic-body"><span class="creator">user\($0)</span><div class="post" itemprop="articleBody"><p>I tried the
      new ferry on day \($0) and it was late again, although the weather was calm and the harbour nearly empty.</p>
      <p>Has anybody heard from the company why it does not simply leave a little earlier in the morning?</p></div></div>
      """
    }
    let html = """
      <html><head><title>Late ferries - Harbour Forum</title><meta property="og:type" content="website"></head><body>
      <noscript><h1><a href="/t/1">Late ferries</a></h1>\(posts.joined())</noscript><div id="app"></div></body></html>
      """
    let text = try process(html).text
    #expect(text[TextRange(0, text.utf8.count)].contains("on day 4"))
    // The usual call to switch scripts on is no text of the page.
    let called = try process(
      Self.page.replacing("<main>", with: "<noscript>Please enable JavaScript.</noscript><main>"))
    #expect(!called.removed.contains { $0.text.contains("JavaScript") })
  }
}
