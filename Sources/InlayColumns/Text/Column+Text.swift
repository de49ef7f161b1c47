import InlayBytes

extension Column {
  /// Returns the values as texts, in the forms of ``ValueText``, with the same nulls; O(count).
  ///
  /// A string column is returned as it is.
  public func asText() -> Column {
    if type == .string { return self }
    if case .dictionary(let values) = storage, values.base.column.count <= count {
      let texts = DictionaryBase(values.base.column.asText())
      return Column(
        type: .string, storage: .dictionary(DictionaryValues(base: texts, indices: values.indices)),
        validity: validity)
    }
    let plain = decoded()
    return Column(type: .string, storage: .views(plain.texts()), validity: plain.validity)
  }

  /// Formats all values of a column that is not in dictionary form.
  private func texts() -> ViewValues {
    switch storage {
    case .boolean(let bits): formatted { index, text in ValueText.append(bits[index], to: &text) }
    case .int8(let values): integers(values)
    case .int16(let values): integers(values)
    case .int32(let values): texts(of: values)
    case .int64(let values): texts(of: values)
    case .uint8(let values): integers(values)
    case .uint16(let values): texts(of: values)
    case .uint32(let values): integers(values)
    case .uint64(let values): formatted { index, text in ValueText.append(values[index], to: &text) }
    case .float(let values): formatted { index, text in ValueText.append(values[index], to: &text) }
    case .double(let values): formatted { index, text in ValueText.append(values[index], to: &text) }
    case .int128(let values): texts(of: values)
    case .views(let values): texts(of: values)
    case .null(let count): ViewValues(views: Values(Array(repeating: .empty, count: count)), buffers: [])
    case .list(let lists): texts(of: lists)
    case .structure(let structures): texts(of: structures)
    case .dictionary: decoded().texts()
    }
  }

  private func texts(of values: ViewValues) -> ViewValues {
    switch type {
    case .uuid: formatted { index, text in ValueText.append(uuid: values.bytes(at: index), to: &text) }
    case .interval:
      formatted { index, text in ValueText.append(interval: values.bytes(at: index), to: &text) }
    default: formatted { index, text in ValueText.append(binary: values.bytes(at: index), to: &text) }
    }
  }

  private func texts(of values: Values<UInt16>) -> ViewValues {
    guard type == .float16 else { return integers(values) }
    return formatted { index, text in ValueText.append(Float(halfBits: values[index]), to: &text) }
  }

  private func texts(of values: Values<Int32>) -> ViewValues {
    switch type {
    case .date: formatted { index, text in ValueText.append(date: values[index], to: &text) }
    case .time(let unit):
      formatted { index, text in ValueText.append(time: Int64(values[index]), unit: unit, to: &text) }
    default: integers(values)
    }
  }

  private func texts(of values: Values<Int64>) -> ViewValues {
    switch type {
    case .timestamp(let unit, let isUTC):
      formatted { index, text in
        ValueText.append(timestamp: values[index], unit: unit, isUTC: isUTC, to: &text)
      }
    case .time(let unit):
      formatted { index, text in ValueText.append(time: values[index], unit: unit, to: &text) }
    default: integers(values)
    }
  }

  private func texts(of values: Values<Int128>) -> ViewValues {
    var digits = 0
    if case .decimal(_, let scale) = type { digits = scale }
    return formatted { index, text in ValueText.append(decimal: values[index], scale: digits, to: &text) }
  }

  private func integers<Integer: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Values<Integer>
  ) -> ViewValues {
    formatted { index, text in ValueText.append(Int64(truncatingIfNeeded: values[index]), to: &text) }
  }

  /// Lets `format` write one value after the other; a null's text is empty.
  func formatted(_ format: (_ index: Int, _ text: inout ValueBuilder<UInt8>) -> Void) -> ViewValues {
    var texts = ViewBuilder(capacity: count)
    var text = ValueBuilder<UInt8>(capacity: 64)
    for index in 0..<count {
      text.truncate(to: 0)
      if validity?[index] ?? true { format(index, &text) }
      texts.append(text.rawSpan)
    }
    return texts.freeze()
  }
}
