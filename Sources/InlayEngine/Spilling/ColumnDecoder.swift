import InlayBytes
import InlayColumns

/// Reads the columns that ``ColumnEncoder`` has written. Texts stay where they are, in the buffer.
///
/// The bytes come from a file that nobody else can name; should they be others all the same, an error says so.
struct ColumnDecoder {
  private let buffer: Buffer
  private var offset = 0

  init(_ buffer: Buffer) { self.buffer = buffer }

  /// Whether all bytes are read.
  var isAtEnd: Bool { offset == buffer.count }

  /// Reads a number.
  mutating func number() throws -> Int {
    let place = try take(1, ofWidth: 4).lowerBound
    return Int(buffer.bytes.littleEndian32(at: place))
  }

  /// Reads a column of `count` values.
  mutating func column(_ type: DataType, count: Int) throws -> Column {
    let place = try take(1, ofWidth: 1).lowerBound
    let validity = buffer.bytes.byte(at: place) == 0 ? nil : try bits(count)
    return Column(type: type, storage: try storage(type, count), validity: validity)
  }

  private mutating func storage(_ type: DataType, _ count: Int) throws -> ColumnStorage {
    switch type {
    case .boolean: .boolean(try bits(count))
    case .int8: .int8(try values(count))
    case .int16: .int16(try values(count))
    case .int32, .date, .time(.millis): .int32(try values(count))
    case .int64, .timestamp, .time: .int64(try values(count))
    case .uint8: .uint8(try values(count))
    case .uint16, .float16: .uint16(try values(count))
    case .uint32: .uint32(try values(count))
    case .uint64: .uint64(try values(count))
    case .float: .float(try values(count))
    case .double: .double(try values(count))
    case .decimal: .int128(try values(count))
    case .string, .binary, .fixedBinary, .uuid, .interval: .views(try views(count))
    case .null: .null(count: count)
    case .list(let element): .list(try lists(count, of: element.type))
    case .map(let key, let value): .list(try lists(count, of: .structure([key, value])))
    case .structure(let fields):
      .structure(StructureValues(columns: try fields.map { try column($0.type, count: count) }, count: count))
    }
  }

  private mutating func values<Value: BitwiseCopyable & Sendable>(_ count: Int) throws -> Values<Value> {
    let range = try take(count, ofWidth: MemoryLayout<Value>.stride)
    var values = ValueBuilder<Value>(capacity: count)
    values.append(count: count) { room in
      let source = buffer.bytes.extracting(range)
      unsafe room.withUnsafeMutableBytes { room in
        // Safe: both have the same number of bytes, and any bytes are a value.
        unsafe source.withUnsafeBytes { unsafe room.copyMemory(from: $0) }
      }
    }
    return values.freeze()
  }

  private mutating func bits(_ count: Int) throws -> Bitmap {
    let words: Values<UInt64> = try values((count + 63) / 64)
    return Bitmap(buffer: words.buffer, count: count)
  }

  private mutating func views(_ count: Int) throws -> ViewValues {
    let lengths: Values<UInt32> = try values(count)
    var views = ValueBuilder<ByteView>(capacity: count)
    let source = lengths.span
    for index in source.indices {
      let range = try take(Int(source[index]), ofWidth: 1)
      guard let start = UInt32(exactly: range.lowerBound) else { throw Self.tooLong }
      views.append(ByteView(buffer.bytes.extracting(range), buffer: 0, offset: start))
    }
    return ViewValues(views: views.freeze(), buffers: [buffer])
  }

  private mutating func lists(_ count: Int, of type: DataType) throws -> ListValues {
    let lengths: Values<UInt32> = try values(count)
    var offsets = ValueBuilder<Int32>(capacity: count + 1)
    var end = 0
    offsets.append(0)
    for index in 0..<count {
      end += Int(lengths[index])
      guard let offset = Int32(exactly: end) else { throw Self.tooLong }
      offsets.append(offset)
    }
    return ListValues(offsets: offsets.freeze(), elements: try column(type, count: end))
  }

  /// Moves on behind values, and returns where they are.
  private mutating func take(_ count: Int, ofWidth width: Int) throws -> Range<Int> {
    guard count <= (buffer.count - offset) / width else {
      throw InlayError(.corrupt, "a temporary file does not hold what was put there")
    }
    defer { offset += count * width }
    return offset..<offset + count * width
  }

  private static var tooLong: InlayError {
    InlayError(.limitExceeded, "rows of more than 4 GiB at a time cannot be put into a temporary file")
  }
}
