/// When the article appeared: what head and linked data declare, and what a reader sees.
extension TreeMetadata {
  func dates(_ found: inout Found, _ body: Int?, _ last: Int, _ url: String?, _ inputDate: String?) {
    let reader = DateReader.shared
    var match = data.datePublished.flatMap { reader.first(in: $0) } ?? head.published.flatMap { reader.first(in: $0) }
    let modified = data.dateModified.flatMap { reader.first(in: $0) } ?? head.modified.flatMap { reader.first(in: $0) }
    let inURL = url.flatMap { Self.date(inURL: $0) }
    // A day without its hour is that of a form somebody filled in; the hour is the program's that published the page.
    if let day = match, day.clock ?? "00:00:00" == "00:00:00" {
      let others =
        data.otherDates.compactMap { reader.first(in: $0) }
        + [head.published.flatMap { reader.first(in: $0) }].compactMap { $0 }
      match = others.first { $0.clock ?? "00:00:00" != "00:00:00" && abs(Self.days(from: day, to: $0)) == 1 } ?? day
    }
    if let declared = match {
      match = preferred(
        declared, shownDate(found, body, last, modified: modified?.date == declared.date ? nil : modified?.date), inURL)
    }
    if match == nil {
      let visible = visibleDate(found, body, last)
      // A page that tells when it was changed, and not when it appeared, keeps that to itself.
      match = visible.date ?? inURL ?? (modified == nil ? visible.update : nil)
    }
    found.metadata.published = match?.date.description ?? inputDate
    found.metadata.publishedTime = match?.timestamp
    found.metadata.modified = modified?.date.description
  }

  /// The date shown nearest to the title: a time element first, then a line that is a date.
  ///
  /// One above the headline that stands with the menu is none: that is today. The day of an update is told apart.
  private func visibleDate(
    _ found: Found, _ body: Int?, _ last: Int
  ) -> (date: DateReader.Match?, update: DateReader.Match?) {
    guard !passages.pieces.isEmpty else { return (nil, nil) }
    var update: DateReader.Match?
    // Some pages call all that they hold comments.
    let outside = Self.outside.subtracting(body.map { passages.pieces[$0].signs } ?? [])
    let anchor = found.title ?? body ?? 0
    let start = max(0, anchor - 12)
    let end = min(passages.pieces.count, max(body ?? 0, anchor) + 8)
    let from = Int(passages.pieces[start].first)
    let to = Int(passages.pieces[max(start, end - 1)].last)
    for time in head.times where time.node >= from - 4 && time.node <= to {
      let piece = min(Int(passages.firstPiece[time.node]), passages.pieces.count - 1)
      guard passages.signs[time.node].isDisjoint(with: outside),
        let match = DateReader.shared.first(in: time.value)
      else { continue }
      switch shown(in: piece).first?.kind {
      case .plain, .published, nil: return (match, nil)
      case .updated: if update == nil { update = match }
      case .other: break
      }
    }
    var best: (match: DateReader.Match, distance: Int)?
    for piece in start..<end where measures[piece].words <= 24 {
      let signs = passages.pieces[piece].signs
      guard signs.isDisjoint(with: outside), piece <= max(body ?? 0, anchor) || signs.isDisjoint(with: Self.elsewhere)
      else { continue }
      for shown in shown(in: piece) where shown.kind != .other && !headsList(piece) {
        if shown.kind == .updated {
          if update == nil { update = shown.match }
          continue
        }
        guard
          shown.kind == .published
            || (piece >= anchor ? piece <= max(body ?? 0, anchor) + 3 : belongs(piece, to: anchor))
        else { continue }
        let distance = abs(piece - anchor) + (measures[piece].words > 14 ? 6 : 0) - (shown.kind == .published ? 4 : 0)
        if distance < best?.distance ?? Int.max { best = (shown.match, distance) }
      }
    }
    if let best { return (best.match, update) }
    guard let body else { return (nil, update) }
    let below = max(body, last)..<max(body, min(passages.pieces.count, last + 40))
    for piece in below where measures[piece].words <= 14 {
      for shown in shown(in: piece) {
        let isNear =
          piece < last + 6 && !headsList(piece) && passages.pieces[piece].signs.isDisjoint(with: Self.elsewhere)
        if shown.kind == .published || (shown.kind == .plain && isNear) { return (shown.match, update) }
        if shown.kind == .updated, update == nil, piece < last + 14 { update = shown.match }
      }
    }
    return (nil, update)
  }

