/// What is true of a sentence without a cue that may go on reporting, and of the report before it.
package struct RunFeatures: OptionSet, Sendable, Hashable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The names by which run_weights.txt knows the features, in the order of their bits.
  package static let names = [
    "density_0", "density_1", "density_2", "density_3", "density_4", "density_5", "report", "adjacent", "same_block",
    "first_in_block", "last_in_block", "next_cued", "after_continued", "after_quoted", "after_past", "shifted",
    "by_person", "past_rule", "present_rule", "plan", "no_subject", "he_she", "it", "they", "we", "person", "role",
    "body", "country", "nationality", "group", "determiner", "demonstrative", "verb_shifted", "verb_modal", "verb_had",
    "verb_was", "verb_is", "verb_has", "verb_present", "verb_scene", "verb_past", "names", "scene", "time", "number",
    "quotes", "opens_conjunction", "opens_adverb", "short", "long", "shares_entity", "past_past", "present_present",
  ]

  private static let bits = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })

  /// Adds a feature where it holds.
  mutating func add(_ name: String, _ holds: Bool = true) {
    guard holds, let bit = Self.bits[name] else { return }
    insert(RunFeatures(rawValue: 1 << UInt64(bit)))
  }

  func has(_ name: String) -> Bool { Self.bits[name].map { rawValue >> UInt64($0) & 1 == 1 } ?? false }

  /// The places of the features that hold.
  package var places: [Int] { Self.names.indices.filter { rawValue >> UInt64($0) & 1 == 1 } }
}
