internal import CLibXML2

/// libxml2's XML parser: what a file holds, in order, or why it is no XML.
///
/// Comments and processing instructions are left out, CDATA sections are text. A document type is refused, for the
/// entities that it may declare.
package enum XMLReader {
  /// What the callbacks see.
  @unsafe private struct Listener {
    var events: [XMLEvent] = []
    var faults: [XMLFault] = []
    var context: xmlParserCtxtPtr

    mutating func add(_ kind: XMLEvent.Kind) {
      unsafe events.append(XMLEvent(line: Int(xmlSAX2GetLineNumber(context)), kind: kind))
    }
  }

  /// libxml2 sets up its locks at the first use, which two threads must not do at once.
  private static let isInitialised: Bool = {
    xmlInitParser()
    return true
  }()

  /// Reads a whole file.
  ///
  /// - Returns: The events up to the end, or up to where the file is no longer well formed, and the faults.
  package static func read(_ bytes: [UInt8]) -> (events: [XMLEvent], faults: [XMLFault]) {
    _ = isInitialised
    guard bytes.count <= Int(Int32.max) else { return ([], [XMLFault(line: 1, message: "the file is too large")]) }
    return unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let context = unsafe rapporteur_xmlOpen(start, Int32(bytes.count)) else {
        return ([], [XMLFault(line: 1, message: "the file is empty")])
      }
      defer { unsafe xmlFreeParserCtxt(context) }
      var listener = unsafe Listener(context: context)
      unsafe withUnsafeMutablePointer(to: &listener) { pointer in
        unsafe rapporteur_xmlListen(context, pointer, startElement, endElement, characters, doctype, fault)
        _ = unsafe xmlParseDocument(context)
      }
      return unsafe (listener.events, listener.faults)
    }
  }

  private static let startElement: startElementNsSAX2Func = {
    userData, name, prefix, _, declared, _, count, _, attributes in
    guard let listener = unsafe userData?.assumingMemoryBound(to: Listener.self) else { return }
    var list: [XMLAttribute] = []
    // A namespace is an attribute that no vocabulary of ours knows.
    if declared > 0 { list.append(XMLAttribute(name: "xmlns", value: "")) }
    if let attributes = unsafe attributes {
      for index in 0..<Int(count) {
        // Five pointers an attribute: name, prefix, namespace, start and end of the value.
        let at = index * 5
        guard let start = unsafe attributes[at + 3], let end = unsafe attributes[at + 4] else { continue }
        let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
        unsafe list.append(
          XMLAttribute(
            name: qualified(attributes[at], attributes[at + 1]), value: String(decoding: value, as: UTF8.self)))
      }
    }
    unsafe listener.pointee.add(.start(name: qualified(name, prefix), attributes: list))
  }

  private static let endElement: endElementNsSAX2Func = { userData, _, _, _ in
    guard let listener = unsafe userData?.assumingMemoryBound(to: Listener.self) else { return }
    unsafe listener.pointee.add(.end)
  }

  private static let characters: charactersSAXFunc = { userData, bytes, count in
    guard let listener = unsafe userData?.assumingMemoryBound(to: Listener.self) else { return }
    let buffer = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
    unsafe listener.pointee.add(.text(String(decoding: buffer, as: UTF8.self)))
  }

  private static let doctype: internalSubsetSAXFunc = { userData, _, _, _ in
    guard let listener = unsafe userData?.assumingMemoryBound(to: Listener.self) else { return }
    let line = unsafe Int(xmlSAX2GetLineNumber(listener.pointee.context))
    unsafe listener.pointee.faults.append(XMLFault(line: line, message: "a document type has no place here"))
    unsafe xmlStopParser(listener.pointee.context)
  }

  private static let fault: xmlStructuredErrorFunc = { userData, error in
    guard let listener = unsafe userData?.assumingMemoryBound(to: Listener.self), let error = unsafe error else {
      return
    }
    let text = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "this is no XML"
    let line = unsafe Int(error.pointee.line)
    let message = String(text.prefix { $0 != "\n" })
    unsafe listener.pointee.faults.append(XMLFault(line: line, message: message))
  }

  private static func qualified(_ name: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?) -> String {
    let local = unsafe name.map { unsafe String(cString: $0) } ?? ""
    guard let prefix = unsafe prefix else { return local }
    return unsafe String(cString: prefix) + ":" + local
  }
}

/// One thing that an XML file holds.
package struct XMLEvent: Sendable, Equatable {
  /// Where it ends, counted from 1.
  package var line: Int
  package var kind: Kind

  package enum Kind: Sendable, Equatable {
    /// Names are as written, with their prefix.
    case start(name: String, attributes: [XMLAttribute])
    case end
    /// A piece of text: one run may come in several.
    case text(String)
  }
}

/// An attribute, references replaced.
package struct XMLAttribute: Sendable, Equatable {
  package var name: String
  package var value: String
}

/// Why a file is no XML.
package struct XMLFault: Error, Sendable, Equatable {
  package var line: Int
  package var message: String
}
