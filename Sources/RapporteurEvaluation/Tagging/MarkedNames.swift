package import Rapporteur

/// Text with names marked in it: a paragraph a line, `[PERSON Wang Yi]` for a mention, `#` before a comment, an empty line
/// between documents.
package struct MarkedNames: Sendable {
  package var documents: [Document] = []

  /// The paragraphs that stand between two empty lines.
  package struct Document: Sendable {
    package var text: Text
    /// Places in bytes of the text, in order.
    package var mentions: [(range: TextRange, type: EntityType)]
  }

  /// - Throws: Every fault of the file, with its line.
  package init(_ file: String, _ bytes: [UInt8]) throws(GoldFaults) {
    var faults: [GoldFault] = []
    var text: [UInt8] = []
    var mentions: [(range: TextRange, type: EntityType)] = []
    func fault(_ line: Int, _ message: String) { faults.append(GoldFault(file: file, line: line, message: message)) }
    func close() {
      if !text.isEmpty { documents.append(Document(text: Text(valid: text), mentions: mentions)) }
      text = []
      mentions = []
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      throw GoldFaults(faults: [GoldFault(file: file, message: "the file is not UTF-8; save it as UTF-8")])
    }
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let number = index + 1
      var content = line
      while let last = content.last, last == 0x20 || last == 0x0D || last == 0x09 { content.removeLast() }
      if content.isEmpty {
        close()
        continue
      }
      if content.first == UInt8(ascii: "#") {
        if content.elementsEqual("# document".utf8) { close() }
        continue
      }
      if !text.isEmpty { text.append(0x0A) }
      var at = content.startIndex
      while at < content.endIndex {
        let byte = content[at]
        if byte == UInt8(ascii: "]") {
          fault(number, "a ']' closes nothing; a mention is written [TYPE text]")
        }
        guard byte == UInt8(ascii: "[") else {
          text.append(byte)
          at += 1
          continue
        }
        guard let close = content[at...].firstIndex(of: UInt8(ascii: "]")) else {
          fault(number, "the mention '\(Self.start(of: content[at...]))' is not closed; write ']' behind it")
          break
        }
        let inside = content[(at + 1)..<close]
        at = close + 1
        if inside.contains(UInt8(ascii: "[")) {
          fault(number, "a mention in a mention: '\(Self.start(of: inside))'; mark the longest alone")
          continue
        }
        guard let space = inside.firstIndex(of: 0x20) else {
          fault(number, "'[\(Self.start(of: inside))]' has no text; a mention is written [TYPE text]")
          continue
        }
        let name = String(decoding: inside[..<space], as: UTF8.self)
        let words = inside[(space + 1)...]
        guard let type = EntityType(rawValue: name) else {
          let known = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
          fault(number, "'\(name)' is no type of a mention; the types are \(known)")
          continue
        }
        if words.isEmpty || words.first == 0x20 || words.last == 0x20 {
          fault(number, "the text of '[\(Self.start(of: inside))]' begins or ends with a space, or is empty")
          continue
        }
        mentions.append((TextRange(text.count, text.count + words.count), type))
        text += words
      }
    }
    close()
    if !faults.isEmpty { throw GoldFaults(faults: faults) }
  }

  private static func start(of bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix(40), as: UTF8.self)
  }
}
