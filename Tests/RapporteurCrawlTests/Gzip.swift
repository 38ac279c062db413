import CZlib

/// Packs bytes for tests.
enum Gzip {
  static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard unsafe rapporteur_deflateInit2(&stream, 6, 15 + 16) == Z_OK else { return nil }
    defer { unsafe deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 1024)
    let code = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        return unsafe deflate(&stream, Z_FINISH)
      }
    }
    guard code == Z_STREAM_END else { return nil }
    return unsafe Array(output.prefix(output.count - Int(stream.avail_out)))
  }

  /// The bytes as a zlib stream (`windowBits` 15), or without a header (-15).
  static func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8]? {
    Packer(windowBits: windowBits).flatMap { packer in packer.add(bytes) + packer.finish() }
  }

  /// So many zeros, packed a piece at a time.
  static func zeros(_ count: Int) -> [UInt8]? { bomb(head: [], zeros: count) }

  /// Zeros behind some bytes.
  static func bomb(head: [UInt8], zeros count: Int) -> [UInt8]? {
    Packer(windowBits: 31).map { packer in
      let piece = [UInt8](repeating: 0, count: 1 << 20)
      var result = packer.add(head)
      for _ in 0..<count >> 20 { result += packer.add(piece) }
      return result + packer.finish()
    }
  }

  /// The member that begins at `offset`.
  static func member(of file: [UInt8], at offset: Int) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard unsafe rapporteur_inflateInit2(&stream, 31) == Z_OK else { return nil }
    defer { unsafe inflateEnd(&stream) }
    var input = Array(file[offset...])
    var output = [UInt8](repeating: 0, count: 1 << 20)
    let code = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        return unsafe inflate(&stream, Z_FINISH)
      }
    }
    guard code == Z_STREAM_END else { return nil }
    return unsafe Array(output.prefix(output.count - Int(stream.avail_out)))
  }

  /// Packs a stream a piece at a time.
  @safe private final class Packer {
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var output = [UInt8](repeating: 0, count: 1 << 20)

    init?(windowBits: Int32) {
      unsafe stream.initialize(to: z_stream())
      guard unsafe rapporteur_deflateInit2(stream, 6, windowBits) == Z_OK else { return nil }
    }

    deinit {
      unsafe deflateEnd(stream)
      unsafe stream.deallocate()
    }

    func add(_ bytes: [UInt8]) -> [UInt8] { run(bytes, Z_NO_FLUSH) }
    func finish() -> [UInt8] { run([], Z_FINISH) }

    private func run(_ bytes: [UInt8], _ flush: Int32) -> [UInt8] {
      var input = bytes
      var result: [UInt8] = []
      unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe stream.pointee.next_in = source.baseAddress
        unsafe stream.pointee.avail_in = UInt32(source.count)
        repeat {
          let made = unsafe output.withUnsafeMutableBufferPointer { target in
            unsafe stream.pointee.next_out = target.baseAddress
            unsafe stream.pointee.avail_out = UInt32(target.count)
            unsafe deflate(stream, flush)
            return unsafe target.count - Int(stream.pointee.avail_out)
          }
          result += output[..<made]
        } while unsafe stream.pointee.avail_out == 0
      }
      return result
    }
  }
}
