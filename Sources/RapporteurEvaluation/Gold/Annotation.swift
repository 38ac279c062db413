package import Rapporteur

/// What is marked in a page, or found in it: one shape for gold, for what a pipeline made and for a second reader.
///
/// All places are half-open ranges of the page's code points.
package struct Annotation: Sendable {
  package var title: String?

  /// ISO 8601.
  package var published: String?

  /// In the page's order. Of a pipeline only what it kept.
  package var units: [Unit] = []

  /// `nil` where sentences are not marked.
  package var sentences: [Range<Int>]?
  package var names: [Name] = []
  package var statements: [Statement] = []
  package var proposals: [PointSet] = []

  package init() {}

  /// A line or block of the page.
  package struct Unit: Sendable {
    package var range: Range<Int>
    package var isKept: Bool
    /// The kind of block, or of what is cut.
    package var label: String

    /// Whether it holds sentences: title and byline do not.
    var isProse: Bool { isKept && label != "title" && label != "byline" }
  }

  /// A mention.
  package struct Name: Sendable {
    package var range: Range<Int>
    package var type: EntityType
    /// What it names: equal for mentions of one entity, `nil` for dates and amounts.
    package var link: String?
    /// ISO 3166-1 alpha-2.
    package var country: String?
    /// TIMEX3 of a date.
    package var value: String?
  }

  package struct Statement: Sendable {
    package var kind: StatementKind
    package var speakers: [String]
    /// Any of these alone is right as well.
    package var alternatives: [String] = []
    package var source: Range<Int>?
    package var cue: Range<Int>?
    package var content: [Range<Int>]
  }

  /// A numbered proposal.
  package struct PointSet: Sendable {
    package var speakers: [String]
    package var alternatives: [String] = []
    package var announcement: Range<Int>?
    package var announced: Int?
    package var isComplete: Bool
    package var isMentionedOnly: Bool
    package var items: [Point]
  }

  /// A point of a proposal.
  package struct Point: Sendable {
    package var range: Range<Int>
    package var marker: Range<Int>?
  }
}

/// How a statement is given.
package enum StatementKind: String, Sendable, CaseIterable {
  case direct, mixed, indirect
  /// Without a cue of its own.
  case continued
}
