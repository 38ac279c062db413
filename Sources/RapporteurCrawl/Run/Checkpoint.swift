internal import Rapporteur

/// How far a run has come: everything up to here is on the disk.
struct Checkpoint: Sendable {
  var identity: RunIdentity
  var ledger: Ledger
  /// Of `OUT.part`.
  var outputBytes = 0
  /// Of the failures file.
  var failureBytes = 0
  /// The ids kept beside the output.
  var ids = 0
  /// Whether everything is written, and only the names are to be given.
  var isComplete = false
  /// When the run was first begun, in seconds since 1970.
  var started = 0
  /// How long it has worked, in seconds.
  var seconds = 0.0

  private static let format = "rapporteur-checkpoint/1"

  var json: [UInt8] {
    var json = JSONOutput()
    json.raw("{\"format\":\"\(Self.format)\",\"identity\":")
    json.list(identity.parts) { json, _, part in
      json.raw("[")
      json.string(part.name)
      json.raw(",")
      json.string(part.value)
      json.raw("]")
    }
    json.raw(",\"output_bytes\":\(outputBytes),\"failure_bytes\":\(failureBytes),\"ids\":\(ids)")
    json.raw(",\"complete\":\(isComplete),\"started\":\(started),\"seconds\":\(seconds)")
    json.raw(",\"read\":\(ledger.read),\"annotated\":\(ledger.annotated),\"failed\":\(ledger.failed)")
    json.raw(",\"bytes_read\":\(ledger.bytesRead),\"bytes_written\":\(ledger.bytesWritten)")
    for (key, counts) in [("filtered", ledger.filtered), ("failures", ledger.failures)] {
      json.raw(",\"\(key)\":")
      json.list(counts.sorted { $0.key < $1.key }) { json, _, entry in
        json.raw("[")
        json.string(entry.key)
        json.raw(",\(entry.value)]")
      }
    }
    json.raw(",\"stages\":")
    json.list(Array(ledger.times.names.indices)) { json, _, place in
      json.raw("[")
      json.string(ledger.times.names[place])
      json.raw(",\(ledger.times.microseconds[place]),\(ledger.times.documents[place])]")
    }
    json.raw("}\n")
    return json.bytes
  }

  init(identity: RunIdentity, ledger: Ledger) {
    self.identity = identity
    self.ledger = ledger
  }

  /// `nil` for what is no checkpoint of this format.
  init?(_ bytes: [UInt8]) {
    var reader = JSONReader()
    guard let value = try? reader.read(bytes.span), value["format"]?.name == Self.format else { return nil }
    func number(_ key: String) -> Int { value[key]?.name.flatMap { Int($0) } ?? 0 }
    func rows(_ key: String) -> [[JSONValue]] { value[key].map(Self.items)?.map(Self.items) ?? [] }
    func counts(_ key: String) -> [String: Int] {
      var result: [String: Int] = [:]
      for row in rows(key) where row.count == 2 {
        result[row[0].name ?? ""] = row[1].name.flatMap { Int($0) } ?? 0
      }
      return result
    }
    identity = RunIdentity(
      parts: rows("identity").filter { $0.count == 2 }.map {
        RunIdentity.Part(name: $0[0].name ?? "", value: $0[1].name ?? "")
      })
    let stages = rows("stages").filter { $0.count == 3 }
    func column(_ index: Int) -> [Int] { stages.map { $0[index].name.flatMap { Int($0) } ?? 0 } }
    let times = StageTimes(
      names: stages.map { $0[0].name ?? "" }, microseconds: column(1), documents: column(2))
    ledger = Ledger(times: times)
    ledger.read = number("read")
    ledger.annotated = number("annotated")
    ledger.failed = number("failed")
    ledger.bytesRead = number("bytes_read")
    ledger.bytesWritten = number("bytes_written")
    ledger.filtered = counts("filtered")
    ledger.failures = counts("failures")
    outputBytes = number("output_bytes")
    failureBytes = number("failure_bytes")
    ids = number("ids")
    isComplete = value["complete"] == .bool(true)
    started = number("started")
    seconds = value["seconds"]?.name.flatMap { Double($0) } ?? 0
  }

  private static func items(_ value: JSONValue) -> [JSONValue] {
    if case .array(let items) = value { items } else { [] }
  }
}
