/// What a noun for something said can do: the kinds of speech_nouns.txt.
struct SpeechNoun: OptionSet, Sendable {
  let rawValue: UInt8

  /// An object that reports: "rejected the claim that".
  static let claim = SpeechNoun(rawValue: 1 << 0)
  /// A subject that does: "her answer was that".
  static let message = SpeechNoun(rawValue: 1 << 1)
  /// With "in" or "by": "in her opinion".
  static let view = SpeechNoun(rawValue: 1 << 2)

  /// The kinds by the names they have in the list.
  static let names: [String: SpeechNoun] = ["claim": .claim, "message": .message, "view": .view]
}
