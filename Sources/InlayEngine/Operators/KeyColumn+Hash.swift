import InlayBytes
import InlayColumns

extension KeyColumn {
  /// Returns one hash a row; that of a row without a key means nothing.
  func hashes(seed: UInt64) -> Values<UInt64> { form.hashes(seed: seed).freeze() }

  /// Returns the hash of one row.
  func hash(at row: Int, seed: UInt64) -> UInt64 { form.hash(at: row, seed: seed) }

  /// The keys of a range of rows, sharing the memory.
  subscript(range: Range<Int>) -> KeyColumn { KeyColumn(form: form[range], validity: validity?[range]) }
}
