/// Column types for programs that load records into tables. Readers that sample drop what comes late: with these
/// nothing is inferred.
enum ColumnTypes {
  /// `{id: 'VARCHAR', …}`: what `read_json('records.jsonl', columns = …)` takes.
  static func duckDB(_ fields: [Shape.Field]) -> String {
    let columns = fields.map { "  \"\($0.name)\": '\(duckDB($0.shape))'" }
    return "{\n" + columns.joined(separator: ",\n") + "\n}\n"
  }

  private static func duckDB(_ shape: Shape) -> String {
    switch shape {
    case .string, .digest, .choice: "VARCHAR"
    case .integer: "BIGINT"
    case .share: "DOUBLE"
    case .boolean: "BOOLEAN"
    case .optional(let shape): duckDB(shape)
    case .list(let shape): duckDB(shape) + "[]"
    case .object(let fields):
      "STRUCT(" + fields.map { "\"\($0.name)\" \(duckDB($0.shape))" }.joined(separator: ", ") + ")"
    }
  }

  /// A Python module with `schema`, for `polars.read_ndjson('records.jsonl', schema=schema)`.
  static func polars(_ fields: [Shape.Field]) -> String {
    let columns = fields.map { "    \"\($0.name)\": \(polars($0.shape)),\n" }
    return "import polars as pl\n\nschema = {\n" + columns.joined() + "}\n"
  }

  private static func polars(_ shape: Shape) -> String {
    switch shape {
    case .string, .digest, .choice: "pl.String"
    case .integer: "pl.Int64"
    case .share: "pl.Float64"
    case .boolean: "pl.Boolean"
    case .optional(let shape): polars(shape)
    case .list(let shape): "pl.List(\(polars(shape)))"
    case .object(let fields):
      "pl.Struct({" + fields.map { "\"\($0.name)\": \(polars($0.shape))" }.joined(separator: ", ") + "})"
    }
  }

  /// DDL: what `spark.read.schema(…).json('records.jsonl')` takes.
  static func spark(_ fields: [Shape.Field]) -> String {
    fields.map { "`\($0.name)` \(spark($0.shape))" }.joined(separator: ",\n") + "\n"
  }

  private static func spark(_ shape: Shape) -> String {
    switch shape {
    case .string, .digest, .choice: "STRING"
    case .integer: "BIGINT"
    case .share: "DOUBLE"
    case .boolean: "BOOLEAN"
    case .optional(let shape): spark(shape)
    case .list(let shape): "ARRAY<\(spark(shape))>"
    case .object(let fields):
      "STRUCT<" + fields.map { "`\($0.name)`: \(spark($0.shape))" }.joined(separator: ", ") + ">"
    }
  }
}
