import ArgumentParser
import Foundation

/// A command as `--help` knows it, with its arguments and the commands below it.
struct HelpTree: Decodable {
  var commandName: String
  var abstract: String?
  var discussion: String?
  var arguments: [Argument]?
  var subcommands: [HelpTree]?
  var shouldDisplay: Bool?

  /// A flag, an option, or a word that has its place.
  struct Argument: Decodable {
    var kind: Kind
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var defaultValue: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool

    enum Kind: String, Decodable { case positional, option, flag }
  }

  /// `-o` or `--output`.
  struct Name: Decodable {
    var kind: Kind
    var name: String

    enum Kind: String, Decodable { case long, short, longWithSingleDash }
  }

  /// The whole program's.
  static func read() throws -> HelpTree {
    struct Dump: Decodable { var command: HelpTree }
    return try JSONDecoder().decode(Dump.self, from: Data(RapporteurCommand._dumpHelp().utf8)).command
  }

  /// The arguments that people are shown, those of every command left out.
  var shown: [Argument] {
    (arguments ?? []).filter { argument in
      argument.shouldDisplay && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }
  }

  /// The commands below that people are shown.
  var commands: [HelpTree] {
    (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }
}
