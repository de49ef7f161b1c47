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
