/// What a page says of itself.
public struct Metadata: Sendable {
  public var title: String?
  public var byline: String?
  public var site: String?

  /// ISO 8601 calendar date.
  public var published: String?

  /// RFC 3339 time, where the page tells it.
  public var publishedTime: String?

  /// ISO 8601 calendar date.
  public var modified: String?

  /// BCP 47.
  public var language: String?

  public var dateline: Dateline?

  public init() {}

  /// What stands before an agency report: "GYEONGJU, South Korea, Nov. 1 (Xinhua) --".
  public struct Dateline: Sendable, Equatable {
    public var place: String?

    /// ISO 8601 calendar date; the year may be missing ("XXXX-11-01").
    public var date: String?
    public var agency: String?

    public init(place: String?, date: String?, agency: String?) {
      self.place = place
      self.date = date
      self.agency = agency
    }
  }
}

/// Something that went wrong with a page and did not stop it.
public struct Warning: Sendable, Equatable {
  public var stage: String
  /// A word for machines.
  public var code: String
  public var message: String

  public init(stage: String, code: String, message: String) {
    self.stage = stage
    self.code = code
    self.message = message
  }
}
