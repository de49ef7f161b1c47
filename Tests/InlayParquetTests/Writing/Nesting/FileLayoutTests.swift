import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("The layout of nested columns")
struct FileLayoutTests {
  @Test("Lists and maps have three levels under the format's names, and both annotations")
  func groups() throws {
    let point = DataType.structure([
      Field("x", .int32, isNullable: false), Field("y", .list(Field("item", .string))),
    ])
    let map = DataType.map(key: Field("k", .string), value: Field("v", point))
    let layout = try FileLayout(Schema([Field("id", .int64, isNullable: false), Field("m", map)]))
    #expect(
      layout.elements.map(\.name) == ["id", "m", "key_value", "key", "value", "x", "y", "list", "element"])
    #expect(
      layout.elements.map(\.repetition) == [
        .required, .optional, .repeated, .required, .optional, .required, .optional, .repeated, .optional,
      ])
    #expect(layout.elements.map(\.childCount) == [nil, 1, 2, nil, 2, nil, 1, 1, nil])
    #expect(
      layout.elements.map(\.logicalType) == [
        .integer(bitWidth: 64, isSigned: true), .map, nil, .string, nil,
        .integer(bitWidth: 32, isSigned: true), .list,
        nil, .string,
      ])
    #expect(
      layout.elements.map(\.convertedType) == [.int64, .map, nil, .utf8, nil, .int32, .list, nil, .utf8])
    #expect(
      layout.leaves.map(\.path.description) == [
        "id", "m.key_value.key", "m.key_value.value.x", "m.key_value.value.y.list.element",
      ])
    #expect(layout.leaves.map(\.path.definitionLevel) == [0, 2, 3, 6])
    #expect(layout.leaves.map(\.path.repetitionLevel) == [0, 1, 1, 2])
    #expect(layout.leaves.map(\.path.column) == [0, 1, 1, 1])
  }

  private static func message(_ fields: [Field]) -> String? {
    do {
      _ = try FileLayout(Schema(fields))
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("What a file cannot have is refused")
  func refused() {
    #expect(
      Self.message([Field("a", .list(Field("e", .structure([]))))])
        == "column a.list.element: a structure without fields has no form in Parquet; leave it out, or give it a field"
    )
    #expect(
      Self.message([Field("a", .structure([Field("b", .int8), Field("b", .int8)]))])
        == "two fields of a structure cannot have one name; rename one of them: a.b")
    let deep = (0..<50).reduce(DataType.int8) { type, _ in .list(Field("e", type)) }
    #expect(
      Self.message([Field("a", deep)])
        == "column a: a Parquet file nests 100 levels deep at most; flatten the column")
    #expect(
      Self.message([Field("a", (0..<49).reduce(DataType.int8) { type, _ in .list(Field("e", type)) })]) == nil
    )
  }

  @Test("A variant is a structure with an annotation")
  func variant() throws {
    let fields = [Field("metadata", .binary, isNullable: false), Field("value", .binary)]
    let layout = try FileLayout(Schema([Field("v", .structure(fields), annotation: .variant)]))
    #expect(layout.elements.map(\.logicalType) == [.variant(specificationVersion: 1), nil, nil])
  }
}
