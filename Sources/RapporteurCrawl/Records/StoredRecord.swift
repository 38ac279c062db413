package import Rapporteur

/// A record as it was read back.
package struct StoredRecord {
  /// File and line, for messages.
  package let place: String
  package let id: String
  package let value: JSONValue
  package let text: StoredText

  /// The value of a key; `null` where it is not there.
  package subscript(key: String) -> JSONValue { value[key] ?? .null }

  /// The bytes of a span, or `nil` where the value is no span.
  ///
  /// - Throws: For a span that does not stand in the text.
  package func range(_ span: JSONValue?) throws(InputError) -> TextRange? {
    guard let span, let start = span["start"]?.integer, let end = span["end"]?.integer else { return nil }
    guard let range = text.range(start, end) else {
      let remedy = "the file was changed after the run; run the same 'rapporteur run' again"
      throw InputError("\(place): the span from \(start) to \(end) does not stand in the text; \(remedy)")
    }
    return range
  }

  /// The text of a span.
  package func surface(_ span: JSONValue?) throws(InputError) -> String? {
    try range(span).map { text.text[$0] }
  }
}

extension JSONValue {
  /// A whole number.
  package var integer: Int? {
    if case .number(let digits) = self { Int(digits) } else { nil }
  }

  /// Whether it is `true`.
  package var isTrue: Bool { self == .bool(true) }

  /// The values of an array; none for everything else.
  package var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }
}
