/// The shape of a record in a language that other programs read.
public enum RecordSchema: String, Sendable, CaseIterable {
  /// JSON Schema, draft 2020-12.
  case json
  /// The `columns` of DuckDB's `read_json`.
  case duckdb
  /// A schema in Python for Polars' `read_ndjson` and `scan_ndjson`.
  case polars
  /// DDL for Spark's `schema(…)`.
  case spark

  /// The schema, ending in a line feed.
  public var text: String {
    switch self {
    case .json: JSONSchema.text(RecordShape.fields)
    case .duckdb: ColumnTypes.duckDB(RecordShape.fields)
    case .polars: ColumnTypes.polars(RecordShape.fields)
    case .spark: ColumnTypes.spark(RecordShape.fields)
    }
  }
}
