internal import Rapporteur

/// The elements of a gold document and the attributes that each takes (samples/readouts/GUIDELINE.md).
enum GoldVocabulary {
  static let attributes: [String: Set<String>] = [
    "TEI": ["xml:id", "xml:lang"],
    "teiHeader": ["source", "form", "topic", "difficulty"],
    "title": [], "entity": ["xml:id", "type", "name", "country"],
    "list": ["xml:id", "who", "name", "announced", "complete", "mentioned"],
    "text": [], "head": ["type", "after"], "byline": ["after"], "p": ["after"], "item": ["list", "n", "after"],
    "ab": ["type", "after"], "caption": ["after"], "fw": ["type", "after"],
    "persName": ["ref"], "roleName": ["ref"], "orgName": ["ref"], "placeName": ["ref"], "geogName": ["ref"],
    "name": ["type", "ref"], "date": ["when", "told"], "time": ["when"], "measure": [], "num": [],
    "said": ["xml:id", "same", "who", "name", "kind"], "cue": ["said"], "source": ["said"], "label": [],
    "announcement": ["list"], "eos": [],
  ]

  static let blocks: Set<String> = ["head", "byline", "p", "item", "ab", "caption", "fw"]

  static let header: Set<String> = ["title", "date", "entity", "list"]

  static let inline: Set<String> = [
    "said", "cue", "source", "item", "label", "announcement", "eos", "persName", "roleName", "orgName", "placeName",
    "geogName", "name", "date", "time", "measure", "num",
  ]

  /// The kinds of blocks that are cut.
  static let residue: Set<String> = [
    "navigation", "share", "advertisement", "related", "comments", "copyright", "metadata", "glossary", "credit",
    "other",
  ]

  /// The types that a thing of the header can have: titles, dates and amounts are none.
  static let entityTypes: Set<String> = ["PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT", "AGREEMENT", "NORP"]

  /// What an element marks a mention of; `nil` for one that marks none.
  static func mention(_ name: String, type: String?) -> EntityType? {
    switch name {
    case "persName": .person
    case "roleName": .role
    case "orgName": .organisation
    case "placeName": .country
    case "geogName": .location
    case "date": .date
    case "time": .time
    case "measure": .money
    case "num": .cardinal
    case "name":
      switch type {
      case "NORP": .nationality
      case "FAC": .facility
      case "EVENT": .event
      case "AGREEMENT": .agreement
      default: nil
      }
    default: nil
    }
  }

  static func isMention(_ name: String) -> Bool { name == "name" || mention(name, type: nil) != nil }

  /// The label of a block, as records name kinds of blocks and of what is cut; `nil` for a type there is none of.
  static func label(_ name: String, type: String?) -> String? {
    switch (name, type) {
    case ("head", nil): "title"
    case ("head", "subtitle"): "subtitle"
    case ("head", "heading"): "heading"
    case ("byline", nil): "byline"
    case ("p", nil): "paragraph"
    case ("item", nil), ("ab", "list_item"): "list_item"
    case ("ab", "quote"): "quote"
    case ("ab", "table"): "table"
    case ("ab", "code"): "code"
    case ("caption", nil): "caption"
    case ("fw", .some(let type)) where residue.contains(type): type
    default: nil
    }
  }

  /// What stands between a block and the next, by the block's `after`; `nil` for a word that means nothing.
  static func separator(_ after: String?) -> String? {
    switch after {
    case nil: "\n\n"
    case "line": "\n"
    case "space": " "
    case "none": ""
    default: nil
    }
  }
}
