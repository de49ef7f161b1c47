import InlayColumns

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A dictionary of whatever types.
protocol MapShape {
  static var keyType: Any.Type { get }
  static var valueType: Any.Type { get }
  func write(to writer: MapWriter) throws
}

extension Dictionary: MapShape where Key: Encodable, Value: Encodable {
  static var keyType: Any.Type { Key.self }
  static var valueType: Any.Type { Value.self }
  func write(to writer: MapWriter) throws { try writer.append(self) }
}

/// A type that has another within: optional values, arrays, sets.
protocol WrappingShape {
  static var wrappedType: Any.Type { get }
  static var isList: Bool { get }
}

extension Optional: WrappingShape {
  static var wrappedType: Any.Type { Wrapped.self }
  static var isList: Bool { false }
}

extension Array: WrappingShape {
  static var wrappedType: Any.Type { Element.self }
  static var isList: Bool { true }
}

extension Set: WrappingShape {
  static var wrappedType: Any.Type { Element.self }
  static var isList: Bool { true }
}

/// The type of the values that stand for those of another.
private func rawType<Raw: RawRepresentable>(_ type: Raw.Type) -> Any.Type { Raw.RawValue.self }

extension DataType {
  /// The type of a column of values of a Swift type; nil where only the values tell, as with structures and decimals.
  init?(of type: Any.Type) {
    if let known = Self.known[ObjectIdentifier(type)] {
      self = known
    } else if let wrapping = type as? any WrappingShape.Type {
      guard let wrapped = DataType(of: wrapping.wrappedType) else { return nil }
      self = wrapping.isList ? .list(Field("element", wrapped)) : wrapped
    } else if let map = type as? any MapShape.Type {
      guard let key = DataType(of: map.keyType), let value = DataType(of: map.valueType) else { return nil }
      self = .map(key: Field("key", key, isNullable: false), value: Field("value", value))
    } else if let raw = type as? any RawRepresentable.Type, let known = DataType(of: rawType(raw)) {
      self = known
    } else {
      return nil
    }
  }

  private static let known: [ObjectIdentifier: DataType] = [
    ObjectIdentifier(Bool.self): .boolean, ObjectIdentifier(String.self): .string,
    ObjectIdentifier(Int.self): .int64, ObjectIdentifier(Int64.self): .int64,
    ObjectIdentifier(Int32.self): .int32, ObjectIdentifier(Int16.self): .int16,
    ObjectIdentifier(Int8.self): .int8, ObjectIdentifier(UInt.self): .uint64,
    ObjectIdentifier(UInt64.self): .uint64, ObjectIdentifier(UInt32.self): .uint32,
    ObjectIdentifier(UInt16.self): .uint16, ObjectIdentifier(UInt8.self): .uint8,
    ObjectIdentifier(Float.self): .float, ObjectIdentifier(Double.self): .double,
    ObjectIdentifier(Date.self): .timestamp(.micros, isUTC: true), ObjectIdentifier(UUID.self): .uuid,
    ObjectIdentifier(Data.self): .binary, ObjectIdentifier(URL.self): .string,
    ObjectIdentifier(Duration.self): .time(.nanos),
  ]
}
