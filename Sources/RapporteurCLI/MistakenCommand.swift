import Foundation
import Rapporteur

/// A command line that begins with no command, and what was meant.
struct MistakenCommand {
  let message: String

  /// What the program itself understands where a command would stand.
  private static let options = ["-h", "--help", "--help-hidden", "--version", "--experimental-dump-help"]

  /// - Parameters:
  ///   - arguments: What was typed behind the program's name.
  ///   - commands: Those that there are.
  init?(_ arguments: [String], among commands: [String]) {
    let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
    guard let word = words.first, !commands.contains(word), word != "help" else { return nil }
    if word.hasPrefix("-") {
      // Two of the options that completions need begin with these.
      let isKnown = Self.options.contains(word) || word.hasPrefix("---") || word.hasPrefix("--generate-completion")
      if isKnown || arguments.first == "help" { return nil }
      let example = "rapporteur run \(word == "-" ? "-" : "INPUT \(word) …")"
      message = "a command stands before '\(word)', such as: \(example)\nrapporteur --help lists the commands"
      return
    }
    let known = commands.filter { $0 != ManualCommand.name }
    if FileManager.default.fileExists(atPath: word) || word.contains("/") || word.contains(".") {
      let line = arguments.joined(separator: " ")
      message = "'\(word)' is no command; to annotate it: rapporteur run \(line)"
    } else {
      message = "there is no command '\(word)'; \(Suggestion.nearest(word, among: known))"
    }
  }
}
