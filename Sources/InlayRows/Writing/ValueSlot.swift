import InlayBytes
import InlayColumns

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A place where the values of one column are written: it becomes a column of a type with the first value, or as it
/// was declared.
final class ValueSlot {
  let place: CodingPlace
  let options: RowOptions
  private let type: DataType?
  private var writer: ColumnWriter?
  // What the type of the values says of a column that gets none.
  private var likelyType: DataType?
  // Nulls that came before the type was known.
  private var earlyNulls = 0
  /// Whether a value was missing.
  private(set) var hasNulls = false
  /// The number of values there will be when the current one is written.
  private var open = 0

  init(_ type: DataType?, place: CodingPlace, options: RowOptions) {
    self.type = type
    self.place = place
    self.options = options
  }

  /// The number of values, nulls among them.
  var count: Int { writer?.count ?? earlyNulls }

  func appendNull() {
    hasNulls = true
    if let writer { writer.appendNull() } else { earlyNulls += 1 }
  }

  /// Adds nulls until there are `count` values.
  func pad(to count: Int) { while self.count < count { appendNull() } }

  /// Remembers the type of values of which none may come.
  func note(_ swiftType: Any.Type) {
    if writer == nil && likelyType == nil { likelyType = DataType(of: swiftType) }
  }

  /// Hands over the column; one without any value is a column of nulls.
  func finish() -> (column: Column, hasNulls: Bool) {
    if let writer { return (writer.finish(), hasNulls) }
    let made = (type ?? likelyType).flatMap { try? ColumnWriter.make($0, place: place, options: options) }
    for _ in 0..<earlyNulls { made?.appendNull() }
    return (made?.finish() ?? .nulls(of: .null, count: earlyNulls), true)
  }

  /// Returns what collects the values, which is made when the first of them comes.
  private func writer(_ make: () throws -> ColumnWriter) throws -> ColumnWriter {
    if let writer { return writer }
    let made = try type.map { try ColumnWriter.make($0, place: place, options: options) } ?? make()
    for _ in 0..<earlyNulls { made.appendNull() }
    writer = made
    return made
  }

  @inline(__always)
  private func writer(_ type: @autoclosure () -> DataType) throws -> ColumnWriter {
    if let writer { return writer }
    let type = type()
    return try writer { try ColumnWriter.make(type, place: place, options: options) }
  }
}

/// Values of which it is known what column they make; they have no need to be asked.
extension ValueSlot {
  func write(_ value: Bool) throws { try writer(.boolean).append(value) }
  func write(_ value: String) throws { try writer(.string).append(value) }
  /// - Parameter type: The type of the column that the value makes.
  func write(_ value: Double, _ type: @autoclosure () -> DataType) throws { try writer(type()).append(value) }
  /// - Parameter type: The type of the column that the value makes.
  func write(_ value: Int64, _ type: @autoclosure () -> DataType) throws { try writer(type()).append(value) }
}

/// Values.
extension ValueSlot {
  /// Adds a value; null for one that writes nothing.
  func write<Value: Encodable>(_ value: Value) throws {
    open = count + 1
    if let known = try knownWriter(value) { return try known() }
    if let map = value as? any MapShape {
      try map.write(to: mapWriter())
    } else {
      note(Value.self)
      try value.encode(to: self)
      pad(to: open)
    }
  }

  /// Returns what writes a value that columns have a form of their own for; nil for all others.
  private func knownWriter(_ value: Any) throws -> (() throws -> Void)? {
    switch value {
    case let value as Int: { try self.writer(.int64).append(Int64(value)) }
    case let value as String: { try self.writer(.string).append(value) }
    case let value as Double: { try self.writer(.double).append(value) }
    case let value as Bool: { try self.writer(.boolean).append(value) }
    case let value as Float: { try self.writer(.float).append(Double(value)) }
    case let value as Int64: { try self.writer(.int64).append(Int64(value)) }
    case let value as Int32: { try self.writer(.int32).append(Int64(value)) }
    case let value as Int16: { try self.writer(.int16).append(Int64(value)) }
    case let value as Int8: { try self.writer(.int8).append(Int64(value)) }
    case let value as UInt: { try self.writer(.uint64).append(Int128(value)) }
    case let value as UInt64: { try self.writer(.uint64).append(Int128(value)) }
    case let value as UInt32: { try self.writer(.uint32).append(Int64(value)) }
    case let value as UInt16: { try self.writer(.uint16).append(Int64(value)) }
    case let value as UInt8: { try self.writer(.uint8).append(Int64(value)) }
    case let value as Date: { try self.writer(.timestamp(.micros, isUTC: true)).append(value) }
    case let value as UUID: { try self.writer(.uuid).append(value) }
    case let value as Data: { try self.writer(.binary).append(bytes: value) }
    case let value as URL: { try self.writer(.string).append(value.absoluteString) }
    case let value as Duration: { try self.writer(.time(.nanos)).append(value) }
    case let value as Decimal:
      { try self.writer { DecimalWriter(place: self.place) }.append(value) }
    default: nil
    }
  }

  private func mapWriter() throws -> MapWriter {
    let writer = try writer {
      MapWriter(Self.anyMap, key: nil, value: nil, place: place, options: options)
    }
    guard let map = writer as? MapWriter else { throw writer.mismatch([String: Any]()) }
    return map
  }

  // What stands for the type of a column until values have decided it.
  private static let anyMap = DataType.map(key: Field("key", .null), value: Field("value", .null))

  /// Begins a structure, unless it has begun already.
  func structure() throws -> StructureWriter {
    let writer = try writer { StructureWriter(.structure([]), nil, place: place, options: options) }
    guard let structure = writer as? StructureWriter else { throw writer.mismatch([String: Any]()) }
    if structure.count < Swift.max(open, 1) { structure.begin() }
    return structure
  }

  /// Begins a list, unless it has begun already.
  func list() throws -> ListWriter {
    let writer = try writer {
      let list = ListWriter(.list(Field("element", .null)), element: nil, place: place, options: options)
      if case .list(let element)? = likelyType { list.elements.likelyType = element.type }
      return list
    }
    guard let list = writer as? ListWriter else { throw writer.mismatch([Any]()) }
    if list.count < Swift.max(open, 1) { try list.begin() }
    return list
  }

  /// Makes ready for a value that a container will write.
  func opened() -> ValueSlot {
    open = count + 1
    return self
  }
}

extension ValueSlot: Encoder, SingleValueEncodingContainer {
  var codingPath: [any CodingKey] { place.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { options.userInfo }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    do { return try structure().fields.container(keyedBy: type) } catch {
      return KeyedEncodingContainer(RefusingContainer<Key>(error: error, codingPath: codingPath))
    }
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    do { return ElementsEncoder(try list()) } catch {
      return RefusingElements(error: error, codingPath: codingPath)
    }
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
  func encodeNil() { appendNull() }
  func encode<Value: Encodable>(_ value: Value) throws { try write(value) }
}
