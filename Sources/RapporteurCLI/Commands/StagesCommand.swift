import ArgumentParser
import Rapporteur

/// `rapporteur stages`: what a pipeline can be made of.
struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "Print the stages, what they read and write, and their options.",
    discussion: """
        rapporteur stages              all of them
        rapporteur stages sentences    one
      """)

  @Argument(help: "The name of a stage.")
  var name: String?

  func validate() throws {
    let known = stages.map { $0.name }
    if let name, !known.contains(name) {
      throw ValidationError("There is no stage '\(name)'; \(Suggestion.nearest(name, among: known))")
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
    Console.print(pages.joined(separator: "\n"))
  }

  private func layers(_ verb: String, _ layers: Set<Layer>) -> String {
    let names = Layer.allCases.filter { layers.contains($0) }.map(\.rawValue)
    guard !names.isEmpty else { return "" }
    return "  \(verb) \(names.joined(separator: ", "))" + (verb == "uses" ? " where they are there\n" : "\n")
  }
}
