internal import Rapporteur

/// The content of `OUT.run.json`: what was run, over what, and what became of every document.
struct RunManifest {
  var run: Run
  var identity: RunIdentity
  /// Of the records that this run made.
  var configuration: String
  /// The same, the hash of the list of duplicates left out.
  var baseConfiguration: String
  /// Of all records in the output, sorted.
  var configurations: [String]
  var duplicates: DuplicateList?
  var survey: InputSurvey
  var checkpoint: Checkpoint
  var passedOver: [String: Int]
  /// What was there before.
  var earlier: OutputIDs
  var records: OutputFile
  var failures: OutputFile?

  static let format = "rapporteur-run/1"

  var json: [UInt8] {
    let ledger = checkpoint.ledger
    var json = JSONOutput()
    json.raw("{\n  \"format\":\"\(Self.format)\",\n  \"version\":\"\(version)\",\n  \"config\":\"\(configuration)\"")
    json.raw(",\n  \"base_config\":\"\(baseConfiguration)\",\"configs\":")
    json.list(configurations) { json, _, configuration in json.string(configuration) }
    json.raw(",\n  \"config_file\":")
    json.string(run.configurationFile)
    json.raw(
      ",\n  \"started\":\"\(Timestamp.text(checkpoint.started))\",\"finished\":\"\(Timestamp.text(Timestamp.now))\"")
    json.raw(",\n  \"seconds\":\((checkpoint.seconds * 1000).rounded() / 1000),\"workers\":\(run.workers)")
    json.raw(",\n  \"folder\":")
    json.string(run.folder)
    json.raw(",\"inputs\":")
    json.list(run.inputs.names) { json, _, name in json.string(name) }
    json.raw(",\n  \"input_files\":\(survey.files),\"input_bytes\":\(survey.bytes)")
    json.raw(",\n  \"output\":{\"path\":")
    json.string(records.path)
    json.raw(",\"compression\":\"\(run.packing.rawValue)\",\"bytes\":\(records.position)")
    json.raw(",\"sha256\":\"\(records.digest.hexadecimal)\"}")
    json.raw(",\n  \"failures\":")
    if let failures {
      json.raw("{\"path\":")
      json.string(failures.path)
      json.raw(",\"bytes\":\(failures.position),\"sha256\":\"\(failures.digest.hexadecimal)\"}")
    } else {
      json.raw("null")
    }
    json.raw(",\n  \"duplicates\":")
    if let header = duplicates?.header {
      let options = run.inputs.options.duplicates
      json.raw("{\"mode\":\"\(options.mode.rawValue)\",\"by\":\"\(options.key.rawValue)\",\"list\":")
      json.string(options.list ?? RunFiles(records.path).duplicates)
      json.raw(",\"documents\":\(header.documents),\"duplicates\":\(header.duplicates)}")
    } else {
      json.raw("null")
    }
    json.raw(",\n  \"identity\":")
    json.list(identity.parts) { json, _, part in
      json.raw("{\"name\":")
      json.string(part.name)
      json.raw(",\"value\":")
      json.string(part.value)
      json.raw("}")
    }
    json.raw(",\n  \"shard\":")
    json.string(run.selection.shard?.description)
    json.raw(",\"sample\":\(run.selection.sample.map { "\($0)" } ?? "null"),\"limit\":")
    json.integer(run.limit)
    json.raw(",\"append\":\(run.appends)")
    json.raw(",\"begins\":")
    json.list(earlier.nextBegins) { json, _, begin in json.raw("[\(begin[0]),\(begin[1])]") }
    json.raw(",\n  \"earlier_inputs\":")
    if let inputs = earlier.inputs {
      json.list(inputs) { json, _, name in json.string(name) }
    } else {
      json.raw("null")
    }
    json.raw(",\n  \"ledger\":{\"read\":\(ledger.read),\"annotated\":\(ledger.annotated),\"failed\":\(ledger.failed)")
    json.raw(",\"filtered\":\(ledger.filteredCount),\"closed\":\(ledger.isClosed)}")
    json.raw(",\n  \"bytes_read\":\(ledger.bytesRead),\"bytes_written\":\(ledger.bytesWritten)")
    write(Ledger.ranked(ledger.failures), "failure_codes", "code", to: &json)
    write(Ledger.ranked(ledger.filtered), "filtered", "reason", to: &json)
    write(Ledger.ranked(passedOver), "passed_over", "type", to: &json)
    json.raw(",\n  \"stages\":")
    json.list(Array(ledger.times.names.indices)) { json, _, place in
      json.raw("\n    {\"name\":")
      json.string(ledger.times.names[place])
      json.raw(",\"microseconds\":\(ledger.times.microseconds[place])")
      json.raw(",\"documents\":\(ledger.times.documents[place])}")
    }
    json.raw("\n}\n")
    return json.bytes
  }

  private func write(
    _ counts: [(name: String, count: Int)], _ key: String, _ name: String, to json: inout JSONOutput
  ) {
    json.raw(",\n  \"\(key)\":")
    json.list(counts) { json, _, entry in
      json.raw("\n    {\"\(name)\":")
      json.string(entry.name)
      json.raw(",\"count\":\(entry.count)}")
    }
  }
}
