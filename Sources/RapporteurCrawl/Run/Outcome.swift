internal import Rapporteur

/// What became of a document.
enum Outcome: Sendable {
  case record(Record)
  /// It was left out, for this reason.
  case filtered(String)
}

extension CrawlItem {
  /// Where it stands in the inputs.
  var place: Selection.Place {
    switch self {
    case .page(let page): Selection.Place(page.source)
    case .line(let line): Selection.Place(path: line.path, offset: line.offset)
    case .record(let record): Selection.Place(path: record.path, offset: record.offset, recordID: record.recordID)
    case .fault(let fault): Selection.Place(fault.source)
    }
  }

  /// The document's id, where no line must be parsed for it.
  private var knownID: String? {
    switch self {
    case .page(let page): page.id
    case .line: nil
    case .record(let record): record.recordID ?? "\(record.path):\(record.offset)"
    case .fault(let fault): fault.id
    }
  }

  /// What comes of it.
  ///
  /// - Parameter duplicate: What the list of duplicates says of it.
  func outcome(_ work: Work, _ times: inout StageTimes, _ duplicate: DuplicateList.Entry?) -> Outcome {
    let selection = work.selection
    var name: String?
    if let sought = selection.sought {
      guard sought.takes(place) else { return .filtered("retry") }
      name = sought.ids[place]
    }
    // A document that failed is tried again, whatever else the output holds.
    if name == nil, let knownID, let reason = selection.refusal(of: knownID) { return .filtered(reason) }
    if let filter { return .filtered(filter.rawValue) }
    do throws(InputFault) {
      var page = try page()
      if knownID == nil, name == nil, let reason = selection.refusal(of: page.id) { return .filtered(reason) }
      // It keeps the number that kept it apart from others.
      if let name, name.hasPrefix(page.id + "#") { page.id = name }
      if let duplicate = selection.sought == nil ? duplicate : selection.retriedDuplicates[page.id] {
        guard page.digest.hexadecimal == duplicate.digest else { throw changed(page) }
        if work.drops { return .filtered(InputOptions.Filter.duplicate.rawValue) }
        page.duplicateOf = duplicate.first
      }
      return .record(
        work.large.wait(with: page) { work.writer.annotate(page, with: work.pipeline, times: &times) })
    } catch {
      if knownID == nil, name == nil, let reason = selection.refusal(of: error.id) { return .filtered(reason) }
      return .record(
        work.writer.record(ofFailed: name ?? error.id, source: error.source, digest: error.digest, error.failure))
    }
  }
}

extension CrawlItem {
  private func changed(_ page: Page) -> InputFault {
    let message = "the page has changed since duplicates were looked for; begin anew with --restart"
    let failure = StageFailure(stage: "input", code: "changed", message: message)
    return InputFault(id: page.id, source: page.source, digest: page.digest, failure: failure)
  }
}

/// What the workers need beside the documents.
struct Work: Sendable {
  var pipeline: Pipeline
  var writer: RecordWriter
  var selection: Selection
  /// Whether duplicates are left out.
  var drops = false
  let large = LargePages()
}

extension Selection.Place {
  init(_ source: Page.Source) { self.init(path: source.path, offset: source.offset, recordID: source.recordID) }
}
