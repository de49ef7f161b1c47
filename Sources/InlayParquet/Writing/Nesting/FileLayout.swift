import InlayBytes
import InlayColumns

/// How the columns of a table are stored in a file: the nodes of its schema, and a leaf for each column of values.
struct FileLayout: Sendable {
  /// The nodes in depth-first order, without the root.
  private(set) var elements: [SchemaElement] = []
  /// The leaves, in the order of the nodes.
  private(set) var leaves: [ColumnLayout] = []
  /// The columns by which the rows of each row group are sorted; nil when no order is stated.
  var sortingColumns: [SortingColumn]?
  /// The number of the root's children.
  let columnCount: Int

  /// Lays out a table's columns.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for what a schema of a file cannot be.
  init(_ schema: Schema) throws {
    columnCount = schema.count
    guard schema.count > 0 else {
      throw InlayError(.invalidInput, "a Parquet file needs a column; select one at least")
    }
    try Self.checkNames(schema.fields) {
      "two columns of a Parquet file cannot have one name; rename one of them: \($0)"
    }
    for (position, field) in schema.fields.enumerated() { try append(field, LeafPath(column: position)) }
  }

  /// Adds a field with all that is below it.
  private mutating func append(_ field: Field, _ parent: LeafPath) throws {
    var path = parent
    path.enter(field.name, isNullable: field.isNullable)
    guard path.names.count <= LeafPath.nameLimit else {
      throw InlayError(
        .limitExceeded, "a Parquet file nests \(LeafPath.nameLimit) levels deep at most; flatten the column",
        at: .init(column: path.names[0]))
    }
    switch field.type {
    case .list(let element): try append(list: field, of: element, path)
    case .map(let key, let value): try append(map: field, key, value, path)
    case .structure(let fields): try append(structure: field, fields, path)
    case .fixedBinary(let width) where !(1...Int(Int32.max)).contains(width):
      throw InlayError(
        .invalidInput, "values of a fixed length have 1 to 2³¹ - 1 bytes; give another type: \(field.type)",
        at: .init(column: path.description))
    default:
      var leaf = ColumnLayout(field)
      leaf.path = path
      elements.append(leaf.schemaElement)
      leaves.append(leaf)
    }
  }

  private static func checkNames(_ fields: [Field], _ message: (String) -> String) throws {
    var seen: Set<String> = []
    for field in fields where !seen.insert(field.name).inserted {
      throw InlayError(.invalidInput, message(field.name))
    }
  }
}

// MARK: - Groups

extension FileLayout {
  /// Three levels, with the names that the format gives them (LogicalTypes.md, "Lists").
  private mutating func append(list field: Field, of element: Field, _ path: LeafPath) throws {
    appendGroup(field, childCount: 1, .list, .list)
    elements.append(SchemaElement(repetition: .repeated, name: "list", childCount: 1))
    var path = path
    path.enterElements("list")
    var element = element
    element.name = "element"
    try append(element, path)
  }

  /// Three levels, with the names that the format gives them (LogicalTypes.md, "Maps"). Keys are never null, whatever
  /// their field says: readers refuse a file that allows it.
  private mutating func append(map field: Field, _ key: Field, _ value: Field, _ path: LeafPath) throws {
    appendGroup(field, childCount: 1, .map, .map)
    elements.append(SchemaElement(repetition: .repeated, name: "key_value", childCount: 2))
    var path = path
    path.enterElements("key_value")
    path.enterEntry()
    var (key, value) = (key, value)
    (key.name, key.isNullable) = ("key", false)
    value.name = "value"
    try append([key, value], path)
  }

  private mutating func append(structure field: Field, _ fields: [Field], _ path: LeafPath) throws {
    guard !fields.isEmpty else {
      throw InlayError(
        .invalidInput, "a structure without fields has no form in Parquet; leave it out, or give it a field",
        at: .init(column: path.description))
    }
    try Self.checkNames(fields) {
      "two fields of a structure cannot have one name; rename one of them: \(path.description).\($0)"
    }
    appendGroup(field, childCount: fields.count, field.annotation?.groupType, nil)
    try append(fields, path)
  }

  private mutating func append(_ fields: [Field], _ path: LeafPath) throws {
    for (position, field) in fields.enumerated() {
      var path = path
      path.enterField(position)
      try append(field, path)
    }
  }

  private mutating func appendGroup(
    _ field: Field, childCount: Int, _ logical: LogicalType?, _ converted: ConvertedType?
  ) {
    elements.append(
      SchemaElement(
        repetition: field.isNullable ? .optional : .required, name: field.name, childCount: Int32(childCount),
        convertedType: converted, logicalType: logical))
  }
}

extension Annotation {
  /// What a group with this annotation is; nil for an annotation of leaves.
  fileprivate var groupType: LogicalType? {
    self == .variant ? .variant(specificationVersion: 1) : nil
  }
}
