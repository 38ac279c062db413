/// How far a title reaches: modifiers, field, title, and what it is over.
extension NameFinder {
  /// The end of the title that starts at `at`: modifiers, field, title, and the field behind "of" or "for".
  func titleEnd(_ at: Int) -> (end: Int, traits: ListedKind.Traits, isListed: Bool)? {
    guard at < end else { return nil }
    var next = at
    var isListed = true
    // "Justice Minister": the first is no title here but the field.
    let isField =
      part(at).contains(.topic) && kind(at + 1)?.sort == .role && kind(at + 1)?.traits.contains(.field) ?? false
    if kind(at)?.sort != .role || isField {
      guard kind(at) == nil || kind(at)?.sort == .address || isField else { return nil }
      guard !part(at).isDisjoint(with: [.topic, .modifier]) else { return nil }
      let isCapitalised = isCapital(at)
      var fields = 0
      while next < end && next - at < 9 {
        if kind(next)?.sort == .role, next > at || !isField { break }
        if !part(next).isDisjoint(with: [.topic, .modifier]), isCapital(next) == isCapitalised {
          if part(next).contains(.topic) { fields += 1 }
          next += 1
        } else if next > at, word(next) == lists.and || word(next) == lists.comma || word(next) == lists.ampersand,
          part(next + 1).contains(.topic) || word(next) == lists.comma && word(next + 1) == lists.and
        {
          next += 1
        } else {
          return nil
        }
      }
      guard let kind = kind(next), kind.sort == .role else { return nil }
      if isCapital(next) != isCapitalised && !(isCapitalised && at == firstWord) { return nil }
      if fields > 0 && !kind.traits.contains(.field) {
        // A lower-case field word before another title is no part of it ("trade representative" is).
        guard isCapitalised else { return nil }
      }
      isListed = false
    }
    // "Deputy Spokesperson"
    while word(next) == lists.deputy, kind(next + 1)?.sort == .role, isCapital(next + 1) == isCapital(next) {
      next += 1
    }
    guard let kind = kind(next) else { return nil }
    let titleStart = next
    next += length(next)
    if kind.traits.contains(.field), let field = fieldEnd(next, isCapitalised: isCapital(titleStart)) { next = field }
    // "minister" in plural, or a word that goes on by hyphen, is no title.
    if isJoiningHyphen(next) { return nil }
    return (next, kind.traits, isListed)
  }

  /// "of Foreign Affairs", "for Industry and Advanced Technology", "of state for trade".
  private func fieldEnd(_ at: Int, isCapitalised: Bool) -> Int? {
    guard word(at) == lists.of || word(at) == lists.for, isSmall(at) else { return nil }
    var next = at + 1
    if word(next) == lists.the { next += 1 }
    var last: Int?
    while next < end && next - at < 12 {
      if length(next) > 1, listedType(next) != nil, listedType(next) != .location || last != nil { break }
      let isField = part(next).contains(.topic) && (kind(next) == nil || length(next) == 1)
      if isField && (isCapital(next) == isCapitalised) {
        last = next + 1
        next += 1
      } else if listedType(next) == .nationality || part(next).contains(.modifier), last != nil,
        part(next + 1).contains(.topic), isCapital(next + 1)
      {
        next += 1
      } else if listedType(next) == .location && last == nil && isCapitalised {
        next += length(next)
        guard part(next).contains(.topic) else { break }
      } else if last != nil, word(next) == lists.and || word(next) == lists.comma || isJoiningHyphen(next),
        part(next + 1).contains(.topic) || word(next + 1) == lists.and && part(next + 2).contains(.topic)
      {
        next += 1
      } else {
        break
      }
    }
    // "of the National Identity Programme", "of the National Agency for …": no field but a body.
    if let last, self.part(last - 1).contains(.modifier), isCapital(last - 1), isCapital(last) { return nil }
    if let last, isCapital(last), part(last).contains(.organisation), !part(last).contains(.topic) { return nil }
    if let last, isCapitalised || kind(at + 1) == nil || listedType(at + 1) == nil {
      // "of state for trade"
      return fieldEnd(last, isCapitalised: isCapitalised) ?? last
    }
    return nil
  }
}
