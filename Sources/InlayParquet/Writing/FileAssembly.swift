import InlayBytes

/// Puts column chunks into a file in their order, whichever is finished first.
///
/// A chunk is written as soon as all chunks before it are; the thread that brings it, or one that is already writing,
/// does that without holding up the others.
final class FileAssembly: Sendable {
  private let layout: FileLayout
  private let options: ParquetWriterOptions
  private let sink: any ByteSink
  private let state = Gate(State())

  private struct State {
    // By their number in the file: row group by row group, column by column.
    var waiting: [Int: EncodedChunk] = [:]
    var isWriting = false
    var failure: (any Error)?
    var footer = FooterBuilder()
  }

  init(_ layout: FileLayout, _ options: ParquetWriterOptions, sink: any ByteSink) {
    self.layout = layout
    self.options = options
    self.sink = sink
  }

  static let magic: [UInt8] = Array("PAR1".utf8)

  /// Takes a chunk, and writes what can be written.
  ///
  /// - Throws: What the byte sink threw, for whichever chunk.
  func deliver(_ chunk: EncodedChunk, rowGroup: Int, column: Int) throws {
    let number = rowGroup * layout.leaves.count + column
    let isWriter = try state.withLock { state in
      if let failure = state.failure { throw failure }
      state.waiting[number] = chunk
      defer { state.isWriting = true }
      return !state.isWriting
    }
    guard isWriter else { return }
    do {
      while let chunk = nextChunk() { try write(chunk) }
    } catch {
      fail(error)
      throw error
    }
  }

  /// Takes the next chunk in order, or gives up writing when it is not there yet.
  private func nextChunk() -> EncodedChunk? {
    state.withLock { state in
      let chunk = state.waiting.removeValue(forKey: state.footer.chunkCount)
      if chunk == nil { state.isWriting = false }
      return chunk
    }
  }

  private func write(_ chunk: EncodedChunk) throws {
    try begin()
    try chunk.pieces.write(to: sink)
    chunk.pieces.giveBack()
    let bloomFilters = state.withLock { state in
      state.footer.append(chunk, layout, options)
      return state.footer.takeBloomFilters(columnCount: layout.leaves.count)
    }
    try append(bloomFilters.rawSpan)
  }

  /// Writes the magic number, once.
  private func begin() throws {
    guard state.withLock({ $0.footer.byteCount }) == 0 else { return }
    let magic = Self.magic
    // Safe: a byte has no padding.
    try append(unsafe magic.span.bytes)
  }

  private func append(_ bytes: RawSpan) throws {
    try sink.write(bytes)
    let count = bytes.byteCount
    state.withLock { $0.footer.byteCount += count }
  }

  private func fail(_ error: any Error) {
    state.withLock { state in
      state.failure = error
      state.waiting = [:]
    }
  }

  /// Writes the page index and the footer; all chunks are written.
  func close(rowCount: Int) throws -> ParquetFileSummary {
    let (failure, isComplete) = state.withLock {
      ($0.failure, $0.waiting.isEmpty && $0.footer.isComplete(layout.leaves.count))
    }
    if let failure { throw failure }
    precondition(isComplete, "every lane was finished")
    try begin()
    let pageIndex = state.withLock { $0.footer.takePageIndex() }
    try append(pageIndex.rawSpan)
    let footer = state.withLock { $0.footer.footer(layout, options, rowCount: rowCount) }
    try append(footer.rawSpan)
    return state.withLock { $0.footer.summary(layout.leaves, rowCount: rowCount) }
  }

  /// Lets go of what waits.
  func abandon() {
    fail(InlayError(.cancelled, "the file was abandoned"))
  }
}
