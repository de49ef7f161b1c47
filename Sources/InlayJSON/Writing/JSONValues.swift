import InlayBytes
import InlayColumns

/// The values of a column in the forms of a JSON document.
struct JSONValues {
  private let validity: Bitmap?
  private let form: Form

  private indirect enum Form {
    /// Texts that stand as they are.
    case bare(ViewValues)
    /// Numbers of which some may be none that JSON has.
    case float(ViewValues)
    /// Texts in quotes.
    case quoted(ViewValues)
    /// Texts of timestamps, whose fractions may have more digits than they need.
    case timestamp(ViewValues)
    /// Bytes.
    case binary(ViewValues)
    case list(ListValues, JSONValues)
    case map(ListValues, keys: JSONValues, values: JSONValues)
    case structure(JSONMembers)
  }

  init(_ column: Column) {
    let column = column.decoded()
    validity = column.validity
    form = Self.form(of: column)
  }

  private static func form(of column: Column) -> Form {
    switch (column.type, column.storage) {
    case (.map, .list(let lists)):
      // What stands in the elements but not in a list is nobody's.
      let lists = lists.compacted()
      guard case .structure(let pairs) = lists.elements.decoded().storage, pairs.columns.count == 2 else {
        break
      }
      return .map(lists, keys: JSONValues(pairs.columns[0].asText()), values: JSONValues(pairs.columns[1]))
    case (_, .list(let lists)):
      let lists = lists.compacted()
      return .list(lists, JSONValues(lists.elements))
    case (.structure(let fields), .structure(let values)):
      return .structure(JSONMembers(names: fields.map(\.name), columns: values.columns))
    case (.binary, .views(let values)), (.fixedBinary, .views(let values)): return .binary(values)
    default: break
    }
    return scalars(of: column)
  }

  private static func scalars(of column: Column) -> Form {
    guard case .views(let texts) = column.asText().decoded().storage else {
      preconditionFailure("the texts of a column are strings")
    }
    return switch column.type {
    case .boolean, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .decimal: .bare(texts)
    case .float, .double, .float16: .float(texts)
    case .timestamp: .timestamp(texts)
    default: .quoted(texts)
    }
  }

  /// Whether a value is null.
  func isNull(_ index: Int) -> Bool {
    guard let validity else { return false }
    return !validity[index]
  }

  /// Writes a value.
  func append(_ index: Int, to text: inout ValueBuilder<UInt8>) {
    guard !isNull(index) else { return text.append(utf8: "null") }
    switch form {
    case .bare(let texts): text.append(bytes: texts.bytes(at: index))
    case .float(let texts): Self.append(float: texts.bytes(at: index), to: &text)
    case .quoted(let texts): JSONString.append(quoted: texts.bytes(at: index), to: &text)
    case .timestamp(let texts): Self.append(timestamp: texts.bytes(at: index), to: &text)
    case .binary(let values):
      text.append(UInt8(ascii: "\""))
      ValueText.append(base64: values.bytes(at: index), to: &text)
      text.append(UInt8(ascii: "\""))
    case .list(let lists, let elements): Self.append(lists[index], of: elements, to: &text)
    case .map(let lists, let keys, let values): Self.append(lists[index], keys, values, to: &text)
    case .structure(let members): members.append(index, to: &text)
    }
  }

  private static func append(_ range: Range<Int>, of elements: JSONValues, to text: inout ValueBuilder<UInt8>)
  {
    text.append(UInt8(ascii: "["))
    for element in range {
      if element > range.lowerBound { text.append(UInt8(ascii: ",")) }
      elements.append(element, to: &text)
    }
    text.append(UInt8(ascii: "]"))
  }

  private static func append(
    _ range: Range<Int>, _ keys: JSONValues, _ values: JSONValues, to text: inout ValueBuilder<UInt8>
  ) {
    text.append(UInt8(ascii: "{"))
    for element in range {
      if element > range.lowerBound { text.append(UInt8(ascii: ",")) }
      keys.append(element, to: &text)
      text.append(UInt8(ascii: ":"))
      values.append(element, to: &text)
    }
    text.append(UInt8(ascii: "}"))
  }

  /// Writes a number, or in quotes the word for what is none: the texts of those end in a letter.
  private static func append(float bytes: RawSpan, to text: inout ValueBuilder<UInt8>) {
    switch bytes.byte(at: bytes.byteCount - 1) {
    case UInt8(ascii: "N"): text.append(utf8: "\"NaN\"")
    case UInt8(ascii: "f"):
      text.append(utf8: bytes.byte(at: 0) == UInt8(ascii: "-") ? "\"-Infinity\"" : "\"Infinity\"")
    default: text.append(bytes: bytes)
    }
  }

  /// Writes a timestamp without the groups of three zeros that end its fraction, but for the first.
  private static func append(timestamp bytes: RawSpan, to text: inout ValueBuilder<UInt8>) {
    let isUTC = bytes.byte(at: bytes.byteCount - 1) == UInt8(ascii: "Z")
    var end = bytes.byteCount - (isUTC ? 1 : 0)
    while end >= 8, bytes.byte(at: end - 4) != UInt8(ascii: "."), isZero(bytes.extracting(end - 3..<end)) {
      end -= 3
    }
    text.append(UInt8(ascii: "\""))
    text.append(bytes: bytes.extracting(first: end))
    text.append(utf8: isUTC ? "Z\"" : "\"")
  }

  private static func isZero(_ digits: RawSpan) -> Bool {
    (0..<digits.byteCount).allSatisfy { digits.byte(at: $0) == UInt8(ascii: "0") }
  }
}
