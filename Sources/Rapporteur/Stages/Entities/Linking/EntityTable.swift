/// The entities of a document while they are collected: one for each key.
struct EntityTable {
  private(set) var entities: [Entity] = []
  private var indices: [String: Int] = [:]

  /// The entity with the key, made when it is new.
  mutating func entity(
    key: String, type: EntityType, name: @autoclosure () -> String, country: String? = nil
  ) -> Int {
    if let known = indices[key] {
      if entities[known].country == nil { entities[known].country = country }
      return known
    }
    entities.append(Entity(key: key, type: type, name: name(), country: country))
    indices[key] = entities.count - 1
    return entities.count - 1
  }

  subscript(index: Int) -> Entity {
    get { entities[index] }
    set { entities[index] = newValue }
  }
}
