import CICU

/// ICU alone: what finding the words and sentences of a text costs (UAX #29) before anything is done with them.
enum BoundaryFloor {
  /// Walks all word and sentence boundaries and returns how many there are.
  static func countBoundaries(_ utf8: [UInt8], language: String) -> Int {
    count(Int32(RAPPORTEUR_UBRK_WORD), utf8, language) + count(Int32(RAPPORTEUR_UBRK_SENTENCE), utf8, language)
  }

  /// Walks the sentence boundaries alone.
  static func countSentences(_ utf8: [UInt8], language: String) -> Int {
    count(Int32(RAPPORTEUR_UBRK_SENTENCE), utf8, language)
  }

  private static func count(_ type: Int32, _ utf8: [UInt8], _ language: String) -> Int {
    unsafe utf8.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var status: Int32 = 0
      guard let iterator = unsafe rapporteur_ubrk_open(type, language, &status) else { return 0 }
      defer { unsafe rapporteur_ubrk_close(iterator) }
      let bytes = unsafe base.assumingMemoryBound(to: CChar.self)
      guard let text = unsafe rapporteur_utext_openUTF8(bytes, Int64(buffer.count), &status) else { return 0 }
      defer { unsafe rapporteur_utext_close(text) }
      unsafe rapporteur_ubrk_setUText(iterator, text, &status)
      guard rapporteur_u_success(status) == 1 else { return 0 }
      _ = unsafe rapporteur_ubrk_first(iterator)
      var count = 0
      while unsafe rapporteur_ubrk_next(iterator) >= 0 { count += 1 }
      return count
    }
  }
}
