internal import Rapporteur

/// Makes short pages of long ones, so that a brief report is no surprise to the model: most pages with marked articles
/// are long, most reports of an agency are not.
struct PageCropper {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// Lines cropped three times: the whole article with a little around it, its first 4 to 25 lines, its first 2 to 8.
  mutating func crops(ofLines page: Text, _ rows: PassageRows, _ labels: [Bool]) -> [Text] {
    let article = labels.indices.filter { labels[$0] }
    guard let first = article.first, let last = article.last else { return [] }
    var crops: [Text] = []
    for lengths in [article.count...article.count, 4...25, 2...8] {
      let before = [0, 1, 2, 4, 8, 15][generator.pick(0...5)]
      let behind = [0, 0, 1, 3, 6, 12][generator.pick(0...5)]
      let length = min(generator.pick(lengths), article.count)
      let start = max(0, first - before)
      let end = min(labels.count, last + 1 + behind)
      var bytes = slice(page, rows, start..<article[length - 1] + 1)
      if last + 1 < end {
        bytes.append(0x0A)
        bytes += slice(page, rows, last + 1..<end)
      }
      crops.append(Text(valid: bytes))
    }
    return crops
  }

  /// A tree whose article ends behind its first 2 to 8 paragraphs; what stands around it stays.
  mutating func crops(ofTree page: Text, _ rows: PassageRows, _ labels: [Bool]) -> [Text] {
    let paragraphs = labels.indices.filter { labels[$0] && rows.passages[$0].isProse }
    let length = generator.pick(2...8)
    guard paragraphs.count > length else { return [] }
    var bytes: [UInt8] = []
    var copied = 0
    for index in labels.indices where labels[index] && index > paragraphs[length - 1] {
      for run in rows.passages[index].source where run.start >= copied {
        bytes += page.utf8[copied..<run.start]
        copied = run.end
      }
    }
    bytes += page.utf8[copied...]
    return [Text(valid: bytes)]
  }

  /// The lines as they stand in the page, blank ones between them as well.
  private func slice(_ page: Text, _ rows: PassageRows, _ range: Range<Int>) -> [UInt8] {
    guard let first = rows.passages[range.lowerBound].source.first,
      let last = rows.passages[range.upperBound - 1].source.last
    else { return [] }
    return Array(page.utf8[first.start..<last.end])
  }
}
