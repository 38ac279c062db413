import ArgumentParser
import Foundation
import Rapporteur

/// `rapporteur manual`: the manual page, for packages.
struct ManualCommand: ParsableCommand {
  static let name = "manual"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Print the manual page (mdoc), which says what --help says of every command.",
    discussion: """
        rapporteur manual > rapporteur.1 && man -l rapporteur.1

      Its date is today's, or that of SOURCE_DATE_EPOCH, in seconds since 1970.
      """,
    shouldDisplay: false)

  func run() throws {
    let seconds = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Double($0) }
    let date = seconds.map { Date(timeIntervalSince1970: $0) } ?? Date()
    var style = Date.VerbatimFormatStyle(
      format: "\(month: .wide) \(day: .defaultDigits), \(year: .defaultDigits)", locale: Locale(identifier: "en_US"),
      timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
    style.timeZone = .gmt
    Console.print(Manual(tree: try HelpTree.read(), version: version, date: style.format(date)).text)
  }
}
