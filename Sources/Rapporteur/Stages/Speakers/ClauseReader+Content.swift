/// Where the content behind a cue ends.
extension ClauseReader {
  /// The content behind a cue, to the sentence's end or its quotation's.
  func content(_ candidate: CueCandidate, _ high: Int) -> Range<Int> {
    let complement = candidate.complement
    if let quotation = complement.quotation {
      let introduced = passage.has(quotation.open - 1, [.comma, .colon])
      let ends = quotation.close + 1 >= high || passage.has(quotation.close + 1, [.stop, .comma, .semicolon, .dash])
      if introduced || ends { return quotation.tokens }
    }
    var end = high
    var hasComma = false
    for token in (complement.start..<high).reversed() where passage.quotationOf[token] < 0 {
      if passage.has(token, .according), token > complement.start + 3, passage.has(token - 1, .comma), !hasComma {
        return complement.start..<token - 1  // ", according to an aide": who tells of the statement
      }
      hasComma = hasComma || passage.has(token, .comma)
    }
    for token in complement.start..<high {
      if let quotation = passage.quotation(token) {
        end = max(end, quotation.close + 1)
      } else if passage.has(token, .citing), passage.looksGerund(token), token > complement.start + 1,
        passage.has(token - 1, .comma)
      {
        return complement.start..<token - 1  // ", citing the storm": where the speaker has it from
      } else if let end = endOfQuoted(token, complement, high) {
        return complement.start..<end
      } else if passage.has(token, .semicolon), complement.kind != .that, complement.kind != .clause,
        !(complement.start..<token).contains(where: { passage.has($0, .colon) })
      {
        return complement.start..<token  // "to have the votes; his aides put …"
      } else if passage.has(token, .comma), complement.kind == .naming || complement.kind == .asObject,
        token > complement.start + 1, let quotation = passage.quotation(token - 1), quotation.close == token - 1
      {
        return complement.start..<token  // "calls it “consistent”, which it is not"
      } else if complement.kind == .noun || complement.kind == .asObject || complement.kind == .naming,
        token > complement.start + 1, token + 1 < high, passage.looksPast(token),
        passage.has(token - 1, .and),
        passage.has(token + 1, [.determiner, .possessive]) || passage.verb(token) != nil
      {
        return complement.start..<token - 1  // "affirmed its support and renewed its thanks"
      } else if complement.kind == .object || complement.kind == .infinitive, token > complement.start + 3,
        token + 1 < high, passage.looksPast(token), passage.has(token - 1, .and), passage.has(token - 2, .comma),
        passage.has(token + 1, [.determiner, .possessive]) || passage.isCapitalised(token + 1)
      {
        return complement.start..<token - 2  // "accused the crews of sabotage, and summoned the envoy"
      }
    }
    return complement.start..<end
  }

  /// "dismissed it as “gardening” and came back": behind a quotation the next verb is the speaker's own.
  func endOfQuoted(_ token: Int, _ complement: ComplementFinder.Found, _ high: Int) -> Int? {
    guard passage.has(token, .and), token > complement.start + 2, token + 1 < high,
      !passage.isCapitalised(token + 1), passage.has(token + 1, .scene) || passage.looksPast(token + 1)
    else { return nil }
    let end = passage.has(token - 1, .comma) ? token - 1 : token
    guard let quotation = passage.quotation(end - 1), quotation.close == end - 1, quotation.open > complement.start
    else { return nil }
    return end
  }
}
