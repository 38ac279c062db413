/// Cuts a line of Chinese that was a page: between two of its characters nobody writes a space, so each stands where a
/// unit ended.
enum SpacedLine {
  /// The offsets behind the spaces; empty for lines of a few sentences, and for those in other scripts.
  static func cuts(_ bytes: Span<UInt8>, _ line: TextRange) -> [LineCut] {
    guard line.count >= 150 else { return [] }
    var places: [Int] = []
    var stops = 0
    var depth = 0
    var at = line.start
    var before: UInt32 = 0
    var chunk = line.start
    while at < line.end {
      let (scalar, length) = UTF8Scan.scalar(bytes, at: at)
      switch scalar {
      case 0x28, 0xFF08, 0x300A, 0x3010: depth += 1
      case 0x29, 0xFF09, 0x300B, 0x3011: depth = max(0, depth - 1)
      case 0x3002: stops += 1
      default: break
      }
      if UTF8Scan.isHangul(scalar) { return [] }
      if scalar == 0x20 || scalar == 0x3000 {
        var next = at + length
        while next < line.end, bytes[next] == 0x20 { next += 1 }
        if depth == 0, next < line.end, ends(before), begins(UTF8Scan.scalar(bytes, at: next).value),
          !isName(bytes, TextRange(chunk, at), TextRange(next, end(bytes, next, line.end)))
        {
          places.append(next)
        }
        chunk = next
        at = next
        continue
      }
      before = scalar
      at += length
    }
    return stops >= 2 && places.count >= 3 ? places.map { LineCut(place: $0) } : []
  }

  /// Whether a unit may end with the scalar.
  private static func ends(_ scalar: UInt32) -> Bool {
    UTF8Scan.isIdeographic(scalar) || scalar >= 0x3000 && scalar < 0x3020 || scalar >= 0xFF00
      || scalar == 0x201D || scalar >= 0x30 && scalar <= 0x39
  }

  private static func begins(_ scalar: UInt32) -> Bool {
    UTF8Scan.isIdeographic(scalar) || scalar == 0x201C || scalar == 0x3010 || scalar == 0x300A || scalar == 0xFF08
  }

  private static func end(_ bytes: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit, bytes[at] != 0x20,
      !(bytes[at] == 0xE3 && at + 2 < limit && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x80)
    { at += 1 }
    return at
  }

  /// "本报记者 韩松 摄", "责任编辑 赵敏": a name stands apart from what it is, and three or four characters are a name.
  private static func isName(_ bytes: Span<UInt8>, _ before: TextRange, _ after: TextRange) -> Bool {
    if after.count <= 3 { return true }
    guard after.count <= 12, before.count >= 6, bytes[before.end - 3] >= 0xE0, bytes[before.end - 6] >= 0xE0 else {
      return false
    }
    switch (UTF8Scan.scalar(bytes, before: before.end - 3).value, UTF8Scan.scalar(bytes, before: before.end).value) {
    // 记者 编辑 作者 责编 摄影 讯员 翻译 校对
    case (0x8BB0, 0x8005), (0x7F16, 0x8F91), (0x4F5C, 0x8005), (0x8D23, 0x7F16), (0x6444, 0x5F71), (0x8BAF, 0x5458),
      (0x7FFB, 0x8BD1), (0x6821, 0x5BF9):
      return true
    default: return false
    }
  }
}
