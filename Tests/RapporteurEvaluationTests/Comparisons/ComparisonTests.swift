import Rapporteur
import Testing

@testable import RapporteurEvaluation

@Suite struct ComparisonTests {
  private func compare(
    _ first: GoldDocument, _ change: (inout Annotation) -> Void
  ) -> (scores: Scoreboard, differences: [Difference]) {
    var found = first.gold
    change(&found)
    return Comparison(text: first.scalars, gold: first.gold, found: found).result(listing: true)
  }

  @Test func `gold beside itself is right in everything`() throws {
    for (id, xml) in [
      ("meeting", GoldSamples.meeting), ("transcript", GoldSamples.transcript), ("chinese", GoldSamples.chinese),
    ] {
      let document = try GoldSamples.document(id, xml)
      let (scores, differences) = compare(document) { _ in }
      for row in scores.rows { #expect(scores.figure(row.measure) == 1, "\(id): \(row.measure.name)") }
      #expect(differences.isEmpty)
    }
  }

  @Test func `a line is kept when half of it is`() throws {
    let document = try GoldSamples.document("meeting", GoldSamples.meeting)
    let (scores, differences) = compare(document) { found in
      found.units[0].isKept = true
      let whole = found.units[3].range
      found.units[3].range = whole.lowerBound..<whole.lowerBound + whole.count / 4
    }
    #expect(scores[.linesKept] == Score(right: 6, found: 7, gold: 7))
    #expect(scores[.linesStripped] == Score(right: 1, found: 2, gold: 2))
    #expect(differences.filter { $0.stage == .lines }.map(\.verdict) == [.extra, .missed])
  }

  @Test func `names are right by place and type, and titles are not in the sum`() throws {
    let document = try GoldSamples.document("meeting", GoldSamples.meeting)
    let (scores, differences) = compare(document) { found in
      found.names.removeAll { $0.type == .role }
      if let norway = found.names.firstIndex(where: { $0.country == "NO" }) { found.names[norway].type = .organisation }
      if let date = found.names.firstIndex(where: { $0.type == .date }) { found.names[date].value = "2031-05-15" }
    }
    #expect(scores[.entity(.role)] == Score(right: 0, found: 0, gold: 1))
    #expect(scores[.entity(.country)] == Score(right: 0, found: 0, gold: 1))
    // The page's gold has no ORG: what is found of a type it does not mark is not counted.
    #expect(scores[.entities] == Score(right: 7, found: 7, gold: 8))
    #expect(scores[.dateValues] == Score(right: 0, found: 1, gold: 1))
    #expect(differences.map(\.verdict) == [.missed, .wrong, .missed])
  }

  @Test func `links are scored over the mentions that both have`() throws {
    let document = try GoldSamples.document("transcript", GoldSamples.transcript)
    // Five mentions of five things, and a second annotation that takes two for one.
    let (scores, _) = compare(document) { found in
      for index in found.names.indices where found.names[index].link == "pk" { found.names[index].link = "hr" }
    }
    let count = scores[.linkingPrecision].gold
    #expect(count == 6)
    #expect(scores[.linkingPrecision].right == count - 1)
    #expect(scores[.linkingRecall].right == count)
  }

  @Test func `statements are matched by half of their words`() throws {
    let document = try GoldSamples.document("meeting", GoldSamples.meeting)
    let (scores, differences) = compare(document) { found in
      found.statements[0].speakers = ["Valdemar"]
      found.statements[0].kind = .mixed
      found.statements[1].kind = .indirect
      // Three of five words.
      let content = found.statements[1].content[0]
      found.statements[1].content = [content.lowerBound..<content.lowerBound + 17]
      found.statements[2].speakers = ["Oskar Valdemar", "Ida Holm"]
      found.statements[2].cue = nil
    }
    #expect(scores[.statements] == Score(right: 3, found: 3, gold: 3))
    #expect(scores[.speaker] == Score(right: 2, found: 3, gold: 3))
    #expect(scores[.kind] == Score(right: 1, found: 3, gold: 3))
    #expect(scores[.cue] == Score(right: 1, found: 2, gold: 2))
    #expect(scores[.runs] == Score(right: 0, found: 0, gold: 1))
    #expect(differences.map(\.verdict) == [.wrong, .wrong, .wrong])
  }

  @Test func `points are found by where they begin and by their words`() throws {
    let document = try GoldSamples.document("meeting", GoldSamples.meeting)
    let (scores, _) = compare(document) { found in
      // Behind the marker and the comma.
      let first = found.proposals[0].items[0].range
      found.proposals[0].items[0].range = first.lowerBound + 7..<first.upperBound
      found.proposals[0].items.removeLast()
      found.proposals[0].announced = nil
    }
    #expect(scores[.proposals] == Score(right: 1, found: 1, gold: 1))
    #expect(scores[.itemStarts] == Score(right: 1, found: 1, gold: 2))
    #expect(scores[.itemWords].right == 3)
    #expect(scores[.announced].right == 0)
    #expect(scores[.itemCount].right == 0)
    #expect(scores[.proposer].right == 1)
  }

  @Test func `speakers are compared one to one`() {
    #expect(SpokenName.matches(["He Zhiwei"], ["Zhiwei"]))
    #expect(SpokenName.matches(["the EU"], ["EU"]))
    #expect(!SpokenName.matches(["China", "Japan"], ["China"]))
    #expect(!SpokenName.matches(["China"], ["China", "Japan"]))
    #expect(SpokenName.matches(["Japan"], ["China", "Japan"], alternatives: ["Japan"]))
    #expect(!SpokenName.matches([], ["China"]))
  }

  @Test func `the pipeline's places are those of the page`() async throws {
    let document = try GoldSamples.document("meeting", GoldSamples.meeting)
    let evaluation = await Evaluation([document], .standard, workers: 2)
    let scores = try #require(evaluation.documents.first?.scores)
    #expect(scores[.entity(.person)].right == 1)
    #expect(scores[.statements].right >= 1)
  }
}
