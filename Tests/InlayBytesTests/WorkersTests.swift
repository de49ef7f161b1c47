import InlayBytes
import Synchronization
import Testing

@Suite("Workers")
struct WorkersTests {
  @Test("Results come in the order of the tasks", arguments: [1, 2, 7])
  func order(threads: Int) throws {
    let squares = try Workers(count: threads).map(100) { $0 * $0 }
    #expect(squares == (0..<100).map { $0 * $0 })
  }

  @Test("The first failure in the order of the tasks is thrown")
  func failure() {
    let error = #expect(throws: InlayError.self) {
      try Workers(count: 4).map(100) { task in
        if task >= 10 { throw InlayError(.corrupt, "task \(task)") }
      }
    }
    #expect(error?.message == "task 10")
  }

  @Test("Threads run at the same time: each waits until all have come")
  func together() {
    let arrived = Gate(0)
    Workers(count: 4).run { _ in
      arrived.update { $0 += 1 }
      arrived.wait { $0 == 4 ? () : nil }
    }
    #expect(arrived.withLock { $0 } == 4)
  }
}
