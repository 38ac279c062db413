/// A numbered set of points that somebody puts forward.
public struct Proposal: Sendable {
  public var speakers: [Speaker]

  /// The words that announce it ("four-point proposal").
  public var announcement: TextRange?

  /// How many points were announced.
  public var announced: Int?

  /// In order of their ordinals.
  public var items: [Item]

  /// Whether it is somebody's earlier set that the text only mentions.
  public var isMentionedOnly: Bool

  public var rule: Rule
  public var confidence: Double

  public init(
    speakers: [Speaker], announcement: TextRange?, announced: Int?, items: [Item], isMentionedOnly: Bool = false,
    rule: Rule, confidence: Double
  ) {
    self.speakers = speakers
    self.announcement = announcement
    self.announced = announced
    self.items = items
    self.isMentionedOnly = isMentionedOnly
    self.rule = rule
    self.confidence = confidence
  }

  /// The ordinals up to the announced count, or the highest found, that no item has.
  public var missing: [Int] {
    let highest = max(announced ?? 0, items.map(\.ordinal).max() ?? 0)
    guard highest > 0, !isMentionedOnly else { return [] }
    let found = Set(items.map(\.ordinal))
    return (1...highest).filter { !found.contains($0) }
  }

  /// Whether every point is there.
  public var isComplete: Bool { !items.isEmpty && missing.isEmpty }

  /// One point.
  public struct Item: Sendable {
    public var ordinal: Int
    public var marker: TextRange?

    /// From the marker, or the first word, to the end of the last continuation.
    public var range: TextRange

    /// `range` without what interrupts it.
    public var content: [TextRange]

    /// Its first clause, without the marker.
    public var headline: TextRange?

    /// The indices of the statements inside it.
    public var attributions: [Int]

    /// Numbered points inside the point.
    public var points: [Point]

    public init(
      ordinal: Int, marker: TextRange?, range: TextRange, content: [TextRange], headline: TextRange?,
      attributions: [Int] = [], points: [Point] = []
    ) {
      self.ordinal = ordinal
      self.marker = marker
      self.range = range
      self.content = content
      self.headline = headline
      self.attributions = attributions
      self.points = points
    }
  }

  /// A point inside an item.
  public struct Point: Sendable {
    public var ordinal: Int
    public var marker: TextRange?
    public var range: TextRange

    public init(ordinal: Int, marker: TextRange?, range: TextRange) {
      self.ordinal = ordinal
      self.marker = marker
      self.range = range
    }
  }

  /// What found the set.
  public enum Rule: String, Sendable, CaseIterable {
    /// An announcement and its items.
    case announced
    /// Ordinals in sequence without an announcement.
    case sequence
    /// An announcement whose items the page does not list.
    case announcement
  }
}
