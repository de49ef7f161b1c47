import InlayBytes
import InlayColumns

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Types of Foundation that columns have forms of their own for, and all others, which read themselves.
extension CellDecoder {
  /// Whether the values of a type are read here, and not by the type.
  static func knows(_ type: Any.Type) -> Bool {
    guard type != Decimal.self, let column = DataType(of: type) else { return type == Decimal.self }
    return !column.isNested && !(type is any WrappingShape.Type)
  }

  func richValue<Value: Decodable>(_ type: Value.Type, at row: Int) throws -> Value {
    if type == Date.self { return try same(date(at: row)) }
    if type == Decimal.self { return try same(decimal(at: row)) }
    if type == UUID.self { return try same(uuid(at: row)) }
    if type == Data.self { return try same(data(at: row)) }
    if type == URL.self { return try same(url(at: row)) }
    if type == Duration.self { return try same(duration(at: row)) }
    self.row = row
    return try Value(from: self)
  }

  /// A day is its midnight in UTC; a timestamp without a time zone is read as one in UTC.
  private func date(at row: Int) throws -> Date {
    try requireValue(row, for: Date.self)
    switch type {
    case .date: return Date(timeIntervalSince1970: Double(cells.load(row, as: Int32.self)) * 86_400)
    case .timestamp(let unit, _):
      // Whole seconds first: all of a moment's microseconds would not be exact in one division.
      let (seconds, rest) = cells.load(row, as: Int64.self).quotientAndRemainder(dividingBy: unit.perSecond)
      return Date(timeIntervalSince1970: Double(seconds) + Double(rest) / Double(unit.perSecond))
    default: throw mismatch(Date.self)
    }
  }

  private func duration(at row: Int) throws -> Duration {
    try requireValue(row, for: Duration.self)
    guard case .time(let unit) = type else { throw mismatch(Duration.self) }
    let count =
      cells.kind == .int32 ? Int64(cells.load(row, as: Int32.self)) : cells.load(row, as: Int64.self)
    let (seconds, rest) = count.quotientAndRemainder(dividingBy: unit.perSecond)
    return Duration(
      secondsComponent: seconds, attosecondsComponent: rest * (1_000_000_000_000_000_000 / unit.perSecond))
  }

  func decimal(at row: Int) throws -> Decimal {
    try requireValue(row, for: Decimal.self)
    guard case .decimal(_, let scale) = type else {
      let number: Int128 = try integer(Int128.self, at: row, as: Decimal.self)
      return Decimal(units: number, scale: 0)
    }
    return Decimal(units: cells.load(row, as: Int128.self), scale: scale)
  }

  /// Returns the double that is nearest to a decimal.
  func decimalAsDouble(at row: Int) -> Double {
    guard case .decimal(_, let scale) = type else { return .nan }
    var text = ValueBuilder<UInt8>(capacity: 48)
    ValueText.append(decimal: cells.load(row, as: Int128.self), scale: scale, to: &text)
    return ValueText.parseDouble(text.rawSpan) ?? .nan
  }

  /// Reads an integer on the way to another type, which an error names.
  private func integer(_ type: Int128.Type, at row: Int, as wanted: Any.Type) throws -> Int128 {
    do { return try integer(type, at: row) } catch { throw mismatch(wanted) }
  }

  private func uuid(at row: Int) throws -> UUID {
    try requireValue(row, for: UUID.self)
    switch type {
    case .uuid, .fixedBinary(byteWidth: 16):
      return unsafe cells.withBytes(row) { bytes in
        // Safe: the bytes are read within this closure. A value of these types has 16 of them, which `min` holds to.
        var id: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        unsafe withUnsafeMutableBytes(of: &id) {
          unsafe $0.copyMemory(from: .init(rebasing: bytes.prefix(16)))
        }
        return UUID(uuid: id)
      }
    case .string:
      guard let id = UUID(uuidString: cells.text(row)) else { throw unfit(row, UUID.self) }
      return id
    default: throw mismatch(UUID.self)
    }
  }

  private func data(at row: Int) throws -> Data {
    try requireValue(row, for: Data.self)
    switch type {
    case .binary, .fixedBinary, .uuid: return unsafe cells.withBytes(row) { unsafe Data($0) }
    default: throw mismatch(Data.self)
    }
  }

  private func url(at row: Int) throws -> URL {
    guard let url = URL(string: try text(at: row)) else { throw unfit(row, URL.self) }
    return url
  }
}

extension Decimal {
  /// Makes the number of so many units of its last digit, of which `scale` stand behind the point.
  init(units: Int128, scale: Int) {
    let magnitude = units.magnitude
    var significand = Decimal(UInt64(truncatingIfNeeded: magnitude))
    let high = UInt64(truncatingIfNeeded: magnitude >> 64)
    // 2⁶⁴, which is 2³² times 2³².
    if high > 0 { significand += Decimal(high) * Decimal(UInt64(1) << 32) * Decimal(UInt64(1) << 32) }
    self.init(sign: units < 0 ? .minus : .plus, exponent: -scale, significand: significand)
  }
}
