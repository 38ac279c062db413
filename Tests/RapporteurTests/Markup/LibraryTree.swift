import CLibXML2

/// libxml2's own tree of a page, to compare ours with.
enum LibraryTree {
  /// The path of every element in document order, as `xmlGetNodePath` names it.
  static func paths(_ page: [UInt8]) -> [String] {
    unsafe read(page) { document, _ in
      var paths: [String] = []
      var node = unsafe document.pointee.children
      while let current = unsafe node {
        if unsafe current.pointee.type == XML_ELEMENT_NODE, let path = unsafe xmlGetNodePath(current) {
          unsafe paths.append(String(cString: path))
          unsafe rapporteur_xmlFree(path)
        }
        unsafe node = next(current)
      }
      return paths
    }
  }

  /// The text of what a path leads to, without script, style and comments; `nil` where it leads to no single element.
  static func texts(_ page: [UInt8], _ paths: [String]) -> [String?] {
    unsafe read(page) { _, context in
      paths.map { path in
        guard let found = unsafe xmlXPathEvalExpression(path, context) else { return nil }
        defer { unsafe xmlXPathFreeObject(found) }
        guard let nodes = unsafe found.pointee.nodesetval, unsafe nodes.pointee.nodeNr == 1,
          let node = unsafe nodes.pointee.nodeTab[0]
        else { return nil }
        return unsafe text(node)
      }
    }
  }

  private static func text(_ root: xmlNodePtr) -> String {
    var bytes: [UInt8] = []
    var node = unsafe root.pointee.children
    while let current = unsafe node {
      if unsafe current.pointee.type == XML_TEXT_NODE, let content = unsafe current.pointee.content {
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
      }
      unsafe node = next(current, below: root)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func next(_ node: xmlNodePtr, below root: xmlNodePtr? = nil) -> xmlNodePtr? {
    if unsafe node.pointee.type == XML_ELEMENT_NODE, let child = unsafe node.pointee.children { return unsafe child }
    var current = unsafe node
    while true {
      if let root = unsafe root, unsafe current == root { return nil }
      if let next = unsafe current.pointee.next { return unsafe next }
      guard let parent = unsafe current.pointee.parent, unsafe parent.pointee.type == XML_ELEMENT_NODE else {
        return nil
      }
      unsafe current = parent
    }
  }

  private static func read<Result>(
    _ page: [UInt8], _ body: (xmlDocPtr, xmlXPathContextPtr) -> Result
  ) -> Result where Result: ExpressibleByArrayLiteral {
    unsafe page.withUnsafeBytes { buffer in
      let options =
        Int32(HTML_PARSE_RECOVER.rawValue) | Int32(HTML_PARSE_NOERROR.rawValue)
        | Int32(HTML_PARSE_NOWARNING.rawValue) | Int32(HTML_PARSE_NODEFDTD.rawValue)
      guard let context = unsafe htmlCreateMemoryParserCtxt(buffer.baseAddress, Int32(buffer.count)) else {
        return []
      }
      defer { unsafe htmlFreeParserCtxt(context) }
      unsafe htmlCtxtUseOptions(context, options)
      unsafe context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
      if let handler = unsafe xmlFindCharEncodingHandler("UTF-8") { unsafe xmlSwitchToEncoding(context, handler) }
      _ = unsafe htmlParseDocument(context)
      guard let document = unsafe context.pointee.myDoc else { return [] }
      defer { unsafe xmlFreeDoc(document) }
      guard let search = unsafe xmlXPathNewContext(document) else { return [] }
      defer { unsafe xmlXPathFreeContext(search) }
      return unsafe body(document, search)
    }
  }
}
