import Rapporteur

/// Times every step over all pages of a corpus, one worker, round after round, in processor time.
struct SpeedBenchmark {
  private let corpus: Corpus
  private let pipeline: Pipeline
  private let writer: RecordWriter

  /// Per step the seconds of each round.
  private var seconds: [Step: [Double]] = [:]
  private var documents = 0
  private var pageBytes = 0
  private var htmlBytes = 0
  private var htmlDocuments = 0
  private var textBytes = 0
  private var boundaries = 0

  /// What is timed.
  enum Step: Hashable {
    case tree, events, boundaries, breaks
    case decoding, stage(String), record, whole

    var name: String {
      switch self {
      case .tree: "libxml2 DOM"
      case .events: "libxml2 SAX"
      case .boundaries: "ICU words and sentences"
      case .breaks: "ICU sentences"
      case .decoding: "decoding"
      case .stage(let name): name
      case .record: "record"
      case .whole: "end to end"
      }
    }
  }

  init(corpus: Corpus, pipeline: Pipeline = .standard) {
    self.corpus = corpus
    self.pipeline = pipeline
    writer = RecordWriter(pipeline: pipeline)
  }

  /// One round over all pages.
  mutating func run() {
    var round: [Step: Duration] = [:]
    (documents, pageBytes, htmlBytes, htmlDocuments, textBytes) = (0, 0, 0, 0, 0)
    for page in corpus.pages {
      documents += 1
      pageBytes += page.bytes.count
      guard let document = timed(page, &round) else { continue }
      textBytes += document.text.count
      let language = document.metadata.language ?? "en"
      time(.breaks, &round) { boundaries &+= BoundaryFloor.countSentences(document.text.utf8, language: language) }
      time(.boundaries, &round) { boundaries &+= BoundaryFloor.countBoundaries(document.text.utf8, language: language) }
      guard document.form == .html else { continue }
      htmlDocuments += 1
      let html = document.decoded.utf8
      htmlBytes += html.count
      time(.tree, &round) { MarkupFloor.buildTree(html) }
      var ended = html + [0]
      time(.events, &round) { MarkupFloor.reportEvents(&ended) }
    }
    for page in corpus.pages {
      time(.whole, &round) { _ = writer.annotate(page, with: pipeline).line.count }
    }
    for (step, duration) in round { seconds[step, default: []].append(duration / .seconds(1)) }
  }

  /// The page's document, each stage timed; `nil` where one fails.
  private func timed(_ page: Page, _ round: inout [Step: Duration]) -> Document? {
    do throws(StageFailure) {
      var last = ProcessorTime.now
      func lap(_ step: Step) {
        let now = ProcessorTime.now
        round[step, default: .zero] += now - last
        last = ProcessorTime.now
      }
      var document = try pipeline.begin(page)
      lap(.decoding)
      for step in pipeline.stages {
        try step.stage.process(&document)
        lap(.stage(step.name))
      }
      _ = writer.record(of: document).line.count
      lap(.record)
      return document
    } catch {
      return nil
    }
  }

  private func time(_ step: Step, _ round: inout [Step: Duration], _ body: () -> Void) {
    round[step, default: .zero] += ProcessorTime.measure(body)
  }

  /// The table of medians.
  func report(rounds: Int) -> String {
    var table = Table(columns: ["", "seconds", "MB/s of page", "MB/s of text", "documents/s", "beside the floor"])
    let whole = median(.whole)
    let tree = median(.tree)
    // DOM speed is that of the HTML pages alone, end-to-end speed that of all.
    let treeSpeed = tree > 0 ? Double(htmlBytes) / tree : 0
    func row(_ step: Step, _ name: String? = nil, seconds: Double? = nil, text: Bool, note: String = "") {
      let seconds = seconds ?? median(step)
      guard seconds > 0 else { return }
      let isFloor = step == .tree || step == .events
      let pages = isFloor ? htmlBytes : pageBytes
      table.add([
        name ?? step.name, Table.number(seconds, places: 3),
        Table.number(Double(pages) / seconds / 1e6, places: 1),
        text ? Table.number(Double(textBytes) / seconds / 1e6, places: 1) : "",
        Table.number(Double(isFloor ? htmlDocuments : documents) / seconds, places: 0), note,
      ])
    }
    func beside(_ seconds: Double, _ floor: Double, _ name: String) -> String {
      seconds > 0 && floor > 0 ? Table.number(floor / seconds, places: 2) + " of " + name : ""
    }
    func besideTree(_ step: Step) -> String {
      let speed = Double(pageBytes) / max(median(step), 1e-9)
      return treeSpeed > 0 ? Table.number(speed / treeSpeed, places: 2) + " of DOM" : ""
    }
    row(.tree, text: false)
    row(.events, text: false)
    row(.boundaries, text: true)
    row(.breaks, text: true)
    table.rule()
    row(.decoding, text: false)
    var textSeconds = 0.0
    for step in pipeline.stages {
      let isMarkup = step.stage is Boilerplate || step.stage is Verbatim
      if !isMarkup { textSeconds += median(.stage(step.name)) }
      let own = median(.stage(step.name))
      let note =
        step.stage is Sentences
        ? beside(own, median(.breaks), "ICU sentences") : isMarkup ? besideTree(.stage(step.name)) : ""
      row(.stage(step.name), text: !isMarkup, note: note)
    }
    row(.record, text: true)
    table.rule()
    row(
      .boundaries, "text stages", seconds: textSeconds, text: true,
      note: beside(textSeconds, median(.boundaries), "ICU"))
    row(.whole, text: true, note: besideTree(.whole))
    let size = Table.number(Double(pageBytes) / 1e6, places: 1)
    let text = Table.number(Double(textBytes) / 1e6, places: 1)
    let faults = corpus.faults > 0 ? ", \(corpus.faults) unreadable" : ""
    let plural = rounds == 1 ? "1 round" : "medians of \(rounds) rounds"
    return "\(documents) documents\(faults), \(size) MB of page, \(text) MB of text; one worker, \(plural), "
      + "processor time\n\n"
      + table.text + (whole > 0 ? "" : "no document could be annotated\n")
  }

  /// One JSON object: sizes, and per step the median seconds.
  var json: String {
    let steps = seconds.keys.sorted { $0.name < $1.name }.map { "\"\($0.name)\":\(median($0))" }
    return "{\"documents\":\(documents),\"page_bytes\":\(pageBytes),\"text_bytes\":\(textBytes),\"seconds\":{"
      + steps.joined(separator: ",") + "}}\n"
  }

  private func median(_ step: Step) -> Double {
    let sorted = (seconds[step] ?? []).sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}
