/// A column's name and type.
public struct Field: Hashable, Sendable {
  /// The name, unique within its schema.
  public var name: String
  /// The type of the values.
  public var type: DataType
  /// Whether a value may be missing.
  public var isNullable: Bool
  /// What the values mean beyond their type; nil when the type says it all.
  public var annotation: Annotation?

  /// Makes a field.
  public init(_ name: String, _ type: DataType, isNullable: Bool = true, annotation: Annotation? = nil) {
    self.name = name
    self.type = type
    self.isNullable = isNullable
    self.annotation = annotation
  }
}

/// The columns of a table, in order.
public struct Schema: Hashable, Sendable {
  /// The fields, in order.
  public var fields: [Field]

  /// Makes a schema.
  public init(_ fields: [Field]) { self.fields = fields }

  /// The number of columns.
  public var count: Int { fields.count }

  /// The names, in order.
  public var names: [String] { fields.map(\.name) }

  /// Returns the position of the column with this name, letter case included; O(count).
  public func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

  /// The field at a position.
  public subscript(index: Int) -> Field { fields[index] }

  /// Returns the fields at `positions`, in that order.
  public func selecting(_ positions: [Int]) -> Schema { Schema(positions.map { fields[$0] }) }
}
