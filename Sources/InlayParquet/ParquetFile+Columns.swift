public import InlayBytes
import InlayColumns

extension ParquetFile {
  /// Returns why the column at a position of the schema cannot be read, or nil when it can.
  public func problem(ofColumn position: Int) -> InlayError? {
    columns[position].problem?.located(in: .init(file: path))
  }
}
