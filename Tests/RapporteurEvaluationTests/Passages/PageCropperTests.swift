import Rapporteur
import Testing

@testable import RapporteurEvaluation

@Suite struct PageCropperTests {
  private let paragraphs = (1...12).map { "The harbour office opened its gate number \($0) to all ships on that day." }

  @Test func `a cropped tree loses the end of its article and no element`() {
    let items = paragraphs.map { "<p><b>Note:</b> \($0)</p>" }.joined()
    let page = Text("<html><body><ul><li>Home</li></ul><div>\(items)</div><p>Imprint</p></body></html>")
    let rows = PassageRowReader(.tree).rows(of: page)
    let labels = GoldLabels.labels(rows.passages.map(\.text), gold: paragraphs.joined(separator: "\n"))
    #expect(labels.count { $0 } == 12)
    var cropper = PageCropper(seed: 5)
    let crops = cropper.crops(ofTree: page, rows, labels)
    #expect(crops.count == 1)
    let left = PassageRowReader(.tree).rows(of: crops[0]).passages.map(\.text)
    #expect(left.first == "Home" && left.last == "Imprint")
    #expect((4...10).contains(left.count))
    #expect(crops[0][crops[0].range].hasSuffix("<p><b></b></p></div><p>Imprint</p></body></html>"))
  }

  @Test func `cropped lines keep the head of the article and a little around it`() {
    let lines = ["Home", "Shop"] + paragraphs + ["Imprint", "Contact"]
    let page = Text(lines.joined(separator: "\n\n"))
    let rows = PassageRowReader(.text).rows(of: page)
    let labels = lines.map { $0.hasPrefix("The") }
    var cropper = PageCropper(seed: 1)
    let crops = cropper.crops(ofLines: page, rows, labels)
    #expect(crops.count == 3)
    for crop in crops {
      let left = PassageRowReader(.text).rows(of: crop).passages.map(\.text)
      #expect(left.contains(paragraphs[1]))
      #expect(left.allSatisfy { lines.contains($0) })
    }
  }
}
