import ArgumentParser
import Rapporteur
import RapporteurCrawl
package import RapporteurEvaluation

/// `rapporteur evaluate`: how right are we?
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure the pipeline on pages that people annotated.",
    discussion: """
      GOLD is annotated pages (samples/readouts/GUIDELINE.md says how they are
      written), or folders of them. The pipeline gets the plain page; the table tells
      for each stage how much was found and how much of that was right.

        rapporteur evaluate samples/readouts --split dev       a table, the worst ten
        rapporteur evaluate samples/readouts --diff            gold beside found
        rapporteur evaluate r014.xml --diff --stage speakers   one stage of a document
        rapporteur evaluate samples/readouts --by difficulty   what is hard
        rapporteur evaluate samples/readouts --check           are they in order?
        rapporteur evaluate --agreement first/ second/         do two readers agree?

      Exit code 0 when it was measured, and with --check when all is well; 1 when a
      gold document has faults: each is told with its line and what to do.
      """)

  @Argument(help: "Annotated pages (.xml; .json with --texts), or folders of them.", completion: .file())
  var gold: [String]

  @Option(
    name: .shortAndLong, help: "The pipeline (default: ./pipeline.yml, else the built-in one).", completion: .pipeline)
  var config: String?

  @Option(help: "Only train, dev or test: a fixed hash of the id tells which a document is.")
  var split: Split?

  @Option(help: "How many of the worst documents to list (default: 10).")
  var worst: Int?

  @Flag(help: "Show what differs in the worst documents, or in all that are named as files.")
  var diff = false

  @Option(help: "With --diff: only one stage (lines, sentences, entities, statements, proposals).")
  var stage: Difference.Stage?

  @Option(help: "A second table by source, form, topic, difficulty, language or split.")
  var by: Grouping?

  @Flag(help: "Only check the documents, and a folder with GRID.tsv as a corpus.")
  var check = false

  @Flag(help: "Compare two folders of the same pages, the first as gold.")
  var agreement = false

  @Option(help: "The folder of the texts that JSON gold names (default: beside the gold).", completion: .directory)
  var texts: String?

  @Flag(help: "One JSON object: the figures of all and of each document, with --diff what they are made of.")
  var json = false

  @Option(name: .shortAndLong, help: "How many documents at a time, or auto for one a core.")
  var workers: String?

  /// What a second table has its rows by.
  enum Grouping: String, ExpressibleByArgument, CaseIterable {
    case source, form, topic, difficulty, language, split
  }

  func validate() throws {
    if agreement, gold.count != 2 { throw ValidationError("--agreement compares two folders: name the two.") }
    if agreement, check { throw ValidationError("--agreement and --check are two questions: ask one at a time.") }
    if let worst, worst < 0 { throw ValidationError("--worst takes a number from 0.") }
    if let workers, workers != "auto", Int(workers).map({ !(1...1024).contains($0) }) ?? true {
      throw ValidationError("--workers takes auto or a whole number from 1 to 1024, not '\(workers)'.")
    }
  }

  func run() async throws {
    do {
      if check { return try checkGold() }
      let evaluation = try await evaluated()
      let view = EvaluationView(evaluation, ink: Ink())
      let shown = diff && worst == nil && isNamedAsFiles ? evaluation.documents.count : worst ?? 10
      if json {
        Console.print(ScoreJSON(evaluation, documents: evaluation.worst).text)
        return
      }
      Console.print(view.summary)
      if let by { Console.print("\n" + view.groups(by)) }
      if evaluation.documents.count > 1, shown > 0 { Console.print("\n" + view.worst(shown)) }
      if diff { Console.print(view.differences(shown, stage)) }
    } catch {
      throw Exit.code(for: error)
    }
  }

  private var isNamedAsFiles: Bool { !gold.contains { FilePath($0).isFolder } }

  private func evaluated() async throws -> Evaluation {
    let count = workers.flatMap { Int($0) } ?? Run.coreCount
    if agreement {
      let (first, second) = (try read([gold[0]]), try read([gold[1]]))
      let others = Dictionary(second.map { ($0.id, $0) }) { first, _ in first }
      for document in first {
        guard let other = others[document.id] else {
          Console.error("\(document.path): \(gold[1]) has no '\(document.id)'; it is left out")
          continue
        }
        if other.text != document.text {
          Console.error("\(document.path): the page is another in \(other.path); it is left out")
        }
      }
      return await Evaluation(first: first, second: second, workers: count, listing: diff)
    }
    let documents = try read(gold)
    let pipeline = try PipelineFile.load(config).pipeline
    return await Evaluation(documents, pipeline, workers: count, listing: diff)
  }

  private func read(_ paths: [String]) throws -> [GoldDocument] {
    let corpus = try GoldCorpus(paths, texts: texts)
    if !corpus.faults.isEmpty {
      for fault in corpus.faults { Console.error(fault.description) }
      throw Exit.failures
    }
    let documents = corpus.documents.filter { split == nil || Split(id: $0.id) == split }
    if documents.isEmpty {
      throw InputError("There is no gold document in \(paths.joined(separator: ", ")). Name .xml files or a folder.")
    }
    return documents
  }

  private func checkGold() throws {
    let corpus = try GoldCorpus(gold, texts: texts)
    var faults = corpus.faults
    var facts = "\(corpus.count) \(corpus.count == 1 ? "document" : "documents")"
    if let folder = corpus.folders.first, corpus.folders.count == 1, SmallFile.read(folder + "/GRID.tsv") != nil {
      let check = CorpusCheck(corpus, folder: folder)
      faults = check.faults
      facts += ", \(check.people.count) people, \(check.cueVerbs.count) cue verbs by stem"
      if let pair = check.overlaps.first {
        let share = ScoreTable.figure(pair.share)
        facts += "; \(pair.first) and \(pair.second) share most: \(share) of five words in a row"
      }
    }
    for fault in faults { Console.error(fault.description) }
    Console.print(faults.isEmpty ? "All well: \(facts)\n" : "\(faults.count) faults in \(facts)\n")
    if !faults.isEmpty { throw Exit.failures }
  }
}

extension Split: ExpressibleByArgument {}

extension Difference.Stage: ExpressibleByArgument {
  /// A stage by its name, or by that of the layer it writes.
  package init?(argument: String) {
    self.init(rawValue: argument == "speakers" ? "statements" : argument == "boilerplate" ? "lines" : argument)
  }
}
