/// Which quotation marks are open, of those that only what stands before tells what they are.
struct OpenQuotes {
  /// A straight one, which opens and closes by the same form.
  var straight = false
  /// "«" or "‹", between which and their words French writes a space.
  var angled = false
}
