internal import CLibXML2

/// The named character references that libxml2 knows (those of HTML 4).
enum EntityName {
  /// What the name, without `&` and `;`, stands for.
  static func scalar(_ name: [UInt8]) -> Unicode.Scalar? {
    let terminated = name + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      guard let entity = unsafe htmlEntityLookup(buffer.baseAddress) else { return nil }
      return unsafe Unicode.Scalar(entity.pointee.value)
    }
  }
}
