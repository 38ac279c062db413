/// A verb that may report, with what stands around it.
struct CueCandidate {
  var verb: Int
  var cue: Range<Int>
  var act: SpeechAct
  var isGerund: Bool
  var isThird: Bool
  var subject: SubjectFinder.Found
  var complement: ComplementFinder.Found
  /// Where the speaker stands behind the cue: "said Kim".
  var inverted: Range<Int>?
  /// "was described by Kim as".
  var agent: Range<Int>?
}
