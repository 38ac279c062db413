internal import CICU

/// Questions about scalars that only Unicode's tables answer (by ICU; ASCII never comes here).
enum Scalar {
  /// The simple lower-case mapping, or the scalar itself.
  static func lower(_ scalar: UInt32) -> UInt32 {
    UInt32(bitPattern: rapporteur_u_tolower(Int32(bitPattern: scalar)))
  }

  /// The scalar's class as the tokenizer sees it.
  static func kind(_ scalar: UInt32) -> Kind {
    switch Int(rapporteur_u_charType(Int32(bitPattern: scalar))) {
    case 1, 3: .upper  // Lu, Lt
    case 2, 4, 5: .lower  // Ll, Lm, Lo
    case 6, 7, 8: .combining  // Mn, Me, Mc
    case 9, 10, 11: .digit  // Nd, Nl, No
    case 12, 13, 14: .space  // Zs, Zl, Zp
    case 15, 16: .ignorable  // Cc, Cf
    default: .mark
    }
  }

  /// Whether the scalar is a letter that has an upper-case form other than itself.
  static func isLowerCase(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x61 && scalar <= 0x7A }
    return rapporteur_u_charType(Int32(bitPattern: scalar)) == 2
  }

  enum Kind {
    case upper, lower, combining, digit, space, ignorable, mark
  }
}
