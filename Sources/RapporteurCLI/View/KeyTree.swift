import Rapporteur

/// Which keys of an object are wanted, and of the objects inside it.
struct KeyTree {
  /// By key; a value without children is wanted whole.
  private var children: [String: KeyTree] = [:]

  /// - Parameter paths: Such as `error` and `source.url`; of a list, the keys of its elements.
  init(_ paths: [String]) {
    for path in paths { insert(path.split(separator: ".").map(String.init)[...]) }
  }

  private mutating func insert(_ path: ArraySlice<String>) {
    guard let key = path.first else { return }
    children[key, default: KeyTree([])].insert(path.dropFirst())
  }

  /// Writes the value without the keys that are not wanted. A key whose value is `null` is left out.
  func write(_ value: JSONValue, to json: inout JSONOutput) {
    switch value {
    case .null: json.raw("null")
    case .bool(let value): json.boolean(value)
    case .number(let digits): json.raw(digits)
    case .string(let text): json.string(text[text.range])
    case .array(let elements): json.list(elements) { json, _, element in write(element, to: &json) }
    case .object(let members):
      let wanted = members.filter { $0.value != .null && (children.isEmpty || children[$0.key] != nil) }
      json.raw("{")
      for (index, member) in wanted.enumerated() {
        if index > 0 { json.raw(",") }
        json.string(member.key)
        json.raw(":")
        (children[member.key] ?? self).write(member.value, to: &json)
      }
      json.raw("}")
    }
  }
}
