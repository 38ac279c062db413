/// One name of a user's list.
struct UserListEntry {
  var id: String
  var type: EntityType
  var name: String
  var country: String?
  var forms: [String]

  /// A line with tabs: id, type, name, further forms.
  init(tabbed row: [UInt8]) throws(UserListFault) {
    let fields = row.split(separator: 0x09, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard fields.count >= 3 else {
      throw UserListFault(
        column: 1, message: "a line has an id, a type and a name with tabs between, not \(fields.count) of them")
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
    let value: JSONValue
    do throws(JSONError) {
      var reader = JSONReader()
      value = try reader.read(row.span)
    } catch {
      throw UserListFault(column: error.offset + 1, message: "this is no JSON: \(error.message)")
    }
    guard case .object(let members) = value else {
      throw UserListFault(column: 1, message: "an entry is a JSON object")
    }
    let known = ["id", "type", "name", "country", "forms"]
    for member in members where !known.contains(member.key) {
      throw UserListFault(
        column: 1, message: "an entry has no key '\(member.key)'; \(Suggestion.nearest(member.key, among: known))")
    }
    func text(_ key: String) throws(UserListFault) -> String? {
      guard let value = value[key], value != .null else { return nil }
      guard let name = value.name else { throw UserListFault(column: 1, message: "'\(key)' takes a text") }
      return name
    }
    func needed(_ key: String) throws(UserListFault) -> String {
      guard let name = try text(key) else { throw UserListFault(column: 1, message: "an entry needs '\(key)'") }
      return name
    }
    id = try needed("id")
    type = try Self.type(needed("type"), column: 1)
    name = try needed("name")
    country = try text("country")
    forms = []
    switch value["forms"] {
    case nil, .null: break
    case .array(let values):
      for value in values {
        guard let form = value.name else { throw UserListFault(column: 1, message: "'forms' takes a list of texts") }
        forms.append(form)
      }
    default: throw UserListFault(column: 1, message: "'forms' takes a list of texts")
    }
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
