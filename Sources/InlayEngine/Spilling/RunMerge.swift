import InlayBytes
import InlayColumns

/// Takes the rows of several sorted runs in order. Of equal rows those of the earlier run come first.
struct RunMerge {
  private var cursors: [RunCursor]
  /// The numbers of the cursors, that with the next row first: a heap.
  private var heap: [Int]

  /// Rows in order, as positions in pieces of batches: what makes a batch of them is done by another thread.
  struct Rows: Sendable {
    var pieces: [RecordBatch] = []
    /// The rows' positions when the pieces stand one behind the other.
    var order = Values<UInt32>([])
  }

  /// A row of the next batch: its piece, and its place in that.
  private struct Place: BitwiseCopyable {
    var piece: UInt32
    var row: UInt32
  }

  init(_ runs: SpilledRows, by order: [SortOrder]) throws {
    cursors = try runs.parts.indices.compactMap { try RunCursor(runs, run: $0, order: order) }
    heap = Array(cursors.indices)
    for position in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(position) }
  }

  /// Takes at most `count` rows; nil when there are no more.
  mutating func next(_ count: Int) throws -> Rows? {
    guard !heap.isEmpty else { return nil }
    var pieces: [(batch: RecordBatch, first: Int, count: Int)] = []
    var open = [Int?](repeating: nil, count: cursors.count)
    var places = ValueBuilder<Place>(capacity: count)
    while let run = heap.first, places.count < count {
      let piece = open[run] ?? pieces.count
      if open[run] == nil {
        open[run] = piece
        pieces.append((cursors[run].batch, cursors[run].row, 0))
      }
      places.append(Place(piece: UInt32(piece), row: UInt32(pieces[piece].count)))
      pieces[piece].count += 1
      cursors[run].advance()
      if cursors[run].isAtEndOfBatch {
        open[run] = nil
        if try !cursors[run].readMore() { removeFirst() }
      }
      sink(0)
    }
    return Rows(
      pieces: pieces.map { $0.batch.slice($0.first..<$0.first + $0.count) },
      order: Self.positions(places, pieces.map(\.count)))
  }

  private static func positions(_ places: borrowing ValueBuilder<Place>, _ counts: [Int]) -> Values<UInt32> {
    var starts: [UInt32] = []
    var start: UInt32 = 0
    for count in counts {
      starts.append(start)
      start += UInt32(count)
    }
    var positions = ValueBuilder<UInt32>(capacity: places.count)
    for index in 0..<places.count { positions.append(starts[Int(places[index].piece)] + places[index].row) }
    return positions.freeze()
  }

  private mutating func removeFirst() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
  }

  /// Lets a cursor sink to its place in the heap.
  private mutating func sink(_ position: Int) {
    var position = position
    while true {
      var least = position
      for child in [position * 2 + 1, position * 2 + 2] where child < heap.count {
        if precedes(heap[child], heap[least]) { least = child }
      }
      if least == position { return }
      heap.swapAt(position, least)
      position = least
    }
  }

  private func precedes(_ run: Int, _ other: Int) -> Bool {
    if cursors[run].precedes(cursors[other]) { return true }
    return run < other && !cursors[other].precedes(cursors[run])
  }
}
