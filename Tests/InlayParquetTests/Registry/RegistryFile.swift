import InlayBytes
import InlayColumns

@testable import InlayParquet

/// A file with a column for each of some cells, which have one codec and one page version.
struct RegistryFile {
  let fields: [Field]
  let columns: [Column]
  private var options = ParquetWriterOptions()

  private static let rowCount = 150

  init(_ cells: Set<Registry.Cell>, _ codec: Compression, _ version: DataPageVersion) {
    var columns: [Column] = []
    var fields: [Field] = []
    var maker = RandomColumns(seed: 99)
    options.compression = codec
    options.dataPageVersion = version
    for (number, cell) in cells.sorted(by: { $0.description < $1.description }).enumerated() {
      let name = "c\(number)"
      fields.append(Self.field(name, cell))
      columns.append(Self.column(fields[number], cell, &maker))
      let leaf = cell.repetition == .repeated ? "\(name).list.element" : name
      options.columnEncodings[leaf] = .fixed(cell.encoding)
    }
    (self.fields, self.columns) = (fields, columns)
  }

  private static func field(_ name: String, _ cell: Registry.Cell) -> Field {
    switch cell.repetition {
    case .required: cell.type.field(name, isNullable: false)
    case .optional: cell.type.field(name, isNullable: true)
    case .repeated: Field(name, .list(cell.type.field("element", isNullable: true)))
    }
  }

  private static func column(_ field: Field, _ cell: Registry.Cell, _ maker: inout RandomColumns) -> Column {
    guard cell.repetition == .repeated else {
      return values(cell.type.type, count: rowCount, field.isNullable ? .some : .none, &maker)
    }
    var offsets: [Int32] = [0]
    for row in 0..<rowCount { offsets.append(offsets[row] + [0, 1, 2, 3][row % 4]) }
    let elements = values(cell.type.type, count: Int(offsets[rowCount]), .some, &maker)
    return Column(
      type: field.type, storage: .list(ListValues(offsets: Values(offsets), elements: elements)),
      validity: Bitmap((0..<rowCount).map { $0 % 7 != 3 }))
  }

  private static func values(
    _ type: DataType, count: Int, _ nulls: RandomColumns.Nulls, _ maker: inout RandomColumns
  ) -> Column {
    type == .null
      ? Column(type: .null, storage: .null(count: count))
      : maker.column(type, count: count, distinctCount: 60, nulls: nulls)
  }

  /// Returns the file's bytes.
  func write() throws -> [UInt8] {
    let schema = Schema(fields)
    let batch = RecordBatch(schema: schema, columns: columns, rowCount: Self.rowCount)
    return try WrittenFiles.write([batch], schema: schema, options)
  }

  /// Returns the cells that stand in a file, as its schema, its footer and the headers of its pages tell.
  static func cells(in file: ParquetFile) throws -> Set<Registry.Cell> {
    var cells: Set<Registry.Cell> = []
    for leaf in file.root.leafNodes() {
      guard let column = file.schema.index(of: leaf.path[0]) else { continue }
      let isRepeated = leaf.node.repetitionLevel > 0
      let chunk = file.metadata.rowGroups[0].columns[leaf.node.leaves.lowerBound]
      for page in try file.pages(rowGroup: 0, leaf: leaf.node.leaves.lowerBound) where page.isData {
        guard let encoding = page.encoding, let codec = chunk.metadata?.compression,
          let repetition = isRepeated ? .repeated : leaf.node.element.repetition
        else { continue }
        cells.insert(
          Registry.Cell(
            type: type(of: file.schema[column]), encoding: encoding, codec: codec, repetition: repetition,
            version: page.header.type == .dataV2 ? .v2 : .v1))
      }
    }
    return cells
  }

  private static func type(of field: Field) -> RegisteredType {
    if case .list(let element) = field.type {
      return RegisteredType(type: element.type, annotation: element.annotation)
    }
    return RegisteredType(type: field.type, annotation: field.annotation)
  }
}
