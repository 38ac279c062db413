/// Where another unit begins inside a line.
struct LineCut {
  /// The offset of its first byte.
  var place: Int
  /// What it is, where what cut it there says so.
  var kind: Removed.Kind?
}
