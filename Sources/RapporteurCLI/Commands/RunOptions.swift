import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// What `run` and `retry` have in common.
struct RunOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "How many documents at a time, or auto for one a core.")
  var workers: String?

  @Option(help: "How many documents may fail before the exit code is 1.")
  var maxFailures = 0

  @Flag(help: "Throw away what an earlier, unfinished run left, and begin anew.")
  var restart = false

  @Option(help: .hidden)
  var checkpointEvery = 1000

  @Flag(name: .shortAndLong, help: "No progress, no summary.")
  var quiet = false

  func validate() throws {
    if let workers, workers != "auto", Int(workers).map({ !(1...1024).contains($0) }) ?? true {
      throw ValidationError("--workers takes auto or a whole number from 1 to 1024, not '\(workers)'.")
    }
    if maxFailures < 0 { throw ValidationError("--max-failures takes a number from 0.") }
    if checkpointEvery < 1 { throw ValidationError("--checkpoint-every takes a number from 1.") }
  }

  /// How many workers: the command line outranks the file.
  func workerCount(_ file: PipelineFile) -> Int {
    let count = workers.map { Int($0) } ?? file.workers
    return count ?? Run.coreCount
  }

  /// Runs it, tells how it goes, and ends with the code that fits.
  ///
  /// - Parameters:
  ///   - first: The output of the run that is tried again.
  ///   - configuration: The pipeline, where it is not the one that the first output tells.
  func execute(_ planned: Run, after first: String? = nil, configuration: String? = nil) async throws {
    var run = planned
    run.restarts = restart
    run.checkpointInterval = checkpointEvery
    Signals.ignoreFileSizeLimit()
    let survey = run.output == nil ? nil : InputSurvey(run.inputs, output: run.output)
    try run.checkFirstPass(survey ?? InputSurvey(run.inputs, output: nil))
    Signals.catchStops()
    run.interruption = Signals.stop
    if !quiet {
      for name in run.inputs.repeated { Console.error("\(name): named more than once, read once") }
      if let survey, !survey.isRepeatable {
        Console.error("The standard input and pipes cannot be read twice: if this run is stopped, it begins anew.")
      }
      if let earlier = run.replacedInputs {
        Console.error(
          "\(run.output ?? ""): replaces records made from other inputs (\(earlier.joined(separator: ", ")))")
      }
    }
    let progress = Progress(
      isQuiet: quiet, total: run.inputs.bytes ?? (survey?.isRepeatable == true ? survey?.bytes : nil))
    let output = run.output
    let report = try await run(
      prepare: { documents, bytes in progress.prepare(documents, bytes) },
      prepared: { duplicates, documents in progress.begin(duplicates, of: documents) },
      resume: { ledger in progress.resume(ledger, output: output) },
      watch: { ledger, failed in progress.show(ledger, failed) })
    let manifest = run.appends ? output.flatMap { StoredManifest(of: $0) } : nil
    let inputs = survey?.isRepeatable == false ? nil : manifest.map(\.allInputs) ?? run.inputs.names
    progress.finish(report, output: output, inputs: inputs, after: first, configuration: configuration)
    if report.isInterrupted { throw Exit.interrupted }
    guard report.ledger.isClosed else {
      Console.error("rapporteur: \(report.ledger.read) documents were read and not all are accounted for")
      throw Exit.failures
    }
    if report.ledger.failed > maxFailures { throw Exit.failures }
  }
}
