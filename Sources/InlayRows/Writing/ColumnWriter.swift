import InlayBytes
import InlayColumns

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Collects the values of one column. Each kind of column takes the values that it can hold, and refuses all others.
class ColumnWriter {
  /// The type of the column.
  let type: DataType
  let place: CodingPlace
  /// The number of values, nulls among them.
  private(set) final var count = 0
  private final var validity = ValidityBuilder()

  init(_ type: DataType, place: CodingPlace) {
    self.type = type
    self.place = place
  }

  final func appendNull() {
    validity.appendNull(at: count)
    count += 1
    appendPlaceholder()
  }

  /// Counts a value that a subclass has taken.
  final func counted() { count += 1 }

  /// Adds what stands in the place of a null.
  func appendPlaceholder() {}
  func append(_ value: Bool) throws { throw mismatch(value) }
  func append(_ value: Int128) throws { throw mismatch(value) }
  /// Adds a value as any wider integer; a subclass may be faster.
  func append(_ value: Int64) throws { try append(Int128(value)) }
  func append(_ value: Double) throws { throw mismatch(value) }
  func append(_ value: String) throws { throw mismatch(value) }
  func append(bytes value: Data) throws { throw mismatch(value) }
  func append(_ value: Date) throws { throw mismatch(value) }
  func append(_ value: Duration) throws { throw mismatch(value) }
  func append(_ value: Decimal) throws { throw mismatch(value) }
  func append(_ value: UUID) throws { throw mismatch(value) }

  /// Hands over the type, which values may have decided, and the values.
  func freeze() -> (DataType, ColumnStorage) { preconditionFailure("a subclass knows how values lie") }

  /// Hands over the column.
  final func finish() -> Column {
    let (type, storage) = freeze()
    var all = ValidityBuilder()
    swap(&all, &validity)
    return Column(type: type, storage: storage, validity: all.freeze(count: count))
  }
}

/// Errors.
extension ColumnWriter {
  final func mismatch(_ value: Any) -> EncodingError {
    failure(value, "a column of type \(type) does not take a value of \(Swift.type(of: value))")
  }

  final func unfit(_ value: Any) -> EncodingError {
    failure(value, "a column of type \(type) cannot hold the value: \(printable("\(value)", limit: 100))")
  }

  final func failure(_ value: Any, _ message: String) -> EncodingError {
    .invalidValue(value, .init(codingPath: place.codingPath, debugDescription: message))
  }
}

extension ColumnWriter {
  /// Makes the writer of a column of a type that is known.
  static func make(_ type: DataType, place: CodingPlace, options: RowOptions) throws -> ColumnWriter {
    switch type {
    case .boolean: BooleanWriter(type, place: place)
    case .int8: IntegerWriter(type, place: place) { .int8($0) }
    case .int16: IntegerWriter(type, place: place) { .int16($0) }
    case .int32: Int32Writer(type, place: place) { .int32($0) }
    case .int64: Int64Writer(type, place: place) { .int64($0) }
    case .uint8: IntegerWriter(type, place: place) { .uint8($0) }
    case .uint16: IntegerWriter(type, place: place) { .uint16($0) }
    case .uint32: IntegerWriter(type, place: place) { .uint32($0) }
    case .uint64: IntegerWriter(type, place: place) { .uint64($0) }
    case .float: FloatWriter(type, place: place) { .float($0) }
    case .double: DoubleWriter(type, place: place) { .double($0) }
    case .date: DateWriter(type, place: place) { .int32($0) }
    case .timestamp(let unit, _): MomentWriter(type, unit, place: place)
    case .time(let unit): TimeWriter(type, unit, place: place)
    case .decimal(let precision, let scale):
      DecimalWriter(type, precision: precision, scale: scale, place: place)
    case .string, .binary, .fixedBinary, .uuid: ViewWriter(type, place: place)
    case .list(let element): ListWriter(type, element: element.type, place: place, options: options)
    case .map(let key, let value):
      MapWriter(type, key: key.type, value: value.type, place: place, options: options)
    case .structure(let fields): StructureWriter(type, fields, place: place, options: options)
    case .null: NullWriter(type, place: place)
    case .float16, .interval:
      throw EncodingError.invalidValue(
        type,
        .init(
          codingPath: place.codingPath,
          debugDescription: "a column of type \(type) is not made of Swift values"))
    }
  }
}
