import InlayBytes
import InlayColumns

/// Rows in a temporary file, in parts: by their keys, or as sorted runs.
struct SpilledRows: Sendable {
  let schema: Schema
  let parts: [Part]
  let file: SpillFile

  /// The number of all rows.
  var rowCount: Int { parts.reduce(0) { $0 + $1.rowCount } }

  /// The rows of one part, in the order in which they came.
  struct Part: Sendable {
    var blocks: [Block] = []
    var rowCount: Int { blocks.reduce(0) { $0 + $1.rowCount } }
  }

  /// Some rows of one part that lie together.
  struct Block: Sendable {
    var range: Range<Int>
    var rowCount: Int
  }

  /// Reads some blocks of a part as one batch.
  func batch(of blocks: [Block]) throws -> RecordBatch {
    var columns = [[Column]](repeating: [], count: schema.count)
    for block in blocks {
      var decoder = ColumnDecoder(try file.read(block.range))
      while !decoder.isAtEnd {
        let count = try decoder.number()
        for (position, field) in schema.fields.enumerated() {
          columns[position].append(try decoder.column(field.type, count: count))
        }
      }
    }
    return RecordBatch(
      schema: schema, columns: zip(columns, schema.fields).map { .concatenating($0, type: $1.type) },
      rowCount: blocks.reduce(0) { $0 + $1.rowCount })
  }

  /// The bytes that a block fills when it has come back and its keys are indexed.
  func heldByteCount(of block: Block) -> Int {
    block.range.count + block.rowCount * (16 * schema.fields.count { $0.type.isKeptAsViews } + Self.indexSize)
  }

  /// The bytes that a join's index has for each row: two slots, and what is only there while it is made.
  static let indexSize = 32

  /// Returns the blocks of a part in runs, none of which fills more than `limit` bytes unless it is a single block.
  func runs(ofPart part: Int, within limit: Int) -> [[Block]] {
    var runs: [[Block]] = []
    var room = 0
    for block in parts[part].blocks {
      let size = heldByteCount(of: block)
      if size > room {
        runs.append([])
        room = limit
      }
      runs[runs.count - 1].append(block)
      room -= size
    }
    return runs
  }
}

extension DataType {
  fileprivate var isKeptAsViews: Bool {
    switch self {
    case .string, .binary, .fixedBinary, .uuid, .interval: true
    default: false
    }
  }
}
