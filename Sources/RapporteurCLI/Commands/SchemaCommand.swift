public import ArgumentParser
public import Rapporteur

/// `rapporteur schema`: the shape of the records.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the shape of the records, so that readers need not guess it.",
    discussion: """
        rapporteur schema > schema.json      JSON Schema, draft 2020-12
        rapporteur schema duckdb             read_json('records.jsonl', columns = …)
        rapporteur schema polars > shape.py  pl.read_ndjson('…', schema=shape.schema)
        rapporteur schema spark              spark.read.schema(…).json('…')
      """)

  @Argument(help: "json, duckdb, polars or spark.")
  var language = RecordSchema.json

  func run() { Console.print(language.text) }
}

extension RecordSchema: ExpressibleByArgument {}
