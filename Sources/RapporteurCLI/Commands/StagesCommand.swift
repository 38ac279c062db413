import ArgumentParser
import Rapporteur

/// `rapporteur stages`: what a pipeline can be made of.
struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "Print what pipeline.yml can hold: the stages with their options, and the other sections.",
    discussion: """
        rapporteur stages             everything
        rapporteur stages sentences   a stage: what it reads and writes, its options
        rapporteur stages input       a section: fields, statuses, limits, duplicates
      """)

  @Argument(help: "The name of a stage, or input, output, run.", completion: .list(Self.names))
  var name: String?

  /// The stages and sections that there are.
  private static var names: [String] { stages.map { $0.name } + Setting.sections.map(\.name) }

  func validate() throws {
    if let name, !Self.names.contains(name) {
      throw ValidationError("There is no stage '\(name)'; \(Suggestion.nearest(name, among: Self.names))")
    }
  }

  func run() {
    let ink = Ink()
    let pages = stages.filter { name == nil || $0.name == name }.map { type in
      var text = "\(ink.strong(type.name))  \(type.summary)\n"
      text += layers("reads", type.reads) + layers("uses", type.uses) + layers("writes", type.writes)
      var options = Options.defaults(of: type.name)
      _ = type.init(&options)
      for option in options.declared {
        text +=
          "  \(ink.strong(option.name + ": " + option.defaultValue))  \(option.help) \(ink.faint("(\(option.type))"))\n"
      }
      return text
    }
    let sections = Setting.sections.filter { name == nil || $0.name == name }.map { section in
      var text = "\(ink.strong(section.name + ":"))  a section of pipeline.yml\n"
      for setting in section.settings {
        text += "  \(ink.strong(setting.name + ": " + setting.defaultValue))  \(setting.help)"
        text += " \(ink.faint("(\(setting.type))"))\n"
      }
      return text
    }
    Console.print((pages + sections).joined(separator: "\n"))
  }

  private func layers(_ verb: String, _ layers: Set<Layer>) -> String {
    let names = Layer.allCases.filter { layers.contains($0) }.map(\.rawValue)
    guard !names.isEmpty else { return "" }
    return "  \(verb) \(names.joined(separator: ", "))" + (verb == "uses" ? " where they are there\n" : "\n")
  }
}
