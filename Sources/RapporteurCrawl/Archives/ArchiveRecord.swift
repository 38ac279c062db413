public import Rapporteur

/// A record of a WARC, WET or ARC file that holds a page: its headers and its block as they stand there.
///
/// What the block holds is found out by the workers: unpacking an HTTP body costs more than reading it.
public struct ArchiveRecord: Sendable {
  /// The file's.
  var path: String
  /// Where in the file the record begins: in a packed file where its member begins, or its place in the unpacked file
  /// when it stands in the middle of one.
  var offset: Int
  /// Of the record in the unpacked file, in bytes.
  var length: Int
  var kind: Kind
  var url: String?
  var recordID: String?
  /// RFC 3339.
  var date: String?
  /// Of the block.
  var mediaType: String?
  var block: [UInt8]
  var warnings: [Warning]
  var options: InputOptions

  /// What a record holds.
  enum Kind: String, Sendable {
    /// An HTTP response.
    case response
    /// A file without a protocol around it.
    case resource
    /// What another program made of a page: the text of a WET file.
    case conversion
  }

  /// Why the page is passed over, `nil` when it is kept.
  var filter: InputOptions.Filter? {
    switch kind {
    case .response:
      let response = HTTPResponse(block)
      return options.filter(status: response.status, mediaType: response.mediaType)
    case .resource, .conversion:
      return options.filter(status: nil, mediaType: mediaType.map(HTTPResponse.essence))
    }
  }

  /// The page that the record holds.
  public func page() throws(InputFault) -> Page {
    var source = Page.Source(
      path: path, url: url, recordID: recordID, offset: offset, length: length, fetched: date, mediaType: mediaType)
    let id = recordID ?? "\(path):\(offset)"
    let limit = options.limits.page
    var warnings = warnings
    var body = block
    if kind == .response {
      let response = HTTPResponse(block)
      source.httpStatus = response.status
      source.mediaType = response.mediaType
      source.charset = response.charset
      do throws(StreamFault) {
        let (bytes, damage) = try response.body(limit: limit)
        body = bytes
        if let damage { warnings.append(Warning(stage: "input", code: "damaged_body", message: damage)) }
      } catch {
        throw InputFault(id: id, source: source, digest: Digest(of: block), failure: error.failure)
      }
    } else if let mediaType {
      source.charset = HTTPResponse.parameter("charset", of: mediaType)
      source.mediaType = HTTPResponse.essence(of: mediaType)
    }
    if kind == .conversion, source.charset == nil { source.charset = "utf-8" }
    return Page(id: id, source: source, content: .bytes(body), warnings: warnings)
  }
}
