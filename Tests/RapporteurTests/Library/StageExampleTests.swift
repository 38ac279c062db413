public import Rapporteur
import Testing

// The README's stage stands between the marks, as it is there.
// begin
public struct Weekdays: Stage {
  public static let name = "weekdays"
  public static let summary = "Notes the sentences that name a day of the week."
  public static let reads: Set<Layer> = [.sentences]
  public static let writes: Set<Layer> = [.entities]

  private let confidence: Double

  public init(_ options: inout Options) {
    confidence = options.number("confidence", default: 0.9, in: 0...1, "what to believe of a find")
  }

  public func process(_ document: inout Document) throws(StageFailure) {
    // Walk document.tokens; append to document.mentions.
  }
}

// end
@Suite struct StageExampleTests {
  @Test func itRunsInAPipeline() throws {
    let pipeline = try Pipeline([Verbatim.self, Sentences.self, Weekdays.self])
    let document = try pipeline.process(Page(id: "note", text: "It was a Monday."))
    #expect(document.sentences.count == 1 && document.mentions.isEmpty)
  }

  @Test func itStandsInTheReadme() throws {
    let example = try #require(LibraryExampleTests.marked(in: #filePath).first).map(String.init)
    #expect(example.dropLast() == LibraryExampleTests.block("```swift\n", behind: "<!-- example: stage -->")[...])
  }
}
