internal import Rapporteur

/// Reads gold in JSON: standoff over a text that stands in a file of its own, with the keys of the evaluation data's
/// `readouts`. Offsets count code points.
package enum GoldJSON {
  /// - Parameter text: The bytes of the file that `file` names, or of the id with `.txt`.
  package static func read(
    _ path: String, _ bytes: [UInt8], text: (String) -> [UInt8]?
  ) throws(GoldFaults) -> GoldDocument {
    var reader = JSONReader()
    guard let value = try? reader.read(bytes.span), let id = value["id"]?.name else {
      throw GoldFaults(faults: [GoldFault(file: path, message: "this is no JSON object with an id")])
    }
    let file = value["file"]?.name ?? id + ".txt"
    guard let page = text(file) else {
      let message = "its text '\(file)' cannot be read; say with --texts where it stands"
      throw GoldFaults(faults: [GoldFault(file: path, message: message)])
    }
    return GoldDocument(
      id: id, path: path, language: value["language"]?.name ?? "",
      cell: GoldDocument.Cell(source: "", form: "", topic: "", difficulty: ""),
      text: Text(valid: UTF8Repair.repaired(page).0), gold: annotation(value))
  }

  private static func annotation(_ value: JSONValue) -> Annotation {
    var gold = Annotation()
    gold.title = value["title"]?.name
    gold.published = value["published"]?.name
    gold.units = value["lines"].list.compactMap { line in
      line.range.map { Annotation.Unit(range: $0, isKept: line["keep"].isTrue, label: line["label"]?.name ?? "") }
    }
    gold.sentences = value["sentences"].map { sentences in JSONValue?.some(sentences).list.compactMap(\.pair) }
    gold.names = value["entities"].list.compactMap { name in
      guard let range = name.range, let type = EntityType(rawValue: name["type"]?.name ?? "") else { return nil }
      return Annotation.Name(
        range: range, type: type, link: name["link"]?.name, country: name["country"]?.name,
        value: name["value"]?.name)
    }
    gold.statements = value["attributions"].list.map { statement in
      Annotation.Statement(
        kind: StatementKind(rawValue: statement["kind"]?.name ?? "") ?? .indirect,
        speakers: speakers(statement["speaker"]), alternatives: statement["speaker_alt"].list.compactMap(\.name),
        source: statement["speaker_span"]?.pair, cue: statement["cue"]?.pair,
        content: statement["content"].list.compactMap(\.pair))
    }
    gold.proposals = value["proposals"].list.map { set in
      Annotation.PointSet(
        speakers: speakers(set["speaker"]), alternatives: set["speaker_alt"].list.compactMap(\.name),
        announcement: set["announcement"]?.pair, announced: set["announced_count"]?.name.flatMap { Int($0) },
        isComplete: set["complete"].isTrue, isMentionedOnly: set["mention_only"].isTrue,
        items: set["items"].list.compactMap { item in
          item["span"]?.pair.map { Annotation.Point(range: $0, marker: item["marker"]?.pair) }
        })
    }
    return gold
  }

  /// "A; B" is two.
  private static func speakers(_ value: JSONValue?) -> [String] {
    var names = [""]
    var isBehindSemicolon = false
    for character in value?.name ?? "" {
      if isBehindSemicolon, character == " " {
        names[names.count - 1].removeLast()
        names.append("")
      } else {
        names[names.count - 1].append(character)
      }
      isBehindSemicolon = character == ";"
    }
    return names.filter { !$0.isEmpty }
  }
}

extension JSONValue {
  /// A range given as `[start, end]`.
  fileprivate var pair: Range<Int>? {
    guard case .array(let items) = self, items.count == 2 else { return nil }
    return Self.range(items[0], items[1])
  }

  /// A range given by the keys `start` and `end`.
  fileprivate var range: Range<Int>? { Self.range(self["start"], self["end"]) }

  private static func range(_ start: JSONValue?, _ end: JSONValue?) -> Range<Int>? {
    guard let start = start?.name.flatMap({ Int($0) }), let end = end?.name.flatMap({ Int($0) }), start <= end else {
      return nil
    }
    return start..<end
  }
}

extension JSONValue? {
  /// The items of an array; none of anything else.
  fileprivate var list: [JSONValue] { if case .array(let items) = self { items } else { [] } }

  fileprivate var isTrue: Bool { self == .bool(true) }
}
