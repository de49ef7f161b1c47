import CInlayArrow
import InlayBytes
import InlayColumns

/// Values that are made of others.
extension ArrayReader {
  /// Returns the reader of an array within.
  private func child(_ index: Int) throws -> ArrayReader {
    guard unsafe Int(array.n_children) == field.children.count, let children = unsafe array.children,
      let child = unsafe children[index]
    else { throw refused("it lacks the values within") }
    return unsafe try ArrayReader(field.children[index], child.pointee, memory)
  }

  func structures() throws -> StructureValues {
    guard unsafe Int(array.n_children) == field.children.count else {
      throw refused("it lacks the values within")
    }
    let columns = try field.children.indices.map { index in
      let column = try child(index).column()
      guard offset + count <= column.count else {
        throw refused("a field has fewer values than its structure")
      }
      return column[offset..<offset + count]
    }
    return StructureValues(columns: columns, count: count)
  }

  func lists() throws -> ColumnStorage {
    let elements = try child(0).column()
    let offsets = try listOffsets()
    let span = offsets.span
    var isAscending = span[0] >= 0 && Int(span[span.count - 1]) <= elements.count
    for index in 1..<span.count where span[index] < span[index - 1] { isAscending = false }
    guard isAscending else { throw refused("its offsets do not ascend, or are beyond its elements") }
    return .list(ListValues(offsets: offsets, elements: elements))
  }

  private func listOffsets() throws -> Values<Int32> {
    // An array without values may have no offsets.
    guard count > 0 else { return Values([0]) }
    switch field.layout {
    case .largeList:
      let wide: Values<Int64> = try values(extra: 1)
      return Values(
        try (0...count).map { index in
          guard let narrow = Int32(exactly: wide[index]) else { throw refused("its lists are too long") }
          return narrow
        })
    case .fixedList(let size):
      let (end, isTooLarge) = (offset + count).multipliedReportingOverflow(by: size)
      guard !isTooLarge, end <= Int(Int32.max) else { throw refused("its lists are too long") }
      return Values((offset...offset + count).map { Int32($0 * size) })
    default: return try values(extra: 1)
    }
  }

  /// Values by their positions in a dictionary; the position of a null means nothing.
  func dictionaryColumn(_ format: String) throws -> Column {
    guard let dictionary = unsafe array.dictionary else { throw refused("it lacks its dictionary") }
    var plain = field
    plain.indexFormat = nil
    let base = unsafe try ArrayReader(plain, dictionary.pointee, memory).column()
    let validity = try validity()
    guard base.count > 0 else {
      guard validity?.countOnes() ?? count == 0 else { throw refused("its dictionary is empty") }
      return .nulls(of: field.field.type, count: count)
    }
    let indices = try indices(format, below: base.count, validity)
    return Column(
      type: field.field.type,
      storage: .dictionary(DictionaryValues(base: DictionaryBase(base), indices: indices)), validity: validity
    )
  }

  private func indices(_ format: String, below limit: Int, _ validity: Bitmap?) throws -> Values<UInt32> {
    switch format {
    case "c": try checked(values(as: Int8.self), below: limit, validity)
    case "C": try checked(values(as: UInt8.self), below: limit, validity)
    case "s": try checked(values(as: Int16.self), below: limit, validity)
    case "S": try checked(values(as: UInt16.self), below: limit, validity)
    case "i": try checked(values(as: Int32.self), below: limit, validity)
    case "I": try checked(values(as: UInt32.self), below: limit, validity)
    case "l": try checked(values(as: Int64.self), below: limit, validity)
    default: try checked(values(as: UInt64.self), below: limit, validity)
    }
  }

  private func checked<Integer: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Values<Integer>, below limit: Int, _ validity: Bitmap?
  ) throws -> Values<UInt32> {
    var indices = ValueBuilder<UInt32>(capacity: count)
    var isSame = Integer.self == UInt32.self
    for index in 0..<count {
      if let position = UInt32(exactly: values[index]), Int(position) < limit {
        indices.append(position)
      } else {
        guard let validity, !validity[index] else { throw refused("a position is beyond its dictionary") }
        isSame = false
        indices.append(0)
      }
    }
    if isSame, let same = values as? Values<UInt32> { return same }
    return indices.freeze()
  }
}
