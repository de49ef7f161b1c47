import Inlay
import Testing

@Suite("Batches of tables as a sequence")
struct TableBatchesTests {
  /// Many batches of one row each, which are counted as they are read.
  private final class CountingSource: BatchSource, BatchScan {
    let schema = Schema([Field("n", .int64)])
    let count: Int
    private let given = Gate(0)

    init(count: Int) { self.count = count }

    var estimate: SizeEstimate { SizeEstimate(byteCount: 8, rowCount: nil) }
    var progress: ScanProgress { ScanProgress() }
    var readCount: Int { given.withLock { $0 } }
    func scan(_ request: ScanRequest) throws -> any BatchScan { self }

    func nextMorsel() -> Morsel? {
      given.withLock { given in
        guard given < count else { return nil }
        defer { given += 1 }
        return Morsel(sequence: given, content: given)
      }
    }

    func read(_ morsel: Morsel) throws -> RecordBatch {
      if morsel.sequence == 900 { throw InlayError(.corrupt, "the row is broken") }
      let column = Column(type: .int64, storage: .int64(Values([Int64(morsel.sequence)])))
      return RecordBatch(schema: schema, columns: [column], rowCount: 1)
    }
  }

  private static func number(_ batch: RecordBatch) -> Int64? {
    guard case .int64(let values) = batch.columns[0].storage else { return nil }
    return values[0]
  }

  @Test("All batches come in order", arguments: [1, 4])
  func order(threads: Int) async throws {
    var numbers: [Int64] = []
    for try await batch in Table(CountingSource(count: 500)).batches(workers: Workers(count: threads)) {
      numbers.append(try #require(Self.number(batch)))
    }
    #expect(numbers == Array(0..<500))
  }

  @Test("A run waits for its reader, and ends with it")
  func backPressure() async throws {
    let source = CountingSource(count: 100_000)
    let workers = Workers(count: 2)
    var seen = 0
    for try await _ in Table(source).batches(buffering: 3, workers: workers) {
      seen += 1
      // What was taken and is not seen yet: in the channel, in the window of the run, and in the hands of its threads.
      #expect(source.readCount - seen <= 64)
      if seen == 800 { break }
    }
    #expect(seen == 800)
    #expect(source.readCount < 100_000)
  }

  @Test("An error ends the batches, once, and none behind it comes")
  func failure() async throws {
    var iterator = Table(CountingSource(count: 1_000)).batches().makeAsyncIterator()
    var count = 0
    let error = await #expect(throws: InlayError.self) {
      while try await iterator.next() != nil { count += 1 }
    }
    #expect(error?.message == "the row is broken")
    // Of those before it some may not come: a run that has failed begins nothing any more.
    #expect(count <= 900)
    #expect(try await iterator.next() == nil)
  }

  @Test("A cancelled task stops the run")
  func cancellation() async throws {
    let source = CountingSource(count: .max)
    let task = Task {
      var count = 0
      for try await _ in Table(source).batches() {
        count += 1
        if count == 10 { unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }
      }
    }
    let error = await #expect(throws: InlayError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }
}
