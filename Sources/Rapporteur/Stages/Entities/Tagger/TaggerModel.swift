/// What the tagger has learnt: a weight of each label for each feature, and the classes of words.
///
/// The file, little-endian: "NAME"; the version of the features; the hash of a probe word, for words are known by their
/// hashes; the numbers of classed words, of words with vectors and of places; slope and intercept of the confidence
/// (32-bit floats); the weights of label after label (256 of 16 bits); per classed word its key (32 bits), its class among few and its class among many
/// (16 bits each), in the order of the keys; per word with a vector its key and its packed classes (32 bits each); then the
/// places, 16 bytes each: 13 weights, 22 bits of the feature's hash, 0 for a free place, and by how many bits its weights are to be shifted. A feature stands at its hash's place or in the
/// next free one.
package struct TaggerModel: Sendable {
  /// The bytes before the words.
  private static let headerLength = 32 + 512

  let transitions: [Int32]
  let slope: Float
  let intercept: Float

  /// Weights and, in the upper 24 bits of the last number, the hash.
  private let places: [SIMD4<UInt32>]

  private let classes: WordTable
  private let vectors: WordTable

  /// The model that is compiled into the program.
  static let embedded: TaggerModel = {
    do throws(TaggerModelFault) {
      return try TaggerModel(bytes: EmbeddedFile.named("model_names"))
    } catch {
      preconditionFailure("the embedded model of names: \(error.message)")
    }
  }()

  /// The model that a file holds.
  package init(bytes: [UInt8]) throws(TaggerModelFault) {
    var reader = ModelReader(bytes, from: 4)
    guard bytes.count >= Self.headerLength, bytes.prefix(4).elementsEqual("NAME".utf8) else {
      throw TaggerModelFault("this is no model of names; make one with 'rapporteur train names'")
    }
    guard reader.next32() == TaggerFeatures.version else {
      throw TaggerModelFault("the model was trained with other features than this program has; train it again")
    }
    guard reader.next32() == Self.probe else {
      throw TaggerModelFault("the model knows words by other hashes than this program; train it again")
    }
    let wordCount = Int(reader.next32())
    let vectorCount = Int(reader.next32())
    let placeCount = Int(reader.next32())
    guard bytes.count == Self.headerLength + (wordCount + vectorCount) * 8 + placeCount * 16, placeCount > 0 else {
      throw TaggerModelFault("the model is \(bytes.count) bytes long, which is not what its header says; is it whole?")
    }
    slope = reader.nextFloat()
    intercept = reader.nextFloat()
    transitions = (0..<NameLabel.width * NameLabel.width).map { _ in Int32(Int16(bitPattern: reader.next16())) }
    classes = WordTable(wordCount) { (reader.next32(), reader.next32()) }
    vectors = WordTable(vectorCount) { (reader.next32(), reader.next32()) }
    var places: [SIMD4<UInt32>] = []
    places.reserveCapacity(placeCount)
    for _ in 0..<placeCount {
      places.append(SIMD4(reader.next32(), reader.next32(), reader.next32(), reader.next32()))
    }
    guard places.contains(where: { $0.w >> 8 == 0 }) else { throw TaggerModelFault("the model has no free place") }
    self.places = places
  }

  /// The hash of a word that tells whether words still have the hashes they had.
  package static let probe: UInt32 = Lexicon.shared.stableKey(of: Lexicon.shared.id(of: "rapporteur"))

  /// The classes of a word; capitals make it another word where the model knows that one.
  @inline(__always)
  package func classes(of key: UInt32, isCapital: Bool) -> (coarse: UInt16, fine: UInt16) {
    let found = isCapital ? classes[Self.capital(key)] ?? classes[key] : classes[key]
    guard let found else { return (0, 0) }
    return (UInt16(truncatingIfNeeded: found >> 16), UInt16(truncatingIfNeeded: found))
  }

  /// The classes of a word by its vector.
  @inline(__always)
  package func kin(of key: UInt32) -> VectorClasses {
    vectors[key].map { VectorClasses(packed: $0) } ?? VectorClasses()
  }

  /// The key of a word with a capital inside a sentence.
  package static func capital(_ key: UInt32) -> UInt32 { (key ^ 0x5BD1_E995) | 1 }

  /// Adds up the weights of features.
  @inline(__always)
  package func sum(_ keys: [UInt64]) -> SIMD16<Int16> {
    var sum = SIMD16<Int16>()
    let count = UInt64(places.count)
    unsafe places.withUnsafeBufferPointer { places in
      for key in keys {
        var place = Int(truncatingIfNeeded: Self.place(key, of: count))
        let wanted = Self.mark(key)
        while true {
          let found = unsafe places[place]
          let mark = found.w >> 8
          if mark == 0 { break }
          if mark & Self.markMask == wanted {
            let weights = SIMD16<Int16>(truncatingIfNeeded: unsafe unsafeBitCast(found, to: SIMD16<Int8>.self))
            sum &+= weights &<< SIMD16(repeating: Int16(truncatingIfNeeded: mark >> 22))
            break
          }
          place &+= 1
          if place == places.count { place = 0 }
        }
      }
    }
    return sum
  }

  /// Where a feature is looked for first.
  @inline(__always)
  package static func place(_ key: UInt64, of count: UInt64) -> UInt64 { ((key >> 32) &* count) >> 32 }

  private static let markMask: UInt32 = 0x3F_FFFF

  /// What is kept of a feature's hash: never 0.
  @inline(__always)
  package static func mark(_ key: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: key) & markMask) }
}

/// Why bytes are no model of names that this program can use.
package struct TaggerModelFault: Error, Sendable {
  package var message: String

  init(_ message: String) { self.message = message }
}

/// Numbers by the keys of words; open addressing.
private struct WordTable {
  /// Key above, number below; 0 for a free place.
  private var places: [UInt64]

  init(_ count: Int, next: () -> (key: UInt32, value: UInt32)) {
    var size = 16
    while size < count * 2 { size *= 2 }
    places = Array(repeating: 0, count: size)
    for _ in 0..<count {
      let entry = next()
      var place = Int(entry.key) & (size - 1)
      while places[place] != 0 { place = (place + 1) & (size - 1) }
      places[place] = UInt64(entry.key) << 32 | UInt64(entry.value)
    }
  }

  @inline(__always)
  subscript(key: UInt32) -> UInt32? {
    let mask = places.count - 1
    var place = Int(key) & mask
    while places[place] != 0 {
      if UInt32(truncatingIfNeeded: places[place] >> 32) == key { return UInt32(truncatingIfNeeded: places[place]) }
      place = (place + 1) & mask
    }
    return nil
  }
}
