import InlayBytes
import InlayColumns

/// Hashes of rows: equal for rows whose values are, whatever batches they are in.
struct RowHashes: Sendable {
  /// A row's hash, of 128 bits.
  struct Hash: Hashable {
    var low: UInt64
    var high: UInt64
  }

  private(set) var rows: [Hash]

  /// Hashes the rows of a batch.
  ///
  /// - Parameter areTexts: For each column whether its values' texts are what is hashed.
  init(_ batch: RecordBatch, areTexts: [Bool]) {
    rows = Array(repeating: Hash(low: 0, high: 0), count: batch.rowCount)
    for (column, isText) in zip(batch.columns, areTexts) {
      add((isText ? column.asText() : column).decoded())
    }
  }

  private mutating func add(_ column: Column) {
    switch column.storage {
    case .boolean(let bits): add(column) { bits[$0] ? 1 : 0 }
    case .int8(let values): add(column) { UInt64(truncatingIfNeeded: values[$0]) }
    case .int16(let values): add(column) { UInt64(truncatingIfNeeded: values[$0]) }
    case .int32(let values): add(column) { UInt64(truncatingIfNeeded: values[$0]) }
    case .int64(let values): add(column) { UInt64(truncatingIfNeeded: values[$0]) }
    case .uint8(let values): add(column) { UInt64(values[$0]) }
    case .uint16(let values):
      let isFloat = column.type == .float16
      add(column) { isFloat && Float(halfBits: values[$0]).isNaN ? 0x7E00 : UInt64(values[$0]) }
    case .uint32(let values): add(column) { UInt64(values[$0]) }
    case .uint64(let values): add(column) { values[$0] }
    case .float(let values): add(column) { UInt64((values[$0].isNaN ? Float.nan : values[$0]).bitPattern) }
    case .double(let values): add(column) { (values[$0].isNaN ? Double.nan : values[$0]).bitPattern }
    case .int128(let values):
      add(column) { UInt64(truncatingIfNeeded: values[$0]) }
      add(column) { UInt64(truncatingIfNeeded: values[$0] >> 64) }
    case .views(let values): add(column) { values.hash(at: $0) }
    case .null: add(column) { _ in 0 }
    case .list, .structure, .dictionary: preconditionFailure("nested columns are compared as texts")
    }
  }

  @inline(__always)
  private mutating func add(_ column: Column, _ word: (Int) -> UInt64) {
    let validity = column.validity
    for row in rows.indices {
      // A null is told from every value by the seed.
      let isPresent = validity?[row] ?? true
      let value = isPresent ? word(row) : 0
      let seed: UInt64 = isPresent ? 0x51_7C_C1_B7_27_22_0A_95 : 0x2545_F491_4F6C_DD1D
      rows[row].low = Hash64.mix(rows[row].low ^ seed, value)
      rows[row].high = Hash64.mix(rows[row].high &+ value, ~seed)
    }
  }
}
