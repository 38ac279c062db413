/// On how many pages of their site lines stand, as `rapporteur lines` counts it.
///
/// The file, all numbers with the low end first: 16 bytes `rapporteur-lines`; 8 bytes each the version (1), the fewest
/// pages that a line of it stands on, the number of sites, the number of lines; 24 bytes a site, sorted: hash of its
/// name, its pages, where its lines end; 8 bytes a line, sorted within its site: its hash; 4 bytes a line: its pages.
package struct LineTable: Sendable {
  package static let magic = Array("rapporteur-lines".utf8)
  package static let version = 1
  package static let headSize = 48
  package static let siteSize = 24

  private let bytes: [UInt8]
  private let sites: Int
  private let lines: Int

  /// The pages and the lines of a site.
  struct Site {
    var pages: Int
    var lines: Range<Int>
  }

  /// - Returns: `nil` for what is no such file, or not the whole of it.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.headSize, bytes.starts(with: Self.magic) else { return nil }
    self.bytes = bytes
    let words = (0..<4).map { Self.word(bytes, Self.magic.count + $0 * 8) }
    guard words[0] == UInt64(Self.version), words[2] < 1 << 40, words[3] < 1 << 40 else { return nil }
    sites = Int(words[2])
    lines = Int(words[3])
    if bytes.count != Self.headSize + sites * Self.siteSize + lines * 12 { return nil }
  }

  /// The site of a name with this hash.
  func site(_ hash: UInt64) -> Site? {
    var range = 0..<sites
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let place = Self.headSize + middle * Self.siteSize
      let found = Self.word(bytes, place)
      if found == hash {
        let start = middle == 0 ? 0 : Self.word(bytes, place - 8)
        let end = min(Self.word(bytes, place + 16), UInt64(lines))
        guard start <= end else { return nil }
        return Site(pages: Int(Self.word(bytes, place + 8) & 0xFFFF_FFFF), lines: Int(start)..<Int(end))
      }
      range = found < hash ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// How many pages of the site the line stands on; 0 for fewer than the table counts.
  func pages(of line: UInt64, in site: Site) -> Int {
    let start = Self.headSize + sites * Self.siteSize
    var range = site.lines
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let found = Self.word(bytes, start + middle * 8)
      if found == line {
        let place = start + lines * 8 + middle * 4
        return (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
      }
      range = found < line ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return 0
  }

  private static func word(_ bytes: [UInt8], _ place: Int) -> UInt64 {
    var word: UInt64 = 0
    for offset in 0..<8 { word |= UInt64(bytes[place + offset]) << UInt64(8 * offset) }
    return word
  }
}
