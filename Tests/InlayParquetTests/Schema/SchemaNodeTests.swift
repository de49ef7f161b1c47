import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Schema trees")
struct SchemaNodeTests {
  private static func leaf(_ name: String, _ repetition: Repetition = .optional) -> SchemaElement {
    SchemaElement(type: .int32, repetition: repetition, name: name)
  }

  private static func group(_ name: String, _ count: Int32, _ repetition: Repetition? = nil) -> SchemaElement
  {
    SchemaElement(repetition: repetition, name: name, childCount: count)
  }

  private static func parse(
    _ elements: [SchemaElement], limits: ParquetLimits = ParquetLimits()
  ) throws -> SchemaNode {
    try SchemaNode(parsing: elements, limits: limits)
  }

  @Test("Levels and leaves follow from the tree")
  func levels() throws {
    let root = try Self.parse([
      Self.group("root", 3), Self.leaf("a", .required), Self.group("b", 1, .optional),
      Self.group("list", 1, .repeated), Self.leaf("element"), Self.leaf("c"),
    ])
    #expect(root.leaves == 0..<3)
    #expect(root.children.map(\.name) == ["a", "b", "c"])
    #expect(root.children.map(\.isLeaf) == [true, false, true])
    #expect(root.children.map(\.leaves) == [0..<1, 1..<2, 2..<3])
    let element = root.children[1].children[0].children[0]
    #expect([element.definitionLevel, element.repetitionLevel] == [3, 1])
    #expect([root.children[0].definitionLevel, root.children[2].definitionLevel] == [0, 1])
  }

  @Test("A list that is no tree is an error")
  func broken() {
    let cases: [([SchemaElement], String)] = [
      ([], "the schema has no root"),
      ([Self.group("root", 1)], "column root: the schema ends before the children of a group do"),
      ([Self.group("root", 0), Self.leaf("a")], "the schema has nodes that belong to no group: 1"),
      (
        [Self.group("root", 1), Self.group("g", -1)],
        "column g: the schema has a node that is neither a group nor of a known physical type"
      ),
      (
        [Self.group("root", 1), SchemaElement(name: "x")],
        "column x: the schema has a node that is neither a group nor of a known physical type"
      ),
    ]
    for (elements, message) in cases {
      let error = #expect(throws: InlayError.self) { try Self.parse(elements) }
      #expect(error?.description == message)
      #expect(error?.code == .corrupt)
    }
  }

  @Test("Depth and width have limits, which their errors name")
  func limits() {
    let deep = (0..<200).map { Self.group("g\($0)", 1) } + [Self.leaf("a")]
    let depth = #expect(throws: InlayError.self) { try Self.parse(deep) }
    #expect(
      depth?.description == "column g101: the schema nests deeper than ParquetLimits.schemaDepth allows")
    var limits = ParquetLimits()
    limits.schemaElementCount = 2
    let width = #expect(throws: InlayError.self) {
      try Self.parse([Self.group("root", 2), Self.leaf("a"), Self.leaf("b")], limits: limits)
    }
    #expect(
      width?.description == "the schema has more nodes than ParquetLimits.schemaElementCount allows: 3")
    #expect(width?.code == .limitExceeded)
  }

  @Test("Annotations give the type where they go with the physical one, and are passed over elsewhere")
  func types() {
    func type(
      _ physical: PhysicalType, _ logical: LogicalType? = nil, _ converted: ConvertedType? = nil,
      scale: Int32? = nil, precision: Int32? = nil
    ) -> DataType? {
      SchemaElement(
        type: physical, typeLength: 8, name: "c", convertedType: converted, scale: scale,
        precision: precision, logicalType: logical
      ).dataType
    }
    #expect(type(.byteArray) == .binary)
    #expect(type(.byteArray, .string) == .string)
    #expect(type(.byteArray, nil, .utf8) == .string)
    #expect(type(.byteArray, nil, .json) == .string)
    #expect(type(.byteArray, nil, .bson) == .binary)
    #expect(type(.byteArray, .enumeration) == .string)
    #expect(type(.int32, .string) == .int32)
    #expect(type(.int64, nil, .timestampMillis) == .timestamp(.millis, isUTC: true))
    #expect(type(.int64, .timestamp(.nanos, isUTC: false)) == .timestamp(.nanos, isUTC: false))
    #expect(type(.int32, nil, .timeMillis) == .time(.millis))
    #expect(type(.int64, .time(.millis, isUTC: true)) == .int64)
    #expect(type(.int64, nil, .uint64) == .uint64)
    #expect(type(.int32, .integer(bitWidth: 16, isSigned: true)) == .int16)
    #expect(type(.int32, .integer(bitWidth: 64, isSigned: true)) == .int32)
    #expect(type(.int64, nil, .decimal, scale: 2, precision: 18) == .decimal(precision: 18, scale: 2))
    #expect(type(.fixedLengthByteArray, .decimal(scale: 3, precision: 39)) == .fixedBinary(byteWidth: 8))
    // An interval has 12 bytes, a UUID 16, a half-precision number 2; these have 8.
    #expect(type(.fixedLengthByteArray, nil, .interval) == .fixedBinary(byteWidth: 8))
    #expect(type(.fixedLengthByteArray, .uuid) == .fixedBinary(byteWidth: 8))
    #expect(type(.fixedLengthByteArray, .float16) == .fixedBinary(byteWidth: 8))
    #expect(type(.byteArray, .geometry(crs: "x")) == .binary)
    #expect(type(.int32, .null) == .null)
    #expect(type(.byteArray, .unrecognized(2555), .utf8) == .string)
    #expect(type(.int96) == .timestamp(.micros, isUTC: true))
  }
}
