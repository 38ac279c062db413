/// What a word can be around a numbered set of points; the second column of the proposal lists.
struct PointWord: OptionSet, Sendable {
  let rawValue: UInt64

  /// A plural that names points put forward by its meaning ("proposals", "demands").
  static let strong = PointWord(bit: 0)
  /// A plural that can name such points ("steps", "principles").
  static let weak = PointWord(bit: 1)
  /// A plural that names something else ("reasons", "phases").
  static let negative = PointWord(bit: 2)
  /// The singular, as in "the second point is".
  static let singular = PointWord(bit: 3)
  /// What makes a compound with a count: "four-point", "six-pronged".
  static let compound = PointWord(bit: 4)
  /// What such a compound announces: "proposal", "plan", "formula".
  static let plan = PointWord(bit: 5)
  /// The same, where others than speakers have it too: "strategy", "approach".
  static let weakPlan = PointWord(bit: 6)
  /// A verb that puts points forward by its meaning.
  static let propose = PointWord(bit: 7)
  /// A verb that does so with a fitting object: "make", "put", "set".
  static let light = PointWord(bit: 8)
  /// "forward", "out".
  static let particle = PointWord(bit: 9)
  /// A verb of saying.
  static let say = PointWord(bit: 10)
  /// A verb whose object is what ought to be done.
  static let urge = PointWord(bit: 11)
  static let firstPerson = PointWord(bit: 12)
  /// "we" and its forms.
  static let we = PointWord(bit: 13)
  static let secondPerson = PointWord(bit: 14)
  static let thirdPerson = PointWord(bit: 15)
  /// A text or a thing that lists, and is no speaker: "guide", "method".
  static let author = PointWord(bit: 16)
  static let determiner = PointWord(bit: 17)
  /// "these", "those".
  static let these = PointWord(bit: 18)
  /// What makes a noun phrase definite.
  static let definite = PointWord(bit: 19)
  static let be = PointWord(bit: 20)
  static let and = PointWord(bit: 21)
  /// What ends the words between a count and its noun.
  static let preposition = PointWord(bit: 22)
  /// What says that something ought to be or will be.
  static let normative = PointWord(bit: 23)
  static let modal = PointWord(bit: 24)
  /// What anchors in the past: "ago", "last", "earlier".
  static let ago = PointWord(bit: 25)
  static let following = PointWord(bit: 26)
  static let also = PointWord(bit: 27)
  /// A verb that opens another scene of a report: "stressed", "met".
  static let scene = PointWord(bit: 28)
  /// A word or phrase at the start of a paragraph that leaves the list.
  static let opener = PointWord(bit: 29)
  static let wrap = PointWord(bit: 30)
  static let group = PointWord(bit: 31)
  /// A word that can follow an ordinal without a comma: "First we must".
  static let ordinalGuard = PointWord(bit: 32)
  /// A verb for what is to be done, in its base form or with -ing.
  static let action = PointWord(bit: 33)
  /// What headlines of advice are made of.
  static let howTo = PointWord(bit: 34)
  /// A classifier between count and noun: 点, 项, 가지.
  static let measureWord = PointWord(bit: 35)
  static let past = PointWord(bit: 36)
  static let his = PointWord(bit: 37)
  /// A plural that measures: "two days" announce nothing.
  static let unit = PointWord(bit: 38)
  /// The public, whom advice is given: "residents", "旅客".
  static let audience = PointWord(bit: 39)
  /// A verb about points that are known already: "welcomed", "recalled".
  static let recall = PointWord(bit: 40)
  /// "namely": a list follows.
  static let namely = PointWord(bit: 41)
  /// A plural that needs no list to be points that somebody puts forward: "tabled two measures".
  static let firm = PointWord(bit: 42)
  /// A verb that puts even such points forward.
  static let table = PointWord(bit: 43)

  /// A verb in the third person with which a resolution's paragraph starts: "Calls", "Requests".
  static let performs = PointWord(bit: 44)
  /// A plural that names the points of a plan where it is said of one: "The plan has three parts".
  static let portion = PointWord(bit: 45)
  /// What stands above the name of who signs: "Sincerely".
  static let closing = PointWord(bit: 46)
  /// What a speech is called in its headline: "Remarks by".
  static let speech = PointWord(bit: 47)

  /// A body by its kind: "the network".
  static let body = PointWord(bit: 48)
  /// A text that somebody else than the page wrote: "the draft".
  static let document = PointWord(bit: 49)

  private init(bit: UInt64) { rawValue = 1 << bit }
  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The classes that a list's second column names, separated by spaces.
  init(names: String) {
    self = []
    for name in names.split(separator: " ") { formUnion(Self.named[String(name)] ?? []) }
  }

  private static let named: [String: PointWord] = [
    "strong": .strong, "weak": .weak, "negative": .negative, "singular": .singular, "compound": .compound,
    "plan": .plan, "weakPlan": .weakPlan, "propose": .propose, "light": .light, "particle": .particle, "say": .say,
    "urge": .urge, "first": .firstPerson, "we": .we, "second": .secondPerson, "thirdPerson": .thirdPerson,
    "author": .author, "determiner": .determiner, "these": .these, "definite": .definite, "be": .be, "and": .and,
    "preposition": .preposition, "normative": .normative, "modal": .modal, "ago": .ago, "following": .following,
    "also": .also, "scene": .scene, "opener": .opener, "wrap": .wrap, "group": .group,
    "ordinalGuard": .ordinalGuard, "action": .action, "howTo": .howTo, "measureWord": .measureWord, "past": .past,
    "his": .his, "unit": .unit, "audience": .audience, "recall": .recall, "namely": .namely, "firm": .firm,
    "table": .table, "performs": .performs, "portion": .portion, "closing": .closing, "speech": .speech,
    "body": .body, "document": .document,
  ]
}
