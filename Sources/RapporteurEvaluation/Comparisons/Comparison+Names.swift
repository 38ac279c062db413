internal import Rapporteur

extension Comparison {
  private struct Key: Hashable {
    var range: Range<Int>
    var type: EntityType

    init(_ name: Annotation.Name) {
      range = name.range
      type = name.type
    }
  }

  /// Mentions by exact place and type, of the types that the gold of the page has; titles are not in the sum.
  func compareNames(_ scores: inout Scoreboard, _ list: inout DifferenceList) {
    guard !gold.names.isEmpty else { return }
    let types = Set(gold.names.lazy.filter { body.contains($0.range.lowerBound) }.map(\.type))
    let wantedNames = gold.names.filter { body.contains($0.range.lowerBound) }
    let gotNames = found.names.filter { body.contains($0.range.lowerBound) && types.contains($0.type) }
    let wanted = Set(wantedNames.map(Key.init))
    let got = Set(gotNames.map(Key.init))
    for type in types {
      scores.add(.entity(type), Score(got.filter { $0.type == type }, wanted.filter { $0.type == type }))
    }
    scores.add(.entities, Score(got.filter { $0.type != .role }, wanted.filter { $0.type != .role }))
    compareLinks(&scores, &list)
    compareDates(&scores, &list)
    guard list.isOn else { return }
    var paired: Set<Key> = []
    for name in wantedNames where !got.contains(Key(name)) {
      let other = gotNames.first {
        $0.range.overlaps(name.range) && !wanted.contains(Key($0)) && !paired.contains(Key($0))
      }
      if let other {
        paired.insert(Key(other))
        list.add(
          .entities, .wrong, at: name.range.lowerBound, gold: described(name), found: described(other))
      } else {
        list.add(.entities, .missed, at: name.range.lowerBound, gold: described(name))
      }
    }
    for name in gotNames where !wanted.contains(Key(name)) && !paired.contains(Key(name)) {
      list.add(.entities, .extra, at: name.range.lowerBound, found: described(name))
    }
  }

  private func described(_ name: Annotation.Name) -> String { "\(name.type.rawValue) \(shown([name.range]))" }

  /// B³ over the mentions that both have (Bagga and Baldwin 1998), and the countries of their entities.
  private func compareLinks(_ scores: inout Scoreboard, _ list: inout DifferenceList) {
    var marked: [Range<Int>: Annotation.Name] = [:]
    for name in gold.names where marked[name.range] == nil { marked[name.range] = name }
    var both: [Range<Int>: (gold: String, found: String?)] = [:]
    var country = Score()
    for name in found.names {
      guard let wanted = marked[name.range], let link = wanted.link else { continue }
      both[name.range] = (link, name.link)
      if let code = wanted.country, code.utf8.count == 2 {
        country += Score(name.country == code)
        if name.country != code {
          list.add(
            .entities, .wrong, at: name.range.lowerBound,
            gold: "country \(code) of \(wanted.type.rawValue) \(shown([name.range]))",
            found: "country \(name.country ?? "–")")
        }
      } else if wanted.country == nil, let code = name.country {
        list.add(
          .entities, .extra, at: name.range.lowerBound,
          found: "country \(code) of \(wanted.type.rawValue) \(shown([name.range]))")
      }
    }
    if !country.isEmpty { scores.add(.country, country) }
    var byGold: [String: Set<Range<Int>>] = [:]
    var byFound: [String?: Set<Range<Int>>] = [:]
    for (range, links) in both {
      byGold[links.gold, default: []].insert(range)
      byFound[links.found, default: []].insert(range)
    }
    var (precision, recall) = (0.0, 0.0)
    for links in both.values {
      guard let a = byGold[links.gold], let b = byFound[links.found] else { continue }
      let same = Double(a.intersection(b).count)
      precision += same / Double(b.count)
      recall += same / Double(a.count)
    }
    let count = Double(both.count)
    scores.add(.linkingPrecision, Score(right: precision, found: count, gold: count))
    scores.add(.linkingRecall, Score(right: recall, found: count, gold: count))
    guard list.isOn else { return }
    for (range, links) in both {
      guard let a = byGold[links.gold], let b = byFound[links.found], a != b else { continue }
      let (missing, surplus) = (a.subtracting(b), b.subtracting(a))
      let show = { (set: Set<Range<Int>>) in
        Set(set.map(string)).sorted().prefix(4).map { "“\($0)”" }.joined(separator: ", ")
      }
      // Told once, at the first mention of the entity.
      guard range.lowerBound == a.map(\.lowerBound).min() else { continue }
      var parts: [String] = []
      if !missing.isEmpty { parts.append("not with \(show(missing))") }
      if !surplus.isEmpty { parts.append("also with \(show(surplus))") }
      list.add(
        .entities, .wrong, at: range.lowerBound, gold: "link \(shown([range])) is \(show(a))",
        found: "link \(parts.joined(separator: ", "))")
    }
  }

  /// A value is right when a date that touches the gold's has it.
  private func compareDates(_ scores: inout Scoreboard, _ list: inout DifferenceList) {
    let wanted = gold.names.filter { $0.type == .date && $0.value != nil }
    guard !wanted.isEmpty else { return }
    let got = found.names.filter { $0.type == .date && body.contains($0.range.lowerBound) }
    var right = 0
    for date in wanted {
      guard let other = got.first(where: { $0.range.overlaps(date.range) }) else { continue }
      if other.value == date.value {
        right += 1
      } else {
        list.add(
          .entities, .wrong, at: date.range.lowerBound, gold: "value \(date.value ?? "") \(shown([date.range]))",
          found: "value \(other.value ?? "–")")
      }
    }
    scores.add(
      .dateValues, Score(right: Double(right), found: Double(max(got.count, right)), gold: Double(wanted.count)))
  }
}
