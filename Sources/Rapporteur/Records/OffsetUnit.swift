/// What the offsets of a record count.
public enum OffsetUnit: String, Sendable, CaseIterable {
  /// Unicode code points: Python, spaCy, DuckDB, Polars, brat.
  case codePoint = "code_point"
  /// UTF-16 code units: JavaScript, Java.
  case utf16
  /// Bytes.
  case utf8
}
