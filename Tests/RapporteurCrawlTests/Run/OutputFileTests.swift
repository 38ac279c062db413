import Foundation
import Testing

@testable import RapporteurCrawl

@Suite struct OutputFileTests {
  @Test func theNameIsGivenWhenTheFileIsWhole() throws {
    let folder = try Folder()
    let path = folder.file("deep/down/out")
    let file = try OutputFile(path)
    try file.write(Array("words".utf8))
    #expect(!FileManager.default.fileExists(atPath: path))
    try file.complete()
    try file.name()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "words")
    #expect(!FileManager.default.fileExists(atPath: path + ".part"))
  }

  @Test func whatIsNotFinishedIsTakenBack() throws {
    let folder = try Folder(["out": Array("old".utf8)])
    do {
      let file = try OutputFile(folder.file("out"))
      try file.cut(to: 0)
      try file.write(Array("new".utf8))
      try file.flush()
    }
    #expect(try String(contentsOfFile: folder.file("out"), encoding: .utf8) == "old")
    #expect(!FileManager.default.fileExists(atPath: folder.file("out.part")))
  }
}
