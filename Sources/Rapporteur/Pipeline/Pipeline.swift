/// Stages in order, ready to run.
public struct Pipeline: Sendable {
  /// The stages with the names they have in pipeline.yml.
  public let stages: [Step]

  /// One stage of the pipeline.
  public struct Step: Sendable {
    public let name: String
    public let stage: any Stage
    /// Every option, with its value.
    public let options: [Options.Declaration]
  }

  /// The pipeline that runs where nothing is configured.
  public static let standard = Pipeline(
    stages: defaultStages.compactMap { name in
      Rapporteur.stages.first { $0.name == name }
    }.map { type in
      var options = Options.defaults(of: type.name)
      let stage = type.init(&options)
      return Step(name: type.name, stage: stage, options: options.declared)
    })

  private init(stages: [Step]) { self.stages = stages }

  /// The pipeline that the `stages` list of a configuration describes.
  ///
  /// - Parameters:
  ///   - node: The value of `stages`.
  ///   - file: The configuration's file, for messages.
  ///   - known: The stages that it may name: yours beside the library's.
  ///   - read: Reads files that options name.
  /// - Throws: Every fault of the list, together.
  public init(
    _ node: ConfigurationNode, file: String, among known: [any Stage.Type] = Rapporteur.stages,
    read: @escaping Options.FileReader
  ) throws(ConfigurationError) {
    var faults: [ConfigurationError.Fault] = []
    func fault(_ line: Int, _ column: Int, _ message: String) {
      faults.append(.init(file: file, line: line, column: column, message: message))
    }
    guard case .list(let items) = node.value, !items.isEmpty else {
      let example = "[" + defaultStages.joined(separator: ", ") + "]"
      let kind = if case .list = node.value { "an empty list" } else { node.kind }
      fault(node.line, node.column, "'stages' takes a list of stages, not \(kind); for example \(example)")
      throw ConfigurationError(faults)
    }
    var steps: [Step] = []
    var written: [Layer: String] = [.page: ""]
    for item in items {
      guard let (name, line, column, entries) = Self.step(of: item, fault: fault) else { continue }
      guard let type = known.first(where: { $0.name == name }) else {
        let names = known.map { $0.name }
        fault(line, column, "there is no stage '\(name)'; \(Suggestion.nearest(name, among: names))")
        continue
      }
      for layer in Layer.allCases where type.reads.contains(layer) && written[layer] == nil {
        let makers = known.filter { $0.writes.contains(layer) }.map { "'\($0.name)'" }
        let remedy = "put \(makers.joined(separator: " or ")) first"
        fault(line, column, "'\(name)' reads \(layer.rawValue), which no stage before it writes; \(remedy)")
        break
      }
      for layer in Layer.allCases where type.writes.contains(layer) {
        if let other = written[layer] {
          let what = "'\(name)' writes \(layer.rawValue), which '\(other)' has written already"
          fault(line, column, what + "; take one of them out")
          break
        }
      }
      for layer in type.writes { written[layer] = name }
      var options = Options(stage: name, file: file, entries: entries, read: read)
      let stage = type.init(&options)
      options.checkForUnknownKeys()
      faults += options.faults
      steps.append(Step(name: name, stage: stage, options: options.declared))
    }
    if !faults.isEmpty { throw ConfigurationError(faults) }
    stages = steps
  }

  /// Stages in this order, each with its defaults: your own beside the library's.
  ///
  /// ```swift
  /// let pipeline = try Pipeline([Verbatim.self, Sentences.self, Entities.self, Speakers.self])
  /// ```
  ///
  /// - Throws: Where a stage reads what none before it writes, or writes what another has written. The line of a fault
  ///   is the place of the stage, from 1.
  public init(_ types: [any Stage.Type]) throws(ConfigurationError) {
    let items = types.indices.map { ConfigurationNode(.scalar(types[$0].name), line: $0 + 1, column: 1) }
    let others = Rapporteur.stages.filter { other in !types.contains { $0.name == other.name } }
    try self.init(ConfigurationNode(.list(items), line: 1, column: 1), file: "stages", among: types + others) {
      _ throws(Options.FileFault) in throw Options.FileFault("no files without a configuration")
    }
  }

  /// Name, place and options of an item of the list: a name, or a map of one name to its options.
  private static func step(
    of item: ConfigurationNode, fault: (Int, Int, String) -> Void
  ) -> (name: String, line: Int, column: Int, entries: [ConfigurationNode.Entry])? {
    switch item.value {
    case .scalar(let name): return (name, item.line, item.column, [])
    case .map(let entries) where entries.count == 1:
      let entry = entries[0]
      switch entry.node.value {
      case .map(let options): return (entry.key, entry.line, entry.column, options)
      case .null: return (entry.key, entry.line, entry.column, [])
      case .list, .scalar:
        fault(entry.node.line, entry.node.column, "the options of '\(entry.key)' are a map, not \(entry.node.kind)")
        return (entry.key, entry.line, entry.column, [])
      }
    case .map, .list, .null:
      let rule = "an item of 'stages' is a stage's name, or its name with a map of options"
      fault(item.line, item.column, "\(rule), not \(item.kind)")
      return nil
    }
  }

  /// Carries a page through all stages.
  ///
  /// - Parameter tracing: Whether the document collects what `explain` shows.
  public func process(_ page: Page, tracing: Bool = false) throws(StageFailure) -> Document {
    var document = try begin(page)
    if tracing { document.trace = Trace() }
    for step in stages { try step.stage.process(&document) }
    return document
  }

  /// The same, and adds up the time that each stage takes.
  public func process(_ page: Page, times: inout StageTimes) throws(StageFailure) -> Document {
    var since = ContinuousClock.now
    var document = try begin(page)
    times.add(StageTimes.decoding, &since)
    for index in stages.indices {
      try stages[index].stage.process(&document)
      times.add(index + 1, &since)
    }
    return document
  }

  /// What a page is before the first stage: decoded, its form and charset found out.
  public func begin(_ page: Page) throws(StageFailure) -> Document {
    var document = try PageDecoder.decode(page)
    document.warnings.insert(contentsOf: page.warnings, at: 0)
    document.duplicateOf = page.duplicateOf
    return document
  }

  /// What the results depend on, as text: every stage with every option. Equal text, equal results.
  public var description: String {
    stages.map { step in
      step.name + step.options.map { " \($0.name)=\($0.value)" }.joined()
    }.joined(separator: "\n")
  }
}

/// The version of the program, part of every record.
public let version = "0.1.0"
