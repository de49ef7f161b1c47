import InlayBytes
import InlayColumns

extension SchemaNode {
  /// The node and all below it as JSON.
  var json: JSONValue {
    [
      "name": .string(name), "repetition": .name(element.repetition), "type": .name(element.type),
      "typeLength": .count(element.typeLength), "convertedType": .name(element.convertedType),
      "logicalType": element.logicalType?.json ?? .null, "precision": .count(element.precision),
      "scale": .count(element.scale), "fieldID": .count(element.fieldID),
      "definitionLevel": .count(definitionLevel), "repetitionLevel": .count(repetitionLevel),
      "children": .array(children.map(\.json)),
    ]
  }
}

extension LogicalType {
  /// The name in the format and the parameters as JSON.
  fileprivate var json: JSONValue {
    var object = JSONObject()
    object["name"] = .string(name)
    switch self {
    case .decimal(let scale, let precision):
      object["precision"] = .count(precision)
      object["scale"] = .count(scale)
    case .time(let unit, let isUTC), .timestamp(let unit, let isUTC):
      object["unit"] = .string(unit.rawValue.uppercased())
      object["isAdjustedToUTC"] = .bool(isUTC)
    case .integer(let bitWidth, let isSigned):
      object["bitWidth"] = .count(bitWidth)
      object["isSigned"] = .bool(isSigned)
    case .variant(let version): object["specificationVersion"] = .count(version)
    case .geometry(let crs): object["crs"] = .text(crs)
    case .geography(let crs, let algorithm):
      object["crs"] = .text(crs)
      object["algorithm"] = .count(algorithm)
    default: break
    }
    return .object(object)
  }
}
