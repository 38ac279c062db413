// Comments, declarations and processing instructions.
extension HTMLGuard {
  /// The comment or declaration that starts at `start`; returns the offset behind it.
  mutating func declaration(_ page: Span<UInt8>, from start: Int) -> Int {
    let end: Int
    if start + 3 < page.count, page[start + 2] == 0x2D, page[start + 3] == 0x2D {
      end = Self.commentEnd(page, from: start + 4)
    } else {
      guard let close = close(page, from: start + 2) else { return start + 1 }
      if isDoctype(page, from: start + 2) {
        end = close + 1
      } else {
        // To libxml2 a tag inside is a tag.
        end = ByteSearch.first(0x3C, in: page.extracting(0..<close), from: start + 2) ?? close + 1
        cut(page, start, start)
        pieces[pieces.count - 1].isHidden = true
        cut(page, end, end)
        return end
      }
    }
    if firstDeclaration == nil { firstDeclaration = start }
    cut(page, start, end)
    return end
  }

  private func isDoctype(_ page: Span<UInt8>, from start: Int) -> Bool {
    let name: StaticString = "doctype"
    guard start + name.utf8CodeUnitCount < page.count else { return false }
    for index in 0..<name.utf8CodeUnitCount where unsafe page[start + index] | 0x20 != name.utf8Start[index] {
      return false
    }
    return true
  }

  /// The offset behind the `-->` or `--!>` that ends a comment whose body starts at `start`.
  private static func commentEnd(_ page: Span<UInt8>, from start: Int) -> Int {
    if start < page.count, page[start] == 0x3E { return start + 1 }
    if start + 1 < page.count, page[start] == 0x2D, page[start + 1] == 0x3E { return start + 2 }
    var at = start
    while let found = ByteSearch.first(0x3E, in: page, from: at) {
      if found >= start + 2, page[found - 1] == 0x2D, page[found - 2] == 0x2D { return found + 1 }
      if found >= start + 3, page[found - 1] == 0x21, page[found - 2] == 0x2D, page[found - 3] == 0x2D {
        return found + 1
      }
      at = found + 1
    }
    return page.count
  }

  /// The processing instruction that starts at `start`; returns the offset behind it.
  mutating func instruction(_ page: Span<UInt8>, from start: Int) -> Int {
    var end = start + 2
    if end < page.count, Self.isNameStart(page[end]) || page[end] >= 0x80, let close = close(page, from: end) {
      end = close + 1
    }
    if firstDeclaration == nil { firstDeclaration = start }
    cut(page, start, end)
    return end
  }
}
