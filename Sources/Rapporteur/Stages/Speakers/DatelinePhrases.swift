extension Passage {
  private static let longestDateline = 24

  /// The first token of a sentence behind its dateline: "SEOUL, Sept. 9 (Agency) --", "Nairobi, Thursday –".
  func afterDateline(_ sentence: Sentence) -> Int {
    let low = sentence.tokens.lowerBound
    let high = min(sentence.tokens.upperBound, low + Self.longestDateline)
    guard low < high, tokens[low].start == blocks[sentence.block].range.start, isCapitalised(low) else { return low }
    var isDated = tokens[low].shape.contains(.allCapitals)
    var slashes = 0
    var hasBracket = false
    for token in low..<high {
      if token + 2 >= sentence.tokens.upperBound { return low }
      let shape = tokens[token].shape
      if !shape.contains(.mark) {
        guard isCapitalised(token) || !shape.isDisjoint(with: [.number, .hasDigit]) || has(token, [.time, .of]) else {
          return low
        }
        if has(token, .time) { isDated = true }
        continue
      }
      if has(token, .openBracket) {
        hasBracket = true
        isDated = true
      }
      if text[tokens[token].start] == 0x2F { slashes += 1 }
      if has(token, [.quoteMark, .semicolon]) || quotationOf[token] >= 0 { return low }
      let isDash =
        has(token, .dash)
        || has(token, .hyphen) && shape.contains(.spaceBefore) && tokens[token + 1].shape.contains(.spaceBefore)
      if isDash || has(token, .colon) && hasBracket || has(token, .stop) && slashes == 2 {
        return isDated || slashes == 2 ? token + 1 : low
      }
    }
    return low
  }
}
