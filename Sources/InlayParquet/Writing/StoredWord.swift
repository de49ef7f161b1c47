import InlayBytes
import InlayColumns

/// A number as a column chunk stores it: what a column's storage is turned into, told apart by its bits.
protocol StoredWord: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable {
  /// Appends the selected values of a column.
  static func append(_ column: Column, _ selection: RowSelection, to run: inout ValueBuilder<Self>) throws
  /// Appends values in their plain encoding of `byteWidth` bytes each.
  static func encode(_ values: Span<Self>, byteWidth: Int, into output: inout ValueBuilder<UInt8>)
  /// The value's hash.
  var hash: UInt64 { get }
  /// Returns the least and the greatest of some values; nil when there are none, or NaNs only.
  static func extremes(_ values: Span<Self>, _ order: ValueOrder) -> (min: Self, max: Self)?
}

extension StoredWord {
  /// Appends the selected values, each turned into this type.
  @inline(__always)
  fileprivate static func append<Stored>(
    _ values: Values<Stored>, _ selection: RowSelection, to run: inout ValueBuilder<Self>,
    _ convert: (Stored) -> Self
  ) {
    if let positions = selection.positions {
      positions.requireAll(below: values.count)
      let (positions, values) = (positions.span, values.span)
      run.append(count: positions.count) { room in
        for index in positions.indices {
          // Safe: the room has one place for each position, and the positions were compared with the count.
          unsafe room[unchecked: index] = convert(values[unchecked: Int(positions[unchecked: index])])
        }
      }
    } else {
      let values = values.span.extracting(selection.rows)
      run.append(count: values.count) { room in
        // Safe: the room has one place for each value.
        for index in values.indices { unsafe room[unchecked: index] = convert(values[unchecked: index]) }
      }
    }
  }

  /// The error for a storage that no layout of this width has.
  fileprivate static func mismatch(_ column: Column) -> InlayError {
    InlayError(.invalidInput, "a column has other values than its field's type says: \(column.type)")
  }

  /// Appends decimals, which must be within the digits of their type.
  fileprivate static func append(
    decimals values: Values<Int128>, _ type: DataType, _ selection: RowSelection,
    to run: inout ValueBuilder<Self>
  ) throws {
    guard case .decimal(let precision, _) = type else { return }
    let limit = (0..<precision).reduce(Int128(1)) { power, _ in power * 10 }
    let start = selection.rows.lowerBound
    run.reserve(selection.count)
    for index in 0..<selection.count {
      let value = values[selection.positions.map { Int($0[index]) } ?? start + index]
      guard value.magnitude < limit.magnitude else {
        throw InlayError(
          .invalidInput, "a decimal has more digits than its column's type allows; widen the type: \(type)")
      }
      run.append(Self(truncatingIfNeeded: value))
    }
  }
}

extension UInt32: StoredWord {
  static func append(_ column: Column, _ selection: RowSelection, to run: inout ValueBuilder<UInt32>) throws {
    switch column.storage {
    case .int8(let values): append(values, selection, to: &run) { UInt32(truncatingIfNeeded: $0) }
    case .int16(let values): append(values, selection, to: &run) { UInt32(truncatingIfNeeded: $0) }
    case .int32(let values): append(values, selection, to: &run) { UInt32(bitPattern: $0) }
    case .uint8(let values): append(values, selection, to: &run) { UInt32($0) }
    case .uint16(let values): append(values, selection, to: &run) { UInt32($0) }
    case .uint32(let values): append(values, selection, to: &run) { $0 }
    case .float(let values): append(values, selection, to: &run) { $0.bitPattern }
    case .int128(let values): try append(decimals: values, column.type, selection, to: &run)
    // The rows of such a column are all null, so that none is selected.
    case .null: break
    default: throw mismatch(column)
    }
  }

  static func encode(_ values: Span<UInt32>, byteWidth: Int, into output: inout ValueBuilder<UInt8>) {
    // Safe: a number has no padding.
    output.append(bytes: unsafe values.bytes)
  }

  var hash: UInt64 { Hash64.mix(UInt64(self), 0x8EBC_6AF0_9C88_C6E3) }

