public import Rapporteur

/// A line of JSON Lines: an object with `html` or `text`, and perhaps `id`, `url` and `date`.
///
/// Parsing is left to the workers: it costs more than reading.
public struct JSONLine: Sendable {
  package var bytes: [UInt8]
  /// The file's, `-` for the standard input.
  var path: String
  /// Of its first byte in the unpacked file.
  var offset: Int
  /// What its fields are called.
  var fields: InputOptions.Fields

  public init(bytes: [UInt8], path: String, offset: Int, fields: InputOptions.Fields = InputOptions.Fields()) {
    self.bytes = bytes
    self.path = path
    self.offset = offset
    self.fields = fields
  }

  /// The page that the line holds.
  public func page() throws(InputFault) -> Page {
    var source = Page.Source(path: path, offset: offset, length: bytes.count)
    var id = "\(path):\(offset)"
    func fault(_ code: String, _ message: String) -> InputFault {
      InputFault(
        id: id, source: source, digest: Digest(of: bytes),
        failure: StageFailure(stage: "input", code: code, message: message))
    }
    var reader = JSONReader()
    let value: JSONValue
    do throws(JSONError) {
      value = try reader.read(bytes.span)
    } catch {
      throw fault("invalid_json", "the line is no JSON: \(error.message), at byte \(error.offset + 1)")
    }
    guard case .object = value else {
      throw fault(
        "no_object", "the line is no JSON object; a page is an object with '\(fields.html)' or '\(fields.text)'")
    }
    var warnings: [Warning] = []
    func warn(_ code: String, _ message: String) {
      warnings.append(Warning(stage: "input", code: code, message: message))
    }
    if reader.repairs > 0 {
      let what = reader.repairs == 1 ? "1 fault" : "\(reader.repairs) faults"
      warn(
        "repaired_json",
        "\(what) in the JSON line mended: bytes that are no UTF-8, half a surrogate pair, NaN, a comma too many …")
    }
    if let name = value[fields.id]?.name {
      if !name.isEmpty { id = name }
    } else if let other = value[fields.id], other != .null {
      warn("id_ignored", "'\(fields.id)' is neither text nor number")
    }
    source.url = value[fields.url]?.text.map { $0[$0.range] }
    var published: String?
    if let date = value[fields.date], date != .null {
      published = date.name.flatMap(Self.day)
      if published == nil { warn("date_ignored", "'\(fields.date)' is no date of the form 2026-01-31") }
    }
    if let html = value[fields.html]?.text {
      source.mediaType = "text/html"
      return Page(id: id, source: source, content: .html(html), published: published, warnings: warnings)
    }
    if let text = value[fields.text]?.text {
      source.mediaType = "text/plain"
      return Page(id: id, source: source, content: .text(text), published: published, warnings: warnings)
    }
    throw fault("no_content", "the line has neither '\(fields.html)' nor '\(fields.text)' with a string")
  }

  /// Whether the line is a row of JSON Lines as this program takes it.
  static func isRow(_ bytes: [UInt8], _ fields: InputOptions.Fields) -> Bool {
    var reader = JSONReader()
    guard let value = try? reader.read(bytes.span) else { return false }
    return value[fields.html] != nil || value[fields.text] != nil
  }

  /// The calendar day that a date begins with: `2026-01-31`, also with slashes, dots or nothing between, and whatever
  /// time behind it.
  private static func day(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8 else { return nil }
    let isCompact = bytes.prefix(8).allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    guard isCompact || bytes.count >= 10 else { return nil }
    if !isCompact {
      guard bytes[4] == bytes[7], [0x2D, 0x2E, 0x2F].contains(bytes[4]) else { return nil }
    }
    let digits = isCompact ? Array(bytes[0..<8]) : Array(bytes[0..<4] + bytes[5..<7] + bytes[8..<10])
    guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let numbers = digits.map { Int($0) - 0x30 }
    let month = numbers[4] * 10 + numbers[5]
    let day = numbers[6] * 10 + numbers[7]
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let parts = [digits[0..<4], digits[4..<6], digits[6..<8]]
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }
}
