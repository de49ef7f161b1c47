import InlayBytes
import InlayColumns

/// A column's values by their addresses, so that reading one neither counts references nor asks again how they lie.
///
/// Whoever holds cells holds the column too.
@safe
struct ColumnCells {
  /// How the values lie.
  enum Kind: UInt8 {
    case boolean, int8, int16, int32, int64, uint8, uint16, uint32, uint64, half, float, double, int128,
      views, null
    case list, structure
  }

  let kind: Kind
  let count: Int
  // Safe: these point into the column, which the owner of the cells keeps alive. Every read compares its row with
  // `count` first, and a column has as many values and bits.
  private let base: UnsafeRawPointer
  private let bitOffset: Int
  private let validity: UnsafeRawPointer?
  private let validityOffset: Int
  private let regions: UnsafeRawPointer
  private let regionCount: Int

  /// Where a buffer of texts lies.
  struct Region: BitwiseCopyable, Sendable {
    let address: UInt
    let count: Int
  }

  /// Finds the values of a column that is not in dictionary form; `regions` are those of its buffers.
  init(_ column: Column, regions: Values<Region>) {
    let (kind, base, bitOffset) = unsafe Self.place(column)
    self.kind = kind
    unsafe self.base = base
    self.bitOffset = bitOffset
    count = column.count
    unsafe validity = column.validity.map { unsafe $0.buffer.baseAddress }
    validityOffset = column.validity?.bitOffset ?? 0
    unsafe self.regions = Self.address(regions)
    regionCount = regions.count
  }

  private static func address<Element>(_ values: Values<Element>) -> UnsafeRawPointer {
    // Safe: the address is used only while the values are held.
    unsafe values.rawSpan.withUnsafeBytes { unsafe $0.baseAddress ?? values.buffer.baseAddress }
  }

  private static func place(_ column: Column) -> (Kind, UnsafeRawPointer, Int) {
    let nothing = unsafe Buffer.empty.baseAddress
    return switch column.storage {
    case .boolean(let bits): unsafe (.boolean, bits.buffer.baseAddress, bits.bitOffset)
    case .int8(let values): unsafe (.int8, address(values), 0)
    case .int16(let values): unsafe (.int16, address(values), 0)
    case .int32(let values): unsafe (.int32, address(values), 0)
    case .int64(let values): unsafe (.int64, address(values), 0)
    case .uint8(let values): unsafe (.uint8, address(values), 0)
    case .uint16(let values): unsafe (column.type == .float16 ? .half : .uint16, address(values), 0)
    case .uint32(let values): unsafe (.uint32, address(values), 0)
    case .uint64(let values): unsafe (.uint64, address(values), 0)
    case .float(let values): unsafe (.float, address(values), 0)
    case .double(let values): unsafe (.double, address(values), 0)
    case .int128(let values): unsafe (.int128, address(values), 0)
    case .views(let values): unsafe (.views, address(values.views), 0)
    case .list(let lists): unsafe (.list, address(lists.offsets), 0)
    case .structure: unsafe (.structure, nothing, 0)
    case .null: unsafe (.null, nothing, 0)
    case .dictionary: preconditionFailure("cells are of a decoded column")
    }
  }
}

/// Values.
extension ColumnCells {
  @inline(__always)
  func isNull(_ row: Int) -> Bool {
    precondition(row >= 0 && row < count)
    guard let validity = unsafe validity else { return false }
    let position = validityOffset &+ row
    return unsafe validity.load(fromByteOffset: position >> 3, as: UInt8.self) >> UInt8(position & 7) & 1 == 0
  }

  @inline(__always)
  func load<Value: BitwiseCopyable>(_ row: Int, as type: Value.Type) -> Value {
    precondition(row >= 0 && row < count)
    return unsafe base.load(fromByteOffset: row &* MemoryLayout<Value>.stride, as: type)
  }

  func boolean(_ row: Int) -> Bool {
    precondition(row >= 0 && row < count)
    let position = bitOffset &+ row
    return unsafe base.load(fromByteOffset: position >> 3, as: UInt8.self) >> UInt8(position & 7) & 1 == 1
  }

  /// Returns the elements of the list at a row.
  func elements(_ row: Int) -> Range<Int> {
    precondition(row >= 0 && row < count)
    // Safe: there is one offset more than there are lists.
    return unsafe Int(
      base.load(fromByteOffset: row &* 4, as: Int32.self))..<Int(
        base.load(fromByteOffset: row &* 4 &+ 4, as: Int32.self))
  }

  /// Gives the bytes of the value at a row.
  @inline(__always)
  func withBytes<Result>(_ row: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let view = load(row, as: ByteView.self)
    if view.isInline {
      // Safe: a short value stands in the view behind its length, in bytes that were compared with `count` above.
      return unsafe body(UnsafeRawBufferPointer(start: base + (row &* 16 &+ 4), count: view.count))
    }
    precondition(view.buffer < regionCount)
    let region = unsafe regions.load(fromByteOffset: view.buffer &* 16, as: Region.self)
    precondition(view.offset &+ view.count <= region.count)
    // Safe: the value lies within its buffer, by the line above.
    let start = unsafe UnsafeRawPointer(bitPattern: region.address).unsafelyUnwrapped + view.offset
    return unsafe body(UnsafeRawBufferPointer(start: start, count: view.count))
  }

  @inline(__always)
  func text(_ row: Int) -> String {
    unsafe withBytes(row) { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
