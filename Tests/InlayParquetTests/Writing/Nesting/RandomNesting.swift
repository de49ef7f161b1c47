import InlayBytes
import InlayColumns

/// Nested types and columns of them, the same in every run.
struct RandomNesting {
  var flat: RandomColumns
  /// The types that leaves have.
  var leaves = RandomColumns.types

  init(seed: Int) { flat = RandomColumns(seed: seed) }

  /// Returns a type that nests at most so deep, and does so at all.
  mutating func type(depth: Int) -> DataType {
    switch Int.random(in: 0..<4, using: &flat.random) {
    case 0: .map(key: Field("key", leaf(), isNullable: false), value: field("value", depth: depth - 1))
    case 1:
      .structure((0..<Int.random(in: 1...3, using: &flat.random)).map { field("f\($0)", depth: depth - 1) })
    default: .list(field("element", depth: depth - 1))
    }
  }

  private mutating func field(_ name: String, depth: Int) -> Field {
    let isNested = depth > 0 && Bool.random(using: &flat.random)
    return Field(name, isNested ? type(depth: depth) : leaf(), isNullable: Bool.random(using: &flat.random))
  }

  private mutating func leaf() -> DataType { leaves.randomElement(using: &flat.random)! }

  /// Returns a column of a field's values, some of them in dictionary form, or slices of larger columns.
  mutating func column(_ field: Field, count: Int) -> Column {
    switch Int.random(in: 0..<8, using: &flat.random) {
    case 0: return column(field, count: count).inDictionaryForm(&flat.random)
    case 1: return column(field, count: count + 7)[3..<count + 3]
    default: break
    }
    guard field.type.isNested else {
      return flat.column(field.type, count: count, distinctCount: 40, nulls: nulls(field))
    }
    return Column(
      type: field.type, storage: storage(field.type, count: count),
      validity: field.isNullable
        ? flat.column(.boolean, count: count, distinctCount: 1, nulls: nulls(field)).validity : nil)
  }

  private mutating func nulls(_ field: Field) -> RandomColumns.Nulls {
    field.isNullable ? [.none, .some, .some, .runs, .all].randomElement(using: &flat.random)! : .none
  }

  private mutating func storage(_ type: DataType, count: Int) -> ColumnStorage {
    switch type {
    case .structure(let fields): .structure(structures(fields, count: count))
    case .map(let key, let value):
      .list(lists(Field("entry", .structure([key, value]), isNullable: false), count))
    case .list(let element): .list(lists(element, count))
    default: preconditionFailure("a type that does not nest")
    }
  }

  private mutating func structures(_ fields: [Field], count: Int) -> StructureValues {
    var columns: [Column] = []
    for field in fields { columns.append(column(field, count: count)) }
    return StructureValues(columns: columns, count: count)
  }

  private mutating func lists(_ element: Field, _ count: Int) -> ListValues {
    let lengths = [[0], [1], [0, 1, 2, 3], [1, 2, 5]].randomElement(using: &flat.random)!
    var offsets: [Int32] = [Int32.random(in: 0...2, using: &flat.random)]
    for _ in 0..<count { offsets.append(offsets.last! + Int32(lengths.randomElement(using: &flat.random)!)) }
    return ListValues(offsets: Values(offsets), elements: column(element, count: Int(offsets.last!) + 1))
  }
}
