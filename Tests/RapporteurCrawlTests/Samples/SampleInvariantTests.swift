import Rapporteur
import Testing

/// What holds for every document, whatever the rules of the stages: tried on every sample, with both first stages.
@Suite struct SampleInvariantTests {
  private func documents(_ verbatim: Bool) throws -> [Document] {
    let pipeline = try Samples.pipeline(verbatim: verbatim)
    let documents = try Samples.pages().compactMap { try? pipeline.process($0) }
    #expect(documents.count >= 8)
    return documents
  }

  @Test(arguments: [false, true]) func rangesLieInTheTextOnBordersOfScalars(_ verbatim: Bool) throws {
    for document in try documents(verbatim) {
      #expect(String(validating: document.text.utf8, as: UTF8.self) != nil, "\(document.id): the text is UTF-8")
      for (layer, range) in document.ranges {
        let text = document.text
        #expect(
          range.end <= text.count && text.isScalarBorder(range.start) && text.isScalarBorder(range.end),
          "\(document.id): \(layer) \(range)")
      }
      for range in document.blocks.compactMap(\.source) + document.removed.compactMap(\.source) {
        let page = document.decoded
        #expect(
          range.end <= page.count && page.isScalarBorder(range.start) && page.isScalarBorder(range.end),
          "\(document.id): source \(range)")
      }
    }
  }

  @Test(arguments: [false, true]) func rangesAreInOrder(_ verbatim: Bool) throws {
    for document in try documents(verbatim) {
      let layers: [(String, [TextRange])] =
        [
          ("blocks", document.blocks.map(\.range)), ("sentences", document.sentences.map(\.range)),
          ("tokens", document.tokens.map(\.range)), ("mentions", document.mentions.map(\.range)),
        ] + document.attributions.map { ("content", $0.content) }
        + document.blocks.map { ("runs", $0.runs.map(\.range)) }
      for (layer, ranges) in layers {
        for (one, next) in zip(ranges, ranges.dropFirst()) {
          #expect(one.end <= next.start, "\(document.id): \(layer) \(one) \(next)")
        }
      }
    }
  }

  @Test(arguments: [false, true]) func layersPointAtWhatIsThere(_ verbatim: Bool) throws {
    for document in try documents(verbatim) {
      for sentence in document.sentences {
        let isInside = document.blocks[sentence.block].range.covers(sentence.range)
        #expect(isInside, "\(document.id): \(sentence)")
        #expect(document.text.trimmed(sentence.range) == sentence.range, "\(document.id): \(sentence)")
        #expect(document.tokens[sentence.tokens].allSatisfy { sentence.range.covers($0.range) }, "\(document.id)")
      }
      let entities =
        document.mentions.compactMap(\.entity)
        + (document.attributions.flatMap(\.speakers) + document.proposals.flatMap(\.speakers)).compactMap(\.entity)
      #expect(entities.allSatisfy { document.entities.indices.contains($0) }, "\(document.id)")
      for mention in document.mentions {
        #expect(document.text.trimmed(mention.range) == mention.range && !mention.range.isEmpty, "\(document.id)")
        #expect(mention.entity == nil || mention.type.isNamed, "\(document.id): \(mention)")
      }
      for (index, attribution) in document.attributions.enumerated() {
        #expect(attribution.speakers.isEmpty == (attribution.unresolved != nil), "\(document.id): a\(index + 1)")
        #expect(attribution.within.map { $0 != index && document.attributions.indices.contains($0) } ?? true)
      }
      let inside = document.proposals.flatMap(\.items).flatMap(\.attributions)
      #expect(inside.allSatisfy { document.attributions.indices.contains($0) }, "\(document.id)")
    }
  }

  @Test(arguments: [false, true]) func sourcesLeadBackToThePage(_ verbatim: Bool) throws {
    for document in try documents(verbatim) {
      for block in document.blocks {
        guard let source = block.source else { continue }
        if document.form == .text || verbatim {
          #expect(document.decoded[source] == document.text[block.range], "\(document.id): \(block.range)")
        }
        for run in block.runs {
          #expect(source.covers(run.source), "\(document.id): \(run)")
          let there = document.decoded[run.source]
          guard !there.hasPrefix("&") else { continue }
          #expect(visible(there) == visible(document.text[run.range]), "\(document.id): \(run)")
        }
        if document.form == .html && !block.runs.isEmpty {
          let runs = block.runs.map { document.text[$0.range] }.joined()
          #expect(visible(runs) == visible(document.text[block.range]), "\(document.id): every character has its run")
        }
      }
    }
  }

  @Test(arguments: [false, true]) func theSamePageGivesTheSameBytes(_ verbatim: Bool) throws {
    let pipeline = try Samples.pipeline(verbatim: verbatim)
    let writer = RecordWriter(pipeline: pipeline)
    for page in try Samples.pages() {
      let lines = (0..<2).map { _ in writer.annotate(page, with: pipeline).line }
      #expect(lines[0] == lines[1], "\(page.id)")
    }
  }

  @Test(arguments: [false, true]) func aStageWritesOnlyItsLayers(_ verbatim: Bool) throws {
    let pipeline = try Samples.pipeline(verbatim: verbatim)
    for page in try Samples.pages() {
      guard var document = try? pipeline.process(page) else { continue }
      document = Document(
        id: document.id, source: document.source, inputDate: document.inputDate, decoded: document.decoded,
        form: document.form, digest: document.digest)
      for step in pipeline.stages {
        let before = document.layers
        try step.stage.process(&document)
        let after = document.layers
        let written = Set(Layer.allCases.filter { before[$0] != after[$0] })
        #expect(written.isSubset(of: type(of: step.stage).writes), "\(page.id): \(step.name) wrote \(written)")
      }
    }
  }

  private func visible(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

extension Document {
  /// What stands in each layer, to compare.
  fileprivate var layers: [Layer: String] {
    [
      .page: "\(decoded.utf8.count)", .text: String(decoding: text.utf8, as: UTF8.self),
      .blocks: "\(blocks) \(removed)", .sentences: "\(sentences) \(tokens)",
      .entities: "\(entities) \(mentions)", .attributions: "\(attributions)", .proposals: "\(proposals)",
    ]
  }
}
