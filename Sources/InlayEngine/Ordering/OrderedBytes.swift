import InlayBytes
import InlayColumns

/// Strings whose order by bytes is that of the values, nested ones included: one string a value, equal exactly when the
/// values are.
///
/// A null is less than every value, a list less than those that it begins, and structures are ordered by their fields
/// one after the other. No string begins another one.
enum OrderedBytes {
  /// Returns one string a value of a column; that of a null is short and less than all others.
  static func views(of column: Column) -> ViewValues {
    let writer = writer(of: column)
    var builder = ViewBuilder(capacity: column.count)
    var bytes = ValueBuilder<UInt8>()
    for row in 0..<column.count {
      bytes.truncate(to: 0)
      writer.append(row, to: &bytes)
      builder.append(bytes.rawSpan)
    }
    return builder.freeze()
  }

  /// Prepares to write the values of a column.
  static func writer(of column: Column) -> OrderedBytesWriter {
    let column = column.decoded()
    return OrderedBytesWriter(content: content(of: column), validity: column.validity)
  }

  private static func content(of column: Column) -> OrderedBytesWriter.Content {
    if let words = OrderedWords.words(of: column) {
      // One zero: a grouped -0 is a 0.
      return .words(words, joinsZeros: column.type.isFloatingPoint)
    }
    switch column.storage {
    case .int128(let values): return .wide(values)
    case .views(let views): return .texts(views)
    case .list(let lists): return .list(lists, elements: writer(of: lists.elements))
    case .structure(let values): return .structure(values.columns.map(writer(of:)))
    default: return .nothing
    }
  }
}

/// Writes the values of one column as ``OrderedBytes``.
struct OrderedBytesWriter {
  indirect enum Content {
    case words(Values<Int64>, joinsZeros: Bool)
    case wide(Values<Int128>)
    case texts(ViewValues)
    case list(ListValues, elements: OrderedBytesWriter)
    case structure([OrderedBytesWriter])
    case nothing
  }

  let content: Content
  let validity: Bitmap?

  /// Writes the value at an index, or that it is null.
  func append(_ row: Int, to bytes: inout ValueBuilder<UInt8>) {
    guard validity?[row] ?? true else {
      bytes.append(0)
      return
    }
    bytes.append(1)
    appendValue(row, to: &bytes)
  }

  /// Writes the value at an index, which is not null.
  func appendValue(_ row: Int, to bytes: inout ValueBuilder<UInt8>) {
    switch content {
    case .words(let words, let joinsZeros):
      // The place of -0 is the one before that of 0.
      let word = words[row]
      Self.append(UInt64(bitPattern: joinsZeros && word == -1 ? 0 : word) ^ 1 << 63, to: &bytes)
    case .wide(let values):
      Self.append(UInt64(truncatingIfNeeded: values[row] >> 64) ^ 1 << 63, to: &bytes)
      Self.append(UInt64(truncatingIfNeeded: values[row]), to: &bytes)
    case .texts(let views): Self.append(views.bytes(at: row), to: &bytes)
    case .list(let lists, let elements):
      for element in lists[row] {
        bytes.append(1)
        elements.append(element, to: &bytes)
      }
      bytes.append(0)
    case .structure(let fields):
      for field in fields { field.append(row, to: &bytes) }
    case .nothing: break
    }
  }

  private static func append(_ word: UInt64, to bytes: inout ValueBuilder<UInt8>) {
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
    }
  }

  /// Writes a text so that its end is less than any byte: a zero byte is followed by 255, the end is two zeros.
  private static func append(_ text: RawSpan, to bytes: inout ValueBuilder<UInt8>) {
    for index in 0..<text.byteCount {
      let byte = text.byte(at: index)
      bytes.append(byte)
      if byte == 0 { bytes.append(255) }
    }
    bytes.append(0)
    bytes.append(0)
  }
}
