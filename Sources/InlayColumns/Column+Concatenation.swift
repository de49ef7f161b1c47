import InlayBytes

extension Column {
  /// Returns the values of several columns of one type, one after the other; O(values).
  ///
  /// Long strings are shared, not copied. Columns in dictionary form stay so when they share one base column.
  public static func concatenating(_ columns: [Column], type: DataType) -> Column {
    if columns.count == 1 { return columns[0] }
    if let shared = concatenatingDictionaries(columns, type: type) { return shared }
    let columns = columns.map { $0.decoded() }
    return Column(type: type, storage: storage(of: columns, type: type), validity: validity(of: columns))
  }

  private static func validity(of columns: [Column]) -> Bitmap? {
    guard columns.contains(where: { $0.validity != nil }) else { return nil }
    var builder = BitmapBuilder(capacity: columns.reduce(0) { $0 + $1.count })
    for column in columns {
      if let validity = column.validity {
        builder.append(validity)
      } else {
        builder.append(repeating: true, count: column.count)
      }
    }
    return builder.freeze()
  }

  private static func concatenatingDictionaries(_ columns: [Column], type: DataType) -> Column? {
    guard case .dictionary(let first)? = columns.first?.storage else { return nil }
    var indices = ValueBuilder<UInt32>()
    for column in columns {
      guard case .dictionary(let values) = column.storage, values.base === first.base else { return nil }
      indices.append(contentsOf: values.indices.span)
    }
    let values = DictionaryValues(base: first.base, indices: indices.freeze())
    return Column(type: type, storage: .dictionary(values), validity: validity(of: columns))
  }

  private static func storage(of columns: [Column], type: DataType) -> ColumnStorage {
    switch type {
    case .boolean: .boolean(bits(of: columns))
    case .int8: .int8(joined(columns) { if case .int8(let values) = $0 { values } else { nil } })
    case .int16: .int16(joined(columns) { if case .int16(let values) = $0 { values } else { nil } })
    case .int32, .date, .time(.millis):
      .int32(joined(columns) { if case .int32(let values) = $0 { values } else { nil } })
    case .int64, .timestamp, .time:
      .int64(joined(columns) { if case .int64(let values) = $0 { values } else { nil } })
    case .uint8: .uint8(joined(columns) { if case .uint8(let values) = $0 { values } else { nil } })
    case .uint16: .uint16(joined(columns) { if case .uint16(let values) = $0 { values } else { nil } })
    case .uint32: .uint32(joined(columns) { if case .uint32(let values) = $0 { values } else { nil } })
    case .uint64: .uint64(joined(columns) { if case .uint64(let values) = $0 { values } else { nil } })
    case .float: .float(joined(columns) { if case .float(let values) = $0 { values } else { nil } })
    case .double: .double(joined(columns) { if case .double(let values) = $0 { values } else { nil } })
    case .decimal: .int128(joined(columns) { if case .int128(let values) = $0 { values } else { nil } })
    case .string, .binary, .fixedBinary, .uuid, .interval: .views(views(of: columns))
    case .float16: .uint16(joined(columns) { if case .uint16(let values) = $0 { values } else { nil } })
    case .null: .null(count: columns.reduce(0) { $0 + $1.count })
    case .list(let element): .list(lists(of: columns, elementType: element.type))
    case .map(let key, let value): .list(lists(of: columns, elementType: .structure([key, value])))
    case .structure(let fields): .structure(structures(of: columns, fields))
    }
  }

  private static func lists(of columns: [Column], elementType: DataType) -> ListValues {
    var offsets = ValueBuilder<Int32>(capacity: columns.reduce(1) { $0 + $1.count })
    var elements: [Column] = []
    var end: Int32 = 0
    offsets.append(0)
    for column in columns {
      guard case .list(let lists) = column.storage else { continue }
      let part = lists.compacted()
      for index in 1..<part.offsets.count { offsets.append(end + part.offsets[index]) }
      end += Int32(part.elements.count)
      elements.append(part.elements)
    }
    return ListValues(offsets: offsets.freeze(), elements: .concatenating(elements, type: elementType))
  }

  private static func structures(of columns: [Column], _ fields: [Field]) -> StructureValues {
    let parts = columns.map { column in
      guard case .structure(let values) = column.storage else {
        preconditionFailure("a structure has fields")
      }
      return values
    }
    return StructureValues(
      columns: fields.enumerated().map { position, field in
        .concatenating(parts.map { $0.columns[position] }, type: field.type)
      }, count: columns.reduce(0) { $0 + $1.count })
  }

  private static func joined<Element>(
    _ columns: [Column], _ values: (ColumnStorage) -> Values<Element>?
  ) -> Values<Element> {
    var builder = ValueBuilder<Element>(capacity: columns.reduce(0) { $0 + $1.count })
    for column in columns {
      if let part = values(column.storage) { builder.append(contentsOf: part.span) }
    }
    return builder.freeze()
  }

  private static func bits(of columns: [Column]) -> Bitmap {
    var builder = BitmapBuilder(capacity: columns.reduce(0) { $0 + $1.count })
    for column in columns {
      if case .boolean(let bits) = column.storage { builder.append(bits) }
    }
    return builder.freeze()
  }

  private static func views(of columns: [Column]) -> ViewValues {
    var views = ValueBuilder<ByteView>(capacity: columns.reduce(0) { $0 + $1.count })
    var buffers: [Buffer] = []
    var numbers: [ObjectIdentifier: UInt32] = [:]
    for column in columns {
      guard case .views(let part) = column.storage else { continue }
      // Batches of one file often share buffers: each is listed once.
      let renumbered = part.buffers.map { buffer in
        let id = ObjectIdentifier(buffer)
        if let known = numbers[id] { return known }
        let number = UInt32(buffers.count)
        buffers.append(buffer)
        numbers[id] = number
        return number
      }
      for index in 0..<part.count {
        let view = part.views[index]
        views.append(view.isInline ? view : view.rebased(buffer: renumbered[view.buffer]))
      }
    }
    return ViewValues(views: views.freeze(), buffers: buffers)
  }
}
