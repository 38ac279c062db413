internal import CLibXML2

/// libxml2's HTML parser, which reports elements and characters as it meets them (its SAX interface: half the cost of
/// its own tree).
enum SAXParser {
  /// What the callbacks see.
  @unsafe private struct Listener {
    var builder: HTMLTreeBuilder
    var context: htmlParserCtxtPtr
  }

  /// libxml2 sets up its locks at the first use, and two first uses at once leave one held for ever: so that is done
  /// here, once, before any thread parses.
  private static let isInitialised: Bool = {
    xmlInitParser()
    return true
  }()

  /// Parses guarded bytes, which end with a NUL, and hands the events on.
  ///
  /// The parser changes the bytes where it ends an element that nests too deep.
  ///
  /// - Returns: Whether the parser came to the end.
  static func parse(_ bytes: inout [UInt8], into builder: inout HTMLTreeBuilder) -> Bool {
    _ = isInitialised
    guard bytes.count > 1, bytes.count <= Int(Int32.max) else { return bytes.count <= 1 }
    let length = Int32(bytes.count - 1)
    return unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      guard let context = unsafe rapporteur_htmlOpen(buffer.baseAddress, length) else { return false }
      defer { unsafe htmlFreeParserCtxt(context) }
      var listener = unsafe Listener(builder: builder, context: context)
      builder = HTMLTreeBuilder.empty
      unsafe withUnsafeMutablePointer(to: &listener) { pointer in
        unsafe rapporteur_htmlListen(context, pointer, startElement, endElement, characters, ignore)
        _ = unsafe htmlParseDocument(context)
      }
      builder = unsafe listener.builder
      return unsafe rapporteur_htmlParserOffset(context) >= Int(length)
    }
  }

  private static let startElement: startElementSAXFunc = { userData, name, _ in
    guard let listener = unsafe userData?.assumingMemoryBound(to: Listener.self), let name = unsafe name else { return }
    let (key, length) = unsafe key(name)
    let tag = HTMLTag(rawValue: HTMLTag.byName.value(key)) ?? .other
    let offset = unsafe rapporteur_htmlParserOffset(listener.pointee.context)
    let endsHere = unsafe listener.pointee.builder.start(
      tag == .document ? .other : tag, nameLength: length, at: offset)
    if endsHere { unsafe rapporteur_htmlEndElementHere(listener.pointee.context) }
  }

  private static let endElement: endElementSAXFunc = { userData, name in
    guard let listener = unsafe userData?.assumingMemoryBound(to: Listener.self), let name = unsafe name else { return }
    let (key, length) = unsafe key(name)
    let offset = unsafe rapporteur_htmlParserOffset(listener.pointee.context)
    unsafe listener.pointee.builder.end(key, nameLength: length, at: offset)
  }

  private static func key(_ name: UnsafePointer<UInt8>) -> (key: UInt64, length: Int) {
    var length = 0
    var key: UInt64 = 0
    while unsafe name[length] != 0 {
      unsafe key = NameTable.next(key, name[length])
      length += 1
    }
    return (key, length)
  }

  private static let characters: charactersSAXFunc = { userData, bytes, count in
    guard let listener = unsafe userData?.assumingMemoryBound(to: Listener.self) else { return }
    let offset = unsafe rapporteur_htmlParserOffset(listener.pointee.context)
    let buffer = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
    unsafe listener.pointee.builder.characters(buffer.span, at: offset)
  }

  /// The body of a script: the guard has cut it, but for a script without an end.
  private static let ignore: cdataBlockSAXFunc = { _, _, _ in }
}
