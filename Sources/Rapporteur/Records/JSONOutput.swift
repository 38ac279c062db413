/// JSON text as it grows. Keys and commas are the caller's: the order of a record's keys is written where they stand.
package struct JSONOutput {
  package private(set) var bytes: [UInt8] = []

  private static let digits = Array("0123456789abcdef".utf8)

  package init() {}

  /// Room for `count` bytes, so that a record is not moved while it grows.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// JSON as it stands: braces, keys, commas.
  package mutating func raw(_ json: String) { bytes.append(contentsOf: json.utf8) }

  package mutating func string(_ text: String) {
    var copy = text
    bytes.append(UInt8(ascii: "\""))
    copy.makeContiguousUTF8()
    escape(Array(copy.utf8), in: 0..<copy.utf8.count)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func string(_ utf8: [UInt8], in range: Range<Int>) {
    bytes.append(UInt8(ascii: "\""))
    escape(utf8, in: range)
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func string(_ text: String?) {
    if let text { string(text) } else { raw("null") }
  }

  package mutating func integer(_ value: Int) {
    if value < 0 || value > 9_999_999 { return raw(String(value)) }
    var divisor = 1
    while value / divisor > 9 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }

  package mutating func integer(_ value: Int?) {
    if let value { integer(value) } else { raw("null") }
  }

  package mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  /// A number from 0 to 1 with two decimals.
  mutating func confidence(_ value: Double) {
    let hundredths = value >= 1 ? 100 : value > 0 ? Int((value * 100).rounded()) : 0
    bytes.append(UInt8(ascii: "0") + UInt8(hundredths / 100))
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(hundredths / 10 % 10))
    bytes.append(UInt8(ascii: "0") + UInt8(hundredths % 10))
  }

  /// `[…]` of what `write` makes of each element.
  package mutating func list<Element>(_ elements: [Element], _ write: (inout JSONOutput, Int, Element) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for index in elements.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, index, elements[index])
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Everything but quote, backslash and control characters goes as it is, in runs.
  private mutating func escape(_ utf8: [UInt8], in range: Range<Int>) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let byte = utf8[index]
      if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F {
        index += 1
        continue
      }
      if start < index { bytes.append(contentsOf: utf8[start..<index]) }
      bytes.append(UInt8(ascii: "\\"))
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      default:
        raw("u00")
        bytes.append(Self.digits[Int(byte >> 4)])
        bytes.append(Self.digits[Int(byte & 15)])
      }
      index += 1
      start = index
    }
    if start < index { bytes.append(contentsOf: utf8[start..<index]) }
  }
}
