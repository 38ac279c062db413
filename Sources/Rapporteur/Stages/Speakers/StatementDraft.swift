/// A statement as a reader found it: speaker, cue and content, not yet who the speaker is.
struct StatementDraft: Sendable {
  /// The index of the sentence that holds the cue, or the content where there is none.
  var sentence: Int

  /// The speaker's tokens as written; `nil` where the statement shares the speaker of the one before it or has none.
  var source: Range<Int>?

  /// The cue's tokens.
  var cue: Range<Int>?

  var act: SpeechAct?

  /// Tokens of the content, in order, quotation marks and stops included.
  var content: [Range<Int>]

  var rule: Attribution.Rule
  var isContinued = false

  /// What stands in the speaker's place where `source` stands elsewhere in the page: the "A:" of an answer.
  var label: Range<Int>?

  /// What a speaker without a name is called: "Q", "interviewer".
  var calling: String?

  /// Whether `source` stands in another sentence and only tells who speaks.
  var isImplied = false

  /// Whether it is spoken by whoever spoke the statement before it.
  var sharesSpeaker = false
}
