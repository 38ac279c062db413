/// When the article appeared: what head and linked data declare, and what a reader sees.
extension TreeMetadata {
  func dates(_ found: inout Found, _ body: Int?, _ last: Int, _ url: String?, _ inputDate: String?) {
    let reader = DateReader.shared
    var match = data.datePublished.flatMap { reader.first(in: $0) } ?? head.published.flatMap { reader.first(in: $0) }
    let modified = data.dateModified.flatMap { reader.first(in: $0) } ?? head.modified.flatMap { reader.first(in: $0) }
    if let declared = match {
      match = preferred(
        declared, shownDate(found, body, last, modified: modified?.date), url.flatMap { Self.date(inURL: $0) })
    }
    if match == nil { match = visibleDate(found, body, last) }
    if match == nil, let url { match = Self.date(inURL: url) }
    found.metadata.published = match?.date.description ?? inputDate
    found.metadata.publishedTime = match?.timestamp
    found.metadata.modified = modified?.date.description
  }

  /// The date shown nearest to the title: a time element first, then a line that is a date.
  private func visibleDate(_ found: Found, _ body: Int?, _ last: Int) -> DateReader.Match? {
    guard !passages.pieces.isEmpty else { return nil }
    let anchor = found.title ?? body ?? 0
    let start = max(0, anchor - 12)
    let end = min(passages.pieces.count, max(body ?? 0, anchor) + 8)
    let from = Int(passages.pieces[start].first)
    let to = Int(passages.pieces[max(start, end - 1)].last)
    for time in head.times where time.node >= from - 4 && time.node <= to {
      if let match = DateReader.shared.first(in: time.value) { return match }
    }
    let bytes = passages.text.span
    var best: (match: DateReader.Match, distance: Int)?
    for piece in start..<end
    where measures[piece].words <= 24 && (measures[piece].numbers > 0 || measures[piece].words <= 6) {
      guard let match = DateReader.shared.first(bytes, passages.pieces[piece].range) else { continue }
      let distance = abs(piece - anchor) + (measures[piece].words > 14 ? 6 : 0)
      if distance < best?.distance ?? Int.max { best = (match, distance) }
    }
    if let best { return best.match }
    guard let body else { return nil }
    for piece in max(body, last)..<max(body, min(passages.pieces.count, last + 6)) where measures[piece].words <= 14 {
      if let match = DateReader.shared.first(bytes, passages.pieces[piece].range) { return match }
    }
    return nil
  }

  /// ".../2025/11/02/…", ".../2025-11-02-…", "…/20251102/…".
  private static func date(inURL url: String) -> DateReader.Match? {
    let bytes = Array(url.utf8.prefix(500))
    return DateReader.shared.first(bytes.span, TextRange(0, bytes.count))
  }

  /// A day that the page shows under its headline.
  private struct Shown {
    var match: DateReader.Match
    var isUpdate: Bool
  }

  /// How much later an update must be for the text to be a new edition, in days.
  private static let edition = 30

  /// Which of the declared day and those that a reader sees is the text's.
  ///
  /// Declared days are often those of another time zone, or of the page's first draft or last build. What stands under
  /// the headline is what the page itself says; an update counts only where it came so late that it is a new edition.
  private func preferred(
    _ declared: DateReader.Match, _ shown: Shown?, _ inURL: DateReader.Match?
  ) -> DateReader.Match {
    if let shown, shown.match.date != declared.date {
      if !shown.isUpdate || Self.days(from: declared, to: shown.match) > Self.edition { return shown.match }
    }
    if let inURL, abs(Self.days(from: declared, to: inURL)) == 1, declared.zone != nil { return inURL }
    return declared
  }

  private static func days(from first: DateReader.Match, to second: DateReader.Match) -> Int {
    (second.date.dayNumber ?? 0) - (first.date.dayNumber ?? 0)
  }

  /// The nearest date line under the headline and before the running text, or one that says "Published" a little above
  /// it or below the text; one that is no update goes before one that is.
  private func shownDate(_ found: Found, _ body: Int?, _ last: Int, modified: CalendarDate?) -> Shown? {
    guard let title = found.title, let body else { return nil }
    var update: Shown?
    let count = passages.pieces.count
    let end = min(count, max(body, title) + 2)
    for piece in min(title + 1, end)..<end where piece <= title + 14 {
      guard let match = shownDate(piece) else { continue }
      let label = label(piece)
      guard !Self.laterWords.contains(where: { label.contains($0) }) else { continue }
      let isUpdate = match.date == modified || Self.updateWords.contains { label.contains($0) }
      if !isUpdate { return Shown(match: match, isUpdate: false) }
      if update == nil { update = Shown(match: match, isUpdate: true) }
    }
    let below = max(last, body)..<max(max(last, body), min(count, last + 14))
    for piece in Array(max(0, title - 24)..<title) + Array(end..<max(end, min(count, title + 20))) + Array(below) {
      guard let match = shownDate(piece) else { continue }
      let labels = [label(piece), text(piece).lowercased()]
      if labels.contains(where: { $0.hasPrefix("publish") || $0.hasPrefix("posted on") }) {
        return Shown(match: match, isUpdate: false)
      }
    }
    return update
  }

  /// The date in a piece that may be a date line.
  private func shownDate(_ piece: Int) -> DateReader.Match? {
    let measure = measures[piece]
    guard measure.words <= 16, measure.words >= 1, !measure.endsSentence,
      passages.pieces[piece].signs.isDisjoint(with: [.related, .comments, .inNav, .inFooter, .inAside, .isHidden])
    else { return nil }
    return DateReader.shared.first(passages.text.span, passages.pieces[piece].range)
  }

  /// The words of a date line in lower case, with those of a short piece before it.
  private func label(_ piece: Int) -> String {
    let before = piece > 0 && measures[piece - 1].words <= 3 ? text(piece - 1).lowercased() + " " : ""
    return before + text(piece).lowercased()
  }

  private static let updateWords = [
    "updated", "last update", "modified", "revised", "reviewed", "aktualisiert", "mis à jour", "actualizado",
    "更新", "수정", "最終更新",
  ]

  /// What readers of a forum did, long after the page appeared.
  private static let laterWords = ["edited", "answered", "commented", "replied", "viewed", "accessed", "retrieved"]
}
