import InlayBytes
import InlayColumns

/// A place of a shredded variant: its values as bytes, and beside them those that were taken out by their type
/// (VariantShredding.md, "Value Shredding").
struct ShreddedValue {
  /// The values that are bytes; nil when there is no such column.
  let bytes: Column?
  /// The others; nil when nothing was taken out.
  let typed: Typed?

  /// Values that were taken out.
  indirect enum Typed {
    case primitives(VariantPrimitives)
    case array(Column, ListValues, element: ShreddedValue)
    case object(Column, fields: [(name: [UInt8], value: ShreddedValue)])
  }

  /// Takes the `value` and `typed_value` of a group; columns of other names are passed over.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` for a group that has neither, or whose columns are not of the types that the
  ///   specification has.
  init(_ fields: [Field], _ columns: [Column]) throws {
    var (bytes, typed): (Column?, Typed?) = (nil, nil)
    for (field, column) in zip(fields, columns) {
      switch field.name {
      case "value":
        guard field.type == .binary else {
          throw InlayError(.corrupt, "the value of a variant is not a binary: \(field.type)")
        }
        bytes = column.decoded()
      case "typed_value": typed = try Typed(column)
      default: break
      }
    }
    guard bytes != nil || typed != nil else {
      throw InlayError(.corrupt, "a group of a variant has neither value nor typed_value")
    }
    self.bytes = bytes
    self.typed = typed
  }
}

extension ShreddedValue.Typed {
  fileprivate init(_ column: Column) throws {
    let column = column.decoded()
    switch (column.type, column.storage) {
    case (.list(let element), .list(let lists)):
      let elements = lists.elements.decoded()
      self = .array(column, lists, element: try ShreddedValue(group: element, elements))
    case (.structure(let fields), .structure(let values)):
      self = .object(
        column,
        fields: try zip(fields, values.columns).map { field, column in
          (Array(field.name.utf8), try ShreddedValue(group: field, column.decoded()))
        })
    default: self = .primitives(try VariantPrimitives(column))
    }
  }

  /// The column that says which rows have a value here.
  var column: Column {
    switch self {
    case .primitives(let primitives): primitives.column
    case .array(let column, _, _), .object(let column, _): column
    }
  }
}

extension ShreddedValue {
  /// Takes the group of an array's element or of an object's field.
  fileprivate init(group field: Field, _ column: Column) throws {
    guard case .structure(let fields) = field.type, case .structure(let values) = column.storage else {
      throw InlayError(.corrupt, "a shredded part of a variant is no group: \(field.name)")
    }
    try self.init(fields, values.columns)
  }
}
