import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Columns of a schema")
struct ColumnTreeTests {
  private static func leaf(
    _ name: String, _ repetition: Repetition = .optional, _ type: PhysicalType = .int32
  )
    -> [SchemaElement]
  {
    [SchemaElement(type: type, repetition: repetition, name: name)]
  }

  private static func text(_ name: String, _ repetition: Repetition = .optional) -> [SchemaElement] {
    [SchemaElement(type: .byteArray, repetition: repetition, name: name, logicalType: .string)]
  }

  private static func group(
    _ name: String, _ repetition: Repetition = .optional, _ logicalType: LogicalType? = nil,
    converted: ConvertedType? = nil, of children: [SchemaElement]...
  ) -> [SchemaElement] {
    let group = SchemaElement(
      repetition: repetition, name: name, childCount: Int32(children.count), convertedType: converted,
      logicalType: logicalType)
    return [group] + children.joined()
  }

  private static func trees(_ columns: [[SchemaElement]]) throws -> [ColumnTree] {
    let root = SchemaElement(name: "root", childCount: Int32(columns.count))
    let node = try SchemaNode(parsing: [root] + columns.joined(), limits: ParquetLimits())
    return node.children.map { ColumnTree($0) }
  }

  /// The type of a column and, when it is not nullable, `not null`.
  private static func type(_ column: [SchemaElement]) throws -> String {
    let field = try #require(try trees([column]).first).field
    return field.isNullable ? field.type.description : "\(field.type) not null"
  }

