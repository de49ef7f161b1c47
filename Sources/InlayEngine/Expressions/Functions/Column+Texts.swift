import InlayBytes
import InlayColumns

extension Column {
  /// The texts, or bytes, of a column, of which other values become texts first.
  func asBytes() throws -> (column: Column, values: ViewValues) {
    let texts = try (type.computed == .binary ? cast(to: .binary) : cast(to: .string)).decoded()
    guard case .views(let values) = texts.storage else {
      return (texts, ViewValues(Array(repeating: "", count: count)))
    }
    return (texts, values)
  }

  /// Makes one text of each.
  func texts(_ write: (RawSpan, inout ValueBuilder<UInt8>) -> Void) throws -> Column {
    let (column, values) = try cast(to: .string).asBytes()
    return column.makingTexts { index, text in
      write(values.bytes(at: index), &text)
      return true
    }
  }

  /// Returns the numbers of characters of texts, and of bytes of binaries.
  func lengths() throws -> Column {
    let (column, values) = try asBytes()
    if column.type == .binary {
      return column.making(.int32) { Int32(truncatingIfNeeded: values.views[$0].count) }
    }
    return column.making(.int32) { Int32(truncatingIfNeeded: values.bytes(at: $0).characterCount) }
  }

  /// Returns the texts of some columns one after the other; null where one is.
  static func joined(_ columns: [Column], count: Int) throws -> Column {
    let type: DataType = columns.allSatisfy { $0.type.computed == .binary } ? .binary : .string
    let parts = try columns.map { try $0.cast(to: type).asBytes() }
    let known = Column.nulls(of: .null, count: count).making(.int8) { _ in Int8(0) }
    let validity = parts.reduce(Bitmap?.none) { .both($0, $1.column.validity) }
    return Column(type: .int8, storage: known.storage, validity: validity).makingTexts(type) { index, text in
      for part in parts { text.append(bytes: part.values.bytes(at: index)) }
      return true
    }
  }

  /// Tests the texts of a first column with those of a second one.
  static func tested(_ columns: [Column], _ test: (RawSpan, RawSpan) -> Bool) throws -> Column {
    let (left, values) = try columns[0].asBytes()
    let (right, others) = try columns[1].asBytes()
    let bits = Bitmap(computing: left.count) { test(values.bytes(at: $0), others.bytes(at: $0)) }
    return Column(type: .boolean, storage: .boolean(bits), validity: .both(left.validity, right.validity))
  }

  /// Returns parts of texts: the columns are the texts, where the parts begin and, perhaps, how long they are.
  static func parts(_ columns: [Column]) throws -> Column {
    let (texts, values) = try columns[0].asBytes()
    let numbers = try columns.dropFirst().map { try $0.cast(to: .int32).decoded() }
    let starts = Int32.values(of: numbers[0].storage)
    let lengths = numbers.count > 1 ? Int32.values(of: numbers[1].storage) : nil
    let validity = numbers.reduce(texts.validity) { .both($0, $1.validity) }
    let isText = texts.type == .string
    return Column(type: texts.type, storage: texts.storage, validity: validity).makingTexts(texts.type) {
      index, text in
      let part = TextPart(start: starts?[index] ?? 1, length: lengths?[index] ?? .max)
      text.append(bytes: part.of(values.bytes(at: index), countsCharacters: isText))
      return true
    }
  }
}
