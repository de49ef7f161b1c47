import InlayBytes

/// Encodes blocks of LZ4 (lz4_Block_format.md) in one pass: a table remembers where the bytes with a hash last stood,
/// and the first match that it shows is taken. The table is made once and used for every page.
@safe
final class LZ4BlockEncoder {
  /// The table's size as a power of two: 32 KiB, what a core's first cache holds beside the data.
  static let tableBits: UInt64 = 13
  private static let tableCount = 1 << tableBits
  // Safe: `tableCount` positions, allocated in `init` and freed in `deinit`; nobody else sees them.
  private let table: UnsafeMutablePointer<UInt32>

  init() {
    unsafe table = .allocate(capacity: Self.tableCount)
  }

  deinit { unsafe table.deallocate() }

  /// The most bytes that a block takes: a length byte for each 255 literals more than the bytes themselves.
  static func bound(_ count: Int) -> Int { count + count / 255 + 16 }

  /// Appends a block that holds `bytes`, which are less than 2³¹.
  func compress(_ bytes: RawSpan, into output: inout ValueBuilder<UInt8>) {
    precondition(bytes.byteCount <= Int(Int32.max), "a page has less than 2³¹ bytes")
    unsafe table.update(repeating: 0, count: Self.tableCount)
    let start = output.count
    var written = 0
    output.append(count: Self.bound(bytes.byteCount)) { room in
      unsafe room.withUnsafeMutableBytes { room in
        unsafe bytes.withUnsafeBytes { bytes in
          // Safe: the room has what `bound` asks for, so it is not empty.
          var sequences = unsafe LZ4SequenceWriter(
            source: bytes, table: table, output: room.baseAddress!)
          unsafe sequences.encode()
          written = unsafe sequences.output - room.baseAddress!
        }
      }
    }
    output.truncate(to: start + written)
  }
}
