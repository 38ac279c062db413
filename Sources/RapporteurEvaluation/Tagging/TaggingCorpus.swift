package import Rapporteur
package import RapporteurCrawl

/// Texts with their names, from all that can be read: marked text (.txt), annotated pages (.xml) and JSON Lines.
package struct TaggingCorpus: Sendable {
  package private(set) var examples: [TaggingExample] = []

  /// The files that were read, in order, and the digest of each.
  package private(set) var files: [(path: String, digest: Digest)] = []

  private let reader = TaggerReader()
  private var copies = CasedCopies()
  private let copyWeight: Float

  /// - Parameters:
  ///   - paths: Files or folders of them. JSON Lines have `text` and `entities`, lists of start, end and PER, ORG or LOC in
  ///     code points.
  ///   - split: Which annotated pages are taken.
  ///   - markedWeight: What marked text counts for in training, beside the rest.
  ///   - copyWeight: What copies of texts and sentences in other cases count for; none are made for 0.
  ///   - isEmptyFine: Whether there may be nothing.
  /// - Throws: `InputError` for what cannot be read, with all faults of the file.
  package init(
    _ paths: [String], split: Split, markedWeight: Float = 1, copyWeight: Float = 0, isEmptyFine: Bool = false
  ) throws(InputError) {
    self.copyWeight = copyWeight
    for path in try Self.files(of: paths) {
      guard let bytes = SmallFile.read(path) else {
        throw InputError("\(path) cannot be read. Name files of names, or folders of them.")
      }
      if path.hasSuffix(".txt") {
        let first = examples.count
        try addMarked(path, bytes)
        for index in first..<examples.count where examples[index].weight == 1 { examples[index].weight = markedWeight }
      } else if path.hasSuffix(".xml") {
        guard try addPage(path, bytes, split) else { continue }
      } else {
        try addLines(path)
      }
      files.append((path, Digest(of: bytes)))
    }
    if examples.isEmpty && !isEmptyFine {
      throw InputError("There is no text with names in \(paths.joined(separator: ", ")).")
    }
  }

  /// The files of the paths, those of folders in the order of their names.
  static func files(of paths: [String]) throws(InputError) -> [String] {
    var files: [String] = []
    for path in paths {
      guard FilePath(path).isFolder else {
        files.append(path)
        continue
      }
      var walk = FolderWalk(FilePath(path))
      while let step = walk.next() {
        guard case .file(let file, _) = step else { continue }
        if [".txt", ".xml", ".jsonl", ".jsonl.gz"].contains(where: { file.text.hasSuffix($0) }) {
          files.append(file.text)
        }
      }
    }
    return files
  }

  private mutating func addMarked(_ path: String, _ bytes: [UInt8]) throws(InputError) {
    do throws(GoldFaults) {
      for document in try MarkedNames(path, bytes).documents {
        add(document.text, document.mentions.compactMap { name in NameClass(name.type).map { (name.range, $0) } })
      }
    } catch {
      throw InputError(error.faults.map(\.description).joined(separator: "\n"))
    }
  }

  /// The lines of an annotated page that belong to the document.
  private mutating func addPage(_ path: String, _ bytes: [UInt8], _ split: Split) throws(InputError) -> Bool {
    do throws(GoldFaults) {
      let gold = try GoldReader.read(path, bytes)
      guard Split(id: gold.id) == split else { return false }
      let scalars = gold.scalars
      var text = ""
      var count = 0
      var names: [(range: TextRange, kind: NameClass)] = []
      var mentions = gold.gold.names.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
      for unit in gold.gold.units where unit.isKept {
        if !text.isEmpty {
          text += "\n\n"
          count += 2
        }
        var places: [Int: Int] = [:]
        for index in unit.range {
          places[index] = count
          text.unicodeScalars.append(scalars[index])
          count += String(scalars[index]).utf8.count
        }
        places[unit.range.upperBound] = count
        while let mention = mentions.first, mention.range.lowerBound < unit.range.upperBound {
          mentions.removeFirst()
          guard let kind = NameClass(mention.type), let start = places[mention.range.lowerBound],
            let end = places[mention.range.upperBound]
          else { continue }
          names.append((TextRange(start, end), kind))
        }
      }
      add(Text(text), names)
      return true
    } catch {
      throw InputError(error.faults.map(\.description).joined(separator: "\n"))
    }
  }

  private mutating func addLines(_ path: String) throws(InputError) {
    let classes: [String: NameClass] = ["PER": .person, "ORG": .organisation, "LOC": .location]
    try Self.lines(of: path) { line throws(InputError) in
      guard let text = line["text"]?.text, case .array(let entities)? = line["entities"] else {
        throw InputError("\(path): a line has 'text' and 'entities', a list of [start, end, type].")
      }
      let places = Self.places(text)
      var names: [(range: TextRange, kind: NameClass)] = []
      for entity in entities {
        guard case .array(let fields) = entity, fields.count >= 3, let start = fields[0].name.flatMap({ Int($0) }),
          let end = fields[1].name.flatMap({ Int($0) }), let type = fields[2].name, start < end, end < places.count
        else {
          throw InputError("\(path): an entity is a list of start, end and type, inside the text.")
        }
        if let kind = classes[type] { names.append((TextRange(places[start], places[end]), kind)) }
      }
      names.sort { $0.range < $1.range }
      add(text, names)
    }
  }

  private mutating func add(_ text: Text, _ names: [(range: TextRange, kind: NameClass)]) {
    let example = TaggingExample(text, names: names, reader)
    examples.append(example)
    guard copyWeight > 0 else { return }
    if copies.nextText() { addCopy(text.utf8, names, .small) }
    for sentence in example.evidence.sentences {
      guard let first = sentence.first, let last = sentence.last else { continue }
      let range = TextRange(example.evidence.tokens[first].start, example.evidence.tokens[last].end)
      let inside = names.filter { $0.range.start >= range.start && $0.range.end <= range.end }
      guard !inside.isEmpty, CasedCopies.headlineLengths ~= range.count, let form = copies.nextSentence() else {
        continue
      }
      addCopy(
        text.utf8[range.indices],
        inside.map { (TextRange($0.range.start - range.start, $0.range.end - range.start), $0.kind) }, form)
    }
  }

  private mutating func addCopy(
    _ bytes: some Collection<UInt8>, _ names: [(range: TextRange, kind: NameClass)], _ form: CasedCopies.Case
  ) {
    var copy = TaggingExample(CasedCopies.copy(bytes, in: form), names: names, reader)
    copy.weight = copyWeight
    examples.append(copy)
  }

  /// The byte at which each code point begins, and the end.
  private static func places(_ text: Text) -> [Int] {
    text.utf8.indices.filter { text.utf8[$0] & 0xC0 != 0x80 } + [text.utf8.count]
  }

  /// The objects of a file of JSON Lines, also gzipped.
  static func lines(
    of path: String, _ body: (JSONValue) throws(InputError) -> Void
  ) throws(InputError) {
    var reader = CrawlReader(try Inputs([path]))
    while let item = reader.next() {
      guard case .line(let line) = item else { throw InputError("\(path): JSON Lines are needed, whole.") }
      var json = JSONReader()
      guard let value = try? json.read(line.bytes.span) else { throw InputError("\(path): a line is no JSON.") }
      try body(value)
    }
  }
}
