/// What one or more mentions of a document name.
public struct Entity: Sendable {
  /// The same in every document: a user list's id, an ISO 3166 code, or type and normalised name
  /// ("PERSON:xi jinping").
  public var key: String

  /// The type of the thing itself: the entity of "Chinese" is the country, the entity of "President" the person.
  public var type: EntityType

  /// The fullest form.
  public var name: String

  /// ISO 3166-1 alpha-2 code of the country it is or belongs to.
  public var country: String?

  /// The fullest title a person is given in the document.
  public var role: String?

  /// What pronouns a person takes, when the document tells.
  public var gender: Gender?

  public init(
    key: String, type: EntityType, name: String, country: String? = nil, role: String? = nil, gender: Gender? = nil
  ) {
    self.key = key
    self.type = type
    self.name = name
    self.country = country
    self.role = role
    self.gender = gender
  }

  /// Grammatical gender as the text shows it ("Ms.", "his wife").
  public enum Gender: Sendable {
    case feminine, masculine
  }
}
