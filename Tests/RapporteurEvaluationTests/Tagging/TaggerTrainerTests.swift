import Rapporteur
import Testing

@testable import RapporteurEvaluation

/// The tagger's trainer, on a few sentences of its own.
@Suite struct TaggerTrainerTests {
  private static let verbs = ["praised", "visited", "joined", "criticised", "left", "painted", "sued", "met"]
  private static let persons = ["Borin Talvek", "Mirsa Odlund", "Kesh Varnado", "Ulla Prent", "Doru Hask"]
  private static let bodies = [
    "Tervex Holdings", "Orlan Holdings", "Mipra Holdings", "Zeltan Holdings", "Quorba Holdings",
  ]

  /// Sentences of one kind: somebody does something to a firm.
  private static let text: String = {
    var lines: [String] = []
    for (index, verb) in (verbs + verbs + verbs).enumerated() {
      let person = persons[index % persons.count]
      let body = bodies[(index * 2 + 1) % bodies.count]
      lines.append("Yesterday [PERSON \(person)] \(verb) [ORG \(body)] because of the rain.")
    }
    return lines.joined(separator: "\n")
  }()

  private static func examples(_ text: String) throws -> [TaggingExample] {
    let reader = TaggerReader()
    return try MarkedNames("n.txt", Array(text.utf8)).documents.map { document in
      TaggingExample(
        document.text, names: document.mentions.compactMap { name in NameClass(name.type).map { (name.range, $0) } },
        reader)
    }
  }

  private static func model() throws -> [UInt8] {
    var parameters = TaggerTrainer.Parameters()
    parameters.minimumCount = 1
    parameters.minimumWords = 2
    parameters.coarseClasses = 4
    parameters.fineClasses = 8
    let examples = try examples(text)
    // There are too few sentences for a prior, and to leave anything out.
    parameters.prior = 0.1
    parameters.dropout = 0
    // "because of the"
    let vectors = examples[0].evidence.signs.suffix(5).prefix(3).map { sign in
      (key: sign.key, kin: VectorClasses(wide: 1, middle: 2, narrow: 3))
    }
    return TaggerTrainer(examples, raw: examples.map(\.evidence), vectors: vectors, parameters)
      .train(development: examples).model
  }

  @Test func learnsWhatItIsShown() throws {
    let tagger = SequenceTagger(try TaggerModel(bytes: Self.model()))
    let unseen = try Self.examples("Yesterday [PERSON Ulla Hask] sued [ORG Balmor Holdings] because of the rain.")
    let example = try #require(unseen.first)
    let found = tagger.names(in: example.evidence)
    #expect(found.map { TaggingExample.TaggedSpan(tokens: $0.tokens, kind: $0.kind) } == example.names)
    #expect(found.allSatisfy { $0.confidence > 0 && $0.confidence <= 1 })
  }

  @Test func givesTheSameBytesTwice() throws { #expect(try Self.model() == Self.model()) }

  @Test func wordsKeepTheirClassesByVectors() throws {
    let tagger = SequenceTagger(try TaggerModel(bytes: Self.model()))
    var evidence = try #require(try Self.examples("because nobody came.").first).evidence
    tagger.addClasses(to: &evidence)
    #expect(evidence.signs.map(\.kin.narrow) == [3, 0, 0, 0])
    let all = VectorClasses(wide: 255, middle: 2_047, narrow: 8_191)
    #expect(VectorClasses(packed: all.packed) == all)
  }

  @Test func tellsWhatIsNoModelOfThisProgram() throws {
    var bytes = try Self.model()
    func fault(_ bytes: [UInt8]) -> String? {
      do throws(TaggerModelFault) {
        _ = try TaggerModel(bytes: bytes)
        return nil
      } catch {
        return error.message
      }
    }
    #expect(fault(bytes) == nil)
    #expect(fault([]) == "this is no model of names; make one with 'rapporteur train names'")
    #expect(fault(Array(bytes.dropLast()))?.hasSuffix("is it whole?") == true)
    bytes[8] ^= 1
    #expect(fault(bytes) == "the model knows words by other hashes than this program; train it again")
    bytes[4] ^= 1
    #expect(fault(bytes) == "the model was trained with other features than this program has; train it again")
  }

  @Test func wordsOfLikePlacesAreOfOneClass() throws {
    var lines: [String] = []
    for animal in ["dog", "cat", "cow", "hen"] {
      for verb in ["eats", "sees", "likes", "wants"] { lines.append("the \(animal) \(verb) some bread now") }
    }
    let text = Text(lines.joined(separator: "\n"))
    let evidence = TaggerReader().words(of: text)
    let classes = WordClasses([evidence], minimumCount: 2)
    let found = classes.classes(5, rounds: 10)
    func kind(_ word: String) -> UInt16? {
      let token = evidence.tokens.indices.first {
        String(decoding: text.utf8[evidence.tokens[$0].range.indices], as: UTF8.self) == word
      }
      return token.flatMap { classes.words.firstIndex(of: evidence.classKey($0)) }.map { found[$0] }
    }
    #expect(Set([kind("dog"), kind("cat"), kind("cow"), kind("hen")]).count == 1)
    #expect(Set([kind("eats"), kind("sees"), kind("likes"), kind("wants")]).count == 1)
    #expect(kind("dog") != kind("eats"))
  }
}
