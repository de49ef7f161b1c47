import InlayBytes
import InlayColumns

/// Collects structures: each begins a row of its fields.
final class StructureWriter: ColumnWriter {
  let fields: FieldsEncoder

  /// `parts` are the declared fields; nil for those that values will have.
  init(_ type: DataType, _ parts: [Field]?, place: CodingPlace, options: RowOptions) {
    fields = FieldsEncoder(parts, place: place, options: options)
    super.init(type, place: place)
  }

  /// Begins the next value; its fields are null until they are written.
  func begin() {
    fields.row = count
    counted()
  }

  override func freeze() -> (DataType, ColumnStorage) {
    let (schema, columns) = fields.finish(rowCount: count)
    return (.structure(schema.fields), .structure(StructureValues(columns: columns, count: count)))
  }
}

/// Collects lists.
final class ListWriter: ColumnWriter {
  let elements: ValueSlot
  private var offsets = ValueBuilder<Int32>()

  init(_ type: DataType, element: DataType?, place: CodingPlace, options: RowOptions) {
    elements = ValueSlot(element, place: CodingPlace(nil, in: place), options: options)
    super.init(type, place: place)
  }

  /// Begins the next list; its elements are those that come until the one after it begins.
  func begin() throws {
    offsets.append(try offset())
    counted()
  }

  private func offset() throws -> Int32 {
    guard let offset = Int32(exactly: elements.count) else {
      throw failure(elements.count, "the lists of a column have at most 2147483647 elements")
    }
    return offset
  }

  override func appendPlaceholder() { offsets.append(Int32(clamping: elements.count)) }

  override func freeze() -> (DataType, ColumnStorage) {
    var all = ValueBuilder<Int32>()
    swap(&all, &offsets)
    all.append(Int32(clamping: elements.count))
    let (column, _) = elements.finish()
    return (
      .list(Field("element", column.type)), .list(ListValues(offsets: all.freeze(), elements: column))
    )
  }
}

/// Collects maps.
final class MapWriter: ColumnWriter {
  private let keys: ValueSlot
  private let values: ValueSlot
  private var offsets = ValueBuilder<Int32>()

  init(_ type: DataType, key: DataType?, value: DataType?, place: CodingPlace, options: RowOptions) {
    keys = ValueSlot(key, place: CodingPlace("key", in: place), options: options)
    values = ValueSlot(value, place: CodingPlace("value", in: place), options: options)
    super.init(type, place: place)
  }

  override func appendPlaceholder() { offsets.append(Int32(clamping: keys.count)) }

  /// Adds a map, whose pairs are in the order of their keys where those have one.
  func append<Key: Encodable & Hashable, Value: Encodable>(_ map: [Key: Value]) throws {
    guard let offset = Int32(exactly: keys.count) else {
      throw failure(keys.count, "the maps of a column have at most 2147483647 pairs")
    }
    offsets.append(offset)
    counted()
    keys.note(Key.self)
    values.note(Value.self)
    for (key, value) in Self.ordered(map) {
      try keys.write(key)
      try values.write(value)
    }
  }

  /// The pairs in an order that does not differ from run to run.
  private static func ordered<Key: Hashable, Value>(_ map: [Key: Value]) -> [(key: Key, value: Value)] {
    func sorted<Ordered: Comparable>(by type: Ordered.Type) -> [(key: Key, value: Value)] {
      map.sorted {
        guard let left = $0.key as? Ordered, let right = $1.key as? Ordered else { return false }
        return left < right
      }
    }
    if let type = Key.self as? any Comparable.Type { return sorted(by: type) }
    return map.sorted { "\($0.key)" < "\($1.key)" }
  }

  override func freeze() -> (DataType, ColumnStorage) {
    var all = ValueBuilder<Int32>()
    swap(&all, &offsets)
    all.append(Int32(clamping: keys.count))
    let (keyColumn, valueColumn) = (keys.finish().column, values.finish().column)
    let parts = [Field("key", keyColumn.type, isNullable: false), Field("value", valueColumn.type)]
    let pairs = Column(
      type: .structure(parts),
      storage: .structure(StructureValues(columns: [keyColumn, valueColumn], count: keyColumn.count)))
    return (
      .map(key: parts[0], value: parts[1]), .list(ListValues(offsets: all.freeze(), elements: pairs))
    )
  }
}
