import CInlayArrow
import InlayBytes
import InlayColumns

/// Reads one array of a type: checks its lengths and positions, and shows its buffers as a column.
///
/// What an address points to cannot be checked, nor how many bytes lie there: the interface has no lengths of buffers.
/// Everything else is: counts, offsets, positions and views are compared with each other before they are followed.
@safe
struct ArrayReader {
  let field: ImportedField
  let memory: ImportedMemory
  // Safe: what it points to lives as long as `memory`.
  let array: ArrowArray
  let count: Int
  let offset: Int

  init(_ field: ImportedField, _ array: ArrowArray, _ memory: ImportedMemory) throws {
    self.field = field
    self.memory = memory
    unsafe self.array = array
    guard let count = unsafe Int(exactly: array.length), let offset = unsafe Int(exactly: array.offset),
      count >= 0,
      offset >= 0, count <= Int(UInt32.max), offset <= Int.max / 256 - count
    else { throw Self.refused(field, "its length or offset is not possible") }
    self.count = count
    self.offset = offset
  }

  static func refused(_ field: ImportedField, _ message: String) -> InlayError {
    var error = ImportedField.refused(message)
    if !field.field.name.isEmpty { error.location.column = printable(field.field.name, limit: 200) }
    return error
  }

  func refused(_ message: String) -> InlayError { Self.refused(field, message) }

  /// Returns the values as a column.
  func column() throws -> Column {
    if let format = field.indexFormat { return try dictionaryColumn(format) }
    if field.field.type == .null { return Column(type: .null, storage: .null(count: count)) }
    let validity = try validity()
    return Column(type: field.field.type, storage: try storage(validity), validity: validity)
  }

  private func storage(_ validity: Bitmap?) throws -> ColumnStorage {
    switch field.layout {
    case .same: return try sameStorage()
    case .offsets(let isLarge): return .views(try offsetViews(isLarge: isLarge, validity))
    case .views: return .views(try views(validity))
    case .fixed(let width): return .views(try fixedViews(width))
    case .scaled(let factor, let isNarrow): return try scaled(by: factor, isNarrow: isNarrow, validity)
    case .dayMilliseconds: return try days(validity)
    case .narrowDecimal(let width): return try decimals(byteWidth: width, validity)
    case .largeList, .fixedList: return try lists()
    }
  }

  private func sameStorage() throws -> ColumnStorage {
    switch field.field.type {
    case .boolean: .boolean(try bits(1))
    case .int8: .int8(try values())
    case .int16: .int16(try values())
    case .int32, .date, .time(.millis): .int32(try values())
    case .int64, .timestamp, .time: .int64(try values())
    case .uint8: .uint8(try values())
    case .uint16, .float16: .uint16(try values())
    case .uint32: .uint32(try values())
    case .uint64: .uint64(try values())
    case .float: .float(try values())
    case .double: .double(try values())
    case .decimal: .int128(try values())
    case .list, .map: try lists()
    case .structure: .structure(try structures())
    default: throw refused("its type has another layout")
    }
  }
}

/// Buffers.
extension ArrayReader {
  /// Returns the address of a buffer; nil where there is none, which only arrays without values may have.
  func address(_ index: Int) throws -> UnsafeRawPointer? {
    guard unsafe index < Int(array.n_buffers), let buffers = unsafe array.buffers else {
      throw refused("it lacks its buffer \(index)")
    }
    return unsafe buffers[index]
  }

  /// Returns some bytes of a buffer.
  func bytes(_ index: Int, from start: Int, count: Int) throws -> Buffer {
    guard count > 0 else { return .empty }
    guard let address = unsafe try address(index) else { throw refused("its buffer \(index) has no address") }
    return unsafe memory.buffer(address + start, count: count)
  }

  /// Returns the values of a buffer, which are copied where they are not aligned.
  func values<Value: BitwiseCopyable & Sendable>(
    _ index: Int = 1, extra: Int = 0, as type: Value.Type = Value.self
  ) throws -> Values<Value> {
    let count = self.count + extra
    let (start, length) = (offset * MemoryLayout<Value>.stride, count * MemoryLayout<Value>.stride)
    let buffer = try bytes(index, from: start, count: length)
    if unsafe UInt(bitPattern: buffer.baseAddress) % UInt(MemoryLayout<Value>.alignment) == 0 {
      return Values(buffer: buffer, count: count)
    }
    return Values(buffer: Buffer(copying: buffer.bytes), count: count)
  }

  /// Returns bits of a buffer.
  func bits(_ index: Int) throws -> Bitmap {
    let buffer = try bytes(index, from: offset / 8, count: count == 0 ? 0 : (offset % 8 + count + 7) / 8)
    return Bitmap(buffer: buffer, bitOffset: count == 0 ? 0 : offset % 8, count: count)
  }

  /// Returns which values are there; nil when all are.
  func validity() throws -> Bitmap? {
    guard count > 0, unsafe array.null_count != 0 else { return nil }
    guard unsafe try address(0) != nil else {
      guard unsafe array.null_count < 0 else { throw refused("it has nulls, and no bitmap that says which") }
      return nil
    }
    return try bits(0)
  }
}
