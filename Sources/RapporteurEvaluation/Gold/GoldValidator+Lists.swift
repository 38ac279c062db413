extension GoldValidator {
  /// A first piece has an id, a kind and speakers; a further one only says whose it is.
  mutating func checkSaid(_ index: Int) {
    let element = markup.elements[index]
    if element["xml:id"] == nil {
      guard let same = element["same"], let first = statements[same], first < index else {
        return fault(index, "said without an xml:id, or a 'same' that names one before it")
      }
      for name in ["kind", "who", "name"] where element[name] != nil {
        fault(index, "\(name) on a further piece of '\(same)'; it stands on the first piece only")
      }
      return
    }
    if element["same"] != nil { fault(index, "said with an xml:id and a 'same'; keep one of the two") }
    if StatementKind(rawValue: element["kind"] ?? "") == nil {
      let known = StatementKind.allCases.map(\.rawValue).joined(separator: ", ")
      fault(index, "said kind '\(element["kind"] ?? "")'; it is one of \(known)")
    }
    checkSpeakers(index)
    if element.words("who").isEmpty, (element["name"] ?? "").isEmpty {
      fault(index, "said without a speaker: give 'who', or 'name' for somebody unnamed (\"a senior official\")")
    }
  }

  /// Every kind has the cue it needs, and no more.
  mutating func checkStatements() {
    for (id, index) in statements {
      let kind = StatementKind(rawValue: markup.elements[index]["kind"] ?? "")
      let count = cues[id] ?? 0
      if kind == .continued, count > 0 {
        fault(index, "continued with a cue: '\(id)'; a statement with a cue is direct, mixed or indirect")
      }
      if kind == .indirect || kind == .mixed, count == 0 {
        fault(index, "\(kind?.rawValue ?? "") without a cue: '\(id)'; mark the cue, or make it continued")
      }
    }
  }

  /// An item of a list names it and has a number.
  mutating func checkItem(_ index: Int) {
    let element = markup.elements[index]
    guard element.name == "item" else { return }
    guard let list = element["list"] else {
      if element["n"] != nil { fault(index, "an item with an n and no list; name the list") }
      return
    }
    if lists[list] == nil { fault(index, "item of unknown list '\(list)'; add the list to the header") }
    if !(Int(element["n"] ?? "").map { $0 > 0 } ?? false) { fault(index, "item without n; number it from 1") }
  }

  /// The items of every list are in order and none is missing unless the list says so.
  mutating func checkLists(_ text: Int) {
    var numbers: [String: [Int]] = [:]
    for index in markup.inside(text) where markup.elements[index].name == "item" {
      guard let list = markup.elements[index]["list"], let number = Int(markup.elements[index]["n"] ?? "") else {
        continue
      }
      if let last = numbers[list]?.last, number < last {
        fault(index, "item \(number) of '\(list)' behind item \(last); items stand in their order")
      }
      numbers[list, default: []].append(number)
    }
    for (id, index) in lists {
      let element = markup.elements[index]
      let isMentioned = element["mentioned"] == "true"
      let isComplete = element["complete"] != "false"
      let found = Set(numbers[id] ?? [])
      let highest = max(element["announced"].flatMap { Int($0) } ?? 0, found.max() ?? 0)
      let missing = highest > 0 ? (1...highest).filter { !found.contains($0) } : []
      if isMentioned, found.isEmpty { continue }
      if isComplete, found.isEmpty || !missing.isEmpty {
        let what = found.isEmpty ? "has no items" : "lacks \(missing.map(String.init).joined(separator: ", "))"
        fault(index, "list '\(id)' \(what) and is complete; mark the items, or write complete=\"false\"")
      }
      if !isComplete, !found.isEmpty, missing.isEmpty, element["announced"] != nil {
        fault(index, "list '\(id)' has all \(highest) items and complete=\"false\"; take that out")
      }
    }
  }
}
