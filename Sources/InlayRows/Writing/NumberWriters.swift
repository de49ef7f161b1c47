import InlayBytes
import InlayColumns

/// Collects booleans.
final class BooleanWriter: ColumnWriter {
  private var bits = BitmapBuilder()

  override func appendPlaceholder() { bits.append(false) }

  override func append(_ value: Bool) {
    bits.append(value)
    counted()
  }

  override func freeze() -> (DataType, ColumnStorage) {
    var all = BitmapBuilder()
    swap(&all, &bits)
    return (type, .boolean(all.freeze()))
  }
}

/// Collects integers of one width, and refuses those that it cannot hold.
final class IntegerWriter<Integer: FixedWidthInteger & BitwiseCopyable & Sendable>: ColumnWriter {
  private var values = ValueBuilder<Integer>()
  private let storage: (Values<Integer>) -> ColumnStorage

  init(_ type: DataType, place: CodingPlace, _ storage: @escaping (Values<Integer>) -> ColumnStorage) {
    self.storage = storage
    super.init(type, place: place)
  }

  override func appendPlaceholder() { values.append(0) }

  override func append(_ value: Int128) throws {
    guard let fitting = Integer(exactly: value) else { throw unfit(value) }
    values.append(fitting)
    counted()
  }

  override func freeze() -> (DataType, ColumnStorage) {
    var all = ValueBuilder<Integer>()
    swap(&all, &values)
    return (type, storage(all.freeze()))
  }
}

/// Collects numbers with a fraction; a `Double` that a narrower column would round is refused.
final class FloatWriter<Number: BinaryFloatingPoint & BitwiseCopyable & Sendable>: ColumnWriter {
  private var values = ValueBuilder<Number>()
  private let storage: (Values<Number>) -> ColumnStorage

  init(_ type: DataType, place: CodingPlace, _ storage: @escaping (Values<Number>) -> ColumnStorage) {
    self.storage = storage
    super.init(type, place: place)
  }

  override func appendPlaceholder() { values.append(0) }

  override func append(_ value: Double) throws {
    guard let fitting = value.isNaN ? .nan : Number(exactly: value) else { throw unfit(value) }
    values.append(fitting)
    counted()
  }

  override func append(_ value: Int128) throws {
    guard let fitting = Number(exactly: value) else { throw unfit(value) }
    values.append(fitting)
    counted()
  }

  override func freeze() -> (DataType, ColumnStorage) {
    var all = ValueBuilder<Number>()
    swap(&all, &values)
    return (type, storage(all.freeze()))
  }
}

/// Counts nulls, and takes nothing else.
final class NullWriter: ColumnWriter {
  override func freeze() -> (DataType, ColumnStorage) { (.null, .null(count: count)) }
}
