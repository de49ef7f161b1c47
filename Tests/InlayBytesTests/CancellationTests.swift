import InlayBytes
import Testing

@Suite("Cancellation")
struct CancellationTests {
  @Test("What stops a thread stops those that it starts, and nothing else")
  func inheritance() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let error = cancellation.stopping {
      #expect(throws: InlayError.self) { try Workers(count: 4).map(8) { $0 } }
    }
    #expect(error?.code == .cancelled)
    #expect(error?.description == "the run was stopped")
    #expect(try Workers(count: 4).map(8) { $0 } == Array(0..<8))
  }

  @Test("Work that is part of other work ends with it, and not the other way round")
  func nesting() {
    let outer = Cancellation(within: nil)
    let (first, second) = outer.stopping { (Cancellation(), Cancellation()) }
    first.cancel()
    #expect(first.isCancelled && !second.isCancelled && !outer.isCancelled)
    outer.cancel()
    #expect(second.isCancelled)
  }

  @Test("A task that is cancelled stops the work of its own thread")
  func task() async {
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      try Cancellation.check()
    }
    task.cancel()
    let error = await #expect(throws: InlayError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }
}
