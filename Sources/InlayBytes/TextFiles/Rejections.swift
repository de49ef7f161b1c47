/// The rows that a scan left out: how many, and the first of them in the order of the files.
package final class Rejections: Sendable {
  /// The number of rows that are reported in words.
  package static let reportedCount = 20

  private struct State {
    var count = 0
    /// The first rows, in order.
    var first: [Rejection] = []
    var lines: [Int: LineCounter] = [:]
  }

  private struct Rejection {
    let sequence: Int
    let file: Int
    let error: InlayError
    var text: String?
  }

  private let counter: @Sendable (_ file: Int) -> LineCounter
  private let state = Gate(State())

  /// - Parameter counter: Makes what counts the lines of a file, given by its position.
  package init(counter: @escaping @Sendable (_ file: Int) -> LineCounter) { self.counter = counter }

  /// The number of rows left out.
  package var count: Int { state.withLock { $0.count } }

  /// Adds the `count` rows left out of a morsel, of which the first are told in order.
  package func add(_ errors: [InlayError], count: Int, sequence: Int, file: Int) {
    state.withLock { state in
      state.count += count
      // Morsels come in any order; within one the rows are in order.
      let place = state.first.firstIndex { $0.sequence > sequence } ?? state.first.count
      let new = errors.map { Rejection(sequence: sequence, file: file, error: $0) }
      state.first.insert(contentsOf: new, at: place)
      state.first = Array(state.first.prefix(Self.reportedCount))
    }
  }

  /// The first rows, each with its place and what is wrong with it.
  package var texts: [String] {
    state.withLock { state in
      for index in state.first.indices where state.first[index].text == nil {
        let rejection = state.first[index]
        let counter = state.lines[rejection.file] ?? self.counter(rejection.file)
        state.lines[rejection.file] = counter
        state.first[index].text = counter.located(rejection.error).description
      }
      return state.first.compactMap(\.text)
    }
  }
}
