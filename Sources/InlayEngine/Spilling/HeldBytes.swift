import InlayBytes
import InlayColumns

/// Counts the memory that batches hold: their values, and each of the buffers that they share once.
struct HeldBytes {
  private var seen: Set<ObjectIdentifier> = []

  /// Returns the number of bytes that a batch holds and none of those before it did; O(columns + buffers).
  ///
  /// The batches that were counted must be alive: a buffer is known by its place.
  mutating func add(_ batch: RecordBatch) -> Int {
    batch.columns.reduce(0) { $0 + bytes(of: $1) }
  }

  private mutating func bytes(of column: Column) -> Int {
    (column.validity?.count ?? 0) / 8 + bytes(of: column.storage)
  }

  private mutating func bytes(of storage: ColumnStorage) -> Int {
    switch storage {
    case .boolean(let bits): bits.count / 8
    case .int8, .uint8: storage.count
    case .int16, .uint16: storage.count * 2
    case .int32, .uint32, .float: storage.count * 4
    case .int64, .uint64, .double: storage.count * 8
    case .int128: storage.count * 16
    case .views(let values): values.count * 16 + bytes(of: values.buffers)
    case .null: 0
    case .list(let lists): lists.count * 4 + bytes(of: lists.elements)
    case .structure(let values): values.columns.reduce(0) { $0 + bytes(of: $1) }
    case .dictionary(let values): values.indices.count * 4 + bytes(of: values.base)
    }
  }

  private mutating func bytes(of buffers: [Buffer]) -> Int {
    buffers.reduce(0) { $0 + (seen.insert(ObjectIdentifier($1)).inserted ? $1.count : 0) }
  }

  private mutating func bytes(of base: DictionaryBase) -> Int {
    seen.insert(ObjectIdentifier(base)).inserted ? bytes(of: base.column) : 0
  }
}
