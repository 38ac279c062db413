package import RapporteurCrawl

/// Gold documents of files and folders.
package struct GoldCorpus: Sendable {
  /// Those without a fault, by id.
  package var documents: [GoldDocument] = []

  /// Those of all documents, in the order of the files.
  package var faults: [GoldFault] = []

  /// How many documents were read, faulty ones included.
  package var count = 0

  /// Folders that were named.
  package var folders: [String] = []

  /// - Parameters:
  ///   - paths: Files, and folders in which every `.xml` and `.json` file is gold.
  ///   - texts: The folder of the texts that JSON gold names.
  /// - Throws: For a path that leads nowhere.
  package init(_ paths: [String], texts: String? = nil) throws(InputError) {
    var seen: [String: String] = [:]
    for path in paths {
      var files: [String] = []
      if FilePath(path).isFolder {
        folders.append(path)
        var walk = FolderWalk(FilePath(path))
        while let step = walk.next() {
          guard case .file(let file, _) = step else { continue }
          if file.text.hasSuffix(".xml") || file.text.hasSuffix(".json") { files.append(file.text) }
        }
      } else {
        files.append(path)
      }
      for file in files {
        guard let bytes = SmallFile.read(file) else {
          throw InputError("\(file) cannot be read. Name gold documents, or folders of them.")
        }
        count += 1
        do throws(GoldFaults) {
          let document = try Self.read(file, bytes, texts: texts)
          if let other = seen[document.id] {
            faults.append(
              GoldFault(file: file, message: "document '\(document.id)' is also \(other); leave one of them out"))
            continue
          }
          seen[document.id] = file
          documents.append(document)
        } catch {
          faults += error.faults
        }
      }
    }
    documents.sort { $0.id < $1.id }
  }

  private static func read(
    _ file: String, _ bytes: [UInt8], texts: String?
  ) throws(GoldFaults) -> GoldDocument {
    guard file.hasSuffix(".json") else { return try GoldReader.read(file, bytes) }
    let folder = texts.map { FilePath($0) } ?? FilePath(file).parent
    return try GoldJSON.read(file, bytes) { SmallFile.read(folder.appending(FilePath($0)).text) }
  }
}
