/// A key of pipeline.yml outside the stages, as it is documented.
struct Setting {
  /// With the section's map it stands in, such as `limits.page`.
  let name: String
  let defaultValue: String
  /// What it takes: "a size from 1kB to 1GB, such as 64MB".
  let type: String
  let help: String

  init(_ name: String, _ defaultValue: String, _ type: String, _ help: String) {
    self.name = name
    self.defaultValue = defaultValue
    self.type = type
    self.help = help
  }

  /// The sections that hold them, in the order of the file.
  static let sections: [(name: String, settings: [Setting])] = [
    ("input", InputSection.settings), ("output", output), ("run", run),
  ]

  static let path = Setting("path", "none", "a file, such as records.jsonl", "the file of records; -o outranks it")
  static let offsets = Setting(
    "offsets", "code_point", "one of code_point, utf16, utf8",
    "what spans count: code_point for Python, pandas, DuckDB and Polars, utf16 for JavaScript and Java, utf8 for bytes")
  static let compression = Setting(
    "compression", "auto", "one of auto, none, gzip, zstd", "how the file is packed; auto: as the path's ending says")
  static let workers = Setting(
    "workers", "auto", "auto or a whole number from 1 to 1024", "documents at a time; auto: one a core")

  private static let output = [path, offsets, compression]
  private static let run = [workers]
}
