import InlayBytes
import Synchronization

/// The finished pages of a column chunk, in pieces of memory that never move: a chunk of one piece would be copied each
/// time it grows, and hold half as much again as it needs. A page may continue in the next piece.
struct PagePieces: ~Copyable {
  private let store = PieceStore.current
  private var pieces: [PagePiece] = []
  /// The number of bytes in all pieces.
  private(set) var byteCount = 0

  /// Adds a page.
  mutating func append(header: Values<UInt8>, _ body: borrowing ValueBuilder<UInt8>) {
    append(header.rawSpan)
    append(body.rawSpan)
  }

  private mutating func append(_ bytes: RawSpan) {
    byteCount += bytes.byteCount
    var written = pieces.last?.append(bytes) ?? 0
    while written < bytes.byteCount {
      let piece = store.take()
      pieces.append(piece)
      written += piece.append(bytes.extracting(droppingFirst: written))
    }
  }

  /// Hands all pieces over, and begins anew.
  mutating func take() -> FilledPieces {
    defer { (pieces, byteCount) = ([], 0) }
    return FilledPieces(pieces, store)
  }

  /// Forgets all pages.
  mutating func removeAll() { take().giveBack() }
}

/// The bytes of a column chunk on their way into a file.
struct FilledPieces: Sendable {
  private let pieces: [PagePiece]
  private let store: PieceStore?

  init(_ pieces: [PagePiece] = [], _ store: PieceStore? = nil) {
    self.pieces = pieces
    self.store = store
  }

  func write(to sink: any ByteSink) throws {
    for piece in pieces { try piece.write(to: sink) }
  }

  /// Lets other chunks have the memory; the bytes are gone.
  func giveBack() { store?.put(pieces) }
}

/// Memory of a fixed size that is filled from its beginning.
final class PagePiece: Sendable {
  private let bytes = Mutex(ValueBuilder<UInt8>(capacity: size))

  /// The room in bytes of a piece; so much goes into a file without another copy.
  private static let size = 1 << 17

  /// Appends the first of some bytes, and returns how many there was room for.
  func append(_ more: RawSpan) -> Int {
    bytes.withLock { bytes in
      let count = min(more.byteCount, Self.size - bytes.count)
      bytes.append(bytes: more.extracting(first: count))
      return count
    }
  }

  func write(to sink: any ByteSink) throws { try bytes.withLock { try sink.write($0.rawSpan) } }

  func removeAll() { bytes.withLock { $0.truncate(to: 0) } }
}

/// Pieces that are in no chunk, for all files that are being written: memory that was written to once costs the system
/// nothing more. It is let go of with the last of the files.
final class PieceStore: Sendable {
  private let pieces = Mutex<[PagePiece]>([])

  /// The most pieces that are kept, 32 MB of them.
  private static let limit = 256

  private struct Latest { weak var store: PieceStore? }
  private static let latest = Mutex(Latest())

  /// The store that others have at present, or else a new one.
  static var current: PieceStore {
    latest.withLock { latest in
      if let store = latest.store { return store }
      let store = PieceStore()
      latest.store = store
      return store
    }
  }

  func take() -> PagePiece { pieces.withLock { $0.popLast() } ?? PagePiece() }

  func put(_ emptied: [PagePiece]) {
    for piece in emptied { piece.removeAll() }
    pieces.withLock { $0 += emptied.prefix(max(Self.limit - $0.count, 0)) }
  }
}
