internal import Rapporteur

/// Holds a file against the vocabulary and the guideline.
struct GoldValidator {
  let path: String
  let markup: GoldMarkup
  private(set) var faults: [GoldFault] = []

  /// The ids of the header and of the statements.
  var entities: Set<String> = []
  var lists: [String: Int] = [:]
  var statements: [String: Int] = [:]

  /// What is referred to.
  var usedEntities: Set<String> = []
  var cues: [String: Int] = [:]

  init(_ path: String, _ markup: GoldMarkup) {
    self.path = path
    self.markup = markup
  }

  mutating func fault(_ element: Int, _ message: String) {
    faults.append(GoldFault(file: path, line: markup.elements[element].line, message: message))
  }

  mutating func check() {
    checkNames()
    guard let root = markup.elements.first, root.name == "TEI" else {
      return fault(0, "the outermost element is TEI")
    }
    if root["xml:id"] != GoldReader.id(path) {
      fault(0, "xml:id is the name of the file without .xml: '\(GoldReader.id(path))'")
    }
    if (root["xml:lang"] ?? "").isEmpty { fault(0, "TEI has no xml:lang; say the language (en, zh, ko)") }
    let parts = markup.children(of: 0)
    checkStray(0)
    for part in parts where !["teiHeader", "text"].contains(markup.elements[part].name) {
      fault(part, "\(markup.elements[part].name) inside TEI, which holds a teiHeader and a text")
    }
    let headers = parts.filter { markup.elements[$0].name == "teiHeader" }
    let texts = parts.filter { markup.elements[$0].name == "text" }
    guard headers.count == 1, texts.count == 1, headers[0] < texts[0] else {
      return fault(0, "TEI holds one teiHeader and then one text")
    }
    checkHeader(headers[0])
    collectStatements(texts[0])
    checkText(texts[0])
    checkStatements()
    checkLists(texts[0])
    for child in markup.children(of: headers[0]) where markup.elements[child].name == "entity" {
      if let id = markup.elements[child]["xml:id"], entities.contains(id), !usedEntities.contains(id) {
        fault(child, "entity never used: '\(id)'; take it out, or refer to it where it is named")
      }
    }
  }

  private mutating func checkNames() {
    for index in markup.elements.indices {
      let element = markup.elements[index]
      guard let known = GoldVocabulary.attributes[element.name] else {
        let remedy = Suggestion.nearest(element.name, among: GoldVocabulary.attributes.keys.sorted())
        fault(index, "unknown element \(element.name); \(remedy)")
        continue
      }
      for attribute in element.attributes where !known.contains(attribute.name) {
        let list = known.isEmpty ? "it takes none" : "it takes \(known.sorted().joined(separator: ", "))"
        fault(index, "\(element.name) has no attribute \(attribute.name); \(list)")
      }
    }
  }

  /// Text where only elements belong.
  mutating func checkStray(_ index: Int) {
    guard let (text, line) = markup.ownText(of: index) else { return }
    let name = markup.elements[index].name
    let remedy = name == "text" ? "put it into a block" : "put it into an element, or take it out"
    faults.append(
      GoldFault(file: path, line: line, message: "text right inside \(name): \"\(text.shortened(40))\"; \(remedy)"))
  }

  private mutating func checkHeader(_ header: Int) {
    checkStray(header)
    for name in ["source", "form", "topic", "difficulty"] where (markup.elements[header][name] ?? "").isEmpty {
      fault(header, "teiHeader has no \(name); take it from the document's row of the grid")
    }
    var seen: Set<String> = []
    for child in markup.children(of: header) {
      let element = markup.elements[child]
      if !GoldVocabulary.header.contains(element.name) {
        fault(child, "\(element.name) inside teiHeader, which holds title, date, entity and list")
      }
      if let inner = markup.children(of: child).first { fault(inner, "an element inside \(element.name)") }
      if ["title", "date"].contains(element.name), !seen.insert(element.name).inserted {
        fault(child, "a second \(element.name); keep one")
      }
      switch element.name {
      case "title":
        if markup.trimmed(element.range).isEmpty { fault(child, "an empty title; leave it out if the page has none") }
      case "date":
        if !Self.isDay(element["when"] ?? "") { fault(child, "the day of publication has a 'when' like 2031-05-14") }
        if element["told"].map({ $0 != "crawler" }) ?? false { fault(child, "told is \"crawler\" or left out") }
      case "entity": checkEntity(child)
      case "list":
        guard let id = newID(child) else { continue }
        lists[id] = child
      default: break
      }
    }
    for child in markup.children(of: header) where markup.elements[child].name == "list" { checkList(child) }
  }

  private mutating func checkEntity(_ index: Int) {
    let element = markup.elements[index]
    if let id = newID(index) { entities.insert(id) }
    if !GoldVocabulary.entityTypes.contains(element["type"] ?? "") {
      let known = GoldVocabulary.entityTypes.sorted().joined(separator: ", ")
      fault(index, "entity type '\(element["type"] ?? "")'; it is one of \(known)")
    }
    if (element["name"] ?? "").isEmpty { fault(index, "an entity without a name; give its fullest form") }
    if let country = element["country"], country.utf8.count != 2 || country.utf8.contains(where: { $0 < 65 || $0 > 90 })
    {
      fault(index, "country '\(country)'; it is an ISO 3166-1 code of two capitals, or left out")
    }
  }

  private mutating func checkList(_ index: Int) {
    let element = markup.elements[index]
    checkSpeakers(index)
    if let count = element["announced"], !(Int(count).map { $0 > 0 } ?? false) {
      fault(index, "announced '\(count)'; it is a number, or left out")
    }
    for name in ["complete", "mentioned"] {
      if let value = element[name], value != "true", value != "false" {
        fault(index, "\(name) '\(value)'; it is true or false")
      }
    }
  }

  /// The entities of a `who` are there.
  mutating func checkSpeakers(_ index: Int) {
    for id in markup.elements[index].words("who") {
      if !entities.contains(id) { fault(index, "who '\(id)' is no entity of the header; add it, or mend the id") }
      usedEntities.insert(id)
    }
  }

  /// The id of an element that must have one of its own.
  private mutating func newID(_ index: Int) -> String? {
    let element = markup.elements[index]
    guard let id = element["xml:id"], !id.isEmpty, !id.contains(where: \.isWhitespace) else {
      fault(index, "\(element.name) has no xml:id, or one with a space; give it one of its own")
      return nil
    }
    if entities.contains(id) || lists[id] != nil || statements[id] != nil {
      fault(index, "xml:id '\(id)' stands twice; give one of the two another")
    }
    return id
  }

  private mutating func collectStatements(_ text: Int) {
    for index in markup.inside(text) where markup.elements[index].name == "said" {
      guard markup.elements[index]["xml:id"] != nil, let id = newID(index) else { continue }
      if statements[id] == nil { statements[id] = index }
    }
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2] else { return false }
    return CalendarDate(iso: text) != nil
  }
}

extension String {
  /// On one line, at most so many characters.
  func shortened(_ length: Int) -> String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > length ? line.prefix(length - 1) + "…" : line
  }
}
