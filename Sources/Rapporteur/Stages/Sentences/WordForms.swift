// Forms of single words that weigh before a stop.
extension SentenceSplitter {
  /// A capital letter alone.
  func isInitial(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.shape.contains(.capitalised), token.length <= 3 else { return false }
    return token.length == 1 || UTF8Scan.scalar(bytes.span, at: token.start).length == Int(token.length)
  }

  /// A small letter alone: "c. 1640", "m. 1949".
  func isLowerLetter(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.length <= 2, token.shape.contains(.word), token.shape.isDisjoint(with: [.capitalised, .hasDigit]) else {
      return false
    }
    return token.length == 1 || UTF8Scan.scalar(bytes.span, at: token.start).length == 2
  }

  /// "N°", "№": a number follows.
  func isDegree(_ token: Token, _ bytes: [UInt8]) -> Bool {
    if isLowerLetter(token, bytes) { return true }
    guard token.shape.contains(.mark) else { return false }
    let scalar = UTF8Scan.scalar(bytes.span, at: token.start).value
    return scalar == 0xB0 || scalar == 0xBA || scalar == 0x2116
  }

  /// "Bldg", "Mfg": two to five letters without a vowel.
  func isVowelless(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.length >= 2, token.length <= 5, token.shape.contains(.capitalised),
      token.shape.isDisjoint(with: [.allCapitals, .hasDigit])
    else { return false }
    var isHum = true  // "Hmm", "Mhm", "Shh"
    for index in token.start..<token.end {
      switch bytes[index] | 0x20 {
      case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: return false
      case 0x68, 0x6D, 0x73: continue
      case 0x62...0x7A: isHum = false
      default: return false
      }
    }
    return !isHum
  }

  func hasInnerStop(_ token: Token, _ bytes: [UInt8]) -> Bool {
    for index in token.start..<token.end where bytes[index] == 0x2E { return true }
    return false
  }

  func isRoman(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.length <= 4, token.shape.contains(.capitalised) else { return false }
    for index in token.start..<token.end {
      let byte = bytes[index]
      if byte != 0x49 && byte != 0x56 && byte != 0x58 { return false }
    }
    return true
  }
}
