import InlayBytes
import InlayColumns

/// Makes variants whole again whose parts lie in columns of their own.
enum VariantAssembly {
  /// The type of a column of variants: two binaries.
  static let type = DataType.structure([
    Field("metadata", .binary, isNullable: false), Field("value", .binary, isNullable: false),
  ])

  /// Returns variants in their plain form; those that are so already are returned as they are. O(values).
  ///
  /// - Parameter column: A group that is annotated as a variant, with all its columns.
  /// - Throws: ``InlayError/Code/corrupt`` or ``InlayError/Code/unsupported`` for what is no variant.
  static func assembled(_ column: Column) throws -> Column {
    let column = column.decoded()
    guard case .structure(let fields) = column.type, case .structure(let values) = column.storage,
      let place = fields.firstIndex(where: { $0.name == "metadata" && $0.type == .binary })
    else { throw InlayError(.corrupt, "a variant has no binary with the name metadata") }
    let metadata = values.columns[place].decoded()
    let shredded = try ShreddedValue(fields, values.columns)
    let whole = try plainValues(shredded, column) ?? wholeValues(shredded, metadata, column)
    return Column(
      type: type,
      storage: .structure(
        StructureValues(
          columns: [
            Column(type: .binary, storage: metadata.storage), Column(type: .binary, storage: .views(whole)),
          ], count: column.count)), validity: column.validity)
  }

  /// The values as they are, when no row needs anything done.
  private static func plainValues(_ shredded: ShreddedValue, _ column: Column) -> ViewValues? {
    guard shredded.typed == nil, let bytes = shredded.bytes, bytes.nullCount <= column.nullCount,
      case .views(let values) = bytes.storage
    else { return nil }
    return values
  }

  private static func wholeValues(
    _ shredded: ShreddedValue, _ metadata: Column, _ column: Column
  ) throws -> ViewValues {
    guard case .views(let metadataValues) = metadata.storage else {
      throw InlayError(.corrupt, "a variant has no binary with the name metadata")
    }
    var values = ViewBuilder(capacity: column.count)
    var value = ValueBuilder<UInt8>()
    var names: VariantNames?
    var knownRow = 0
    for row in 0..<column.count {
      value.truncate(to: 0)
      if !column.isNull(at: row) {
        // Neighbours mostly have the same names.
        if names == nil || !metadataValues.isSame(at: row, as: metadataValues, at: knownRow) {
          names = try VariantNames(metadataValues.bytes(at: row))
          knownRow = row
        }
        // A variant that is required and missing is a null (VariantShredding.md, "Value Shredding").
        if let names, try !shredded.append(row, names, to: &value) { value.appendVariantNull() }
      }
      values.append(value.rawSpan)
    }
    return values.freeze()
  }
}
