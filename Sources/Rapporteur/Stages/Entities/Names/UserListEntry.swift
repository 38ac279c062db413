/// One name of a user's list.
struct UserListEntry {
  var id: String
  var type: EntityType
  var name: String
  var country: String?
  var forms: [String]

  /// A line with tabs: id, type, name, further forms.
  init(tabbed row: [UInt8]) throws(UserListFault) {
    let fields = row.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    guard fields.count >= 3 else {
      throw UserListFault(column: 1, message: "a line has an id, a type and a name with tabs between, not \(fields.count) of them")
    }
    id = fields[0]
    type = try Self.type(fields[1], column: fields[0].utf8.count + 2)
    name = fields[2]
    country = nil
    forms = fields.dropFirst(3).filter { !$0.isEmpty }
    try check()
  }

  /// A line with a JSON object.
  init(json row: [UInt8]) throws(UserListFault) {
    var reader = FlatJSON(row)
    let members = try reader.object()
    var id: String?
    var type: EntityType?
    var name: String?
    country = nil
    forms = []
    for member in members {
      switch (member.key, member.values, member.isList) {
      case ("id", let values, false): id = values.first
      case ("type", let values, false): type = try Self.type(values.first ?? "", column: member.column)
      case ("name", let values, false): name = values.first
      case ("country", let values, false): country = values.first
      case ("forms", let values, true): forms = values.filter { !$0.isEmpty }
      case ("id", _, _), ("type", _, _), ("name", _, _), ("country", _, _):
        throw UserListFault(column: member.column, message: "'\(member.key)' takes a text")
      case ("forms", _, _): throw UserListFault(column: member.column, message: "'forms' takes a list of texts")
      default:
        let known = ["id", "type", "name", "country", "forms"]
        throw UserListFault(
          column: member.column,
          message: "there is no key '\(member.key)' in a list; \(Suggestion.nearest(member.key, among: known))")
      }
    }
    guard let id, let type, let name else {
      let missing = id == nil ? "id" : type == nil ? "type" : "name"
      throw UserListFault(column: 1, message: "an entry needs '\(missing)'")
    }
    self.id = id
    self.type = type
    self.name = name
    try check()
  }

  private func check() throws(UserListFault) {
    if id.isEmpty { throw UserListFault(column: 1, message: "the id is empty") }
    if name.isEmpty { throw UserListFault(column: 1, message: "the name is empty") }
  }

  private static func type(_ word: String, column: Int) throws(UserListFault) -> EntityType {
    let known = EntityType.allCases.filter { $0.isNamed && $0 != .role }.map(\.rawValue)
    guard known.contains(word), let type = EntityType(rawValue: word) else {
      throw UserListFault(
        column: column, message: "there is no type '\(word)'; \(Suggestion.nearest(word, among: known))")
    }
    return type
  }
}
