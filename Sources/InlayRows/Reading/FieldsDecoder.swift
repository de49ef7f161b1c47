import InlayBytes
import InlayColumns

/// Reads the fields of one row after the other: those of a table, or of a structure within.
final class FieldsDecoder: Decoder {
  let place: CodingPlace
  let options: RowOptions
  let names: [String]
  let cells: [CellDecoder]
  /// The row that is read.
  var row = 0
  /// Columns that the table has, and that were not read for this type.
  var unread: Set<String> = []
  /// The columns that were asked for so far.
  private(set) var asked: Set<String> = []
  private let positions: [String: Int]
  // The container of the keys that asked last: a type asks with the same keys in every row.
  private var containerKey: ObjectIdentifier?
  private var container: AnyObject?

  /// A container that is kept from row to row.
  private final class Kept<Key: CodingKey> {
    let container: KeyedDecodingContainer<Key>
    init(_ container: KeyedDecodingContainer<Key>) { self.container = container }
  }

  init(_ fields: [Field], place: CodingPlace, options: RowOptions) {
    self.place = place
    self.options = options
    names = fields.map(\.name)
    cells = fields.map { CellDecoder($0.type, place: CodingPlace($0.name, in: place), options: options) }
    // Of columns with one name the first counts, as everywhere.
    positions = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  func bind(_ columns: [Column]) {
    for (cell, column) in zip(cells, columns) { cell.bind(column) }
  }

  func releaseContainers() {
    (container, containerKey) = (nil, nil)
    for cell in cells { cell.releaseContainers() }
  }

  /// Returns the position of the column that a key means.
  func position(of key: any CodingKey) throws -> Int? {
    let name = options.naming.column(of: key.stringValue)
    if let position = positions[name] {
      asked.insert(name)
      return position
    }
    guard unread.contains(name) else { return nil }
    throw UnreadColumn(name: name)
  }

  var codingPath: [any CodingKey] { place.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { options.userInfo }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    if containerKey == ObjectIdentifier(type), let container {
      // Safe: the container of these keys was kept with their type.
      return unsafe unsafeDowncast(container, to: Kept<Key>.self).container
    }
    let made = KeyedDecodingContainer(KeyedFields<Key>(self))
    (container, containerKey) = (Kept(made), ObjectIdentifier(type))
    return made
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    if cells.count == 1 {
      cells[0].row = row
      return try cells[0].unkeyedContainer()
    }
    throw DecodingError.typeMismatch(
      [Any].self,
      .init(codingPath: codingPath, debugDescription: "fields have names, and are not read as a list"))
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    guard cells.count == 1 else {
      throw DecodingError.typeMismatch(
        Any.self,
        .init(
          codingPath: codingPath,
          debugDescription: "a single value is read of one column; there are \(cells.count): select one"))
    }
    cells[0].row = row
    return cells[0]
  }
}

/// What is thrown when a type asks for a column that nobody knew it would.
package struct UnreadColumn: Error {
  package let name: String
}
