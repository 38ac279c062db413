/// What becomes of the characters of a page on their way into a document's text: one rule for all of HTML. Plain text is
/// never changed.
///
/// White space collapses as in a browser, a no-break space is a space like any other, soft hyphens and characters
/// without width or only with a direction are left out, and nothing else is normalised.
enum TextPolicy {
  /// What to do with a scalar.
  enum Treatment {
    case keep, space, drop
  }

  /// What to do with a scalar above U+007F that comes after `previous` (0 for none).
  static func treatment(of scalar: UInt32, after previous: UInt32) -> Treatment {
    switch scalar {
    case 0xA0, 0x85, 0x2028, 0x2029: .space
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF: .drop
    case 0x200C, 0x200D: joins(previous) ? .keep : .drop
    default: .keep
    }
  }

  /// Whether a joiner or non-joiner after the scalar changes how it is written: in Arabic, in the scripts of India and
  /// its neighbours, between the parts of an emoji.
  private static func joins(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0xFB50...0xFDFF, 0xFE0F, 0xFE70...0xFEFE,
      0x2600...0x27BF, 0x1F000...0x1FAFF, 0x10A00...0x11FFF:
      true
    default: false
    }
  }
}
