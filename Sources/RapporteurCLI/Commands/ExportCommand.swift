import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// `rapporteur export`: records in the forms of other tools.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write records as brat standoff or CoNLL-U.",
    discussion: """
        rapporteur export records.jsonl --to brat -d brat/       a folder for brat
        rapporteur export records.jsonl --to conllu > r.conllu   a block a sentence

      brat: DIR gets ID.txt and ID.ann for each document and annotation.conf; in ids
      that are no file names other characters become '_', and a hash follows. Offsets
      are code points. conllu: words by the program's own tokenizer, names in MISC as
      NER=B-PERSON, and TokenRange says where in the text a word stands; no grammar.
      """)

  /// A form that is written.
  enum Format: String, CaseIterable, ExpressibleByArgument { case brat, conllu }

  @Argument(help: ArgumentHelp("Files of records (.gz and .zst too), or -.", valueName: "out"), completion: .file())
  var outputs: [String]

  @Option(help: "brat or conllu.")
  var to: Format

  @Option(
    name: .shortAndLong, help: ArgumentHelp("With brat: the folder; it is made.", valueName: "dir"),
    completion: .directory)
  var directory: String?

  @Flag(help: "With brat: replace what is there.")
  var force = false

  func validate() throws {
    if to == .brat && directory == nil {
      throw ValidationError("--to brat writes two files a document: name a folder with -d.")
    }
    if to == .conllu && directory != nil {
      throw ValidationError("--to conllu writes to the standard output: leave -d out, and add '> FILE'.")
    }
  }

  func run() throws {
    do {
      var records = try RecordReader(outputs, refusesRepeats: true)
      guard let directory, to == .brat else {
        let file = OutputFile()
        while let record = try records.next() { try file.write(Array(try ConlluExport(record).text().utf8)) }
        return try file.flush()
      }
      let configuration = FilePath(directory).appending(FilePath(BratExport.configurationName))
      if !force && SmallFile.exists(configuration.text) {
        let remedy = "--force replaces it, or name another folder with -d"
        throw OutputError(.create, "\(configuration.text): there already; \(remedy)")
      }
      SmallFile.createFolder(of: configuration)
      let export = BratExport(directory)
      try export.writeConfiguration()
      var count = 0
      while let record = try records.next() {
        try export.write(record)
        count += 1
      }
      Console.error("\(count) documents -> \(directory)")
    } catch {
      throw Exit.code(for: error)
    }
  }
}
