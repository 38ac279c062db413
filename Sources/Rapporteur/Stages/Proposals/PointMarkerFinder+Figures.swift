/// Points numbered with figures, letters and marks.
extension PointMarkerFinder {
  /// Adds what may number a point at a token: (1), 1), 1., 1、, ①, "Point 1:".
  func figureMarkers(_ index: Int, in block: Range<Int>, into result: inout [PointMarker]) {
    let token = text.tokens[index]
    let mark = text.mark(index)
    if mark == 0x28 || mark == 0xFF08 {
      guard let numeral = PointNumeral(text, at: index + 1, before: block.upperBound) else { return }
      let close = text.mark(index + 1 + numeral.length)
      guard close == 0x29 || close == 0xFF09, isFree(index) else { return }
      let place = place(of: index, in: block) ?? .inside
      for (form, value) in numeral.readings {
        append(form.parenthesised, value, place, index, index + 2 + numeral.length, block, &result)
      }
      return
    }
    guard token.shape.contains(.number) || token.shape.contains(.word), isFree(index) else { return }
    if token.shape.contains(.number), let circled = PointNumeral.circled(text.scalar(index)) {
      append(.circled, circled, place(of: index, in: block) ?? .inside, index, index + 1, block, &result)
      return
    }
    if token.shape.contains(.capitalised), text.classes[index].contains(.singular),
      index == block.lowerBound || text.sentence(of: index).lowerBound == index,
      let numeral = PointNumeral(text, at: index + 1, before: block.upperBound, lexicon: lexicon)
    {
      let end = index + 1 + numeral.length
      let isAlone = index == block.lowerBound && (text.mark(end) == 0x2E || end == block.upperBound)
      if isAlone || Self.separators.contains(text.mark(end)) && text.mark(end) != 0x2E,
        let value = numeral.readings.first?.value
      {
        append(.labelled, value, place(of: index, in: block) ?? .sentence, index, end, block, &result)
      }
      return
    }
    guard token.length <= 6 else { return }
    // Most words end here: only Chinese numerals have more than one token.
    if !token.shape.contains(.ideographic) {
      guard index + 1 < block.upperBound, text.tokens[index + 1].shape.contains(.mark),
        Self.closers.contains(text.mark(index + 1))
      else { return }
    }
    guard let numeral = PointNumeral(text, at: index, before: block.upperBound) else { return }
    let end = index + numeral.length
    guard end < block.upperBound, !text.tokens[end].shape.contains(.spaceBefore) else { return }
    let before = place(of: index, in: block)
    let after = text.mark(end)
    for (form, value) in numeral.readings {
      switch after {
      case 0x29, 0xFF09:
        if index > block.lowerBound, text.mark(index - 1) == 0x28 || text.mark(index - 1) == 0xFF08 { continue }
        append(form.closed, value, before ?? .inside, index, end + 1, block, &result)
      case 0x2E, 0xFF0E:
        guard let before, form != .ideographic else { continue }
        guard !text.touchesNext(end) || text.tokens[end + 1].shape.contains(.ideographic) else { continue }
        append(form.stopped, value, before, index, end + 1, block, &result)
      case 0x3001:
        guard let before else { continue }
        append(.ideographic, value, before, index, end + 1, block, &result)
      default: continue
      }
    }
  }

  private func append(
    _ family: PointMarker.Family, _ ordinal: Int, _ place: PointMarker.Place, _ first: Int, _ end: Int,
    _ block: Range<Int>, _ result: inout [PointMarker]
  ) {
    guard end < block.upperBound else { return }  // a number alone is no point
    result.append(
      PointMarker(
        family: family, ordinal: ordinal, place: place,
        range: TextRange(text.tokens[first].start, text.tokens[end - 1].end), first: first, body: end))
  }

  /// White space, a mark or the block's border stands before the token.
  private func isFree(_ index: Int) -> Bool {
    text.tokens[index].shape.contains(.spaceBefore) || text.isFirst(index)
      || text.tokens[index - 1].shape.contains(.mark) || text.tokens[index - 1].shape.contains(.ideographic)
  }

  private static let closers: Set<UInt32> = [0x29, 0x2E, 0x3001, 0xFF09, 0xFF0E]
}
