import Rapporteur
import RapporteurCrawl

/// The pages of a benchmark, in memory.
struct Corpus {
  let pages: [Page]
  /// What could not be read.
  let faults: Int

  init(_ inputs: Inputs) {
    var reader = CrawlReader(inputs)
    var pages: [Page] = []
    var faults = 0
    while let item = reader.next() {
      do throws(InputFault) {
        pages.append(try item.page())
      } catch {
        faults += 1
      }
    }
    self.pages = pages
    self.faults = faults
  }
}

extension Page {
  /// The bytes of its content.
  var bytes: [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .html(let text), .text(let text): text.utf8
    }
  }
}
