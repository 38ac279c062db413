/// What an entry of the lists stands for.
struct ListedName: Sendable {
  /// The same in every document: ISO code, or type and normalised name, or a user's own id.
  var key: String
  /// The usual English form.
  var name: String
  /// ISO 3166-1 alpha-2.
  var country: String?
}

/// What the search needs to know of a list's entry, apart from its strings.
struct ListedKind: Sendable {
  var sort: Sort
  /// How many tokens at the start are not part of the name (来华: China is 华).
  var skip: UInt8 = 0
  var traits: Traits = []

  enum Sort: Sendable, Equatable {
    case name(EntityType)
    /// A title: the role of a person.
    case role
    /// A form of address before a person's name ("Mr.").
    case address
    /// A word that only looks like a name.
    case nothing
  }

  /// The sort as an odd number.
  var mark: UInt8 {
    let place: UInt8 =
      switch sort {
      case .name(let type): UInt8(EntityType.allCases.firstIndex(of: type) ?? 0)
      case .role: 13
      case .address: 14
      case .nothing: 15
      }
    return 1 + 2 * (place + (traits.contains(.doubtful) ? 16 : 0))
  }

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// A title that takes a field: "minister of trade".
    static let field = Traits(rawValue: 1 << 0)
    /// A title that can stand for its holder.
    static let standsAlone = Traits(rawValue: 1 << 1)
    static let feminine = Traits(rawValue: 1 << 2)
    static let masculine = Traits(rawValue: 1 << 3)
    /// A place whose name persons have as well.
    static let personal = Traits(rawValue: 1 << 4)
    /// A place that counts only where the context says place.
    static let doubtful = Traits(rawValue: 1 << 5)
    /// A body of which every country has one ("Foreign Ministry", "Senate").
    static let generic = Traits(rawValue: 1 << 6)
  }
}