  static func extremes(_ values: Span<UInt32>, _ order: ValueOrder) -> (min: UInt32, max: UInt32)? {
    switch order {
    case .float: floatExtremes(values) { Float(bitPattern: $0) }.map { ($0.bitPattern, $1.bitPattern) }
    case .signed32:
      integerExtremes(values) { Int32(bitPattern: $0) }
        .map { (UInt32(bitPattern: $0), UInt32(bitPattern: $1)) }
    default: integerExtremes(values) { $0 }
    }
  }
}

extension UInt64: StoredWord {
  static func append(_ column: Column, _ selection: RowSelection, to run: inout ValueBuilder<UInt64>) throws {
    switch column.storage {
    case .int64(let values): append(values, selection, to: &run) { UInt64(bitPattern: $0) }
    case .uint64(let values): append(values, selection, to: &run) { $0 }
    case .double(let values): append(values, selection, to: &run) { $0.bitPattern }
    case .int128(let values): try append(decimals: values, column.type, selection, to: &run)
    default: throw mismatch(column)
    }
  }

  static func encode(_ values: Span<UInt64>, byteWidth: Int, into output: inout ValueBuilder<UInt8>) {
    // Safe: a number has no padding.
    output.append(bytes: unsafe values.bytes)
  }

  var hash: UInt64 { Hash64.mix(self, 0x8EBC_6AF0_9C88_C6E3) }

  static func extremes(_ values: Span<UInt64>, _ order: ValueOrder) -> (min: UInt64, max: UInt64)? {
    switch order {
    case .double: floatExtremes(values) { Double(bitPattern: $0) }.map { ($0.bitPattern, $1.bitPattern) }
    case .signed64:
      integerExtremes(values) { Int64(bitPattern: $0) }
        .map { (UInt64(bitPattern: $0), UInt64(bitPattern: $1)) }
    default: integerExtremes(values) { $0 }
    }
  }
}

extension UInt128: StoredWord {
  static func append(_ column: Column, _ selection: RowSelection, to run: inout ValueBuilder<UInt128>) throws
  {
    guard case .int128(let values) = column.storage else { throw mismatch(column) }
    try append(decimals: values, column.type, selection, to: &run)
  }

  /// Two's complement, the most significant byte first (LogicalTypes.md, "DECIMAL").
  static func encode(_ values: Span<UInt128>, byteWidth: Int, into output: inout ValueBuilder<UInt8>) {
    output.reserve(values.count * byteWidth)
    for index in values.indices {
      let value = values[index]
      for place in stride(from: (byteWidth - 1) * 8, through: 0, by: -8) {
        output.append(UInt8(truncatingIfNeeded: value >> UInt128(place)))
      }
    }
  }

  var hash: UInt64 { Hash64.mix(UInt64(truncatingIfNeeded: self), UInt64(truncatingIfNeeded: self >> 64)) }

  static func extremes(_ values: Span<UInt128>, _ order: ValueOrder) -> (min: UInt128, max: UInt128)? {
    integerExtremes(values) { Int128(bitPattern: $0) }
      .map { (UInt128(bitPattern: $0), UInt128(bitPattern: $1)) }
  }
}

// MARK: - Extremes

extension StoredWord {
  @inline(__always)
  fileprivate static func integerExtremes<Number: FixedWidthInteger>(
    _ values: Span<Self>, _ number: (Self) -> Number
  ) -> (Number, Number)? {
    guard !values.isEmpty else { return nil }
    var (least, greatest) = (Number.max, Number.min)
    for index in values.indices {
      // Safe: the index is one of the span's.
      let value = number(unsafe values[unchecked: index])
      least = Swift.min(least, value)
      greatest = Swift.max(greatest, value)
    }
    return (least, greatest)
  }

  /// Passes over NaN; a zero counts as -0 below and as +0 above, since readers compare them either way
  /// (parquet.thrift, `ColumnOrder`).
  @inline(__always)
  fileprivate static func floatExtremes<Number: BinaryFloatingPoint>(
    _ values: Span<Self>, _ number: (Self) -> Number
  ) -> (Number, Number)? {
    var (least, greatest) = (Number.infinity, -Number.infinity)
    for index in values.indices {
      // Safe: the index is one of the span's. A comparison with NaN is false, so NaN never takes a place.
      let value = number(unsafe values[unchecked: index])
      least = value < least ? value : least
      greatest = value > greatest ? value : greatest
    }
    // Any number, an infinite one too, would have brought the two together.
    guard least <= greatest else { return nil }
    return (least == 0 ? -0.0 : least, greatest == 0 ? 0.0 : greatest)
  }
}
