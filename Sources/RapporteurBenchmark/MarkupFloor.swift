import CLibXML2

/// libxml2 alone: what parsing a page costs before anything is done with it.
enum MarkupFloor {
  /// Builds libxml2's own tree of the page and frees it.
  static func buildTree(_ html: [UInt8]) {
    let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    unsafe html.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      let bytes = unsafe base.assumingMemoryBound(to: CChar.self)
      let tree = unsafe htmlReadMemory(bytes, Int32(buffer.count), nil, "UTF-8", Int32(options))
      if let tree = unsafe tree { unsafe xmlFreeDoc(tree) }
    }
  }

  /// Parses the page into events that nobody listens to. The last byte is a NUL.
  static func reportEvents(_ html: inout [UInt8]) {
    let length = Int32(html.count - 1)
    unsafe html.withUnsafeMutableBufferPointer { buffer in
      guard let context = unsafe rapporteur_htmlOpen(buffer.baseAddress, length) else { return }
      unsafe rapporteur_htmlListen(context, nil, { _, _, _ in }, { _, _ in }, { _, _, _ in }, { _, _, _ in })
      _ = unsafe htmlParseDocument(context)
      unsafe htmlFreeParserCtxt(context)
    }
  }
}
