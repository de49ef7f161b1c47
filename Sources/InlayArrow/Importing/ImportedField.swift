import CInlayArrow
import InlayBytes
import InlayColumns

/// A type that another library described, checked and copied: nothing of its memory is needed any more.
struct ImportedField {
  var field: Field
  var layout: ArrowLayout
  var children: [ImportedField] = []
  /// The format of the positions where values are given by these, and lie in a dictionary of the field's type.
  var indexFormat: String?

  private static let mostLevels = 64
  private static let mostChildren = 1 << 20

  /// Reads a description, whose memory stays its owner's.
  static func read(_ schema: UnsafePointer<ArrowSchema>?, level: Int = 0) throws -> ImportedField {
    guard let schema = unsafe schema?.pointee, unsafe schema.release != nil else {
      throw refused("a type was released before it was read, or is missing")
    }
    guard level < mostLevels else {
      throw InlayError(.limitExceeded, "types within types are read to \(mostLevels) levels")
    }
    guard let text = unsafe schema.format else { throw refused("a type has no format") }
    let name = unsafe schema.name.map { unsafe String(cString: $0) } ?? ""
    let format = unsafe String(cString: text)
    let isNullable = unsafe schema.flags & Int64(ARROW_FLAG_NULLABLE) != 0
    if let dictionary = unsafe schema.dictionary {
      var values = unsafe try read(dictionary, level: level + 1)
      guard values.indexFormat == nil else { throw unsupported("a dictionary of a dictionary", name) }
      guard "cCsSiIlL".contains(format), format.count == 1 else {
        throw unsupported("positions of the format \(printable(format, limit: 40))", name)
      }
      values.indexFormat = format
      (values.field.name, values.field.isNullable) = (name, isNullable)
      return values
    }
    let children = unsafe try readChildren(schema, level: level)
    return try make(format, name, isNullable, children)
  }

  private static func readChildren(_ schema: ArrowSchema, level: Int) throws -> [ImportedField] {
    let count = unsafe Int(schema.n_children)
    guard (0...mostChildren).contains(count) else { throw refused("a type has \(count) types within") }
    guard count > 0 else { return [] }
    guard let children = unsafe schema.children else { throw refused("a type lacks the types within") }
    return try (0..<count).map { unsafe try read(children[$0], level: level + 1) }
  }

  private static func make(
    _ format: String, _ name: String, _ isNullable: Bool, _ children: [ImportedField]
  ) throws -> ImportedField {
    if let (type, layout) = ArrowFormat.flatType(format) {
      guard children.isEmpty else {
        throw refused("a flat type has types within: \(printable(name, limit: 100))")
      }
      return ImportedField(field: Field(name, type, isNullable: isNullable), layout: layout)
    }
    let (type, layout) = try nestedType(format, name, children)
    return ImportedField(field: Field(name, type, isNullable: isNullable), layout: layout, children: children)
  }

  private static func nestedType(
    _ format: String, _ name: String, _ children: [ImportedField]
  ) throws -> (DataType, ArrowLayout) {
    let fields = children.map(\.field)
    switch format {
    case "+s": return (.structure(fields), .same)
    case "+l" where fields.count == 1: return (.list(fields[0]), .same)
    case "+L" where fields.count == 1: return (.list(fields[0]), .largeList)
    case "+m":
      guard fields.count == 1, case .structure(let pair) = fields[0].type, pair.count == 2 else {
        throw refused("a map is made of pairs: \(printable(name, limit: 100))")
      }
      return (.map(key: pair[0], value: pair[1]), .same)
    case _ where format.hasPrefix("+w:") && fields.count == 1:
      guard let size = Int(format.dropFirst(3)), (0...Int(Int32.max)).contains(size) else { fallthrough }
      return (.list(fields[0]), .fixedList(size))
    default: throw unsupported("the format \(printable(format, limit: 40))", name)
    }
  }

  /// The error of a structure that breaks the rules of the interface.
  static func refused(_ message: String) -> InlayError {
    InlayError(.corrupt, "the Arrow structure cannot be taken: \(message)")
  }

  private static func unsupported(_ what: String, _ name: String) -> InlayError {
    InlayError(
      .unsupported, "\(what) has no column type here: cast the column before it is handed over",
      at: InlayError.Location(column: name.isEmpty ? nil : printable(name, limit: 200)))
  }
}
