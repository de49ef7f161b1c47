import InlayBytes
import InlayColumns

/// What the rows of a batch weigh: the bytes of their values in the plain encoding (Encodings.md, "Plain").
///
/// Nulls and empty lists weigh nothing, a boolean a byte. Whether values come in dictionary form makes no difference.
struct RowWeights {
  /// For each row its bytes.
  private(set) var bytes: [Int]

  /// Weighs the rows of a batch; O(rows × columns), and the elements of lists.
  init(_ batch: RecordBatch) {
    bytes = Array(repeating: 0, count: batch.rowCount)
    for column in batch.columns { add(column) }
  }

  private init(_ column: Column) {
    bytes = Array(repeating: 0, count: column.count)
    add(column)
  }

  private mutating func add(_ column: Column) {
    switch column.type {
    case .list, .map: addLists(column.decoded())
    case .structure: addStructures(column.decoded())
    case .null: break
    default:
      let layout = ColumnLayout(Field("", column.type))
      if layout.physical == .byteArray {
        addByteArrays(column.decoded())
      } else {
        add(layout.byteWidth ?? 1, to: column.presence())
      }
    }
  }

  /// Adds as many bytes to each row that has a value.
  private mutating func add(_ width: Int, to present: Bitmap?) {
    guard let present else {
      for row in bytes.indices { bytes[row] &+= width }
      return
    }
    for row in bytes.indices where present[row] { bytes[row] &+= width }
  }

  /// A value is its length, in four bytes, and its bytes.
  private mutating func addByteArrays(_ column: Column) {
    guard case .views(let values) = column.storage else { return }
    let views = values.views.span
    precondition(views.count == bytes.count, "a column has a value for each row")
    for row in views.indices where column.validity?[row] ?? true { bytes[row] &+= views[row].count &+ 4 }
  }

  private mutating func addStructures(_ column: Column) {
    guard case .structure(let values) = column.storage else { return }
    guard let present = column.validity else {
      for field in values.columns { add(field) }
      return
    }
    // What stands in the fields of a null means nothing.
    for weights in values.columns.map(RowWeights.init) {
      for row in bytes.indices where present[row] { bytes[row] &+= weights.bytes[row] }
    }
  }

  private mutating func addLists(_ column: Column) {
    guard case .list(let lists) = column.storage else { return }
    let compact = lists.compacted()
    let weights = RowWeights(compact.elements).bytes
    for row in bytes.indices where column.validity?[row] ?? true {
      for element in compact[row] { bytes[row] &+= weights[element] }
    }
  }
}