  /// Whether what follows starts with a time of day: the date heads a list of headlines.
  private func headsList(_ piece: Int) -> Bool {
    guard piece + 1 < passages.pieces.count, measures[piece + 1].words >= 3 else { return false }
    let bytes = passages.text.span
    let range = passages.pieces[piece + 1].range
    var at = range.start
    while at < range.end, at - range.start < 2, bytes[at] &- 0x30 < 10 { at += 1 }
    return at > range.start && at + 2 < range.end && bytes[at] == 0x3A && bytes[at + 1] &- 0x30 < 6
      && bytes[at + 2] &- 0x30 < 10
  }

  /// Whether a piece above the headline stands with it, not with the page's head: nothing between them is in a menu or
  /// a link.
  private func belongs(_ piece: Int, to title: Int) -> Bool {
    guard passages.pieces[piece].signs.isDisjoint(with: [.inNav, .navigation]) else { return false }
    for between in piece..<title {
      if !passages.pieces[between].signs.isDisjoint(with: [.inNav, .inForm]) { return false }
    }
    return true
  }

  /// ".../2025/11/02/…", ".../2025-11-02-…", "…/20251102/…", "…/2025/november/02/…".
  private static func date(inURL url: String) -> DateReader.Match? {
    let bytes = Array(url.utf8.prefix(500))
    return DateReader.shared.first(bytes.span, TextRange(0, bytes.count))
  }

  /// A day that the page shows.
  private struct Shown {
    var match: DateReader.Match
    var kind: Kind

    enum Kind {
      case plain, published, updated
      /// Of what readers did, or of the page's own making.
      case other
    }
  }

  /// How much later an update must be for the text to be a new edition, in days.
  private static let edition = 30

  /// Which of the declared day and those that a reader sees is the text's.
  ///
  /// Declared days are often those of another time zone, or of the page's first draft or last build. What stands under
  /// the headline is what the page itself says; an update counts only where it came so late that it is a new edition.
  private func preferred(
    _ declared: DateReader.Match, _ shown: (match: DateReader.Match, isUpdate: Bool)?, _ inURL: DateReader.Match?
  ) -> DateReader.Match {
    if let shown, shown.match.date != declared.date, !isSameMoment(declared, shown.match) {
      if !shown.isUpdate || Self.days(from: declared, to: shown.match) > Self.edition { return shown.match }
    }
    if let inURL, abs(Self.days(from: declared, to: inURL)) == 1, declared.zone != nil { return inURL }
    return declared
  }

  /// Whether an element of a moment shows the declared one, in another time zone.
  private func isSameMoment(_ declared: DateReader.Match, _ shown: DateReader.Match) -> Bool {
    guard abs(Self.days(from: declared, to: shown)) == 1 else { return false }
    let reader = DateReader.shared
    return head.times.prefix(50).contains { time in
      reader.first(in: time.value)?.date == declared.date
        && reader.first(in: HeadData.collapsed(tree.text, tree.text(of: time.node)))?.date == shown.date
    }
  }

  private static func days(from first: DateReader.Match, to second: DateReader.Match) -> Int {
    (second.date.dayNumber ?? 0) - (first.date.dayNumber ?? 0)
  }

