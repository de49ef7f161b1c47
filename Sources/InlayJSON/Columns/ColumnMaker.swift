import InlayBytes
import InlayColumns

/// Makes the columns of a piece's records out of the places of their values.
struct ColumnMaker {
  let piece: TextPiece
  /// The values that are not of their column's type.
  private(set) var faults: [RecordFault] = []
  /// Reads the bytes of values.
  private let lexer: JSONLexer

  init(_ piece: TextPiece) {
    self.piece = piece
    lexer = JSONLexer(piece, 0..<piece.count)
  }

  /// The bytes of a value as they stand in the piece.
  @_lifetime(borrow self)
  func span(_ slot: ValueSlot) -> RawSpan {
    let span = lexer.span(slot.range)
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  /// Notes that a value is not of its type.
  mutating func refuse(_ slot: ValueSlot, _ type: DataType) {
    let bytes = lexer.span(slot.range)
    let text = unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0.prefix(60), as: UTF8.self) }
    faults.append(RecordFault(.notOfType(type, text: text.debugDescription), at: slot.start))
  }

  /// Returns the column of all values; what is no value of its type is among the faults then.
  mutating func column(_ slots: ColumnSlots) -> Column {
    switch slots.field.type {
    case .string: strings(slots)
    case .binary: binaries(slots)
    case .boolean: booleans(slots)
    case .int8: numbers(slots, IntegerReader<Int8>()) { .int8($0) }
    case .int16: numbers(slots, IntegerReader<Int16>()) { .int16($0) }
    case .int32: numbers(slots, IntegerReader<Int32>()) { .int32($0) }
    case .int64: numbers(slots, IntegerReader<Int64>()) { .int64($0) }
    case .uint8: numbers(slots, IntegerReader<UInt8>()) { .uint8($0) }
    case .uint16: numbers(slots, IntegerReader<UInt16>()) { .uint16($0) }
    case .uint32: numbers(slots, IntegerReader<UInt32>()) { .uint32($0) }
    case .uint64: numbers(slots, IntegerReader<UInt64>()) { .uint64($0) }
    case .float: numbers(slots, FloatReader()) { .float($0) }
    case .double: numbers(slots, DoubleReader()) { .double($0) }
    case .decimal(let precision, let scale):
      numbers(slots, DecimalReader(precision: precision, scale: scale)) { .int128($0) }
    case .date: numbers(slots, DateReader()) { .int32($0) }
    case .timestamp(let unit, let isUTC):
      numbers(slots, TimestampReader(unit: unit, isUTC: isUTC)) { .int64($0) }
    case .time(.millis): numbers(slots, TimeReader<Int32>(unit: .millis)) { .int32($0) }
    case .time(let unit): numbers(slots, TimeReader<Int64>(unit: unit)) { .int64($0) }
    case .list, .map: lists(slots)
    case .structure(let fields): structures(slots, fields)
    case .null, .fixedBinary, .uuid, .float16, .interval:
      preconditionFailure("a schema with such a column is refused when the file is opened")
    }
  }

  /// Whether a value of a column that is not one of texts is null: the empty text is, as there are writers that do not
  /// tell it from null.
  @inline(__always)
  private func isNull(_ slot: ValueSlot, _ field: Field) -> Bool {
    slot.kind == .null || (slot.kind == .string && slot.count == 0 && field.isNullable)
  }

  // MARK: Values of fixed width

  private mutating func numbers<Reader: SlotReader>(
    _ slots: ColumnSlots, _ reader: Reader, _ storage: (Values<Reader.Value>) -> ColumnStorage
  ) -> Column {
    var values = ValueBuilder<Reader.Value>(capacity: slots.count)
    var validity = ValidityBuilder()
    let span = slots.span
    for index in span.indices {
      let slot = span[index]
      if isNull(slot, slots.field) {
        validity.appendNull(at: index)
        values.append(Reader.filler)
      } else if let value = reader.value(slot, lexer.span(slot.range)) {
        values.append(value)
      } else {
        refuse(slot, slots.field.type)
        values.append(Reader.filler)
      }
    }
    return Column(
      type: slots.field.type, storage: storage(values.freeze()), validity: validity.freeze(count: slots.count)
    )
  }

  private mutating func booleans(_ slots: ColumnSlots) -> Column {
    var bits = BitmapBuilder(capacity: slots.count)
    var validity = ValidityBuilder()
    let span = slots.span
    for index in span.indices {
      let slot = span[index]
      bits.append(slot.kind == .true)
      if isNull(slot, slots.field) {
        validity.appendNull(at: index)
      } else if slot.kind != .true && slot.kind != .false {
        refuse(slot, .boolean)
      }
    }
    return Column(
      type: .boolean, storage: .boolean(bits.freeze()), validity: validity.freeze(count: slots.count))
  }

  // MARK: Strings

  /// Makes views into the piece, and into a side buffer for the values with escapes.
  private func strings(_ slots: ColumnSlots) -> Column {
    var views = ValueBuilder<ByteView>(capacity: slots.count)
    var side = ValueBuilder<UInt8>()
    var hasLong = false
    var validity = ValidityBuilder()
    let span = slots.span
    for index in span.indices {
      let slot = span[index]
      switch slot.kind {
      case .null:
        validity.appendNull(at: index)
        views.append(.empty)
      case .escapedString:
        let start = side.count
        JSONEscape.append(unescaped: lexer.span(slot.range), to: &side)
        views.append(
          ByteView(side.rawSpan.extracting(droppingFirst: start), buffer: 1, offset: UInt32(start)))
      default:
        hasLong = hasLong || slot.count > ByteView.inlineCapacity
        views.append(
          ByteView(lexer.span(slot.range), buffer: 0, offset: UInt32(truncatingIfNeeded: slot.start)))
      }
    }
    // The piece is not held when no value lies in it.
    let buffers = [hasLong ? piece.buffer : .empty, side.freeze().buffer]
    let values = ViewValues(views: views.freeze(), buffers: buffers)
    return Column(type: .string, storage: .views(values), validity: validity.freeze(count: slots.count))
  }

  private mutating func binaries(_ slots: ColumnSlots) -> Column {
    var values = ViewBuilder(capacity: slots.count)
    var validity = ValidityBuilder()
    var text = ValueBuilder<UInt8>()
    var bytes = ValueBuilder<UInt8>()
    let span = slots.span
    for index in span.indices {
      let slot = span[index]
      bytes.truncate(to: 0)
      text.truncate(to: 0)
      if slot.kind == .null {
        validity.appendNull(at: index)
      } else {
        JSONEscape.append(unescaped: lexer.span(slot.range), to: &text)
        let isText = slot.kind == .string || slot.kind == .escapedString
        if !isText || !ValueText.parseBase64(text.rawSpan, to: &bytes) { refuse(slot, .binary) }
      }
      values.append(bytes.rawSpan)
    }
    return Column(
      type: .binary, storage: .views(values.freeze()), validity: validity.freeze(count: slots.count))
  }

  // MARK: Nested values

  /// Returns which values are there; those that are no array or object are among the faults then.
  private mutating func containers(_ slots: ColumnSlots) -> Bitmap? {
    var validity = ValidityBuilder()
    let span = slots.span
    for index in span.indices {
      let slot = span[index]
      if isNull(slot, slots.field) {
        validity.appendNull(at: index)
      } else if slot.kind != .container || slot.count > 0 {
        // Only what was read as text has a length.
        refuse(slot, slots.field.type)
      }
    }
    return validity.freeze(count: slots.count)
  }

  private mutating func lists(_ slots: ColumnSlots) -> Column {
    let validity = containers(slots)
    var offsets = ValueBuilder<Int32>(capacity: slots.count + 1)
    offsets.append(0)
    for index in 0..<slots.count { offsets.append(slots.end(index)) }
    let elements: Column
    if case .map(let key, let value) = slots.field.type {
      let pairs = StructureValues(
        columns: slots.children.map { column($0) }, count: slots.children[0].count)
      elements = Column(type: .structure([key, value]), storage: .structure(pairs))
    } else {
      elements = column(slots.children[0])
    }
    return Column(
      type: slots.field.type, storage: .list(ListValues(offsets: offsets.freeze(), elements: elements)),
      validity: validity)
  }

  private mutating func structures(_ slots: ColumnSlots, _ fields: [Field]) -> Column {
    let validity = containers(slots)
    let columns = slots.children.map { child in
      child.pad(to: slots.count)
      return column(child)
    }
    return Column(
      type: slots.field.type, storage: .structure(StructureValues(columns: columns, count: slots.count)),
      validity: validity)
  }
}
