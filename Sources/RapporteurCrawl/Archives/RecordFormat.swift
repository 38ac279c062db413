/// How an archive tells its records apart.
enum RecordFormat {
  /// A version line, header fields, an empty line, the block, two empty lines.
  case warc
  /// A line with the length, the block, a line feed.
  case arc

  /// The longest head of a record, in bytes.
  private static let longestHead = 1 << 20

  /// The format of a file that begins like this, `nil` when it is no archive.
  init?(_ prefix: [UInt8]) {
    let begin = prefix.firstIndex { $0 > 0x20 } ?? prefix.count
    if ByteSearch.isWord("warc/", in: prefix, at: begin) {
      self = .warc
    } else if ByteSearch.isWord("filedesc:", in: prefix, at: begin) {
      self = .arc
    } else if Self.holdsFields(prefix.prefix(2048)) {
      self = .warc
    } else {
      let line = prefix[begin...].prefix(4096).prefix { $0 != 0x0A }
      guard line.endIndex < prefix.count, RecordHeader(arc: Array(line)) != nil else { return nil }
      self = .arc
    }
  }

  /// Whether lines begin with the names of the fields that every record has: then only its first line is damaged.
  private static func holdsFields(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first(where: { $0 > 0x20 }), first != UInt8(ascii: "<"), first != UInt8(ascii: "{") else {
      return false
    }
    var found = 0
    for line in bytes.split(separator: 0x0A) {
      let line = Array(line.prefix(20))
      for name in ["warc-type:", "warc-record-id:", "warc-date:"] as [StaticString]
      where ByteSearch.isWord(name, in: line, at: 0) { found += 1 }
    }
    return found >= 2
  }

  /// The head that begins here, with its length; `nil` when there is none.
  func head(_ input: inout ArchiveInput) -> (header: RecordHeader, length: Int)? {
    switch self {
    case .arc:
      guard let feed = input.lineEnd(reach: 1 << 16), let header = RecordHeader(arc: input.bytes(feed)) else {
        return nil
      }
      return (header, feed + 1)
    case .warc:
      guard input.require(6), input.startsRecord(at: 0), let feed = input.lineEnd() else { return nil }
      var line = feed + 1
      while line < Self.longestHead, let next = input.lineEnd(from: line) {
        // Some writers put more than one carriage return at the end of their lines.
        var end = line
        while input[end] == 0x0D { end += 1 }
        if end == next { return (RecordHeader(warc: input.bytes(line), from: feed + 1), next + 1) }
        // Heads without an end must not be read again and again.
        if input.startsRecord(at: line) { return nil }
        line = next + 1
      }
      return nil
    }
  }

  /// Whether a record ends at `offset` ahead: another begins behind the line breaks there, or nothing does.
  func isBoundary(_ input: inout ArchiveInput, at offset: Int) -> Bool {
    guard input.require(offset) else { return false }
    var at = offset
    var feeds = 0
    while at < offset + 16 {
      guard input.require(at + 1) else { return true }
      if input[at] == 0x0A {
        feeds += 1
      } else if input[at] != 0x0D {
        break
      }
      at += 1
    }
    if at == offset + 16 { return true }
    switch self {
    case .arc: return headerLine(&input, at: at)
    case .warc:
      _ = input.require(at + 6)
      if input.startsRecord(at: at) { return true }
      // The two empty lines are there: what is wrong is what follows.
      return feeds == 2 && at == offset + 4 && input[offset] == 0x0D
    }
  }

  /// The offset, ahead, where the next record begins, looking from `from` on and no further than `limit`.
  func nextRecord(_ input: inout ArchiveInput, from: Int, limit: Int) -> Int? {
    var searched = max(0, from - 1)
    while true {
      if let found = record(&input, from: &searched, notBefore: from) { return found }
      if input.available > limit || !input.require(input.available + 1) { return nil }
    }
  }

  /// The first record within what is available. `searched` moves on to what has not been looked at.
  private func record(_ input: inout ArchiveInput, from searched: inout Int, notBefore from: Int) -> Int? {
    var member = input.member(from: max(from, searched))
    while true {
      let feed = input.find(0x0A, from: searched)
      // In packed files a record begins with a member, whether a line ends before it or not.
      if let place = member, place <= feed ?? .max {
        if place + 6 > input.available && input.require(place + 6) { continue }
        if starts(&input, at: place) { return place }
        member = input.member(from: place + 1)
        continue
      }
      guard let feed else {
        searched = max(searched, input.available)
        return nil
      }
      if feed + 7 > input.available, input.require(feed + 7) { continue }
      if feed + 1 >= from, starts(&input, at: feed + 1) { return feed + 1 }
      searched = feed + 1
    }
  }

  private func starts(_ input: inout ArchiveInput, at offset: Int) -> Bool {
    switch self {
    case .warc: input.startsRecord(at: offset)
    case .arc: headerLine(&input, at: offset)
    }
  }

  private func headerLine(_ input: inout ArchiveInput, at offset: Int) -> Bool {
    guard let feed = input.lineEnd(from: offset, reach: 1 << 14) else { return false }
    return RecordHeader(arc: input.bytes(feed - offset, from: offset)) != nil
  }

  /// `end` without the line breaks that separate records.
  func trimmed(_ input: ArchiveInput, from start: Int, to end: Int) -> Int {
    var end = end
    var breaks = 0
    while end > start, breaks < (self == .warc ? 2 : 1), input[end - 1] == 0x0A {
      end -= 1
      if self == .warc, end > start, input[end - 1] == 0x0D { end -= 1 }
      breaks += 1
    }
    return end
  }
}
