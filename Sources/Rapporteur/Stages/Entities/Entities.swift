/// Finds names, titles, dates and amounts, and links those that name the same.
///
/// Where spans overlap, a user's own list wins, then the longer one, then the name before the date or number. Of two of
/// the user's entries the longer wins, of equal ones the earlier.
public struct Entities: Stage {
  public static let name = "entities"
  public static let summary = "Finds names, titles, dates and amounts, and links those that name the same."
  public static let reads: Set<Layer> = [.sentences]
  public static let uses: Set<Layer> = []
  public static let writes: Set<Layer> = [.entities]

  private let own: UserLists
  private let quantities = QuantityGrammar()

  public init(_ options: inout Options) {
    let files = options.files(
      "lists", "own names that win over everything: JSON Lines or tab-separated id, type, name and forms")
    own = UserLists(files, faults: &options)
  }

  public func process(_ document: inout Document) throws(StageFailure) {
    var finder = NameFinder(lists: .shared, own: own.isEmpty ? nil : own.gazetteer, document: document)
    finder.find(in: document.sentences)
    let overruled = finder.take(SequenceTagger.shared.names(in: TaggerEvidence(finder, document)))
    finder.recallTitles()
    var linker = EntityLinker(finder: finder, own: own, document: document)
    let amounts = quantities.mentions(in: document)
    linker.link(document, currencies: amounts.lazy.filter { $0.type == .money }.compactMap(\.value))
    document.entities = linker.table.entities
    document.mentions = Self.merge(linker.mentions(), amounts)
    Self.dropUnnamed(&document)
    if document.trace != nil {
      if let home = linker.home { document.trace?.note(Self.name, nil, "the page's own country: \(home.summary)") }
      explain(&document, overruled)
    }
  }

  /// Both in document order, without overlaps.
  static func merge(_ names: [Mention], _ quantities: [Mention]) -> [Mention] {
    var result: [Mention] = []
    result.reserveCapacity(names.count + quantities.count)
    var kept = names
    var first = 0
    for quantity in quantities {
      while first < kept.count && kept[first].range.end <= quantity.range.start {
        result.append(kept[first])
        first += 1
      }
      var last = first
      var isBeaten = false
      while last < kept.count && kept[last].range.overlaps(quantity.range) {
        if kept[last].rule == .list || kept[last].range.count >= quantity.range.count { isBeaten = true }
        last += 1
      }
      if isBeaten { continue }
      kept.removeSubrange(first..<last)
      result.append(quantity)
    }
    result.append(contentsOf: kept[min(first, kept.count)...])
    return result
  }

  /// Drops the entities that no mention names.
  static func dropUnnamed(_ document: inout Document) {
    var places = Array(repeating: -1, count: document.entities.count)
    for mention in document.mentions {
      if let entity = mention.entity { places[entity] = 0 }
    }
    guard places.contains(-1) else { return }
    var kept: [Entity] = []
    for index in places.indices where places[index] == 0 {
      places[index] = kept.count
      kept.append(document.entities[index])
    }
    document.entities = kept
    for index in document.mentions.indices {
      document.mentions[index].entity = document.mentions[index].entity.map { places[$0] }
    }
  }

  private func explain(_ document: inout Document, _ overruled: [NameFinder.Overruled]) {
    for name in overruled {
      guard let first = name.tokens.first, let last = name.tokens.last else { continue }
      let range = document.tokens[first].range.hull(document.tokens[last].range)
      document.trace?.note(Self.name, range, "no mention: overruled by \(name.by.rawValue)")
    }
    let mentions = document.mentions
    for mention in mentions {
      let named = mention.entity.map { " " + document.entities[$0].key } ?? mention.value.map { " " + $0 } ?? ""
      document.trace?.note(
        Self.name, mention.range, "\(mention.type.rawValue)\(named), by \(mention.rule.rawValue)")
    }
  }
}
