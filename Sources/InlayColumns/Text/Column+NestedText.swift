import InlayBytes

// Nested values are written as JSON: numbers and booleans as they are, all other values in quotes, in the forms that they
// have as a column of their own. A map is an object whose keys are texts.
extension Column {
  func texts(of lists: ListValues) -> ViewValues {
    let lists = lists.compacted()
    guard case .map = type, case .structure(let pairs) = lists.elements.decoded().storage else {
      let elements = JSONTexts(lists.elements)
      return formatted { index, text in
        text.append(utf8: "[")
        for (position, element) in lists[index].enumerated() {
          if position > 0 { text.append(utf8: ", ") }
          elements.append(element, to: &text)
        }
        text.append(utf8: "]")
      }
    }
    let (keys, values) = (JSONTexts(pairs.columns[0], isQuoted: true), JSONTexts(pairs.columns[1]))
    return formatted { index, text in
      text.append(utf8: "{")
      for (position, element) in lists[index].enumerated() {
        if position > 0 { text.append(utf8: ", ") }
        keys.append(element, to: &text)
        text.append(utf8: ": ")
        values.append(element, to: &text)
      }
      text.append(utf8: "}")
    }
  }

  func texts(of structures: StructureValues) -> ViewValues {
    let names = type.children.map { JSONTexts.quoted($0.name) }
    let columns = structures.columns.map { JSONTexts($0) }
    return formatted { index, text in
      text.append(utf8: "{")
      for position in columns.indices {
        if position > 0 { text.append(utf8: ", ") }
        let name = names[position]
        text.append(bytes: name.rawSpan)
        text.append(utf8: ": ")
        columns[position].append(index, to: &text)
      }
      text.append(utf8: "}")
    }
  }
}

/// The values of a column as they stand in a JSON document.
private struct JSONTexts {
  private let column: Column
  private let texts: ViewValues
  private let isQuoted: Bool

  init(_ column: Column, isQuoted: Bool = false) {
    let plain = column.decoded()
    self.column = plain
    guard case .views(let texts) = plain.asText().storage else {
      preconditionFailure("the texts of a column are strings")
    }
    self.texts = texts
    self.isQuoted = isQuoted || !Self.isBare(column.type)
  }

  private static func isBare(_ type: DataType) -> Bool {
    switch type {
    case .boolean, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .decimal, .float16,
      .float,
      .double, .list, .structure, .map:
      true
    default: false
    }
  }

  func append(_ index: Int, to text: inout ValueBuilder<UInt8>) {
    guard !column.isNull(at: index) else { return text.append(utf8: "null") }
    let bytes = texts.bytes(at: index)
    if isQuoted || isNoNumber(bytes) {
      JSONString.append(quoted: bytes, to: &text)
    } else {
      text.append(bytes: bytes)
    }
  }

  /// Whether this is one of the words for what JSON has no number for: `NaN`, `inf`, `-inf`.
  private func isNoNumber(_ bytes: RawSpan) -> Bool {
    switch column.type {
    case .float16, .float, .double:
      let last = bytes.byte(at: bytes.byteCount - 1)
      return last == UInt8(ascii: "f") || last == UInt8(ascii: "N")
    default: return false
    }
  }

  static func quoted(_ text: String) -> Values<UInt8> {
    var quoted = ValueBuilder<UInt8>()
    JSONString.append(quoted: text, to: &quoted)
    return quoted.freeze()
  }
}
