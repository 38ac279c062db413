/// The manual page, made of what `--help` says of every command, in mdoc(7).
struct Manual {
  let tree: HelpTree
  let version: String
  /// As mdoc takes it: `November 21, 2026`.
  let date: String

  var text: String {
    let name = tree.commandName
    var page = Mdoc()
    page.macro("Dd", date)
    page.macro("Dt", name.uppercased(), "1")
    page.macro("Os", name, version)
    page.macro("Sh", "NAME")
    page.macro("Nm", name)
    page.macro("Nd", Self.phrase(tree.abstract ?? ""))
    page.macro("Sh", "SYNOPSIS")
    for command in tree.commands { synopsis(command, [name], to: &page) }
    page.macro("Sh", "DESCRIPTION")
    // The codes have a section of their own.
    page.prose((tree.discussion ?? "").components(before: "\n\nExit codes:"))
    page.macro("Sh", "COMMANDS")
    for command in tree.commands { section(command, [name], to: &page) }
    page.macro("Sh", "ENVIRONMENT")
    page.list([("NO_COLOR", "Where it is set and not empty, nothing is coloured.")])
    page.macro("Sh", "FILES")
    page.list(Self.files)
    page.macro("Sh", "EXIT STATUS")
    page.list(Self.codes)
    return page.text
  }

  private static let files = [
    ("pipeline.yml", "The pipeline, where it stands in the working directory and -c names no other."),
    ("OUT", "The records, a JSON object a line. It has this name when it is whole."),
    ("OUT.failures.jsonl", "The records of the documents that failed; only where there are any."),
    ("OUT.run.json", "What was run over what, the counts, the times of the stages, the hashes of the files."),
    ("OUT.part", "What an unfinished run has written; the same command goes on behind it."),
  ]

  private static let codes = [
    ("0", "All well."), ("1", "Finished, and more documents failed than --max-failures; something is wrong."),
    ("64", "The command line is wrong."), ("65", "The input cannot be read."),
    ("73", "The output cannot be created."), ("74", "The output cannot be written."),
    ("75", "Stopped by SIGINT or SIGTERM; the same command goes on."), ("78", "The configuration is wrong."),
  ]

  /// Options that a command asks for itself, with better words than the parser has.
  private static let asked = ["verify": "output"]

  /// Without the full stop, which stands there for a sentence.
  private static func phrase(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  private func synopsis(_ command: HelpTree, _ above: [String], to page: inout Mdoc) {
    if !command.commands.isEmpty {
      for inner in command.commands { synopsis(inner, above + [command.commandName], to: &page) }
      return
    }
    page.macro("Nm")
    page.macro("Cm", (above.dropFirst() + [command.commandName]).joined(separator: " "))
    if command.shown.contains(where: { $0.kind != .positional && $0.isOptional }) { page.macro("Op", "Ar", "options") }
    let asked = Self.asked[command.commandName]
    for argument in command.shown {
      if argument.kind != .positional {
        if !argument.isOptional || argument.names?.last?.name == asked {
          page.macro("Fl", Self.dashes(argument.names?.last), "Ar", argument.valueName ?? "")
        }
        continue
      }
      let word = ["Ar", argument.valueName ?? ""] + (argument.isRepeating ? ["..."] : [])
      page.line(argument.isOptional ? "Op" : word[0], argument.isOptional ? word : Array(word.dropFirst()))
    }
  }

  private func section(_ command: HelpTree, _ above: [String], to page: inout Mdoc) {
    let path = above + [command.commandName]
    if command.commands.isEmpty {
      page.macro("Ss", path.joined(separator: " "))
      page.prose((command.abstract ?? "") + "\n\n" + (command.discussion ?? ""))
      let items = command.shown.map { (Self.tag($0), Self.meaning($0)) }
      if !items.isEmpty { page.list(items) }
    }
    for inner in command.commands { section(inner, path, to: &page) }
  }

  private static func dashes(_ name: HelpTree.Name?) -> String {
    name.map { $0.kind == .long ? "-" + $0.name : $0.name } ?? ""
  }

  /// `-o, --output output`.
  private static func tag(_ argument: HelpTree.Argument) -> String {
    let value = argument.valueName ?? ""
    if argument.kind == .positional { return value }
    let names = (argument.names ?? []).map { "-" + dashes($0) }.joined(separator: ", ")
    return argument.kind == .option ? names + " " + value : names
  }

  private static func meaning(_ argument: HelpTree.Argument) -> String {
    let text = argument.abstract ?? ""
    guard let value = argument.defaultValue, !text.contains("default:") else { return text }
    return text + " (default: \(value))"
  }
}

extension String {
  /// What stands before a mark; all of it where the mark is missing.
  fileprivate func components(before mark: String) -> String {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
