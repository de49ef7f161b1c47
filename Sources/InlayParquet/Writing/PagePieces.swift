import InlayBytes

/// The finished pages of a column chunk, in pieces of memory that never move: a chunk of one piece would be copied each
/// time it grows, and hold half as much again as it needs.
struct PagePieces: ~Copyable {
  private var full: [Values<UInt8>] = []
  private var last = ValueBuilder<UInt8>()
  /// The number of bytes in all pieces.
  private(set) var byteCount = 0

  /// The room in bytes of a piece, but for a page that is larger.
  private static var pieceSize: Int { 1 << 17 }

  /// Adds a page.
  mutating func append(header: Values<UInt8>, _ body: borrowing ValueBuilder<UInt8>) {
    let count = header.count + body.count
    if last.capacity - last.count < count { beginPiece(for: count) }
    last.append(bytes: header.rawSpan)
    last.append(bytes: body.rawSpan)
    byteCount += count
  }

  private mutating func beginPiece(for count: Int) {
    var next = ValueBuilder<UInt8>(capacity: max(count, Self.pieceSize))
    swap(&next, &last)
    if next.count > 0 { full.append(next.freeze()) }
  }

  /// Hands all pieces over, and begins anew.
  mutating func take() -> [Values<UInt8>] {
    var next = ValueBuilder<UInt8>()
    swap(&next, &last)
    if next.count > 0 { full.append(next.freeze()) }
    defer { (full, byteCount) = ([], 0) }
    return full
  }

  /// Forgets all pages.
  mutating func removeAll() { _ = take() }
}
