internal import CCrypto

/// A SHA-256 digest of bytes that come piece by piece.
@safe public final class DigestStream {
  private let context: OpaquePointer

  public init() {
    guard let created = unsafe EVP_MD_CTX_new() else { preconditionFailure("libcrypto has no memory left") }
    unsafe context = created
    let done = unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
    precondition(done == 1, "libcrypto has no SHA-256")
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Takes the first `count` of `bytes`, or all of them.
  public func update(_ bytes: [UInt8], count: Int? = nil) {
    let length = min(count ?? bytes.count, bytes.count)
    unsafe bytes.withUnsafeBytes { source in
      _ = unsafe EVP_DigestUpdate(context, source.baseAddress, length)
    }
  }

  /// Of what came so far. More may follow.
  public var digest: Digest {
    guard let copy = unsafe EVP_MD_CTX_new() else { preconditionFailure("libcrypto has no memory left") }
    defer { unsafe EVP_MD_CTX_free(copy) }
    var output = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    let done = unsafe output.withUnsafeMutableBufferPointer { target in
      unsafe EVP_MD_CTX_copy_ex(copy, context) == 1 && EVP_DigestFinal_ex(copy, target.baseAddress, &length) == 1
    }
    precondition(done, "libcrypto cannot finish a SHA-256")
    return Digest(bytes: Array(output.prefix(Int(length))))
  }
}
