/// What the bytes of an output depend on: a run goes on only where all of it is the same.
struct RunIdentity: Sendable, Equatable {
  struct Part: Sendable, Equatable {
    /// As a person calls it.
    var name: String
    var value: String
  }

  var parts: [Part]

  /// What has changed since `earlier`, a line each.
  func changes(since earlier: RunIdentity) -> [String] {
    var lines: [String] = []
    for part in parts {
      guard let old = earlier.parts.first(where: { $0.name == part.name }) else {
        lines.append("\(part.name): not known then, \(Self.short(part.value)) now")
        continue
      }
      if old.value != part.value {
        lines.append("\(part.name): \(Self.short(old.value)) then, \(Self.short(part.value)) now")
      }
    }
    return lines
  }

  /// A hash by its first letters, anything else as it is.
  private static func short(_ value: String) -> String {
    value.split(separator: " ").map { word in
      word.utf8.count == 64 ? String(word.prefix(12)) + "…" : String(word)
    }.joined(separator: " ")
  }
}
