public import InlayBytes

extension Column {
  /// Looks at the values, in order, without a copy: `let plays = try column.values(as: Int64.self)`.
  ///
  /// What stands in the place of a null means nothing: ``isNull(at:)`` and ``validity`` tell which are. The span is valid as
  /// long as the column.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a type that is not how the values lie, and for a column in dictionary
  ///   form, which ``decoded()`` ends.
  @_lifetime(borrow self)
  public func values<Value: StoredValue>(as type: Value.Type) throws -> Span<Value> {
    let values = try storedValues(type)
    // Safe: the column holds the buffer in which the values lie.
    return unsafe _overrideLifetime(values.span, borrowing: self)
  }

  /// Returns the values one by one, nil for each null: `for plays in try column.elements(as: Int64.self)`.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a type that is not how the values lie.
  public func elements<Value: StoredValue>(as type: Value.Type) throws -> ColumnElements<Value> {
    let plain = decoded()
    return ColumnElements(values: try plain.storedValues(type), validity: plain.validity)
  }

  /// Returns the texts one by one, nil for each null; those that are in dictionary form are not copied either.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a column that is not of texts; ``asText()`` makes one of any.
  public func texts() throws -> ColumnTexts {
    guard type == .string, case let plain = decoded(), case .views(let values) = plain.storage else {
      throw mismatch(String.self)
    }
    return ColumnTexts(values: values, validity: plain.validity)
  }

  /// Returns booleans one by one, nil for each null.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a column that is not of booleans.
  public func booleans() throws -> [Bool?] {
    let plain = decoded()
    guard case .boolean(let bits) = plain.storage else { throw mismatch(Bool.self) }
    return (0..<count).map { plain.isNull(at: $0) ? nil : bits[$0] }
  }

  private func storedValues<Value: StoredValue>(_ type: Value.Type) throws -> Values<Value> {
    if let values = Value.values(of: storage) { return values }
    if case .dictionary = storage, Value.values(of: decoded().storage) != nil {
      throw InlayError(
        .invalidInput, "the values lie in a dictionary, and not one after the other: ask decoded() for them")
    }
    throw mismatch(type)
  }

  private func mismatch(_ wanted: Any.Type) -> InlayError {
    InlayError(.invalidInput, "the values of a column of type \(type) are not \(wanted) in memory")
  }
}

/// The values of a column with its nulls; shares the column's memory.
public struct ColumnElements<Value: StoredValue>: RandomAccessCollection, Sendable {
  /// The values; what stands in the place of a null means nothing.
  public let values: Values<Value>
  /// Which values are there; nil when all are.
  public let validity: Bitmap?

  /// The position of the first value.
  public var startIndex: Int { 0 }
  /// The number of values.
  public var endIndex: Int { values.count }

  /// The value at a position, or nil where it is null.
  public subscript(position: Int) -> Value? {
    validity?[position] ?? true ? values[position] : nil
  }
}

/// The texts of a column with its nulls; shares the column's memory.
public struct ColumnTexts: RandomAccessCollection, Sendable {
  /// The texts; what stands in the place of a null means nothing.
  public let values: ViewValues
  /// Which texts are there; nil when all are.
  public let validity: Bitmap?

  /// The position of the first text.
  public var startIndex: Int { 0 }
  /// The number of texts.
  public var endIndex: Int { values.count }

  /// The text at a position, or nil where it is null; bytes that are not UTF-8 become U+FFFD.
  public subscript(position: Int) -> String? { validity?[position] ?? true ? values.text(at: position) : nil }

  /// Looks at the text at a position without a copy; empty where it is null.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` where the bytes are not UTF-8, which files may hold where they promise texts.
  @_lifetime(borrow self)
  public func utf8(at position: Int) throws -> UTF8Span {
    let length = try byteCount(of: position)
    let bytes = values.bytes(at: position).extracting(first: length)
    // Safe: the bytes were found to be UTF-8, and lie in memory that this value holds.
    let text = unsafe UTF8Span(unchecked: Span<UInt8>(_bytes: bytes))
    return unsafe _overrideLifetime(text, borrowing: self)
  }

  /// The number of bytes of a text, which must be UTF-8; 0 for a null.
  private func byteCount(of position: Int) throws -> Int {
    if let validity, !validity[position] { return 0 }
    let bytes = values.bytes(at: position)
    guard bytes.isUTF8 else {
      throw InlayError(.corrupt, "the text at position \(position) is not UTF-8")
    }
    return bytes.byteCount
  }
}
