package import Rapporteur
package import RapporteurCrawl

/// Raw text, for the classes of words: plain text and marked text (.txt), annotated pages (.xml), and JSON Lines, of which
/// `gold`, else `text` is taken.
package struct RawText {
  package private(set) var texts: [TaggerEvidence] = []

  /// The files that were read, in order, and the digest of each.
  package private(set) var files: [(path: String, digest: Digest)] = []

  /// - Throws: For what cannot be read.
  package init(_ paths: [String]) throws(InputError) {
    let reader = TaggerReader()
    for path in try TaggingCorpus.files(of: paths) {
      guard let bytes = SmallFile.read(path) else { throw InputError("\(path) cannot be read.") }
      if path.hasSuffix(".txt") || path.hasSuffix(".xml") {
        for example in try TaggingCorpus([path], split: .train, isEmptyFine: true).examples {
          texts.append(example.evidence)
        }
      } else {
        try TaggingCorpus.lines(of: path) { line throws(InputError) in
          guard let text = (line["gold"] ?? line["text"])?.text else {
            throw InputError("\(path): a line has 'text'.")
          }
          texts.append(reader.words(of: text))
        }
      }
      files.append((path, Digest(of: bytes)))
    }
  }
}
