import Rapporteur

/// Whom and what the documents of a report name, each once.
struct ReportThings {
  private var keys = Vocabulary()
  private var types: [String?] = []
  private var countries: [String?] = []
  /// How often each is called what.
  private var names: [[String: Int]] = []

  /// The number of an entity of a record.
  ///
  /// Bodies of one name in two countries are two: the second's key has its country behind it ("ORG:ministry of
  /// finance/KE"). One whose country is not known is taken for the first.
  mutating func number(ofEntity entity: JSONValue) -> Int {
    let (type, name, country) = (entity["type"]?.name, entity["name"]?.name ?? "", entity["country"]?.name)
    var key = entity["key"]?.name ?? ""
    if type == "ORG", let country, let known = keys.known(key).flatMap({ countries[$0] }), known != country {
      key += "/" + country
    }
    return number(key, type, name, country)
  }

  /// The number of a speaker who is no entity.
  mutating func number(ofName name: String) -> Int { number(Self.key(ofName: name), nil, name, nil) }

  /// The key of a speaker who is no entity.
  static func key(ofName name: String) -> String { "name:" + name }

  private mutating func number(_ key: String, _ type: String?, _ name: String, _ country: String?) -> Int {
    let number = keys.number(of: key)
    if number == types.count {
      types.append(type)
      countries.append(country)
      names.append([:])
    }
    countries[number] = countries[number] ?? country
    names[number][name, default: 0] += 1
    return number
  }

  /// The columns, by their names.
  var columns: [(name: String, bytes: [UInt8])] {
    var columns = (keys: JSONColumn(), types: JSONColumn(), names: JSONColumn(), countries: JSONColumn())
    for (number, key) in keys.words.enumerated() {
      columns.keys.add(key)
      columns.types.add(types[number])
      // The name that most documents use; of two the one that comes first in the alphabet.
      let name = names[number].max { $0.value == $1.value ? $0.key > $1.key : $0.value < $1.value }
      columns.names.add(name?.key ?? key)
      columns.countries.add(countries[number])
    }
    return [
      ("key", columns.keys.bytes), ("type", columns.types.bytes), ("name", columns.names.bytes),
      ("country", columns.countries.bytes),
    ]
  }
}