  @Test("Groups are structures, and what is repeated by itself is a list without nulls")
  func plain() throws {
    #expect(
      try Self.type(Self.group("s", of: Self.leaf("a", .required), Self.text("b")))
        == "struct(a: int32 not null, b: string)")
    #expect(try Self.type(Self.leaf("a", .repeated)) == "list(int32 not null) not null")
    #expect(
      try Self.type(Self.group("g", .repeated, of: Self.leaf("a"), Self.leaf("b", .repeated)))
        == "list(struct(a: int32, b: list(int32 not null) not null) not null) not null")
  }

  @Test("Lists of three levels, whatever their groups are called")
  func lists() throws {
    for (group, element) in [
      ("list", "element"), ("bag", "array_element"), ("element", "str"), ("list", "item"),
    ] {
      let list = Self.group("l", .optional, .list, of: Self.group(group, .repeated, of: Self.text(element)))
      #expect(try Self.type(list) == "list(string)")
      let required = Self.group(
        "l", .required, nil, converted: .list,
        of: Self.group(group, .repeated, of: Self.text(element, .required)))
      #expect(try Self.type(required) == "list(string not null) not null")
    }
  }

  @Test("Lists of two levels")
  func oldLists() throws {
    let primitive = Self.group("l", .optional, .list, of: Self.leaf("element", .repeated))
    #expect(try Self.type(primitive) == "list(int32 not null)")
    let several = Self.group(
      "l", .optional, .list,
      of: Self.group("element", .repeated, of: Self.text("a", .required), Self.leaf("b")))
    #expect(try Self.type(several) == "list(struct(a: string not null, b: int32) not null)")
    let lists = Self.group(
      "l", .optional, .list, of: Self.group("array", .repeated, .list, of: Self.leaf("array", .repeated)))
    #expect(try Self.type(lists) == "list(list(int32 not null) not null)")
    for name in ["array", "l_tuple"] {
      let tuple = Self.group(
        "l", .optional, .list, of: Self.group(name, .repeated, of: Self.text("a", .required)))
      #expect(try Self.type(tuple) == "list(struct(a: string not null) not null)")
    }
    let repeated = Self.group(
      "l", .optional, .list, of: Self.group("bag", .repeated, of: Self.leaf("a", .repeated)))
    #expect(try Self.type(repeated) == "list(struct(a: list(int32 not null) not null) not null)")
    let maps = Self.group(
      "l", .optional, .list,
      of: Self.group(
        "array", .repeated, .map,
        of: Self.group("kv", .repeated, of: Self.text("k", .required), Self.leaf("v"))))
    #expect(try Self.type(maps) == "list(map(string, int32) not null)")
  }

  @Test("Maps, whatever their groups are called, with optional keys, and without values")
  func maps() throws {
    let entries = Self.group(
      "map", .repeated, converted: .mapKeyValue, of: Self.text("str", .required), Self.leaf("num"))
    for annotation in [ConvertedType.map, .mapKeyValue] {
      #expect(
        try Self.type(Self.group("m", .optional, converted: annotation, of: entries)) == "map(string, int32)")
    }
    let optional = Self.group("kv", .repeated, of: Self.text("key"), Self.leaf("value", .required))
    #expect(
      try Self.type(Self.group("m", .required, .map, of: optional)) == "map(string, int32 not null) not null")
    let keys = Self.group("kv", .repeated, of: Self.text("key", .required))
    #expect(try Self.type(Self.group("m", .optional, .map, of: keys)) == "list(string not null)")
  }

  @Test("An annotation on a group that has not its shape is passed over")
  func misfits() throws {
    #expect(try Self.type(Self.group("l", .optional, .list, of: Self.leaf("a"))) == "struct(a: int32)")
    #expect(
      try Self.type(Self.group("l", .optional, .list, of: Self.leaf("a", .repeated), Self.leaf("b")))
        == "struct(a: list(int32 not null) not null, b: int32)")
    #expect(
      try Self.type(Self.group("m", .optional, .map, of: Self.leaf("a", .repeated)))
        == "struct(a: list(int32 not null) not null)")
    let three = Self.group("kv", .repeated, of: Self.leaf("a"), Self.leaf("b"), Self.leaf("c"))
    #expect(
      try Self.type(Self.group("m", .optional, .map, of: three))
        == "struct(kv: list(struct(a: int32, b: int32, c: int32) not null) not null)")
  }

  @Test("Levels and paths of leaves")
  func leaves() throws {
    let list = Self.group("l", .optional, .list, of: Self.group("list", .repeated, of: Self.text("item")))
    let column = Self.group("s", of: list, Self.leaf("a", .required))
    let leaves = try #require(try Self.trees([column]).first).leaves
    #expect(leaves.map(\.path) == ["s.l.list.item", "s.a"])
    #expect(leaves.map(\.definitionLevel) == [4, 1])
    #expect(leaves.map(\.slots) == [ElementLevels(repetition: 1, definition: 3), .rows])
    #expect(leaves.map(\.isFlat) == [false, true])
  }

  @Test("Columns that cannot be read, and why")
  func problems() throws {
    func problem(_ column: [SchemaElement]) throws -> String? {
      try Self.trees([column]).first?.problem?.description
    }
    #expect(try problem(Self.group("s", of: Self.leaf("a"))) == nil)
    #expect(
      try problem(Self.group("s", of: Self.group("empty")))
        == "column empty: a group without fields has nothing that says how many there are; ask for the other columns"
    )
    #expect(
      try problem(Self.group("s", of: Self.leaf("a", .optional, .fixedLengthByteArray)))
        == """
        column s.a: values of this physical type cannot be read yet; ask for the other columns: FIXED_LEN_BYTE_ARRAY
        """)
    var limits = ParquetLimits()
    limits.schemaDepth = 1000
    let deep = (0..<300).map { SchemaElement(repetition: .optional, name: "g\($0)", childCount: 1) }
    let root = try SchemaNode(
      parsing: [SchemaElement(name: "root", childCount: 1)] + deep + Self.leaf("a"), limits: limits)
    let error = root.children.map { ColumnTree($0) }.first?.problem
    #expect(error?.message == "values nest deeper than can be read; the limit is 255 levels: 301")
    #expect(error?.code == .limitExceeded)
  }

  @Test("Paths select columns and parts of them, in the file's order")
  func selection() throws {
    let entries = Self.group(
      "key_value", .repeated, of: Self.text("key", .required),
      Self.group("value", of: Self.leaf("x"), Self.leaf("y"))
    )
    let list = Self.group(
      "l", .optional, .list,
      of: Self.group("list", .repeated, of: Self.group("item", of: Self.leaf("a"), Self.leaf("b")))
    )
    let columns = try Self.trees([
      Self.leaf("id"), list, Self.group("m", .optional, .map, of: entries), Self.leaf("with.dot"),
    ])
    func select(_ paths: String...) throws -> [String] {
      try ColumnTree.selecting(paths, of: columns).map { "\($0.field.name) \($0.field.type)" }
    }
    #expect(try select("l", "id") == ["id int32", "l list(struct(a: int32, b: int32))"])
    #expect(try select("l.element.b") == ["l list(struct(b: int32))"])
    #expect(try select("l.element") == ["l list(struct(a: int32, b: int32))"])
    #expect(try select("m.value.y", "with.dot") == ["m map(string, struct(y: int32))", "with.dot int32"])
    #expect(try select("m.key") == ["m list(string not null)"])
    #expect(try select("m.key", "m") == ["m map(string, struct(x: int32, y: int32))"])
    #expect(try select().isEmpty)
    let error = #expect(throws: InlayError.self) { _ = try select("id", "l.a") }
    #expect(
      error?.description == """
        no column is at a path that was asked for; there are id, l.element.a, l.element.b, m.key, m.value.x, \
        m.value.y, with.dot: l.a
        """)
    #expect(error?.code == .invalidInput)
  }
}
