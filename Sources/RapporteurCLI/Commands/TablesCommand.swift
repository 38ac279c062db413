import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// `rapporteur tables`: records as tables that join.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Write records as CSV files that join: documents, sentences, mentions, entities, statements, points.",
    discussion: """
        rapporteur tables records.jsonl -d tables
        rapporteur tables 1.jsonl.zst 2.jsonl.zst -d tables --force

      DIR gets documents.csv, sentences.csv, mentions.csv, entities.csv,
      attributions.csv (a row a statement), speakers.csv (a row a speaker of a
      statement or proposal), proposals.csv and points.csv. They join by 'document'
      and the number or id; an entity's 'key' is the same in every document. UTF-8,
      RFC 4180 with LF; an empty cell is null.

        duckdb -c "SELECT name, count(*) FROM 'tables/speakers.csv' GROUP BY 1"
        pandas.read_csv('tables/mentions.csv', keep_default_na=False, na_values=[''])
      """)

  @Argument(help: ArgumentHelp("Files of records (.gz and .zst too), or -.", valueName: "out"), completion: .file())
  var outputs: [String]

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder of the tables; it is made.", valueName: "dir"),
    completion: .directory)
  var directory: String

  @Flag(help: "Replace tables that are there.")
  var force = false

  @Flag(name: .shortAndLong, help: "No summary.")
  var quiet = false

  func run() throws {
    do {
      var records = try RecordReader(outputs, refusesRepeats: true)
      let folder = FilePath(directory)
      let paths = Table.allCases.map { folder.appending(FilePath($0.rawValue + ".csv")).text }
      if !force, let there = paths.first(where: { SmallFile.exists($0) }) {
        throw OutputError(.create, "\(there): there already; --force replaces it, or name another folder with -d")
      }
      Signals.ignoreFileSizeLimit()
      var files: [OutputFile] = []
      for (table, path) in zip(Table.allCases, paths) {
        let file = try OutputFile(path)
        try file.cut(to: 0)
        try file.write(CSV.line(table.columns))
        files.append(file)
      }
      var counts = [Int](repeating: 0, count: files.count)
      while let record = try records.next() {
        let tables = try RecordTables(record)
        for (index, table) in Table.allCases.enumerated() {
          let rows = try tables.rows(table)
          counts[index] += rows.count
          for row in rows { try files[index].write(CSV.line(row)) }
        }
      }
      for file in files { try file.complete() }
      for file in files { try file.name() }
      if !quiet {
        let parts = zip(counts, Table.allCases).map { "\($0) \($1.rawValue)" }
        Console.error("\(parts.joined(separator: ", ")) -> \(directory)")
      }
    } catch {
      throw Exit.code(for: error)
    }
  }
}
