import InlayBytes
import InlayColumns

extension Column {
  /// Casts to a text, in the forms that Java and Spark write.
  func castToString() -> Column {
    switch storage {
    case .boolean(let bits): return texts { ValueText.append(bits[$0], to: &$1) }
    case .int8(let values): return texts { ValueText.append(Int64(values[$0]), to: &$1) }
    case .int16(let values): return texts { ValueText.append(Int64(values[$0]), to: &$1) }
    case .int32(let values) where type == .date: return texts { ValueText.append(date: values[$0], to: &$1) }
    case .int32(let values) where type == .int32:
      return texts { ValueText.append(Int64(values[$0]), to: &$1) }
    case .int64(let values) where type.isTimestamp:
      return texts { TimestampText.append(values[$0], to: &$1) }
    case .int64(let values) where type == .int64: return texts { ValueText.append(values[$0], to: &$1) }
    case .float(let values): return texts { JavaNumberText.append(values[$0], to: &$1) }
    case .double(let values): return texts { JavaNumberText.append(values[$0], to: &$1) }
    case .int128(let values):
      let scale = scale
      return texts { DecimalText.append(values[$0], scale: scale, to: &$1) }
    case .views where type == .binary: return Column(type: .string, storage: storage, validity: validity)
    case .list(let lists): return textsOfLists(lists)
    case .structure(let structures): return textsOfStructures(structures)
    default: return asText()
    }
  }

  /// Casts texts to their bytes, and whole numbers to theirs, the most significant first.
  func castToBinary() -> Column {
    switch storage {
    case .int8(let values): bytes { values[$0] }
    case .int16(let values): bytes { values[$0] }
    case .int32(let values): bytes { values[$0] }
    case .int64(let values): bytes { values[$0] }
    default: Column(type: .binary, storage: storage, validity: validity)
    }
  }

  private func bytes<Integer: FixedWidthInteger & BitwiseCopyable>(_ value: (Int) -> Integer) -> Column {
    makingTexts(.binary) { index, bytes in
      bytes.append(littleEndian: value(index).byteSwapped)
      return true
    }
  }

  @inline(__always)
  private func texts(_ write: (Int, inout ValueBuilder<UInt8>) -> Void) -> Column {
    makingTexts { index, text in
      write(index, &text)
      return true
    }
  }

  private func textsOfLists(_ lists: ListValues) -> Column {
    let lists = lists.compacted()
    guard case .map = type, case .structure(let pairs) = lists.elements.decoded().storage else {
      let elements = MemberTexts(lists.elements)
      return texts { index, text in
        text.append(UInt8(ascii: "["))
        for (position, element) in lists[index].enumerated() {
          if position > 0 { text.append(utf8: ", ") }
          elements.append(element, to: &text)
        }
        text.append(UInt8(ascii: "]"))
      }
    }
    let (keys, values) = (MemberTexts(pairs.columns[0]), MemberTexts(pairs.columns[1]))
    return texts { index, text in
      text.append(UInt8(ascii: "{"))
      for (position, element) in lists[index].enumerated() {
        if position > 0 { text.append(utf8: ", ") }
        keys.append(element, to: &text)
        text.append(utf8: " -> ")
        values.append(element, to: &text)
      }
      text.append(UInt8(ascii: "}"))
    }
  }

  private func textsOfStructures(_ structures: StructureValues) -> Column {
    let members = structures.columns.map { MemberTexts($0) }
    return texts { index, text in
      text.append(UInt8(ascii: "{"))
      for (position, member) in members.enumerated() {
        if position > 0 { text.append(utf8: ", ") }
        member.append(index, to: &text)
      }
      text.append(UInt8(ascii: "}"))
    }
  }
}

/// The values that nested values are made of, as texts.
private struct MemberTexts {
  private let column: Column
  private let texts: ViewValues?

  init(_ column: Column) {
    let made = (try? column.cast(to: .string))?.decoded()
    self.column = made ?? column
    if case .views(let texts)? = made?.storage { self.texts = texts } else { texts = nil }
  }

  func append(_ index: Int, to text: inout ValueBuilder<UInt8>) {
    guard let texts, !column.isNull(at: index) else { return text.append(utf8: "null") }
    text.append(bytes: texts.bytes(at: index))
  }
}
