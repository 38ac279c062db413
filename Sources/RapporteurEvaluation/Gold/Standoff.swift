internal import Rapporteur

/// The page and its standoff gold, derived from a valid file.
struct Standoff {
  let document: GoldDocument

  init(_ path: String, _ markup: GoldMarkup) {
    let root = markup.elements[0]
    let parts = markup.children(of: 0)
    let header = parts[0]
    var entities: [GoldEntity] = []
    var lists: [Int] = []
    var gold = Annotation()
    var crawled: String?
    for child in markup.children(of: header) {
      let element = markup.elements[child]
      switch element.name {
      case "title": gold.title = markup.string(markup.trimmed(element.range))
      case "date":
        // What only the crawler tells is given to the pipeline, not asked of it.
        if element["told"] == nil { gold.published = element["when"] } else { crawled = element["when"] }
      case "entity":
        entities.append(
          GoldEntity(
            id: element["xml:id"] ?? "", type: EntityType(rawValue: element["type"] ?? "") ?? .organisation,
            name: element["name"] ?? "", country: element["country"]))
      default: lists.append(child)
      }
    }
    let byID = Dictionary(entities.map { ($0.id, $0) }) { first, _ in first }
    func speakers(_ element: GoldMarkup.Element) -> [String] {
      element.words("who").compactMap { byID[$0]?.name } + [element["name"]].compactMap { $0 }
    }

    var page = String.UnicodeScalarView()
    var length = 0
    var between = ""
    var sentences: [Range<Int>] = []
    var statements: [(id: String, statement: Annotation.Statement)] = []
    var indexByID: [String: Int] = [:]
    var sources: [String: Range<Int>] = [:]
    var cues: [String: Range<Int>] = [:]
    var announcements: [String: Range<Int>] = [:]
    var items: [String: [(number: Int, range: Range<Int>)]] = [:]
    var labels: [Range<Int>] = []

    for block in markup.children(of: parts[1]) {
      let element = markup.elements[block]
      let inner = markup.trimmed(element.range)
      page.append(contentsOf: between.unicodeScalars)
      length += between.unicodeScalars.count
      page.append(contentsOf: markup.text[inner])
      let start = length
      length += inner.count
      between = GoldVocabulary.separator(element["after"]) ?? ""
      func place(_ range: Range<Int>) -> Range<Int> {
        let move = { (offset: Int) in start + min(max(offset - inner.lowerBound, 0), inner.count) }
        return move(range.lowerBound)..<move(range.upperBound)
      }
      let unit = Annotation.Unit(
        range: start..<length, isKept: element.name != "fw",
        label: GoldVocabulary.label(element.name, type: element["type"]) ?? "other")
      gold.units.append(unit)
      var sentence = inner.lowerBound
      func endSentence(_ end: Int) {
        let range = markup.trimmed(sentence..<end)
        if unit.isProse, !range.isEmpty { sentences.append(place(range)) }
        sentence = end
      }
      for index in block..<element.limit {
        let element = markup.elements[index]
        let range = place(element.range)
        switch element.name {
        case "eos": endSentence(min(max(element.start, sentence), inner.upperBound))
        case "said":
          if let id = element["xml:id"] {
            indexByID[id] = statements.count
            let kind = StatementKind(rawValue: element["kind"] ?? "") ?? .indirect
            statements.append(
              (
                id,
                Annotation.Statement(kind: kind, speakers: speakers(element), source: nil, cue: nil, content: [range])
              ))
          } else if let first = element["same"].flatMap({ indexByID[$0] }) {
            statements[first].statement.content.append(range)
          }
        case "source": for id in element.words("said") where sources[id] == nil { sources[id] = range }
        case "cue": for id in element.words("said") where cues[id] == nil { cues[id] = range }
        case "label": labels.append(range)
        case "announcement": if let list = element["list"], announcements[list] == nil { announcements[list] = range }
        case "item":
          if let list = element["list"], let number = Int(element["n"] ?? "") {
            items[list, default: []].append((number, range))
          }
        default:
          guard index > block, let type = GoldVocabulary.mention(element.name, type: element["type"]) else { continue }
          let entity = element["ref"].flatMap { byID[$0] }
          gold.names.append(
            Annotation.Name(
              range: range, type: type, link: entity?.id, country: entity?.country, value: element["when"]))
        }
      }
      endSentence(inner.upperBound)
    }

    gold.sentences = sentences
    gold.statements = statements.map { id, statement in
      var statement = statement
      statement.source = sources[id]
      statement.cue = cues[id]
      return statement
    }
    gold.proposals = lists.map { index in
      let element = markup.elements[index]
      let id = element["xml:id"] ?? ""
      var points: [(number: Int, point: Annotation.Point)] = []
      for (number, range) in items[id] ?? [] {
        let marker = labels.first { range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound }
        if let same = points.firstIndex(where: { $0.number == number }) {
          let whole = points[same].point.range
          points[same].point.range =
            min(whole.lowerBound, range.lowerBound)..<max(whole.upperBound, range.upperBound)
          points[same].point.marker = points[same].point.marker ?? marker
        } else {
          points.append((number, Annotation.Point(range: range, marker: marker)))
        }
      }
      return Annotation.PointSet(
        speakers: speakers(element), announcement: announcements[id],
        announced: element["announced"].flatMap { Int($0) },
        isComplete: element["complete"] != "false", isMentionedOnly: element["mentioned"] == "true",
        items: points.sorted { $0.number < $1.number }.map(\.point))
    }
    let head = markup.elements[header]
    document = GoldDocument(
      id: root["xml:id"] ?? "", path: path, language: root["xml:lang"] ?? "",
      cell: GoldDocument.Cell(
        source: head["source"] ?? "", form: head["form"] ?? "", topic: head["topic"] ?? "",
        difficulty: head["difficulty"] ?? ""),
      text: Text(String(page)), gold: gold, crawled: crawled, entities: entities)
  }
}
