extension Passage {
  /// Whether a token can stand for a time by itself: a weekday, "yesterday", "earlier".
  private func isTimeWord(_ token: Int) -> Bool {
    guard has(token, .time), !has(token, .determiner) else { return false }
    if has(token, .modal) && !isCapitalised(token) { return false }  // "may"
    return true
  }

  /// The token before the time phrase that ends at `token`; `token` itself where there is none.
  ///
  /// "on Saturday", "late last week", "on Nov. 1", "in May".
  func skippingTimeBack(_ token: Int, low: Int) -> Int {
    var at = token
    var sawTime = false
    while at >= low {
      if isTimeWord(at) || (sawTime && has(at, .time)) {
        sawTime = true
      } else if tokens[at].shape.contains(.number) || has(at, .stop) {
        // "Nov. 1", "May 5, 2020": only with a time word before.
        var back = at
        while back > low && back > at - 4, tokens[back].shape.contains(.number) || has(back, [.stop, .comma]) {
          back -= 1
        }
        guard has(back, .time), isCapitalised(back) else { break }
        sawTime = true
        at = back
      } else {
        break
      }
      at -= 1
    }
    guard sawTime else { return token }
    while at >= low, has(at, .preposition), !has(at, .of) { at -= 1 }
    return at
  }

  /// The first token from `token` on that belongs to neither an adverb nor a time phrase.
  func skippingAdverbials(_ token: Int, high: Int) -> Int {
    var at = token
    while at < high {
      if has(at, .adverb) && !has(at, [.determiner, .coordinator, .time]) {
        at += 1
      } else if isTimeWord(at) || (has(at, .time) && at + 1 < high && has(at + 1, .time)) {
        at += 1
        while at < high,
          tokens[at].shape.contains(.number)
            || (has(at, .stop) && at + 1 < high && !tokens[at - 1].shape.contains(.number))
        {
          at += 1
        }
      } else if has(at, .preposition), !has(at, [.of, .to, .for, .as]), at + 1 < high,
        isTimeWord(at + 1) || (has(at + 1, .time) && at + 2 < high && has(at + 2, .time))
      {
        at += 1
      } else {
        break
      }
    }
    return at
  }
}
