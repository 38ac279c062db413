/// The vocabulary of all embedded word lists: every word there has a small number, by which tables are indexed.
struct Lexicon: Sendable {
  /// The one of this binary, made on first use in a few milliseconds.
  static let shared = Lexicon(files: EmbeddedFile.lists.map { EmbeddedFile.named($0) })

  /// The number of words; their ids are 1 to `count`.
  let count: Int

  // Open addressing; above, the upper half of a word's hash, below its number, 0 where the place is free: one cache line
  // answers, and the table is half as large as with whole hashes. Two words of the lexicon are never taken for each
  // other, and a word outside for one of them once in 10^9 words.
  private let places: [UInt64]
  private let mask: Int

  /// For each number the upper half of the word's hash.
  private let upperHashes: [UInt32]

  /// The vocabulary of the first column of the list files `files`, read as bytes: no entry becomes a string here.
  init(files: [[UInt8]]) {
    var found: [UInt64] = []
    for bytes in files {
      var start = 0
      while start < bytes.count {
        var end = start
        var tab = -1
        while end < bytes.count && bytes[end] != 0x0A {
          if bytes[end] == 0x09 && tab < 0 { tab = end }
          end += 1
        }
        if bytes[start] != 0x23 {
          var tokenizer = Tokenizer(TextRange(start, tab < 0 ? end : tab))
          while let piece = tokenizer.next(bytes.span) { found.append(piece.hash) }
        }
        start = end + 1
      }
    }
    var size = 1024
    while size < found.count * 2 { size *= 2 }
    var places = [UInt64](repeating: 0, count: size)
    let mask = size - 1
    var hashes: [UInt64] = [0]
    for hash in found {
      var place = Int(truncatingIfNeeded: hash) & mask
      while places[place] != 0, places[place] >> 32 != hash >> 32 { place = (place + 1) & mask }
      if places[place] == 0 {
        places[place] = (hash >> 32) << 32 | UInt64(hashes.count)
        hashes.append(hash)
      } else {
        precondition(
          hashes[Int(places[place] & 0xFFFF_FFFF)] == hash, "two words of the lists cannot be told from each other")
      }
    }
    self.places = places
    self.mask = mask
    count = hashes.count - 1
    upperHashes = hashes.enumerated().map { $0 == 0 ? 0 : UInt32(truncatingIfNeeded: $1 >> 32) | 0x8000_0000 }
  }

  /// A number of the word that stays the same when lists change: what models know words by.
  @inline(__always)
  func stableKey(of word: WordID) -> UInt32 { word.isKnown ? upperHashes[Int(word.raw)] : word.raw }

  /// The id of the word with this hash: its number, or for a word of no list the hash itself, shortened.
  func id(ofHash hash: UInt64) -> WordID {
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != 0 {
      if places[place] >> 32 == hash >> 32 { return WordID(raw: UInt32(truncatingIfNeeded: places[place])) }
      place = (place + 1) & mask
    }
    return WordID(raw: UInt32(truncatingIfNeeded: hash >> 32) | 0x8000_0000)
  }

  /// The id of a single word, in any case.
  func id(of word: String) -> WordID { ids(of: word).first?.word ?? .none }

  /// The tokens of a phrase.
  func ids(of phrase: String) -> [Token] {
    let bytes = Array(phrase.utf8)
    var tokens: [Token] = []
    Tokenizer.tokenize(bytes.span, in: TextRange(0, bytes.count), lexicon: self, into: &tokens)
    return tokens
  }
}

/// Some words of the lexicon.
struct WordSet: Sendable {
  private var bits: [UInt64]

  /// The single-word entries of a list, whatever their case.
  init(list name: String, lexicon: Lexicon = .shared) {
    self.init(WordList(name).entries.map(\.text), lexicon: lexicon)
  }

  /// The given words. A word that no list holds is not in the lexicon, and a fault of the program.
  init(_ words: [String], lexicon: Lexicon = .shared) {
    bits = [UInt64](repeating: 0, count: lexicon.count / 64 + 1)
    for word in words {
      let tokens = lexicon.ids(of: word)
      guard tokens.count == 1, let id = tokens.first?.word else { continue }
      precondition(id.isKnown, "'\(word)' stands in no list")
      bits[Int(id.raw) / 64] |= 1 << UInt64(id.raw % 64)
    }
  }

  /// Whether the word is one of them.
  func contains(_ word: WordID) -> Bool {
    word.isKnown && bits[Int(word.raw) / 64] & (1 << UInt64(word.raw % 64)) != 0
  }
}

/// A value for each of some words of the lexicon.
struct WordMap<Value: Sendable>: Sendable {
  private var values: [Value?]

  /// The single-word entries of a list, each with what `value` makes of its fields.
  init(list name: String, lexicon: Lexicon = .shared, value: ([String]) -> Value?) {
    values = Array(repeating: nil, count: lexicon.count + 1)
    for entry in WordList(name).entries {
      let tokens = lexicon.ids(of: entry.text)
      guard tokens.count == 1, let id = tokens.first?.word, id.isKnown else { continue }
      values[Int(id.raw)] = value(entry.fields)
    }
  }

  subscript(word: WordID) -> Value? { word.isKnown ? values[Int(word.raw)] : nil }
}
