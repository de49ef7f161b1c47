import InlayBytes
import InlayColumns

/// Values without the places that they have in rows.
extension ColumnChunkReader {
  /// Decodes the wanted values of a page, which are no indices into the dictionary, to a column without nulls.
  func column(of values: EncodedValues) throws -> Column {
    switch layout {
    case .null:
      guard values.count == 0 else { throw Self.isNotNull(values.count) }
      return Column(type: .null, storage: .null(count: 0))
    case .boolean: return Column(type: .boolean, storage: .boolean(try values.bits()))
    default: return typed(try decode(values))
    }
  }

  /// Looks the wanted values of a page up in a dictionary, and returns them as a column without nulls.
  ///
  /// - Parameter dictionary: What ``typedDictionary()`` returns.
  func column(ofIndices values: EncodedValues, into dictionary: DictionaryBase) throws -> Column {
    var indices = ValueBuilder<UInt32>(capacity: values.count)
    try indices.append(count: values.count) { room in
      try values.readIndices(below: dictionary.column.count, into: &room)
    }
    return Column(
      type: field.type, storage: .dictionary(DictionaryValues(base: dictionary, indices: indices.freeze())))
  }

  /// Returns the dictionary's values in the storage of the column's type.
  func typedDictionary() throws -> DictionaryBase { DictionaryBase(typed(try dictionary().column)) }

  /// Gives decoded values the storage of the column's type.
  private func typed(_ column: Column) -> Column {
    let storage: ColumnStorage =
      switch column.storage {
      case .int32(let values): NumberStorage.make(values, type: field.type)
      case .int64(let values): NumberStorage.make(values, type: field.type)
      default: column.storage
      }
    return Column(type: field.type, storage: storage)
  }

  /// The error for values in a column that is said to have none.
  static func isNotNull(_ count: Int) -> InlayError {
    InlayError(.corrupt, "a column that is said to have nothing but nulls has values: \(count)")
  }
}
