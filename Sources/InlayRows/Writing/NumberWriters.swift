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
final class IntegerWriter<Integer: FixedWidthInteger & BitwiseCopyable & Sendable>: PlainWriter<Integer> {
  override func append(_ value: Int128) throws {
    guard let fitting = Integer(exactly: value) else { throw unfit(value) }
    take(fitting)
  }
}

// The widths that most columns have are classes of their own: to find the code for a width takes longer than to store a
// value.

/// Collects integers of 64 bits.
final class Int64Writer: PlainWriter<Int64> {
  override func append(_ value: Int64) { take(value) }

  override func append(_ value: Int128) throws {
    guard let fitting = Int64(exactly: value) else { throw unfit(value) }
    take(fitting)
  }
}

/// Collects integers of 32 bits.
final class Int32Writer: PlainWriter<Int32> {
  override func append(_ value: Int64) throws {
    guard let fitting = Int32(exactly: value) else { throw unfit(value) }
    take(fitting)
  }

  override func append(_ value: Int128) throws {
    guard let fitting = Int32(exactly: value) else { throw unfit(value) }
    take(fitting)
  }
}

/// Collects numbers with a fraction of 64 bits.
final class DoubleWriter: PlainWriter<Double> {
  override func append(_ value: Double) { take(value.isNaN ? .nan : value) }

  override func append(_ value: Int128) throws {
    guard let fitting = Double(exactly: value) else { throw unfit(value) }
    take(fitting)
  }
}

/// Collects numbers with a fraction; a `Double` that a narrower column would round is refused.
final class FloatWriter<Number: BinaryFloatingPoint & BitwiseCopyable & Sendable>: PlainWriter<Number> {
  override func append(_ value: Double) throws {
    guard let fitting = value.isNaN ? .nan : Number(exactly: value) else { throw unfit(value) }
    take(fitting)
  }

  override func append(_ value: Int128) throws {
    guard let fitting = Number(exactly: value) else { throw unfit(value) }
    take(fitting)
  }
}

/// Counts nulls, and takes nothing else.
final class NullWriter: ColumnWriter {
  override func freeze() -> (DataType, ColumnStorage) { (.null, .null(count: count)) }
}
