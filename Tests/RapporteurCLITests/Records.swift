import Foundation

/// Records written by hand, with what a test asks for.
enum Records {
  /// A record of a text in which `⟦…⟧` mark the spans that `layers` name by their numbers, from 0: `§0` becomes
  /// `"start":…,"end":…` of the first.
  static func record(
    _ id: String, _ marked: String, unit: String = "code_point", page: String = "{}", _ layers: [String: String]
  ) -> String {
    var text = ""
    var open: [Int] = []
    var spans: [(start: Int, end: Int)] = []
    func length(_ text: String) -> Int {
      unit == "utf16" ? text.utf16.count : unit == "utf8" ? text.utf8.count : text.unicodeScalars.count
    }
    for scalar in marked.unicodeScalars {
      if scalar == "⟦" {
        open.append(spans.count)
        spans.append((length(text), 0))
      } else if scalar == "⟧" {
        spans[open.removeLast()].end = length(text)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    var members = [
      "\"schema\":\"rapporteur/1\"", "\"id\":\(json(id))", "\"status\":\"annotated\"", "\"error\":null",
      "\"page\":\(page)", "\"offset_unit\":\"\(unit)\"", "\"text\":\(json(text))",
    ]
    for (name, layer) in layers.sorted(by: { $0.key < $1.key }) {
      var filled = layer
      for (index, span) in spans.enumerated().reversed() {
        filled = filled.replacing("§\(index)", with: "\"start\":\(span.start),\"end\":\(span.end)")
      }
      members.append("\"\(name)\":\(filled)")
    }
    return "{" + members.joined(separator: ",") + "}\n"
  }

  private static func json(_ text: String) -> String {
    let data = try? JSONEncoder().encode(text)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
