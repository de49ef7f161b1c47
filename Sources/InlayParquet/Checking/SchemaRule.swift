import InlayBytes
import InlayColumns

/// The schema tree: what parquet.thrift asks of a `SchemaElement`, and LogicalTypes.md of annotations.
enum SchemaRule: FileRule {
  static func check(_ file: ParquetFile, into findings: inout FindingList) {
    let root = file.root
    let place = InlayError.Location(file: file.path)
    if root.name.isEmpty {
      findings.add(.schema, "the root of the schema has no name, and some readers refuse that", at: place)
    }
    if root.children.isEmpty { findings.add(.schema, "the schema has no columns", at: place) }
    checkNames(root, [], place, &findings)
    for child in root.children { check(child, [child.name], place, &findings) }
  }

  private static func check(
    _ node: SchemaNode, _ path: [String], _ file: InlayError.Location, _ findings: inout FindingList
  ) {
    let place = InlayError.Location(file: file.file, column: path.joined(separator: "."))
    if node.name.isEmpty { findings.add(.schema, "a node of the schema has no name", at: place) }
    if node.element.repetition == nil {
      findings.add(.schema, "a node of the schema is neither required, optional nor repeated", at: place)
    }
    if node.isLeaf {
      checkLeaf(node.element, place, &findings)
    } else {
      if node.children.isEmpty { findings.add(.schema, "a group of the schema has no children", at: place) }
      checkNames(node, path, place, &findings)
      for child in node.children { check(child, path + [child.name], file, &findings) }
    }
  }

  /// A path names one column.
  private static func checkNames(
    _ node: SchemaNode, _ path: [String], _ place: InlayError.Location, _ findings: inout FindingList
  ) {
    var seen: Set<String> = []
    for child in node.children where !seen.insert(child.name).inserted {
      findings.add(
        .schema, "two nodes of one group have the same name: \(child.name)",
        at: .init(file: place.file, column: (path + [child.name]).joined(separator: ".")))
    }
  }

  private static func checkLeaf(
    _ element: SchemaElement, _ place: InlayError.Location, _ findings: inout FindingList
  ) {
    if element.type == .fixedLengthByteArray, (element.typeLength ?? 0) <= 0 {
      findings.add(.schema, "a fixed-length type has no length: \(element.typeLength ?? 0)", at: place)
    }
    if let logicalType = element.logicalType, logicalType.fits(element) == false {
      findings.add(
        .schema, "the annotation does not go with the physical type: \(logicalType) on \(element.typeName)",
        at: place)
    }
    if let convertedType = element.convertedType, convertedType.fits(element) == false {
      findings.add(
        .schema, "the annotation does not go with the physical type: \(convertedType) on \(element.typeName)",
        at: place)
    }
  }
}

extension SchemaElement {
  fileprivate var typeName: String {
    let name = type?.description ?? "no type"
    return type == .fixedLengthByteArray ? "\(name)(\(typeLength ?? 0))" : name
  }

  /// Whether a decimal of this many digits fits the physical type (LogicalTypes.md, DECIMAL).
  fileprivate func holdsDecimal(_ precision: Int32, _ scale: Int32) -> Bool {
    guard precision > 0, (0...precision).contains(scale) else { return false }
    switch type {
    case .int32: return precision <= 9
    case .int64: return precision <= 18
    case .byteArray: return true
    // The number of decimal digits that always fit n bytes is the whole part of (8n - 1) × log₁₀ 2.
    case .fixedLengthByteArray:
      return Double(precision) <= Double(8 * Int64(typeLength ?? 0) - 1) * 0.301_029_995_663_981_2
    default: return false
    }
  }
}

extension LogicalType {
  /// Whether a leaf may have this annotation; nil for one that is not known.
  fileprivate func fits(_ element: SchemaElement) -> Bool? {
    switch self {
    case .string, .enumeration, .json, .bson, .geometry, .geography: element.type == .byteArray
    case .decimal(let scale, let precision): element.holdsDecimal(precision, scale)
    case .date, .time(.millis, _): element.type == .int32
    case .time, .timestamp: element.type == .int64
    case .integer(let bitWidth, _):
      switch bitWidth {
      case 8, 16, 32: element.type == .int32
      case 64: element.type == .int64
      default: false
      }
    case .uuid: element.type == .fixedLengthByteArray && element.typeLength == 16
    case .float16: element.type == .fixedLengthByteArray && element.typeLength == 2
    case .map, .list, .variant: false
    case .null: true
    case .file, .unrecognized: nil
    }
  }
}

extension ConvertedType {
  /// Whether a leaf may have this annotation.
  fileprivate func fits(_ element: SchemaElement) -> Bool? {
    switch self {
    case .utf8, .enumeration, .json, .bson: element.type == .byteArray
    case .decimal:
      element.holdsDecimal(element.precision ?? 0, element.scale ?? 0)
    case .date, .timeMillis, .uint8, .uint16, .uint32, .int8, .int16, .int32: element.type == .int32
    case .timeMicros, .timestampMillis, .timestampMicros, .uint64, .int64: element.type == .int64
    case .interval: element.type == .fixedLengthByteArray && element.typeLength == 12
    case .map, .mapKeyValue, .list: false
    }
  }
}
