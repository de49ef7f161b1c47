import InlayBytes
import InlayColumns

// VariantShredding.md, "Reconstructing a Shredded Variant".
extension ShreddedValue {
  /// Adds the value of a row; returns false and adds nothing where it is missing.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` for a row that has two values, or a field whose name is not among `names`.
  func append(_ row: Int, _ names: VariantNames, to value: inout ValueBuilder<UInt8>) throws -> Bool {
    let hasBytes = bytes.map { !$0.isNull(at: row) } ?? false
    guard let typed, !typed.column.isNull(at: row) else {
      guard hasBytes else { return false }
      try withBytes(row) { value.append(bytes: $0) }
      return true
    }
    if case .object(_, let fields) = typed {
      try append(object: fields, row, hasBytes: hasBytes, names, to: &value)
      return true
    }
    guard !hasBytes else {
      throw InlayError(.corrupt, "a variant has a value and a typed_value, and is no object: row \(row)")
    }
    switch typed {
    case .primitives(let primitives): primitives.append(row, to: &value)
    case .array(_, let lists, let element): try append(lists[row], of: element, names, to: &value)
    case .object: break
    }
    return true
  }

  private func withBytes(_ row: Int, _ body: (RawSpan) throws -> Void) throws {
    guard case .views(let views)? = bytes?.storage else { return }
    try body(views.bytes(at: row))
  }

  /// Adds an array; an element that is missing becomes a null, since an array has no gaps.
  private func append(
    _ range: Range<Int>, of element: ShreddedValue, _ names: VariantNames, to value: inout ValueBuilder<UInt8>
  ) throws {
    var elements = ValueBuilder<UInt8>()
    var starts: [Int] = []
    for index in range {
      starts.append(elements.count)
      if try !element.append(index, names, to: &elements) { elements.appendVariantNull() }
    }
    try Self.check(elements.count)
    value.append(variantArray: elements, starts: starts)
  }

  /// Adds an object: the fields that were taken out, and of those that were left in the bytes the others.
  private func append(
    object fields: [(name: [UInt8], value: ShreddedValue)], _ row: Int, hasBytes: Bool, _ names: VariantNames,
    to value: inout ValueBuilder<UInt8>
  ) throws {
    var values = ValueBuilder<UInt8>()
    var found: [(name: [UInt8], number: Int, start: Int)] = []
    for (name, field) in fields {
      let start = values.count
      guard try field.append(row, names, to: &values) else { continue }
      guard let number = names.number(of: name) else {
        throw InlayError(
          .corrupt,
          "a variant's metadata lack the name of a shredded field: \(String(decoding: name, as: UTF8.self))")
      }
      found.append((name, number, start))
    }
    if hasBytes {
      let shredded = Set(fields.map(\.name))
      try withBytes(row) { bytes in
        for field in try VariantObjectFields(bytes).fields {
          guard names.names.indices.contains(field.number) else {
            throw InlayError(.corrupt, "a variant's field has a number that no name has: \(field.number)")
          }
          let name = names.names[field.number]
          if shredded.contains(name) { continue }
          found.append((name, field.number, values.count))
          values.append(bytes: bytes.extracting(field.bytes))
        }
      }
    }
    try Self.check(values.count)
    found.sort { $0.name.lexicographicallyPrecedes($1.name) }
    value.append(variantObject: values, fields: found.map { ($0.number, $0.start) })
  }

  /// Offsets have four bytes at most.
  private static func check(_ byteCount: Int) throws {
    guard byteCount <= Int(UInt32.max) else {
      throw InlayError(.limitExceeded, "a variant's parts have more than 4 GiB: \(byteCount)")
    }
  }
}