  /// The nearest date line under the headline and before the running text, or one that says "Published" a little above
  /// it or below the text; one that is no update goes before one that is.
  private func shownDate(
    _ found: Found, _ body: Int?, _ last: Int, modified: CalendarDate?
  ) -> (match: DateReader.Match, isUpdate: Bool)? {
    guard let title = found.title, let body else { return nil }
    var update: DateReader.Match?
    let count = passages.pieces.count
    let end = min(count, max(body, title) + 2)
    for piece in min(title + 1, end)..<end where piece <= title + 14 && isDateLine(piece) {
      for shown in shown(in: piece) where shown.kind != .other {
        if shown.kind == .published || (shown.kind == .plain && shown.match.date != modified) {
          return (shown.match, false)
        }
        if update == nil { update = shown.match }
      }
    }
    let below = max(last, body)..<max(max(last, body), min(count, last + 14))
    for piece in Array(max(0, title - 24)..<title) + Array(end..<max(end, min(count, title + 20))) + Array(below)
    where isDateLine(piece) {
      for shown in shown(in: piece) where shown.kind == .published { return (shown.match, false) }
    }
    return update.map { ($0, true) }
  }

  /// Whether a piece may be a date line.
  private func isDateLine(_ piece: Int) -> Bool {
    let measure = measures[piece]
    return measure.words <= 16 && measure.words >= 1 && !measure.endsSentence
      && passages.pieces[piece].signs.isDisjoint(with: Self.elsewhere)
  }

  /// Where no date is that of the article.
  private static let outside: ElementSigns = [.comments, .inNav, .isHidden]

  /// Where dates may be those of other texts.
  private static let elsewhere: ElementSigns = [.related, .comments, .inNav, .inFooter, .inAside, .isHidden]

  /// The dates in a piece, each with what the words before it say of it.
  ///
  /// Run by run where that finds more: "Health" and "May 4, 2025" in elements beside each other have no space between.
  private func shown(in piece: Int) -> [Shown] {
    guard measures[piece].numbers > 0 || measures[piece].words <= 6 else { return [] }
    let element = passages.pieces[piece]
    let dates = shown(passages.text.span, [element.range], before: piece)
    guard element.last > element.first, measures[piece].words <= 24 else { return dates }
    let runs = (Int(element.first)...Int(element.last)).filter { tree.nodes[$0].tag == .text }.map { tree.text(of: $0) }
    let apart = runs.count > 1 && runs.count < 60 ? shown(tree.text.span, runs, before: piece) : []
    return apart.count > dates.count ? apart : dates
  }

  private func shown(_ bytes: Span<UInt8>, _ runs: [TextRange], before piece: Int) -> [Shown] {
    var dates: [Shown] = []
    var start = runs[0].start
    for run in runs {
      var at = run.start
      while dates.count < 4, let match = DateReader.shared.first(bytes, TextRange(at, run.end)) {
        var label: [UInt8] = []
        for index in max(start, match.range.start - 80)..<match.range.start { label.append(bytes[index]) }
        var words = String(decoding: label, as: UTF8.self)
        if start == runs[0].start, piece > 0, measures[piece - 1].words <= 3, measures[piece - 1].numbers == 0,
          label.count < 4
        {
          words = text(piece - 1) + " " + words
        }
        dates.append(Shown(match: match, kind: Self.kind(words.lowercased())))
        at = match.range.end
        start = at
      }
    }
    return dates
  }

  private static func kind(_ label: String) -> Shown.Kind {
    func holds(_ words: [String]) -> Bool { words.contains { ByteString.cut(label, at: $0) != nil } }
    if label.isEmpty { return .plain }
    if holds(laterWords) { return .other }
    if holds(updateWords) { return .updated }
    return holds(publishedWords) ? .published : .plain
  }

  private static let updateWords = [
    "updated", "last update", "modified", "revised", "reviewed", "aktualisiert", "mis à jour", "actualizado",
    "更新", "수정", "最終更新",
  ]
  private static let publishedWords = [
    "publish", "posted", "first posted", "released", "issued", "veröffentlicht", "publié", "publicado", "发布", "发表",
    "公開", "입력", "등록", "게시",
  ]

  /// What readers of a forum did, long after the page appeared.
  private static let laterWords = ["edited", "answered", "commented", "replied", "viewed", "accessed", "retrieved"]
}
