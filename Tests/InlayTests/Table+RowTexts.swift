import Inlay
import InlayColumns

extension Table {
  /// Computes the table and returns its rows as texts, a null as `null`.
  func rowTexts() async throws -> [[String]] {
    try await collect().flatMap { batch in
      let columns = batch.columns.map { $0.asText().decoded() }
      return (0..<batch.rowCount).map { row in
        columns.map { column in
          guard !column.isNull(at: row), case .views(let texts) = column.storage else { return "null" }
          return texts.text(at: row)
        }
      }
    }
  }
}
