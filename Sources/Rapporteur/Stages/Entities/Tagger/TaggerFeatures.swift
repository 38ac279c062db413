/// The features of a token: each a template with what stands in the token's place, hashed to 64 bits.
package struct TaggerFeatures {
  /// How many every token has.
  package static let count = 115

  /// Changes whenever a template does: a model is read only by the templates it was trained with.
  package static let version: UInt32 = 2

  /// The parts that tell something about names.
  private static let parts: UInt32 =
    WordPart([
      .organisation, .event, .agreement, .facility, .location, .place, .company, .topic, .modifier, .particle,
      .locative, .reach, .calendar, .speech, .function, .nameless, .common, .eastSurname, .surname, .given,
    ]).rawValue

  private static let shapes: UInt32 =
    UInt32(
      TokenShape([.word, .number, .mark, .capitalised, .allCapitals, .mixedCase, .hasDigit, .hasStop, .possessive])
        .rawValue)
    | TokenSigns.alone | 1 << 31

  /// How far a run of capitals is followed on either side of a token: beyond any sentence, and no further in pages of
  /// nothing but capitals.
  private static let longestRun = 256

  /// Writes the features of token `at` into `keys`, which has room for `count`.
  package static func write(
    _ evidence: borrowing TaggerEvidence, _ at: Int, in sentence: Range<Int>, into keys: inout [UInt64]
  ) {
    @inline(__always) func signs(_ index: Int) -> TokenSigns {
      index >= sentence.lowerBound && index < sentence.upperBound ? evidence.signs[index] : .border
    }
    let here = signs(at)
    let before = signs(at - 1)
    let behind = signs(at + 1)
    let farBefore = signs(at - 2)
    let farBehind = signs(at + 2)
    var place = 0
    @inline(__always) func add(_ first: UInt32, _ second: UInt32 = 0) {
      let value = UInt64(first) | UInt64(second) << 32
      keys[place] = mix(value &+ UInt64(place &+ 1) &* 0x9E37_79B9_7F4A_7C15)
      place &+= 1
    }
    let shape = here.shape & shapes
    let shapeBefore = before.shape & shapes
    let shapeBehind = behind.shape & shapes
    let start: UInt32 = at == sentence.lowerBound ? 1 : 0
    let style = here.shape & (TokenSigns.titleCase | TokenSigns.allCapitals) | start

    add(0)
    add(farBefore.key)
    add(before.key)
    add(here.key)
    add(behind.key)
    add(farBehind.key)
    add(here.key, shape)
    add(before.key, here.key)
    add(here.key, behind.key)
    add(before.key, behind.key)
    // 10
    add(shape, style)
    add(shapeBefore, shape)
    add(shape, shapeBehind)
    add(shapeBefore ^ shape << 1, shapeBehind)
    add(before.key, shape)
    add(behind.key, shape)
    // 16
    var affix: UInt32 = 0x811C_9DC5
    let token = evidence.tokens[at]
    var index = token.start
    let first = token.start
    let last = token.end
    for length in 1...4 {
      if index < last {
        affix = (affix ^ UInt32(fold(evidence.bytes[index]))) &* 0x0100_0193
        add(affix, UInt32(length))
      } else {
        add(0, 0xFF)
      }
      index += 1
    }
    affix = 0x811C_9DC5
    index = last - 1
    for length in 1...4 {
      if index >= first {
        affix = (affix ^ UInt32(fold(evidence.bytes[index]))) &* 0x0100_0193
        add(affix, UInt32(length))
      } else {
        add(0, 0xFF)
      }
      index -= 1
    }
    // 24
    let elsewhere = UInt32(here.elsewhere)
    add(elsewhere, style)
    add(elsewhere, shape)
    add(UInt32(here.vote))
    add(UInt32(here.vote), elsewhere)
    add(UInt32(before.vote), UInt32(here.vote))
    add(UInt32(here.vote), UInt32(behind.vote))
    // 30
    add(UInt32(here.listed))
    add(UInt32(before.listed), UInt32(here.listed))
    add(UInt32(here.listed), UInt32(behind.listed))
    add(UInt32(here.listed), shape)
    add(UInt32(here.listed), here.key)
    // 35
    add(UInt32(here.rule))
    add(UInt32(before.rule), UInt32(here.rule))
    add(UInt32(here.rule), UInt32(behind.rule))
    add(UInt32(here.rule), UInt32(here.listed))
    add(UInt32(here.rule), style)
    add(UInt32(here.rule), here.key)
    add(UInt32(here.rule), UInt32(here.coarse))
    add(UInt32(here.rule), elsewhere | UInt32(here.vote) << 8)
    // 43
    let parts = here.parts & self.parts
    let partsBefore = before.parts & self.parts
    let partsBehind = behind.parts & self.parts
    add(parts)
    add(partsBefore)
    add(partsBehind)
    add(parts, shape)
    add(partsBefore, parts)
    add(parts, partsBehind)
    add(partsBefore, shape)
    add(partsBehind, shape)
    // 51
    add(UInt32(here.fine))
    add(UInt32(before.fine))
    add(UInt32(behind.fine))
    add(UInt32(farBefore.fine))
    add(UInt32(farBehind.fine))
    add(UInt32(here.fine), shape)
    add(UInt32(before.fine), UInt32(here.fine))
    add(UInt32(here.fine), UInt32(behind.fine))
    add(UInt32(before.fine), shape)
    add(UInt32(behind.fine), shape)
    add(UInt32(here.coarse))
    add(UInt32(before.coarse), UInt32(here.coarse))
    add(UInt32(here.coarse), UInt32(behind.coarse))
    add(UInt32(before.coarse) | UInt32(here.coarse) << 16, UInt32(behind.coarse))
    add(UInt32(before.coarse) | UInt32(behind.coarse) << 16, shape)
    // 66
    let middle = UInt32(here.kin.middle)
    let middleBefore = UInt32(before.kin.middle)
    let middleBehind = UInt32(behind.kin.middle)
    let narrow = UInt32(here.kin.narrow)
    add(UInt32(here.kin.wide), shape)
    add(middle)
    add(middleBefore)
    add(middleBehind)
    add(UInt32(farBefore.kin.middle))
    add(UInt32(farBehind.kin.middle))
    add(middle, shape)
    add(middleBefore, middle)
    add(middle, middleBehind)
    add(middleBefore, shape)
    add(middleBehind, shape)
    add(narrow)
    add(UInt32(before.kin.narrow))
    add(UInt32(behind.kin.narrow))
    add(narrow, shape)
    add(UInt32(before.kin.wide) | UInt32(here.kin.wide) << 16, UInt32(behind.kin.wide))
    add(UInt32(before.kin.wide) | UInt32(behind.kin.wide) << 16, shape)
    // 83
    let third = signs(at - 3)
    let thirdBehind = signs(at + 3)
    add(third.key)
    add(thirdBehind.key)
    add(UInt32(third.kin.middle))
    add(UInt32(thirdBehind.kin.middle))
    add(farBefore.key, before.key)
    add(behind.key, farBehind.key)
    add(shapeBefore ^ (farBefore.shape & shapes) << 1, shape)
    add(shapeBehind ^ (farBehind.shape & shapes) << 1, shape)
    // 91: the run of capitals that the token stands in, and what is around it.
    var runLast = at
    while runLast - at < longestRun, isCapital(evidence, runLast + 1, sentence) { runLast += 1 }
    var runFirst = at
    while at - runFirst < longestRun, isCapital(evidence, runFirst - 1, sentence) { runFirst -= 1 }
    let opening = signs(runFirst)
    let closing = signs(runLast)
    let above = signs(runFirst - 1)
    let below = signs(runLast + 1)
    let spot = UInt32(min(at - runFirst, 3) | min(runLast - at, 3) << 2)
    add(closing.key, spot)
    add(UInt32(closing.kin.narrow), spot)
    add(UInt32(closing.kin.middle), spot)
    add(closing.parts & self.parts, spot)
    add(opening.key, spot)
    add(UInt32(opening.kin.narrow), spot)
    add(below.key, spot)
    add(above.key, spot)
    add(UInt32(below.kin.middle), spot)
    add(UInt32(above.kin.middle), spot)
    add(spot, style)
    add(UInt32(above.kin.middle) | UInt32(below.kin.middle) << 16, UInt32(closing.kin.wide))
    add(UInt32(closing.listed), spot)
    add(UInt32(opening.listed) | UInt32(closing.listed) << 8, spot)
    add(UInt32(closing.rule) | UInt32(opening.rule) << 8, spot)
    // 106
    add(narrow, middleBefore)
    add(narrow, middleBehind)
    add(middle, parts)
    add(middle, UInt32(here.listed))
    add(middle, UInt32(here.rule))
    add(middle, elsewhere)
    add(middle, UInt32(here.vote))
    add(partsBefore, middle)
    add(middle, partsBehind)
  }

  @inline(__always)
  private static func isCapital(_ evidence: borrowing TaggerEvidence, _ at: Int, _ sentence: Range<Int>) -> Bool {
    at >= sentence.lowerBound && at < sentence.upperBound && evidence.isCapital(at)
  }

  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// The finalizer of SplitMix64.
  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
