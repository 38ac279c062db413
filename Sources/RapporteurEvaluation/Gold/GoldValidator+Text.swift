internal import Rapporteur

extension GoldValidator {
  /// The blocks and what is marked in them.
  mutating func checkText(_ text: Int) {
    checkStray(text)
    let blocks = markup.children(of: text)
    if blocks.isEmpty { fault(text, "a text without a block") }
    for block in blocks { checkBlock(block) }
  }

  private mutating func checkBlock(_ block: Int) {
    let element = markup.elements[block]
    if !GoldVocabulary.blocks.contains(element.name) {
      fault(block, "not a block: \(element.name); put it into a p or another block")
    } else if GoldVocabulary.label(element.name, type: element["type"]) == nil {
      let type = element["type"].map { "the type '\($0)'" } ?? "no type"
      fault(block, "\(element.name) with \(type), which the guideline does not have")
    }
    if GoldVocabulary.separator(element["after"]) == nil {
      fault(block, "after '\(element["after"] ?? "")'; it is line, space or none, or left out for a blank line")
    }
    if markup.trimmed(element.range).isEmpty { fault(block, "an empty block; take it out") }
    if element.name == "fw", let inner = markup.inside(block).first {
      fault(inner, "markup inside fw: \(markup.elements[inner].name); nothing is marked in what is cut")
    }
    checkItem(block)
    for index in markup.inside(block) { checkInline(index, in: block) }
  }

  private mutating func checkInline(_ index: Int, in block: Int) {
    let element = markup.elements[index]
    let text = markup.string(element.range)
    if GoldVocabulary.attributes[element.name] != nil, !GoldVocabulary.inline.contains(element.name) {
      fault(index, "\(element.name) inside \(markup.elements[block].name); blocks do not nest")
    }
    if element.name == "eos" {
      if !element.range.isEmpty { fault(index, "text inside eos, which is empty: <eos/>") }
    } else if element.range.isEmpty {
      fault(index, "an empty \(element.name); take it out")
    } else if markup.trimmed(element.range) != element.range {
      fault(index, "white space at the end of \(element.name) \"\(text.shortened(40))\"; move it outside")
    }
    let above = ancestors(of: index, upTo: block)
    switch element.name {
    case "said":
      if let outer = above.first(where: { markup.elements[$0].name == "said" }) {
        let remedy = "a report inside a report belongs to the outermost speaker; take the inner one out"
        fault(index, "said in said \"\(text.shortened(40))\" (line \(markup.elements[outer].line)); \(remedy)")
      }
      let label = GoldVocabulary.label(markup.elements[block].name, type: markup.elements[block]["type"])
      if label == "title" || label == "caption" {
        fault(index, "said in a \(label == "title" ? "headline" : "caption"), where no statements are marked")
      }
      checkSaid(index)
    case "cue", "source":
      let ids = element.words("said")
      if ids.isEmpty { fault(index, "\(element.name) has no said; name the statement that it belongs to") }
      for id in ids where statements[id] == nil {
        fault(index, "\(element.name) \"\(text.shortened(40))\" of unknown said '\(id)'; mend the id")
      }
      if element.name == "cue" { for id in ids { cues[id, default: 0] += 1 } }
      for id in ids where element.name == "cue" && cues[id] == 2 {
        fault(index, "two cues for '\(id)'; each cue has a statement of its own")
      }
    case "item":
      if element["list"] == nil { fault(index, "an item inside a block has a list and an n") }
      checkItem(index)
    case "announcement":
      if lists[element["list"] ?? ""] == nil {
        fault(index, "announcement of unknown list '\(element["list"] ?? "")'; add the list to the header")
      }
    case "label":
      let isInItem = (above + [block]).contains { markup.elements[$0].name == "item" }
      if !isInItem { fault(index, "label \"\(text.shortened(20))\" outside an item; a label is an item's marker") }
    default: if GoldVocabulary.isMention(element.name) { checkMention(index, above) }
    }
  }

  private mutating func checkMention(_ index: Int, _ above: [Int]) {
    let element = markup.elements[index]
    let text = markup.string(element.range)
    if let outer = above.first(where: { GoldVocabulary.isMention(markup.elements[$0].name) }) {
      let whole = markup.string(markup.elements[outer].range).shortened(40)
      fault(index, "mention in mention: \"\(text.shortened(40))\" in \"\(whole)\"; the longest wins")
    }
    if markup.inside(index).contains(where: { markup.elements[$0].name == "eos" }) {
      fault(index, "a sentence ends inside the mention \"\(text.shortened(40))\"; move the eos")
    }
    if element.name == "name", GoldVocabulary.mention("name", type: element["type"]) == nil {
      fault(index, "name type '\(element["type"] ?? "")'; it is NORP, FAC, EVENT or AGREEMENT")
    }
    switch element.name {
    case "date":
      if element["told"] != nil { fault(index, "told on a date of the text; it stands on the header's") }
      if (element["when"] ?? "").isEmpty { fault(index, "date without when: \"\(text)\"; give its TIMEX3 value") }
    case "time", "measure", "num": break
    default:
      let ref = element["ref"] ?? ""
      if !entities.contains(ref) {
        fault(index, "ref '\(ref)' of \"\(text.shortened(40))\" is no entity of the header; add it, or mend the ref")
      }
      usedEntities.insert(ref)
    }
  }

  private func ancestors(of index: Int, upTo block: Int) -> [Int] {
    var result: [Int] = []
    var at = markup.elements[index].parent
    while let parent = at, parent != block {
      result.append(parent)
      at = markup.elements[parent].parent
    }
    return result
  }
}
