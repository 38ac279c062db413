package import Rapporteur

/// A page with everything marked that the stages are asked to find.
package struct GoldDocument: Sendable {
  package var id: String

  /// Where it was read.
  package var path: String

  /// BCP 47.
  package var language: String
  package var cell: Cell

  /// The page as it goes into the pipeline.
  package var text: Text
  package var gold: Annotation

  /// The day of publication that the crawl gives where the page tells none, ISO 8601.
  package var crawled: String?

  /// The entities of the header, in their order.
  package var entities: [GoldEntity] = []

  /// The place of a document in the plan of a corpus.
  package struct Cell: Sendable, Hashable {
    package var source: String
    package var form: String
    package var topic: String
    package var difficulty: String

    package init(source: String, form: String, topic: String, difficulty: String) {
      self.source = source
      self.form = form
      self.topic = topic
      self.difficulty = difficulty
    }
  }

  /// The page that a pipeline is given: the text, and the day that a crawl gives with it.
  package var page: Page {
    var page = Page(id: id, text: "")
    page.content = .text(text)
    page.published = crawled
    return page
  }

  /// The code points of the page.
  package var scalars: [Unicode.Scalar] { Array(text[text.range].unicodeScalars) }
}

/// Whoever or whatever a gold document names.
package struct GoldEntity: Sendable {
  package var id: String
  package var type: EntityType
  package var name: String
  /// ISO 3166-1 alpha-2.
  package var country: String?
}
