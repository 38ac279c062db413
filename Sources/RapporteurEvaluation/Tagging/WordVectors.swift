package import Rapporteur
package import RapporteurCrawl

/// The classes of words by their vectors, which `tools/lists/word_classes.py` makes: JSON Lines of `text` and `classes`.
package struct WordVectors: Sendable {
  package private(set) var words: [TaggerTrainer.Vector] = []

  /// The files that were read, in order, and the digest of each.
  package private(set) var files: [(path: String, digest: Digest)] = []

  /// - Throws: For what cannot be read, and for classes that the model has no room for.
  package init(_ paths: [String]) throws(InputError) {
    let reader = TaggerReader()
    var known: Set<UInt32> = []
    for path in paths {
      guard let bytes = SmallFile.read(path) else { throw InputError("\(path) cannot be read.") }
      try TaggingCorpus.lines(of: path) { line throws(InputError) in
        guard let word = line["text"]?.text, case .array(let fields)? = line["classes"] else {
          throw InputError("\(path): a line has 'text', a word, and 'classes', a list of three numbers.")
        }
        let classes = fields.compactMap { $0.name.flatMap { Int($0) } }
        let limits = VectorClasses.limits
        guard classes.count == 3,
          zip(classes, [limits.wide, limits.middle, limits.narrow]).allSatisfy({ 1..<$1 ~= $0 })
        else {
          throw InputError(
            "\(path): '\(word[word.range])' has no three classes from 1 to below \(limits.wide), \(limits.middle) and \(limits.narrow)."
          )
        }
        // What the tokenizer takes for several words is none here.
        let signs = reader.words(of: word).signs
        guard signs.count == 1, let key = signs.first?.key, known.insert(key).inserted else { return }
        words.append(
          (key, VectorClasses(wide: UInt16(classes[0]), middle: UInt16(classes[1]), narrow: UInt16(classes[2]))))
      }
      files.append((path, Digest(of: bytes)))
    }
    words.sort { $0.key < $1.key }
  }
}
