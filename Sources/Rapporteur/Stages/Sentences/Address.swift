/// A web or mail address: a run without white space, around "://" or "@".
struct Address {
  let isAddress: Bool
  /// "://"
  let isWeb: Bool
  /// The first token behind it; of a stop or closing mark at its end, where there is one.
  let next: Int
  /// Whether marks end the run, so that they decide what follows.
  let hasStop: Bool

  /// The run around the mark at `index`, ":" or "@".
  init(_ bytes: [UInt8], _ tokens: [Token], around index: Int, before limit: Int) {
    let token = tokens[index]
    let byte = bytes[token.start]
    let isGlued =
      !token.shape.contains(.spaceBefore) && index + 1 < limit && !tokens[index + 1].shape.contains(.spaceBefore)
    let isWeb =
      byte == 0x3A && index + 2 < limit && bytes[tokens[index + 1].start] == 0x2F
      && bytes[tokens[index + 2].start] == 0x2F
    guard isGlued, isWeb || (byte == 0x40 && tokens[index + 1].shape.contains(.word)) else {
      isAddress = false
      self.isWeb = false
      next = index + 1
      hasStop = false
      return
    }
    var end = index + 1
    while end < limit, !tokens[end].shape.contains(.spaceBefore) {
      if !tokens[end].shape.isDisjoint(with: [.ideographic, .hangul]) { break }
      end += 1
    }
    var last = end
    while last > index + 1, tokens[last - 1].shape.contains(.mark), bytes[tokens[last - 1].start] != 0x2F { last -= 1 }
    isAddress = true
    self.isWeb = isWeb
    hasStop = last < end
    next = last
  }
}
