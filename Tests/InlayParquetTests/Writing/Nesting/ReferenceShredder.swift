import InlayBytes
import InlayColumns

/// The entries of all leaves of a column, value by value, as the format's description has them.
struct ReferenceShredder {
  /// An entry of a leaf.
  struct Entry: Hashable {
    var repetition: Int
    var definition: Int
    var value: String?
  }

  /// The entries of each leaf.
  private(set) var leaves: [[Entry]]

  init(_ column: Column, _ field: Field) {
    leaves = Array(repeating: [], count: Self.leafCount(field.type))
    for row in 0..<column.count {
      append(column, row, field, Place(leaf: 0, repetition: 0, definition: 0, lists: 0))
    }
  }

  /// Where in the schema a value is, and the levels that it has got on the way.
  private struct Place {
    var leaf: Int
    var repetition: Int
    var definition: Int
    var lists: Int
  }

  private static func leafCount(_ type: DataType) -> Int {
    type.isNested ? type.children.reduce(0) { $0 + leafCount($1.type) } : 1
  }

  private mutating func append(_ column: Column, _ row: Int, _ field: Field, _ place: Place) {
    let column = column.decoded()
    var place = place
    if field.isNullable {
      guard !column.isNull(at: row) else { return appendNothing(field.type, place) }
      place.definition += 1
    }
    switch column.storage {
    case .list(let lists): append(lists, row, field.type, place)
    case .structure(let values):
      for (child, values) in zip(field.type.children, values.columns) {
        append(values, row, child, place)
        place.leaf += Self.leafCount(child.type)
      }
    default:
      leaves[place.leaf].append(
        Entry(
          repetition: place.repetition, definition: place.definition,
          value: CellTexts.of(column[row..<row + 1])[0]))
    }
  }

  private mutating func append(_ lists: ListValues, _ row: Int, _ type: DataType, _ place: Place) {
    guard !lists[row].isEmpty else { return appendNothing(type, place) }
    let element =
      if case .list(let element) = type { element } else {
        Field("entry", .structure(type.children), isNullable: false)
      }
    var place = place
    place.definition += 1
    place.lists += 1
    for index in lists[row] {
      append(lists.elements, index, element, place)
      place.repetition = place.lists
    }
  }

  /// A null or an empty list is an entry of every leaf below.
  private mutating func appendNothing(_ type: DataType, _ place: Place) {
    for leaf in place.leaf..<place.leaf + Self.leafCount(type) {
      leaves[leaf].append(Entry(repetition: place.repetition, definition: place.definition, value: nil))
    }
  }
}
