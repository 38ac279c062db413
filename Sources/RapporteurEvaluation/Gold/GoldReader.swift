internal import Rapporteur

/// Reads gold documents in XML, strictly: a document with a fault is none, and all its faults are told.
package enum GoldReader {
  /// - Parameters:
  ///   - path: For messages; its last part without `.xml` is the document's id.
  package static func read(_ path: String, _ bytes: [UInt8]) throws(GoldFaults) -> GoldDocument {
    let markup = GoldMarkup(bytes)
    guard markup.faults.isEmpty else {
      throw GoldFaults(faults: markup.faults.map { GoldFault(file: path, line: $0.line, message: $0.message) })
    }
    var validator = GoldValidator(path, markup)
    validator.check()
    if !validator.faults.isEmpty {
      throw GoldFaults(faults: validator.faults.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
    return Standoff(path, markup).document
  }

  /// What a document's id is by the name of its file.
  package static func id(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".xml") ? String(name.dropLast(4)) : name
  }
}
