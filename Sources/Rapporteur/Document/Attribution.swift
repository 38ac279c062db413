/// A reported statement: who said what.
public struct Attribution: Sendable {
  public var kind: Kind

  /// Whether the sentence goes on reporting without a cue of its own.
  public var isContinued: Bool

  /// What kind of speaking the cue names; `nil` where there is no cue.
  public var act: SpeechAct?

  /// Who speaks: several when they speak together, none when nobody can be told.
  public var speakers: [Speaker]

  /// Why `speakers` is empty, else `nil`.
  public var unresolved: Unresolved?

  /// The speaker as written.
  public var mention: TextRange?

  /// The word or words that report.
  public var cue: TextRange?

  /// What was said: in order, not overlapping, two pieces where the cue interrupts.
  public var content: [TextRange]

  /// The index of the attribution that this one is quoted in.
  public var within: Int?

  public var rule: Rule
  public var confidence: Double

  public init(
    kind: Kind, isContinued: Bool = false, act: SpeechAct?, speakers: [Speaker], unresolved: Unresolved? = nil,
    mention: TextRange?, cue: TextRange?, content: [TextRange], within: Int? = nil, rule: Rule, confidence: Double
  ) {
    self.kind = kind
    self.isContinued = isContinued
    self.act = act
    self.speakers = speakers
    self.unresolved = unresolved
    self.mention = mention
    self.cue = cue
    self.content = content
    self.within = within
    self.rule = rule
    self.confidence = confidence
  }

  /// How the words are given.
  public enum Kind: String, Sendable, CaseIterable {
    /// Wholly in quotation marks.
    case direct
    /// In the reporter's words.
    case indirect
    /// Partly in quotation marks.
    case mixed
  }

  /// What found the statement.
  public enum Rule: String, Sendable, CaseIterable {
    /// Speaker, cue, clause: "Xi said that …".
    case clause
    /// The cue behind the content: "…, he said".
    case tail
    /// A participle: "Noting that …", ", adding that …".
    case participle
    /// A second cue of the same speaker: "… and added that".
    case coordination
    /// "according to".
    case according
    /// A noun that reports: "the statement read".
    case noun
    /// A headline: "Xi: …".
    case headline
    /// A speaker's name before a colon, in a transcript.
    case transcript
    /// A quotation that goes on, or a sentence in a run of reported speech.
    case run
    /// The trained tagger.
    case tagger
  }

  /// Why nobody is named.
  public enum Unresolved: String, Sendable, CaseIterable {
    /// The sentence names no speaker.
    case noSpeaker = "no_speaker"
    /// A pronoun without a fitting antecedent.
    case pronoun
    /// A group ("the two sides") whose members the document does not tell.
    case group
  }
}

/// One who speaks.
public struct Speaker: Sendable {
  /// The index in `Document.entities`, `nil` for one that is no entity ("a senior official").
  public var entity: Int?

  /// The resolved name, or what the text says where there is no entity.
  public var name: String

  public var resolution: Resolution

  public init(entity: Int?, name: String, resolution: Resolution) {
    self.entity = entity
    self.name = name
    self.resolution = resolution
  }

  /// The sieve that found who it is.
  public enum Resolution: String, Sendable, CaseIterable {
    case name, surname, title, pronoun, group, country, organisation, description, inherited
  }
}

/// What one does by speaking.
public enum SpeechAct: String, Sendable, CaseIterable {
  case say, add, stress, urge, ask, agree, pledge, propose, announce, believe, hope, warn, deny, accuse, welcome
  case describe, demand, thank
}
