public import Rapporteur

/// What pipeline.yml says under `input`, apart from the paths.
public struct InputOptions: Sendable, Equatable {
  /// The names of a JSON Lines object's fields.
  public var fields = Fields()

  /// The HTTP statuses whose pages are kept. Pages without a status always are.
  public var statuses: [ClosedRange<Int>] = [200...299]

  /// The media types that are kept, in lower case: `text/html`, `text/*`, `*`. Pages without one always are.
  public var mediaTypes = ["text/html", "application/xhtml+xml", "text/plain"]

  public var limits = Limits()

  public var duplicates = Duplicates()

  public init() {}

  /// What is done with documents that repeat an earlier one of the inputs.
  public struct Duplicates: Sendable, Equatable {
    public var mode = Mode.keep
    public var key = DuplicateKey.digest

    /// The file that lists them, relative to the working directory; `nil` for one beside the output.
    public var list: String?

    public init() {}

    public enum Mode: String, Sendable, CaseIterable {
      /// They are documents like all others.
      case keep
      /// Their records name the first.
      case mark
      /// They get no record.
      case drop
    }
  }

  /// The names of a JSON Lines object's fields.
  public struct Fields: Sendable, Equatable {
    public var id = "id"
    public var url = "url"
    public var html = "html"
    public var text = "text"
    public var date = "date"

    public init() {}
  }

  /// Why a page that was read is passed over.
  public enum Filter: String, Sendable, CaseIterable {
    case httpStatus = "http_status"
    case mediaType = "media_type"
    /// It repeats an earlier one.
    case duplicate
  }

  /// Why a page with this status and type is passed over, `nil` when it is kept.
  func filter(status: Int?, mediaType: String?) -> Filter? {
    if let status, !statuses.contains(where: { $0.contains(status) }) { return .httpStatus }
    if let mediaType, !mediaType.isEmpty, !mediaTypes.contains(where: { Self.matches(mediaType, $0) }) {
      return .mediaType
    }
    return nil
  }

  private static func matches(_ type: String, _ pattern: String) -> Bool {
    if pattern == "*" || pattern == "*/*" || pattern == type { return true }
    return pattern.hasSuffix("/*") && type.hasPrefix(pattern.dropLast())
  }
}

extension InputOptions: CustomStringConvertible {
  /// Every option with its value, as pipeline.yml has it: equal texts stand for equal options.
  var parts: [(name: String, value: String)] {
    let names =
      "{id: \(fields.id), url: \(fields.url), html: \(fields.html), text: \(fields.text), date: \(fields.date)}"
    return [
      ("fields", names), ("status", "[\(statusTexts.joined(separator: ", "))]"),
      ("media_types", "[\(mediaTypes.joined(separator: ", "))]"), ("limits", limitsText),
      ("duplicates", "{mode: \(duplicates.mode.rawValue), by: \(duplicates.key.rawValue)}"),
    ]
  }

  /// All of them on one line.
  public var description: String { parts.map { "\($0.name): \($0.value)" }.joined(separator: ", ") }

  /// `200-299`, `404`.
  public var statusTexts: [String] {
    statuses.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
  }

  public var limitsText: String {
    "{page: \(Limits.text(limits.page)), line: \(Limits.text(limits.line)), ratio: \(limits.ratio)}"
  }
}
