import InlayBytes
import InlayColumns

/// The format strings of the C data interface, both ways.
enum ArrowFormat {
  /// Returns the format of a type; what a list or structure has within stands in its children.
  static func text(of type: DataType) -> String {
    switch type {
    case .boolean: "b"
    case .int8: "c"
    case .int16: "s"
    case .int32: "i"
    case .int64: "l"
    case .uint8: "C"
    case .uint16: "S"
    case .uint32: "I"
    case .uint64: "L"
    case .float16: "e"
    case .float: "f"
    case .double: "g"
    case .string: "vu"
    case .binary: "vz"
    case .fixedBinary(let width): "w:\(width)"
    case .uuid: "w:16"
    case .date: "tdD"
    case .timestamp(let unit, let isUTC): "ts\(letter(unit)):\(isUTC ? "UTC" : "")"
    case .time(let unit): "tt\(letter(unit))"
    case .decimal(let precision, let scale): "d:\(precision),\(scale)"
    case .interval: "tin"
    case .null: "n"
    case .list: "+l"
    case .structure: "+s"
    case .map: "+m"
    }
  }

  private static func letter(_ unit: TimeUnit) -> Character {
    switch unit {
    case .millis: "m"
    case .micros: "u"
    case .nanos: "n"
    }
  }
}

/// How the values of an imported array lie, where that is more than the type says.
enum ArrowLayout: Equatable {
  /// As in a column of the type.
  case same
  /// Texts or bytes one after the other, between offsets of 32 or 64 bits.
  case offsets(isLarge: Bool)
  /// Views.
  case views
  /// Bytes of one width, one after the other.
  case fixed(byteWidth: Int)
  /// Numbers that are multiplied: seconds that become thousandths; `isNarrow` for 32 bits.
  case scaled(by: Int64, isNarrow: Bool)
  /// Milliseconds, always of whole days.
  case dayMilliseconds
  /// Decimals of another width than 128 bits.
  case narrowDecimal(byteWidth: Int)
  /// Lists between offsets of 64 bits.
  case largeList
  /// Lists that all have as many elements.
  case fixedList(Int)
}

extension ArrowFormat {
  /// Reads the format of values that have no others within; nil for what there is no column type for.
  static func flatType(_ text: String) -> (type: DataType, layout: ArrowLayout)? {
    switch text {
    case "n": (.null, .same)
    case "b": (.boolean, .same)
    case "c": (.int8, .same)
    case "C": (.uint8, .same)
    case "s": (.int16, .same)
    case "S": (.uint16, .same)
    case "i": (.int32, .same)
    case "I": (.uint32, .same)
    case "l": (.int64, .same)
    case "L": (.uint64, .same)
    case "e": (.float16, .same)
    case "f": (.float, .same)
    case "g": (.double, .same)
    case "u": (.string, .offsets(isLarge: false))
    case "U": (.string, .offsets(isLarge: true))
    case "z": (.binary, .offsets(isLarge: false))
    case "Z": (.binary, .offsets(isLarge: true))
    case "vu": (.string, .views)
    case "vz": (.binary, .views)
    case "tdD": (.date, .same)
    case "tdm": (.date, .dayMilliseconds)
    case "tts": (.time(.millis), .scaled(by: 1_000, isNarrow: true))
    case "ttm": (.time(.millis), .same)
    case "ttu": (.time(.micros), .same)
    case "ttn": (.time(.nanos), .same)
    default: parameterised(text)
    }
  }

  private static func parameterised(_ text: String) -> (type: DataType, layout: ArrowLayout)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let parameter = text[text.index(after: colon)...]
    let isUTC = !parameter.isEmpty
    switch text[..<colon] {
    case "tss": return (.timestamp(.millis, isUTC: isUTC), .scaled(by: 1_000, isNarrow: false))
    case "tsm": return (.timestamp(.millis, isUTC: isUTC), .same)
    case "tsu": return (.timestamp(.micros, isUTC: isUTC), .same)
    case "tsn": return (.timestamp(.nanos, isUTC: isUTC), .same)
    case "w":
      guard let width = Int(parameter), width > 0, width <= Int(Int32.max) else { return nil }
      return (.fixedBinary(byteWidth: width), .fixed(byteWidth: width))
    case "d":
      return decimal(parameter.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) })
    default: return nil
    }
  }

  /// Reads the digits, the digits behind the point and, unless it is 128, the width in bits.
  private static func decimal(_ numbers: [Int?]) -> (type: DataType, layout: ArrowLayout)? {
    guard numbers.count == 2 || numbers.count == 3, let precision = numbers[0], let scale = numbers[1],
      (1...38).contains(precision), (0...precision).contains(scale)
    else { return nil }
    let type = DataType.decimal(precision: precision, scale: scale)
    switch numbers.count == 3 ? numbers[2] : 128 {
    case 128: return (type, .same)
    case 64: return (type, .narrowDecimal(byteWidth: 8))
    case 32: return (type, .narrowDecimal(byteWidth: 4))
    default: return nil
    }
  }
}
