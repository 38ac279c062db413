internal import Rapporteur

/// What a document is for: rules and models look at `train` and `dev`, and `test` is only measured.
///
/// The split is a hash of the id, so it never changes: the first eight hexadecimal digits of SHA-256 of
/// `rapporteur:ID`, modulo 10; 0 to 5 is train, 6 and 7 dev, 8 and 9 test.
package enum Split: String, Sendable, CaseIterable {
  case train, dev, test

  package init(id: String) {
    let digest = Digest(of: Array("rapporteur:\(id)".utf8)).bytes
    let value = digest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    switch value % 10 {
    case 0...5: self = .train
    case 6, 7: self = .dev
    default: self = .test
    }
  }
}
