/// The names that a user's own files list.
///
/// A file is JSON Lines, an object a line with `id`, `type`, `name`, and optionally `country` and `forms`; or text with
/// tabs between id, type, name and any further forms. Empty lines and lines that start with `#` are skipped. The name is
/// always one of the forms. A form in lower case matches any case.
struct UserLists: Sendable {
  private(set) var gazetteer = Gazetteer()
  private(set) var names: [ListedName] = []
  private(set) var types: [EntityType] = []

  var isEmpty: Bool { names.isEmpty }

  /// Reads the files; what is wrong in them is noted in `options`, with its line.
  init(_ files: [Options.NamedFile], faults options: inout Options) {
    for file in files {
      var line = 0
      for bytes in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        line += 1
        var row = Array(bytes)
        if row.last == 0x0D { row.removeLast() }
        if line == 1, row.starts(with: [0xEF, 0xBB, 0xBF]) { row.removeFirst(3) }
        guard let first = row.first(where: { $0 != 0x20 && $0 != 0x09 }), first != 0x23 else { continue }
        do throws(UserListFault) {
          let entry = first == 0x7B ? try UserListEntry(json: row) : try UserListEntry(tabbed: row)
          add(entry)
        } catch {
          options.fault(in: file, line: line, column: error.column, error.message)
        }
      }
    }
  }

  private mutating func add(_ entry: UserListEntry) {
    names.append(ListedName(key: entry.id, name: entry.name, country: entry.country))
    types.append(entry.type)
    gazetteer.add(entry.name, value: names.count - 1)
    for form in entry.forms { gazetteer.add(form, value: names.count - 1) }
  }
}

/// What is wrong with a line of a user's list.
struct UserListFault: Error {
  var column: Int
  var message: String
}
