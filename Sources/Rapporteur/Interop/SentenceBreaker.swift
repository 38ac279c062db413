internal import CICU

/// ICU's sentence boundaries (UAX #29) over UTF-8 bytes, for scripts whose stops the rules do not know themselves.
///
/// One iterator per document: opening costs about 2 µs, a text of its own next to nothing.
@safe struct SentenceBreaker: ~Copyable {
  private let iterator: OpaquePointer?

  /// - Parameter language: BCP 47; an unknown one means the root rules.
  init(language: String) {
    var status: Int32 = 0
    let opened = unsafe rapporteur_ubrk_open(Int32(RAPPORTEUR_UBRK_SENTENCE), language, &status)
    unsafe iterator = rapporteur_u_success(status) == 1 ? opened : nil
  }

  deinit { if let iterator = unsafe iterator { unsafe rapporteur_ubrk_close(iterator) } }

  /// The boundaries inside `range`, in bytes of the text, in order; neither the range's start nor its end.
  func boundaries(_ bytes: [UInt8], in range: TextRange) -> [Int] {
    guard let iterator = unsafe iterator, !range.isEmpty else { return [] }
    var found: [Int] = []
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var status: Int32 = 0
      let start = unsafe base.advanced(by: range.start).assumingMemoryBound(to: CChar.self)
      let text = unsafe rapporteur_utext_openUTF8(start, Int64(range.count), &status)
      guard let text = unsafe text, rapporteur_u_success(status) == 1 else { return }
      unsafe rapporteur_ubrk_setUText(iterator, text, &status)
      if rapporteur_u_success(status) == 1 {
        _ = unsafe rapporteur_ubrk_first(iterator)
        while true {
          let next = unsafe Int(rapporteur_ubrk_next(iterator))
          if next < 0 || next >= range.count { break }
          found.append(range.start + next)
        }
      }
      unsafe rapporteur_utext_close(text)
    }
    return found
  }
}
