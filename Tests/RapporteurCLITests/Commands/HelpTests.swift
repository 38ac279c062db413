import Foundation
import Testing

/// What the program says to those who ask it, and to those who mistype.
@Suite struct HelpTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A command as `--experimental-dump-help` tells it.
  private struct Command: Decodable {
    var commandName: String
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [Command]?

    struct Argument: Decodable {
      var names: [Name]?
    }

    struct Name: Decodable {
      var kind: String
      var name: String
    }

    var options: Set<String> {
      Set((arguments ?? []).flatMap { $0.names ?? [] }.map { ($0.kind == "long" ? "--" : "-") + $0.name })
    }
  }

  private func commands() throws -> [(path: String, command: Command)] {
    struct Dump: Decodable { var command: Command }
    let text = try Program.run("--experimental-dump-help", in: folder).output
    func all(_ command: Command, _ path: String) -> [(path: String, command: Command)] {
      let inner = (command.subcommands ?? []).filter { $0.commandName != "help" }
      return [(path, command)] + inner.flatMap { all($0, path + " " + $0.commandName) }
    }
    return all(try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command, "rapporteur")
  }

  @Test func everyCommandHasExamplesThatItUnderstands() throws {
    let commands = try commands()
    #expect(commands.count > 15)
    for (path, command) in commands {
      let lines = (command.discussion ?? "").split(separator: "\n")
      #expect(lines.contains { $0.contains("  \(path)") }, "\(path): no example")
      for line in lines {
        #expect(line.count <= 80, "\(path): wraps on a terminal of 80 columns: \(line)")
        guard let example = line.firstRange(of: path + " "), line.hasPrefix("  ") else { continue }
        // Up to the words that explain it, or to the next program.
        let call = line[example.upperBound...].components(separatedBy: "  ")[0]
        let words = call.prefix { !"|&>".contains($0) }.split(separator: " ")
        for word in words where word.hasPrefix("-") && word != "-" {
          let inner = commands.filter { $0.path.hasPrefix(path) && line.contains($0.path + " ") }
          #expect(inner.contains { $0.command.options.contains(String(word)) }, "\(path): \(word)")
        }
      }
    }
  }

  @Test(arguments: [
    (["rnu", "pages"], "there is no command 'rnu'; did you mean 'run'?"),
    (["help", "verfy"], "there is no command 'verfy'; did you mean 'verify'?"),
    (["frobnicate"], "there is no command 'frobnicate'; known are 'run', 'retry', 'verify', "),
    (["crawl/", "-o", "r.jsonl"], "'crawl/' is no command; to annotate it: rapporteur run crawl/ -o r.jsonl"),
    (["page.html"], "'page.html' is no command; to annotate it: rapporteur run page.html"),
    (["-o", "r.jsonl"], "a command stands before '-o', such as: rapporteur run INPUT -o …"),
    (["--outptu"], "a command stands before '--outptu'"),
    (["run", "--outptu", "r.jsonl"], "Unknown option '--outptu'. Did you mean '--output'?"),
    (["run"], "Nothing to read: name an INPUT, or put 'input: {paths: [...]}' in pipeline.yml."),
    (["run", "nowhere", "-o", "r.jsonl"], "nowhere: No such file or directory. Name a file, a folder, a glob, or -"),
    (["run", ".", "-o"], "Missing value for '-o <output>'"),
    (["run", ".", "-o", "/"], "/: Is a directory; name a file in it"),
    (["run", ".", "-o", "/proc/r.jsonl"], "/proc/r.jsonl.part: No such file or directory; name another output"),
    (["run", ".", "-w", "many"], "--workers takes auto or a whole number from 1 to 1024, not 'many'."),
    (["run", ".", "--shard", "3"], "--shard takes a part of a whole, such as 2/8, not '3'."),
    (["run", ".", "--sample", "20"], "--sample takes a share above 0, up to 1."),
    (["run", ".", "--limit", "ten"], "The value 'ten' is invalid for '--limit <limit>'"),
    (["run", ".", "--compression", "rar"], "--compression takes auto, none, gzip, zstd, not 'rar'."),
    (["run", "-c", "no.yml"], "there is no such file; name a file with -c, or leave it out"),
    (["verify", "crawl/", "r.jsonl"], "Name the records that answer for them with --output: rapporteur verify crawl/"),
    (
      ["verify", ".", "--output", "no.jsonl"], "no.jsonl: there is no such file; name what 'rapporteur run … -o' wrote"
    ),
    (["filter", "a.jsonl"], "filter reads the standard input: rapporteur filter < a.jsonl"),
    (["filter", "--offset", "3"], "--offset is a place in a file: name it with --path."),
    (["check", "p.yml"], "Name the pipeline with -c: rapporteur check -c p.yml"),
    (["retry", "r.jsonl", "-o", "s.jsonl"], "Name the output of a run as it was given with -o"),
    (["stages", "speaker"], "There is no stage 'speaker'; did you mean 'speakers'?"),
    (["schema", "sparc"], "Please provide one of 'json', 'duckdb', 'polars' or 'spark'."),
    (["export", "r.jsonl"], "Missing expected argument '--to <to>'"),
    (["export", "r.jsonl", "--to", "brat"], "--to brat writes two files a document: name a folder with -d."),
    (["points", "no.jsonl"], "no.jsonl: there is no such file; name what 'rapporteur run … -o' wrote"),
    (["tables", "r.jsonl"], "Missing expected argument '--directory <dir>'"),
  ])
  func aMistakeSaysWhatToDo(_ arguments: [String], _ message: String) throws {
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.errors.contains(message), "\(arguments): \(outcome.errors)")
    #expect([64, 65, 73, 78].contains(outcome.code), "\(arguments): \(outcome.code)")
    #expect(outcome.output == "")
  }

  @Test func theManualTellsOfEveryCommandAndOption() throws {
    let manual = try Program.run("manual", in: folder).output
    for (path, command) in try commands() where (command.subcommands ?? []).isEmpty && !path.hasSuffix(" manual") {
      let hasSection = manual.contains("\n.Ss \"\(path)\"\n")
      #expect(hasSection, "\(path)")
      for option in command.options where !["-h", "--help", "--version", "--checkpoint-every"].contains(option) {
        let isNamed = manual.contains(option.replacing("-", with: "\\-"))
        #expect(isNamed, "\(path) \(option)")
      }
    }
    let foreign = manual.utf8.contains { $0 >= 0x80 }
    #expect(!foreign)
    #expect(try !Program.run("--help", in: folder).output.contains("manual"))
  }
}
