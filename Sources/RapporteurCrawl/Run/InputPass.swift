/// Reads all inputs once, beside the run: workers look at the documents, and what they made of them comes in order.
struct InputPass {
  var inputs: Inputs
  /// The file that a run writes: no input.
  var output: String?
  var workers: Int
  var interruption: Interruption?

  /// What came of a batch.
  private struct Done<Result: Sendable>: Sendable {
    var number: Int
    var results: [Result]
    var weight: Int
    var position: Int
  }

  /// Does it.
  ///
  /// - Parameters:
  ///   - work: What the workers do with a document.
  ///   - take: Gets the results, in the order of the input, and the bytes of the files read so far.
  /// - Returns: Whether it came to the end: not where it was interrupted.
  func callAsFunction<Result: Sendable>(
    _ work: @escaping @Sendable (CrawlItem) -> Result, _ take: ([Result], Int) throws(OutputError) -> Void
  ) async throws(OutputError) -> Bool {
    var reader = CrawlReader(inputs, output: output, duplicates: nil, interruption: interruption)
    var fault: OutputError?
    var isStopped = false
    await withTaskGroup(of: Done<Result>.self) { group in
      var begun = 0
      var written = 0
      var weight = 0
      var waiting: [Int: Done<Result>] = [:]
      func beginWork() {
        while fault == nil, begun == written || (begun - written < workers * 4 && weight < RunWindow.mostBytes) {
          isStopped = isStopped || (interruption?.isRequested ?? false)
          guard !isStopped, let batch = Batch(begun, &reader) else { return }
          begun += 1
          weight += batch.weight
          group.addTask {
            Done(number: batch.number, results: batch.map(work), weight: batch.weight, position: batch.position)
          }
        }
      }
      beginWork()
      while let done = await group.next() {
        waiting[done.number] = done
        while let done = waiting.removeValue(forKey: written) {
          written += 1
          weight -= done.weight
          do throws(OutputError) {
            if fault == nil { try take(done.results, done.position) }
          } catch {
            fault = error
          }
        }
        beginWork()
      }
    }
    if let fault { throw fault }
    return !isStopped && !(interruption?.hasCutInput ?? false)
  }
}
