import InlayBytes
import InlayColumns

/// The rows of a file, and behind its columns those whose values its folders tell.
///
/// Where the file has a column of the same name, the folder's value takes its place.
struct PartitionSource: BatchSource {
  let schema: Schema
  private let source: any BatchSource
  /// The positions of the file's columns that are shown.
  private let filePositions: [Int]
  /// The values that the folders tell, each a column of one row.
  private let constants: [Column]

  init(_ source: any BatchSource, fields: [Field], constants: [Column]) {
    let keys = fields.map(\.name)
    filePositions = source.schema.fields.indices.filter { !keys.contains(source.schema[$0].name) }
    schema = Schema(source.schema.selecting(filePositions).fields + fields)
    self.source = source
    self.constants = constants
  }

  var estimate: SizeEstimate { source.estimate }

  /// Begins to read the file, or gives nothing when the folders' values do not meet the filter.
  func scan(_ request: ScanRequest) throws -> any BatchScan {
    var inner = ScanRequest(
      columns: request.columns.filter { $0 < filePositions.count }.map { filePositions[$0] })
    if let filter = request.filter {
      switch try split(filter) {
      case .none: return EmptyScan(schema: schema.selecting(request.columns))
      case .mixed: return try FilteringScan(self, request.columns, filter)
      case .ofFile(let filter): inner.filter = filter
      }
    }
    let scan = try source.scan(inner)
    return PartitionScan(scan, schema: schema.selecting(request.columns), constants: constants(of: request))
  }

  /// For each wanted column its value; nil for a column of the file.
  private func constants(of request: ScanRequest) -> [DictionaryBase?] {
    request.columns.map { column in
      column < filePositions.count ? nil : DictionaryBase(constants[column - filePositions.count])
    }
  }

  /// What is left of a filter when the folders' values are known.
  private enum FileFilter {
    /// No row meets it.
    case none
    /// Some condition is on columns of the file and of folders together.
    case mixed
    /// What the file's rows have to meet yet, over its columns; nil for nothing.
    case ofFile(RowFilter?)
  }

  private func split(_ filter: RowFilter) throws -> FileFilter {
    let conditions = if case .all(let parts) = filter { parts } else { [filter] }
    var rest: [RowFilter] = []
    for condition in conditions {
      let columns = condition.columns
      if columns.allSatisfy({ $0 < filePositions.count }) {
        rest.append(condition.mappingColumns { filePositions[$0] })
      } else if columns.allSatisfy({ $0 >= filePositions.count }) {
        let bound = try BoundFilter(condition, schema: schema)
        let kept = bound.kept(rowCount: 1) { constants[$0 - filePositions.count] }
        if !kept[0] { return .none }
      } else {
        return .mixed
      }
    }
    return .ofFile(rest.isEmpty ? nil : rest.count == 1 ? rest[0] : .all(rest))
  }
}

/// A scan that adds columns whose values are all the same.
private final class PartitionScan: BatchScan {
  let schema: Schema
  private let scan: any BatchScan
  private let constants: [DictionaryBase?]

  init(_ scan: any BatchScan, schema: Schema, constants: [DictionaryBase?]) {
    self.scan = scan
    self.schema = schema
    self.constants = constants
  }

  func verify() throws { try scan.verify() }

  func nextMorsel() throws -> Morsel? { try scan.nextMorsel() }

  func read(_ morsel: Morsel) throws -> RecordBatch {
    let batch = try scan.read(morsel)
    var fileColumns = batch.columns.makeIterator()
    var zeros = ValueBuilder<UInt32>(capacity: batch.rowCount)
    zeros.append(repeating: 0, count: batch.rowCount)
    let rows = zeros.freeze()
    let columns = constants.enumerated().compactMap { position, constant in
      constant.map {
        Column(type: schema[position].type, storage: .dictionary(DictionaryValues(base: $0, indices: rows)))
      } ?? fileColumns.next()
    }
    return RecordBatch(schema: schema, columns: columns, rowCount: batch.rowCount)
  }

  var progress: ScanProgress { scan.progress }
}

/// A scan without rows.
private final class EmptyScan: BatchScan {
  let schema: Schema

  init(schema: Schema) { self.schema = schema }

  func nextMorsel() -> Morsel? { nil }

  func read(_ morsel: Morsel) -> RecordBatch { preconditionFailure("a scan without rows has no morsels") }

  var progress: ScanProgress { ScanProgress() }
}
