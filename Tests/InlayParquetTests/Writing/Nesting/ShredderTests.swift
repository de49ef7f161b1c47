import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Shredding nested columns")
struct ShredderTests {
  private static func entries(_ entries: LeafEntries, _ path: LeafPath) -> [ReferenceShredder.Entry] {
    let values = CellTexts.of(entries.positions.map { entries.values.gathered($0) } ?? entries.values)
    var used = 0
    return (0..<entries.count).map { index in
      let isThere = entries.levels.present?[index] ?? true
      var entry = ReferenceShredder.Entry(
        repetition: entries.levels.repetition.map { Int($0[index]) } ?? 0,
        definition: entries.levels.definition.map { Int($0[index]) } ?? path.definitionLevel)
      if isThere { entry.value = values[entries.positions == nil ? index : used] }
      used += isThere ? 1 : 0
      return entry
    }
  }

  @Test("Levels and values are those of the format's description", arguments: 0..<200)
  func random(seed: Int) throws {
    var maker = RandomNesting(seed: seed)
    let field = Field("c", maker.type(depth: 3), isNullable: seed % 3 > 0)
    let column = maker.column(field, count: [0, 1, 7, 70].randomElement(using: &maker.flat.random)!)
    let expected = ReferenceShredder(column, field).leaves
    let layout = try FileLayout(Schema([field]))
    #expect(layout.leaves.count == expected.count)
    for (leaf, expected) in zip(layout.leaves, expected) {
      let found = try Shredder.entries(of: column, leaf.path, firstRow: 0)
      #expect(Self.entries(found, leaf.path) == expected)
    }
  }

  private static func message(_ column: Column, _ field: Field) -> String? {
    do {
      let path = try FileLayout(Schema([field])).leaves[0].path
      _ = try Shredder.entries(of: column, path, firstRow: 10)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("A null where none may be is named with its path and row, unless what holds it is null")
  func required() throws {
    let numbers = Column(
      type: .int8, storage: .int8(Values([1, 2, 3, 4])), validity: Bitmap([true, true, true, false]))
    let element = Field("element", .int8, isNullable: false)
    let field = Field("c", .structure([Field("numbers", .list(element))]))
    func column(_ offsets: [Int32], _ validity: [Bool]) -> Column {
      let lists = Column(
        type: .list(element), storage: .list(ListValues(offsets: Values(offsets), elements: numbers)))
      return Column(
        type: field.type, storage: .structure(StructureValues(columns: [lists], count: validity.count)),
        validity: Bitmap(validity))
    }
    let expected =
      "column c.numbers.list.element: a column that is declared without nulls has one; declare it nullable, or fill "
      + "it in: row 12"
    #expect(Self.message(column([0, 1, 1, 4], [true, true, true]), field) == expected)
    #expect(Self.message(column([0, 1, 1, 4], [true, true, false]), field) == nil)
    #expect(Self.message(column([0, 1, 1, 3], [true, true, true]), field) == nil)
  }
}
