/// Writes documents as records: one JSON object a line, every key in every record, in one order.
///
/// `RecordShape` describes the same for schemas; a test holds the two together.
public struct RecordWriter: Sendable {
  /// SHA-256 of everything but the input that the records depend on, hexadecimal.
  public let configuration: String

  /// What offsets count.
  public let offsets: OffsetUnit

  /// Whether blocks carry the runs of their text.
  public let hasRuns: Bool

  /// - Parameters:
  ///   - pipeline: What makes the documents.
  ///   - offsets: What offsets count.
  ///   - more: What else records depend on, as text; empty for nothing.
  public init(pipeline: Pipeline, offsets: OffsetUnit = .codePoint, more: String = "") {
    let settings = "rapporteur \(version)\n\(pipeline.description)\noffsets \(offsets.rawValue)\n\(more)"
    configuration = Digest(of: Array(settings.utf8)).hexadecimal
    self.offsets = offsets
    hasRuns = pipeline.stages.contains { step in
      step.options.contains { $0.name == "source_map" && $0.value == "true" }
    }
  }

  /// Carries a page through the pipeline; what cannot be annotated becomes the record of a failure.
  public func annotate(_ page: Page, with pipeline: Pipeline) -> Record {
    var times = StageTimes(pipeline)
    return annotate(page, with: pipeline, times: &times)
  }

  /// The same, and adds up the time that each stage takes.
  public func annotate(_ page: Page, with pipeline: Pipeline, times: inout StageTimes) -> Record {
    do throws(StageFailure) {
      let document = try pipeline.process(page, times: &times)
      var since = ContinuousClock.now
      let record = record(of: document)
      times.add(times.record, &since)
      return record
    } catch {
      return record(
        ofFailed: page.id, source: page.source, digest: page.digest, warnings: page.warnings,
        duplicateOf: page.duplicateOf, error)
    }
  }

  /// The record of an annotated document.
  public func record(of document: Document) -> Record {
    var json = JSONOutput()
    json.reserve(document.text.count * 4 + document.mentions.count * 160 + 4096)
    let idPlace = begin(&json, id: document.id, failure: nil, source: document.source, digest: document.digest)
    write(document.metadata, inputDate: document.inputDate, to: &json)
    json.raw(",\"offset_unit\":\"\(offsets.rawValue)\",\"text\":")
    json.string(document.text.utf8, in: 0..<document.text.count)
    json.raw(",\"text_sha256\":")
    json.string(Digest(of: document.text.utf8).hexadecimal)
    json.raw(",\"fingerprint\":")
    json.string(Fingerprint.of(document))
    json.raw(",\"duplicate_of\":")
    json.string(document.duplicateOf)
    LayerWriter(document: document, offsets: offsets, hasRuns: hasRuns).write(to: &json)
    let end = finish(&json, warnings: document.warnings)
    return Record(
      line: json.bytes, id: document.id, failure: nil, idPlace: idPlace, warningsEnd: end,
      hasWarnings: !document.warnings.isEmpty)
  }

  /// The record of a document that could not be annotated: every key, empty layers.
  ///
  /// - Parameters:
  ///   - digest: Of the page's bytes; `nil` where they could not even be read.
  ///   - duplicateOf: The id of the earlier document that it is the same as.
  public func record(
    ofFailed id: String, source: Page.Source, digest: Digest?, warnings: [Warning] = [], duplicateOf: String? = nil,
    _ failure: StageFailure
  ) -> Record {
    var json = JSONOutput()
    let idPlace = begin(&json, id: id, failure: failure, source: source, digest: digest)
    write(Metadata(), inputDate: nil, to: &json)
    json.raw(",\"offset_unit\":\"\(offsets.rawValue)\",\"text\":\"\",\"text_sha256\":null,\"fingerprint\":null")
    json.raw(",\"duplicate_of\":")
    json.string(duplicateOf)
    json.raw(",\"blocks\":[],\"removed\":[],\"sentences\":[],\"entities\":[],\"mentions\":[]")
    json.raw(",\"attributions\":[],\"proposals\":[]")
    let end = finish(&json, warnings: warnings)
    return Record(
      line: json.bytes, id: id, failure: failure, idPlace: idPlace, warningsEnd: end, hasWarnings: !warnings.isEmpty)
  }

  static func write(_ warning: Warning, to json: inout JSONOutput) {
    json.raw("{\"stage\":")
    json.string(warning.stage)
    json.raw(",\"code\":")
    json.string(warning.code)
    json.raw(",\"message\":")
    json.string(warning.message)
    json.raw("}")
  }

  /// The keys up to `page`. Gives back the place of the id.
  private func begin(
    _ json: inout JSONOutput, id: String, failure: StageFailure?, source: Page.Source, digest: Digest?
  ) -> Range<Int> {
    json.raw("{\"schema\":\"\(RecordShape.schema)\",\"id\":")
    let start = json.bytes.count
    json.string(id)
    let place = start..<json.bytes.count
    if let failure {
      json.raw(",\"status\":\"failed\",\"error\":{\"stage\":")
      json.string(failure.stage)
      json.raw(",\"code\":")
      json.string(failure.code)
      json.raw(",\"message\":")
      json.string(failure.message)
      json.raw("}")
    } else {
      json.raw(",\"status\":\"annotated\",\"error\":null")
    }
    json.raw(",\"source\":{\"path\":")
    json.string(source.path)
    json.raw(",\"url\":")
    json.string(source.url)
    json.raw(",\"record_id\":")
    json.string(source.recordID)
    json.raw(",\"offset\":")
    json.integer(source.offset)
    json.raw(",\"length\":")
    json.integer(source.length)
    json.raw(",\"fetched\":")
    json.string(source.fetched)
    json.raw(",\"http_status\":")
    json.integer(source.httpStatus)
    json.raw(",\"media_type\":")
    json.string(source.mediaType)
    json.raw(",\"charset\":")
    json.string(source.charset)
    json.raw(",\"sha256\":")
    json.string(digest?.hexadecimal)
    json.raw("}")
    return place
  }

  private func write(_ metadata: Metadata, inputDate: String?, to json: inout JSONOutput) {
    json.raw(",\"page\":{\"title\":")
    json.string(metadata.title)
    json.raw(",\"byline\":")
    json.string(metadata.byline)
    json.raw(",\"site\":")
    json.string(metadata.site)
    json.raw(",\"published\":")
    json.string(metadata.published ?? inputDate)
    json.raw(",\"published_time\":")
    json.string(metadata.publishedTime)
    json.raw(",\"modified\":")
    json.string(metadata.modified)
    json.raw(",\"language\":")
    json.string(metadata.language)
    json.raw(",\"dateline\":")
    if let dateline = metadata.dateline {
      json.raw("{\"place\":")
      json.string(dateline.place)
      json.raw(",\"date\":")
      json.string(dateline.date)
      json.raw(",\"agency\":")
      json.string(dateline.agency)
      json.raw("}}")
    } else {
      json.raw("null}")
    }
  }

  /// The last keys. Gives back where the list of warnings ends.
  private func finish(_ json: inout JSONOutput, warnings: [Warning]) -> Int {
    json.raw(",\"warnings\":")
    json.list(warnings) { json, _, warning in Self.write(warning, to: &json) }
    let end = json.bytes.count - 1
    json.raw(",\"pipeline\":{\"version\":\"\(version)\",\"config\":\"\(configuration)\"}}\n")
    return end
  }
}
