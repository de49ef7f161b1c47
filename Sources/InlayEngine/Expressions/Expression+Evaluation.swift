import InlayBytes
import InlayColumns

extension Expression {
  /// Returns the value for each row of a batch whose schema it was checked against.
  func values(over batch: RecordBatch) throws -> Column {
    switch self {
    case .column(let position): return batch.columns[position]
    default: throw InlayError(.unsupported, "this expression is not computed yet")
    }
  }
}
