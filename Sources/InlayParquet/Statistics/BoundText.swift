import InlayBytes
import InlayColumns

extension SchemaElement {
  /// Returns a bound of a leaf's statistics as text, in the forms of `ValueText`; nil for bytes that are no value of the
  /// leaf's type.
  ///
  /// - Parameter bound: The value in the form of the PLAIN encoding, without a length.
  public func text(ofBound bound: [UInt8]) -> String? {
    guard let type = dataType, let layout = ValueLayout(self, type),
      let storage = storage(ofBound: bound, layout, type)
    else { return nil }
    if case .views(let values) = Column(type: type, storage: storage).asText().storage {
      return values.text(at: 0)
    }
    return nil
  }

  private func storage(ofBound bound: [UInt8], _ layout: ValueLayout, _ type: DataType) -> ColumnStorage? {
    switch layout {
    case .boolean: return bound.count == 1 ? .boolean(Bitmap([bound[0] != 0])) : nil
    case .int32:
      return Self.word(bound, 4).map {
        NumberStorage.make(Values([Int32(truncatingIfNeeded: $0)]), type: type)
      }
    case .int64:
      return Self.word(bound, 8).map { NumberStorage.make(Values([Int64(bitPattern: $0)]), type: type) }
    case .float:
      return Self.word(bound, 4).map {
        .float(Values([Float(bitPattern: UInt32(truncatingIfNeeded: $0))]))
      }
    case .double: return Self.word(bound, 8).map { .double(Values([Double(bitPattern: $0)])) }
    case .decimalBytes: return DecimalBytes.number(Values(bound).rawSpan).map { .int128(Values([$0])) }
    case .byteArray(let length):
      guard length == nil || length == bound.count else { return nil }
      if type == .string, !Values(bound).rawSpan.isUTF8 { return nil }
      var builder = ViewBuilder()
      builder.append(Values(bound).rawSpan)
      return .views(builder.freeze())
    default: return nil
    }
  }

  /// Reads a number, the least significant byte first; nil for another number of bytes.
  private static func word(_ bytes: [UInt8], _ count: Int) -> UInt64? {
    bytes.count == count ? bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } : nil
  }
}
