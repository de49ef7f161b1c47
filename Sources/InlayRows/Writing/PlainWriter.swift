import InlayBytes
import InlayColumns

/// Collects values that lie one after the other, of one width; a subclass says which Swift values become them.
class PlainWriter<Value: BitwiseCopyable & Sendable & ExpressibleByIntegerLiteral>: ColumnWriter {
  private final var values = ValueBuilder<Value>()
  private final let storage: (Values<Value>) -> ColumnStorage

  /// - Parameter storage: Makes the column's storage of the values.
  init(_ type: DataType, place: CodingPlace, _ storage: @escaping (Values<Value>) -> ColumnStorage) {
    self.storage = storage
    super.init(type, place: place)
  }

  final override func appendPlaceholder() { values.append(0) }

  /// Adds a value, and counts it.
  final func take(_ value: Value) {
    values.append(value)
    counted()
  }

  final override func freeze() -> (DataType, ColumnStorage) {
    var all = ValueBuilder<Value>()
    swap(&all, &values)
    return (type, storage(all.freeze()))
  }
}
