internal import CCrypto

/// A SHA-256 digest (FIPS 180-4), by the system's libcrypto: its code uses the processor's SHA instructions, ten times
/// what plain Swift reaches.
public struct Digest: Sendable, Hashable {
  /// 32 bytes.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The digest of `input`.
  public init(of input: [UInt8]) {
    var output = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    let done = unsafe input.withUnsafeBytes { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe EVP_Digest(source.baseAddress, source.count, target.baseAddress, &length, EVP_sha256(), nil)
      }
    }
    precondition(done == 1, "libcrypto has no SHA-256")
    bytes = Array(output.prefix(Int(length)))
  }

  /// Lower-case hexadecimal, 64 characters.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
