/// Words that say that points follow, stand before, or were once put forward.
struct Announcement {
  /// The count and its noun ("four-point proposal").
  var range: TextRange

  /// Its tokens.
  var tokens: Range<Int>

  /// How many points it announces, `nil` for "the following measures".
  var count: Int?

  /// How sure it is that a speaker's points are meant: 3 and more when it says so, 0 when it says nothing, below 0
  /// when it announces something else (reasons, phases).
  var grade: Double

  /// The verb that puts the points forward.
  var verb: Int?

  /// Whose act the verb is.
  var subject: ProposingVerb.Subject?

  /// Whether the verb is passive, its subject the points.
  var isPassive = false

  /// Whether the verb stands in a relative clause behind it ("the proposal that Kenya had put forward").
  var isRelative = false

  /// Whether somebody only recalls, welcomes or supports it.
  var isRecalled = false

  /// Whether a word like "what he called" puts it into somebody's mouth.
  var isCalledSo = false

  /// Whether the points are known already ("the four-point proposal", "these principles").
  var isDefinite = false

  /// Whether the sentence speaks of earlier times.
  var isPast = false

  /// Whether it is worth a record when no points are listed.
  var standsAlone = false

  /// Whether a colon or "the following" sends the reader on to the list.
  var pointsAhead = false

  var block: Int
}
