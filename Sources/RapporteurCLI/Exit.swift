import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// The exit codes, after sysexits.h.
enum Exit {
  /// Finished, and more documents failed than allowed.
  static let failures = ExitCode(1)
  static let usage = ExitCode(64)
  static let input = ExitCode(65)
  static let create = ExitCode(73)
  static let write = ExitCode(74)
  /// Stopped before the end; the same command goes on.
  static let interrupted = ExitCode(75)
  static let configuration = ExitCode(78)
  /// Nobody reads the standard output any more: what a shell says of a program that SIGPIPE ended.
  static let closedPipe = ExitCode(141)

  /// Says what went wrong, and gives the code for it.
  static func code(for error: any Error) -> any Error {
    switch error {
    case let error as ConfigurationError:
      for fault in error.faults { Console.error(fault.description) }
      return configuration
    case let error as InputError:
      Console.error("rapporteur: \(error)")
      return input
    case let error as OutputError:
      if error.kind == .closed { return closedPipe }
      Console.error("rapporteur: \(error)")
      return error.kind == .create ? create : write
    case let error as ValidationError:
      Console.error("rapporteur: \(error.message)")
      return usage
    default: return error
    }
  }
}
