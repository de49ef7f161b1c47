import InlayBytes

/// Memory that a worker needs while it parses a chunk, kept for the next one: fresh pages from the kernel are dear.
struct ParseScratch: ~Copyable {
  /// The index of a chunk as it was found.
  var positions = ValueBuilder<UInt32>()
  /// The index of the rows that are left when empty lines, comments and bad rows are taken out.
  var kept = ValueBuilder<UInt32>()
  /// The rows of a column whose fields are quoted.
  var quotedRows = ValueBuilder<UInt32>()

  /// Repairs the index into `kept`.
  mutating func keepGoodRows(_ repair: inout RowRepair) {
    var memory = ValueBuilder<UInt32>()
    swap(&memory, &kept)
    kept = repair.keep(positions.span, reusing: memory)
  }
}

/// The scratch memory that no worker of a scan holds now.
final class ScratchPool: Sendable {
  private final class Box {
    var scratch = ParseScratch()
  }

  private let idle = Gate<[Box]>([])

  func withScratch<Result>(_ body: (inout ParseScratch) throws -> Result) rethrows -> Result {
    let box = idle.withLock { $0.popLast() } ?? Box()
    defer { idle.withLock { $0.append(box) } }
    return try body(&box.scratch)
  }
}
