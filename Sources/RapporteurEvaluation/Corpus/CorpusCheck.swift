internal import Rapporteur
internal import RapporteurCrawl

/// What keeps a corpus honest: it follows its plan, no document copies another, and there is variety.
package struct CorpusCheck: Sendable {
  package private(set) var faults: [GoldFault] = []

  /// Pairs of documents that share most, with the share of five words in a row that the smaller has in common.
  package private(set) var overlaps: [(first: String, second: String, share: Double)] = []

  /// The cues of the English documents by their stems: `say`, `says` and `saying` are one, a particle is left out.
  package private(set) var cueVerbs: Set<String> = []

  /// The names of all persons.
  package private(set) var people: Set<String> = []

  /// What is asked of a whole corpus.
  package struct Demands: Sendable {
    package var share = 0.03
    package var cueVerbs = 80
    package var people = 200
    package var perCell = 5

    package init() {}
  }

  /// - Parameter folder: With GRID.tsv in it; the plan is not checked where there is none.
  package init(_ corpus: GoldCorpus, folder: String, _ demands: Demands = Demands()) {
    faults = corpus.faults
    let path = FilePath(folder).appending(FilePath("GRID.tsv")).text
    let grid = SmallFile.read(path).map { Grid(path, $0) }
    if let grid {
      faults += grid.faults
      checkPlan(corpus, grid, path)
    }
    checkCells(grid?.rows.map(\.cell) ?? corpus.documents.map(\.cell), demands, path)
    findOverlaps(corpus.documents)
    for pair in overlaps where pair.share > demands.share {
      let message = "shares \(percent(pair.share)) of its five words in a row with \(pair.second); "
      faults.append(GoldFault(file: pair.first, message: message + "at most \(percent(demands.share)) is allowed"))
    }
    countVariety(corpus.documents)
    if cueVerbs.count < demands.cueVerbs {
      faults.append(GoldFault(file: folder, message: "\(cueVerbs.count) cue verbs; \(demands.cueVerbs) are wanted"))
    }
    if people.count < demands.people {
      faults.append(GoldFault(file: folder, message: "\(people.count) people; \(demands.people) are wanted"))
    }
  }

  private mutating func checkPlan(_ corpus: GoldCorpus, _ grid: Grid, _ path: String) {
    let rows = Dictionary(grid.rows.map { ($0.id, $0) }) { first, _ in first }
    for document in corpus.documents {
      guard let row = rows[document.id] else {
        faults.append(GoldFault(file: document.path, message: "no row in \(path); add one"))
        continue
      }
      for (name, has, planned) in [
        ("xml:lang", document.language, row.language), ("source", document.cell.source, row.cell.source),
        ("form", document.cell.form, row.cell.form), ("topic", document.cell.topic, row.cell.topic),
        ("difficulty", document.cell.difficulty, row.cell.difficulty),
      ] where has != planned {
        let message = "\(name) is '\(has)', and '\(planned)' in line \(row.line) of \(path); make them agree"
        faults.append(GoldFault(file: document.path, message: message))
      }
    }
    let faulty = Set(corpus.faults.map { GoldReader.id($0.file) })
    let there = Set(corpus.documents.map(\.id)).union(faulty)
    for row in grid.rows where !there.contains(row.id) {
      faults.append(GoldFault(file: path, line: row.line, message: "there is no document '\(row.id)'; write it"))
    }
  }

  private mutating func checkCells(_ cells: [GoldDocument.Cell], _ demands: Demands, _ path: String) {
    for (cell, same) in Dictionary(grouping: cells, by: \.self) where same.count > demands.perCell {
      let name = [cell.source, cell.form, cell.topic, cell.difficulty].joined(separator: " / ")
      let message = "\(same.count) documents in \(name); at most \(demands.perCell) are allowed"
      faults.append(GoldFault(file: path, message: message))
    }
  }

  private mutating func findOverlaps(_ documents: [GoldDocument]) {
    let grams = documents.map { FiveGrams.grams(of: $0) }
    var holders: [UInt64: [Int]] = [:]
    for (index, set) in grams.enumerated() { for gram in set { holders[gram, default: []].append(index) } }
    var common: [Int: Int] = [:]
    for holders in holders.values where holders.count > 1 {
      let sorted = holders.sorted()
      for a in sorted.indices {
        for b in sorted[(a + 1)...] { common[sorted[a] * documents.count + b, default: 0] += 1 }
      }
    }
    for (pair, count) in common {
      let (a, b) = (pair / documents.count, pair % documents.count)
      let share = Double(count) / Double(max(1, min(grams[a].count, grams[b].count)))
      overlaps.append((documents[a].id, documents[b].id, share))
    }
    overlaps.sort { ($0.share, $1.first, $1.second) > ($1.share, $0.first, $0.second) }
  }

  private mutating func countVariety(_ documents: [GoldDocument]) {
    for document in documents {
      let text = document.scalars
      for cue in document.gold.statements.compactMap(\.cue) where document.language == "en" {
        var words = String.UnicodeScalarView()
        words.append(contentsOf: text[cue])
        cueVerbs.insert(CueStem.stem(String(words)))
      }
      for entity in document.entities where entity.type == .person { people.insert(entity.name) }
    }
  }

  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
