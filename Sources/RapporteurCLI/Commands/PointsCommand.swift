import ArgumentParser
import Foundation
import Rapporteur
import RapporteurCrawl

/// `rapporteur points`: which points were put forward, by whom, and are all of them there?
struct PointsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "points",
    abstract: "Print the numbered proposals of records as a table: who, when, how many announced, each point.",
    discussion: """
        rapporteur points records.jsonl                      for eyes
        rapporteur points a.jsonl b.jsonl.gz --csv > p.csv   a row a point
        rapporteur points records.jsonl.zst --jsonl          the same as JSON Lines
        rapporteur points records.jsonl --width 160 | less

      'announced' is the count that the page names, and whether that many are there:
      complete, missing (and which), announced only (none is there), mentioned only
      (an earlier proposal, or somebody else's). A proposal without points has a row
      of its own. Points inside a point stand further in; in CSV and JSON Lines they
      have a 'subordinal'.
      """)

  @Argument(help: ArgumentHelp("Files of records (.gz and .zst too), or -.", valueName: "out"), completion: .file())
  var outputs: [String]

  @Flag(help: "Comma-separated values (RFC 4180), with the whole text of each point.")
  var csv = false

  @Flag(help: "JSON Lines, with the whole text of each point.")
  var jsonl = false

  @Option(help: "The columns of the table (default: the terminal's, else 100).")
  var width: Int?

  @Flag(name: .shortAndLong, help: "No summary.")
  var quiet = false

  func validate() throws {
    if csv && jsonl { throw ValidationError("--csv and --jsonl are two forms of one table: take one of them.") }
    if let width, !(40...1000).contains(width) {
      throw ValidationError("--width takes a whole number from 40 to 1000.")
    }
  }

  func run() throws {
    do {
      var records = try RecordReader(outputs)
      let file = OutputFile()
      var view = PointsView(width: width ?? Self.terminalWidth, ink: Ink())
      var counts = (documents: 0, proposals: 0, points: 0)
      if csv { try file.write(CSV.line(PointRow.columns)) }
      while let record = try records.next() {
        counts.documents += 1
        for proposal in try PointRow.proposals(of: record) {
          counts.proposals += 1
          counts.points += proposal.count { $0.ordinal != nil && $0.subordinal == nil }
          if csv || jsonl {
            for row in proposal { try file.write(csv ? row.csv : row.json) }
          } else {
            try file.write(Array(view.add(proposal).utf8))
          }
        }
      }
      try file.write(Array(view.finish().utf8))
      try file.flush()
      if !quiet {
        let parts = [(counts.points, "point"), (counts.proposals, "proposal"), (counts.documents, "document")]
          .map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
        Console.error("\(parts[0]) of \(parts[1]) in \(parts[2])")
      }
    } catch {
      throw Exit.code(for: error)
    }
  }

  private static var terminalWidth: Int {
    var size = winsize()
    let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_col >= 40 ? Int(size.ws_col) : 100
  }
}
