/// The kinds of names that the tagger tells apart; what kind of place it is, heads and lists tell.
package enum NameClass: UInt8, Sendable, CaseIterable {
  case person, organisation, location

  /// The class of a type; `nil` for what the rules alone find.
  package init?(_ type: EntityType) {
    switch type {
    case .person: self = .person
    case .organisation: self = .organisation
    case .country, .location, .facility: self = .location
    default: return nil
    }
  }
}
