import InlayBytes
import InlayColumns

/// Where the buffers of a column lie, in the order of Arrow's layout of its type.
struct ExportLayout {
  /// Some bytes of a buffer; none where the buffer is left out.
  struct Place {
    var buffer: Buffer?
    var byteOffset = 0
  }

  var places: [Place] = []
  var children: [Column] = []
  var dictionary: Column?

  /// Lays out the rows of a batch, which are never null.
  init(rowsOf batch: RecordBatch) {
    places = [Place()]
    children = batch.columns
  }

  init(_ column: Column) {
    if column.type == .null { return }
    places = [Self.place(column.validity)]
    switch column.storage {
    case .boolean(let bits): places.append(Self.place(bits))
    case .int8(let values): places.append(Self.place(values))
    case .int16(let values): places.append(Self.place(values))
    case .int32(let values): places.append(Self.place(values))
    case .int64(let values): places.append(Self.place(values))
    case .uint8(let values): places.append(Self.place(values))
    case .uint16(let values): places.append(Self.place(values))
    case .uint32(let values): places.append(Self.place(values))
    case .uint64(let values): places.append(Self.place(values))
    case .float(let values): places.append(Self.place(values))
    case .double(let values): places.append(Self.place(values))
    case .int128(let values): places.append(Self.place(values))
    case .views(let values): appendViews(values, column)
    case .null: places = []
    case .list(let lists):
      places.append(Self.place(lists.offsets))
      children = [lists.elements]
    case .structure(let values): children = values.columns
    case .dictionary(let values):
      places.append(Self.place(values.indices))
      dictionary = values.base.column
    }
  }

  /// Bits that begin within a byte are copied: an offset would be that of all buffers.
  private static func place(_ bits: Bitmap?) -> Place {
    guard let bits else { return Place() }
    guard bits.bitOffset % 8 != 0 else { return Place(buffer: bits.buffer, byteOffset: bits.bitOffset / 8) }
    var copy = BitmapBuilder(capacity: bits.count)
    copy.append(bits)
    return Place(buffer: copy.freeze().buffer)
  }

  private static func place<Element>(_ values: Values<Element>) -> Place {
    let start = unsafe values.rawSpan.withUnsafeBytes { $0.baseAddress }
    let offset = unsafe start.map { unsafe $0 - values.buffer.baseAddress } ?? 0
    return Place(buffer: values.buffer, byteOffset: offset)
  }

  private mutating func appendViews(_ values: ViewValues, _ column: Column) {
    switch column.type {
    case .string, .binary: appendViews(values.fitForArrow(column.validity))
    case .interval: places.append(Place(buffer: Self.intervals(values, column.validity)))
    default:
      places.append(
        Place(buffer: Self.dense(values, width: column.type.fixedByteWidth ?? 0, column.validity)))
    }
  }

  /// Views, the buffers that they name, and behind these their lengths.
  private mutating func appendViews(_ values: ViewValues) {
    places.append(Self.place(values.views))
    places += values.buffers.map { Place(buffer: $0) }
    places.append(Place(buffer: Values(values.buffers.map { Int64($0.count) }).buffer))
  }

  /// Puts values of one width one after the other; zeros for nulls.
  private static func dense(_ values: ViewValues, width: Int, _ validity: Bitmap?) -> Buffer {
    var bytes = ValueBuilder<UInt8>(capacity: values.count * width)
    for index in 0..<values.count {
      if validity?[index] ?? true, values.views[index].count == width {
        bytes.append(bytes: values.bytes(at: index))
      } else {
        bytes.append(repeating: 0, count: width)
      }
    }
    return bytes.freeze().buffer
  }

  /// Months and days in 32 bits each and nanoseconds in 64, of months, days and milliseconds in 32 bits each.
  private static func intervals(_ values: ViewValues, _ validity: Bitmap?) -> Buffer {
    var bytes = ValueBuilder<UInt8>(capacity: values.count * 16)
    for index in 0..<values.count {
      guard validity?[index] ?? true, values.views[index].count == 12 else {
        bytes.append(repeating: 0, count: 16)
        continue
      }
      let parts = values.bytes(at: index)
      bytes.append(bytes: parts.extracting(first: 8))
      let millis = unsafe parts.unsafeLoadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian
      bytes.append(littleEndian: Int64(millis) * 1_000_000)
    }
    return bytes.freeze().buffer
  }
}

extension ViewValues {
  /// The same values in views as Arrow has them, whose offsets have 31 bits: those of a longer buffer are copied.
  fileprivate func fitForArrow(_ validity: Bitmap?) -> ViewValues {
    guard buffers.contains(where: { $0.count > Int(Int32.max) }) else { return self }
    var copy = ViewBuilder(capacity: count)
    for index in 0..<count {
      if validity?[index] ?? true { copy.append(bytes(at: index)) } else { copy.appendEmpty() }
    }
    return copy.freeze()
  }
}
