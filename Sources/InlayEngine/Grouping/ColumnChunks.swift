import InlayBytes
import InlayColumns

/// Values that are copied from batches one part after the other, so that the batches can be let go of.
struct ColumnChunks {
  let type: DataType
  private var chunks: [Column] = []
  private(set) var count = 0
  /// The bytes of the texts among the values that do not fit in a view.
  private(set) var textByteCount = 0

  init(type: DataType) { self.type = type }

  /// Adds the values of chosen rows of a column.
  mutating func append(_ column: Column, at rows: Values<UInt32>) {
    guard rows.count > 0 else { return }
    append(column.gathered(rows).decoded().owningItsTexts())
  }

  /// Adds the values of a column that shares no memory with a batch.
  mutating func append(_ column: Column) {
    guard column.count > 0 else { return }
    chunks.append(column)
    count += column.count
    textByteCount += column.textBufferByteCount
  }

  /// Keeps only the values at some positions, in that order.
  mutating func keep(_ positions: Values<UInt32>) {
    let column = joined().gathered(positions).owningItsTexts()
    chunks = [column]
    count = column.count
    textByteCount = column.textBufferByteCount
  }

  /// The values in one column.
  func joined() -> Column { .concatenating(chunks, type: type) }
}

extension Column {
  /// The bytes of the buffers that hold texts.
  fileprivate var textBufferByteCount: Int {
    guard case .views(let views) = storage else { return 0 }
    return views.buffers.reduce(0) { $0 + $1.count }
  }

  /// Returns the same values with long texts copied, so that the buffers that hold them now are not kept.
  func owningItsTexts() -> Column {
    guard case .views(let views) = storage, !views.buffers.isEmpty else { return self }
    var builder = ViewBuilder(capacity: count)
    for row in 0..<count {
      if validity?[row] ?? true { builder.append(views.bytes(at: row)) } else { builder.appendEmpty() }
    }
    return Column(type: type, storage: .views(builder.freeze()), validity: validity)
  }
}
