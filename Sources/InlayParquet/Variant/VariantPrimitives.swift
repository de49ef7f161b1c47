import InlayBytes
import InlayColumns

/// A column of values that were taken out of a variant because they had one simple type.
struct VariantPrimitives {
  let column: Column

  /// Takes a column.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` for a type that variants do not have (VariantShredding.md, "Shredded Value Types").
  init(_ column: Column) throws {
    self.column = column.decoded()
    switch column.type {
    case .boolean, .int8, .int16, .int32, .int64, .float, .double, .decimal, .date, .time(.micros),
      .timestamp(.micros, _), .timestamp(.nanos, _), .binary, .string, .uuid:
      break
    default:
      throw InlayError(.corrupt, "a variant cannot have shredded values of this type: \(column.type)")
    }
  }

  /// Adds the value of a row, which is not null.
  func append(_ row: Int, to value: inout ValueBuilder<UInt8>) {
    switch column.storage {
    case .boolean(let bits): value.appendVariantHeader(bits[row] ? 1 : 2)
    case .int8(let numbers): append(3, UInt8(bitPattern: numbers[row]), to: &value)
    case .int16(let numbers): append(4, UInt16(bitPattern: numbers[row]), to: &value)
    case .int32(let numbers):
      append(column.type == .date ? 11 : 5, UInt32(bitPattern: numbers[row]), to: &value)
    case .int64(let numbers): append(wordType, UInt64(bitPattern: numbers[row]), to: &value)
    case .float(let numbers): append(14, numbers[row].bitPattern, to: &value)
    case .double(let numbers): append(7, numbers[row].bitPattern, to: &value)
    case .int128(let numbers): append(decimal: numbers[row], to: &value)
    case .views(let views): append(views.bytes(at: row), to: &value)
    default: preconditionFailure("a column of another type is refused before")
    }
  }

  private func append<Number: FixedWidthInteger & UnsignedInteger>(
    _ type: UInt8, _ number: Number, to value: inout ValueBuilder<UInt8>
  ) {
    value.appendVariantHeader(type)
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      value.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }

  /// The type of a value of 64 bits.
  private var wordType: UInt8 {
    switch column.type {
    case .timestamp(.micros, let isUTC): isUTC ? 12 : 13
    case .timestamp(_, let isUTC): isUTC ? 18 : 19
    case .time: 17
    default: 6
    }
  }

  private func append(decimal number: Int128, to value: inout ValueBuilder<UInt8>) {
    guard case .decimal(let precision, let scale) = column.type else { return }
    let (type, width): (UInt8, Int) = precision <= 9 ? (8, 4) : precision <= 18 ? (9, 8) : (10, 16)
    value.appendVariantHeader(type)
    value.append(UInt8(truncatingIfNeeded: scale))
    for shift in 0..<width { value.append(UInt8(truncatingIfNeeded: number >> Int128(shift * 8))) }
  }

  private func append(_ bytes: RawSpan, to value: inout ValueBuilder<UInt8>) {
    switch column.type {
    case .string: value.append(variantText: bytes)
    case .uuid:
      value.appendVariantHeader(20)
      value.append(bytes: bytes)
    default:
      value.appendVariantHeader(15)
      value.append(littleEndian: UInt32(truncatingIfNeeded: bytes.byteCount))
      value.append(bytes: bytes)
    }
  }
}
