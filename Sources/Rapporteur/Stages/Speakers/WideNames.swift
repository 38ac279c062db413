/// Names beside titles in Chinese, where the title comes first, and in Korean, where it comes last.
struct WideNames {
  let passage: Passage

  private static let chinese = gazetteer("titles_zh")
  private static let korean = Set(WordList("titles_ko").entries.map(\.text))

  private static func gazetteer(_ list: String) -> Gazetteer {
    var result = Gazetteer()
    for (place, entry) in WordList(list).entries.enumerated() { result.add(entry.text, value: place) }
    for (place, word) in ["代表", "护理师", "立委", "负责人", "学者", "专家", "記者", "记者"].enumerated() {
      result.add(word, value: place)
    }
    return result
  }

  /// The person whom a noun phrase without a person's mention names.
  func speaker(_ source: Range<Int>, latest: ([Int]) -> Int?) -> Speaker? {
    guard !source.contains(where: { passage.mention($0)?.type == .person }) else { return nil }
    let shape = passage.tokens[source.upperBound - 1].shape
    if shape.contains(.ideographic) { return chinese(source, latest) }
    return shape.contains(.hangul) ? korean(source) : nil
  }

  private func chinese(_ source: Range<Int>, _ latest: ([Int]) -> Int?) -> Speaker? {
    var end: Int?
    var token = source.lowerBound
    while token < source.upperBound {
      if let match = Self.chinese.match(passage.tokens.span, at: token, before: source.upperBound) {
        end = token + match.length
        token += match.length
      } else {
        token += 1
      }
    }
    guard let end else { return nil }
    if (2...5).contains(source.upperBound - end) { return known(passage.string(end..<source.upperBound)) }
    guard end == source.upperBound else { return nil }
    // 来访的总理: the holder of the longest title that the words end with.
    let written = passage.string(source)
    var best = 0
    var found: [Int] = []
    for place in passage.entities.indices where passage.entities[place].type == .person {
      guard let role = passage.entities[place].role, !role.isEmpty, written.hasSuffix(role) || role.hasSuffix(written)
      else { continue }
      let length = written.hasSuffix(role) ? role.utf8.count + 1 : written.utf8.count
      if length > best { (best, found) = (length, []) }
      if length == best { found.append(place) }
    }
    let exact = found.filter { passage.entities[$0].role == written }
    return (latest(exact) ?? latest(found)).map {
      Speaker(entity: $0, name: passage.entities[$0].name, resolution: .title)
    }
  }

  private func korean(_ source: Range<Int>) -> Speaker? {
    var starts = source.filter { $0 == source.lowerBound || passage.tokens[$0].shape.contains(.spaceBefore) }
    guard starts.count >= 2, let title = starts.popLast(), let name = starts.last,
      Self.korean.contains(passage.string(title..<source.upperBound)), title - name >= 1
    else { return nil }
    if let mention = passage.mention(name), mention.type != .person { return nil }
    return known(passage.string(name..<title))
  }

  private func known(_ name: String) -> Speaker? {
    let found = passage.entities.indices.first {
      passage.entities[$0].type == .person
        && (passage.entities[$0].name == name || passage.entities[$0].name.hasPrefix(name))
    }
    // A lone syllable is a surname: the title tells more.
    guard let found else {
      return name.unicodeScalars.count > 1 ? Speaker(entity: nil, name: name, resolution: .name) : nil
    }
    return Speaker(entity: found, name: passage.entities[found].name, resolution: .surname)
  }
}
