import InlayBytes
import InlayColumns

/// Writes the fields of one row after the other: those of a table, or of a structure within.
final class FieldsEncoder: Encoder {
  let place: CodingPlace
  let options: RowOptions
  /// The row that is written.
  var row = 0
  private var names: [String] = []
  private var slots: [ValueSlot] = []
  private var positions: [String: Int] = [:]
  // Keys in the order in which the first row had them, where each is among them, and which comes next when the row is like
  // the one before.
  private var known: [(key: String, slot: ValueSlot)] = []
  private var places: [String: Int] = [:]
  private var next = 0
  private let declared: [Field]?
  private var containerKey: ObjectIdentifier?
  private var container: AnyObject?

  /// A container that is kept from row to row.
  private final class Kept<Key: CodingKey> {
    let container: KeyedEncodingContainer<Key>
    init(_ container: KeyedEncodingContainer<Key>) { self.container = container }
  }

  init(_ declared: [Field]?, place: CodingPlace, options: RowOptions) {
    self.declared = declared
    self.place = place
    self.options = options
    for field in declared ?? [] { addSlot(field.name, field.type) }
  }

  @discardableResult
  private func addSlot(_ name: String, _ type: DataType?) -> Int {
    positions[name] = slots.count
    names.append(name)
    slots.append(ValueSlot(type, place: CodingPlace(name, in: place), options: options))
    return slots.count - 1
  }

  /// Returns the place for the current row's value of a key, which is made when there is none and none are declared.
  func slot(named key: String) throws -> ValueSlot {
    let expected = next
    let known = known
    if expected < known.count && known[expected].key == key {
      next = expected &+ 1 == known.count ? 0 : expected &+ 1
      return try ready(known[expected].slot)
    }
    return try slot(lookedUp: key)
  }

  private func slot(lookedUp key: String) throws -> ValueSlot {
    let found = try places[key] ?? added(key)
    next = found + 1 == known.count ? 0 : found + 1
    return try ready(known[found].slot)
  }

  /// Puts a key behind those that are known.
  private func added(_ key: String) throws -> Int {
    known.append((key, slots[try position(ofKey: key)]))
    places[key] = known.count - 1
    return known.count - 1
  }

  private func position(ofKey key: String) throws -> Int {
    let name = options.naming.column(of: key)
    if let position = positions[name] { return position }
    guard declared == nil else {
      throw EncodingError.invalidValue(
        name,
        .init(
          codingPath: codingPath + [PlaceKey(name)],
          debugDescription: "there is no such column; \(suggestion(for: name, among: names))"))
    }
    return addSlot(name, nil)
  }

  /// Makes the place of a column ready for the current row's value.
  private func ready(_ slot: ValueSlot) throws -> ValueSlot {
    let row = row
    if slot.count == row { return slot }
    slot.pad(to: row)
    guard slot.count == row else {
      throw EncodingError.invalidValue(
        slot.place,
        .init(codingPath: slot.codingPath, debugDescription: "the row has two values for this column"))
    }
    return slot
  }

  /// Hands over the columns, each of `rowCount` values.
  func finish(rowCount: Int) -> (Schema, [Column]) {
    (container, containerKey) = (nil, nil)
    var columns: [Column] = []
    var fields: [Field] = []
    for (position, slot) in slots.enumerated() {
      slot.pad(to: rowCount)
      let (column, hasNulls) = slot.finish()
      columns.append(column)
      let isNullable = declared?[position].isNullable ?? true
      fields.append(
        Field(
          names[position], column.type, isNullable: isNullable || hasNulls,
          annotation: declared?[position].annotation))
    }
    return (Schema(fields), columns)
  }

  /// The first declared column that has nulls and must not.
  func missingColumn(rowCount: Int) -> String? {
    guard let declared else { return nil }
    return zip(declared, slots).first { !$0.isNullable && ($1.hasNulls || $1.count < rowCount) }?.0.name
  }

  var codingPath: [any CodingKey] { place.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { options.userInfo }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if containerKey == ObjectIdentifier(type), let container {
      // Safe: the container of these keys was kept with their type.
      return unsafe unsafeDowncast(container, to: Kept<Key>.self).container
    }
    let made = KeyedEncodingContainer(FieldsContainer<Key>(self))
    (container, containerKey) = (Kept(made), ObjectIdentifier(type))
    return made
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    RefusingElements(error: isNoRow(), codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { RowAsValue(fields: self) }

  func isNoRow() -> EncodingError {
    .invalidValue(
      self,
      .init(codingPath: codingPath, debugDescription: "a row is a type with properties, or a dictionary"))
  }
}

/// A row that writes itself as another: a class as what it wraps, a dictionary by its keys.
private struct RowAsValue: SingleValueEncodingContainer {
  let fields: FieldsEncoder
  var codingPath: [any CodingKey] { fields.codingPath }
  func encodeNil() throws { throw fields.isNoRow() }
  func encode<Value: Encodable>(_ value: Value) throws {
    // What has a column's type has no properties, and would ask for a place as a value again.
    guard DataType(of: Value.self) == nil || value is any MapShape else { throw fields.isNoRow() }
    try value.encode(to: fields)
  }
}
