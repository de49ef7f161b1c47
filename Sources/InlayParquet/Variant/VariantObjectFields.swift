import InlayBytes

/// The fields of an object in a variant's value, as they stand there (VariantEncoding.md, "Value Data for Object").
struct VariantObjectFields {
  /// A field's number among the names, and where its value is in the bytes.
  let fields: [(number: Int, bytes: Range<Int>)]

  /// Reads an object.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` when the value is none, or leaves its bytes.
  init(_ value: RawSpan) throws {
    guard value.byteCount > 0, value.byte(at: 0) & 3 == 2 else {
      throw InlayError(.corrupt, "a variant has shredded fields beside a value that is no object")
    }
    let layout = try VariantContainer(value, at: 0)
    fields = try (0..<layout.count).map { index in
      let start = layout.values + layout.offset(index, in: value)
      guard start < value.byteCount else { throw VariantValue.short }
      let length = try VariantValue.byteCount(value, at: start)
      return (layout.number(index, in: value), start..<start + length)
    }
  }
}
