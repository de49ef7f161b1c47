/// What stands in one place of a column: the kind of a JSON value, and where its text lies in the piece.
struct ValueSlot: BitwiseCopyable, Sendable {
  /// What a value is.
  enum Kind: UInt8 {
    case null
    case `true`
    case `false`
    /// A whole number: digits, with a minus or not.
    case integer
    /// A number with a point or an exponent.
    case real
    /// `NaN` or an infinity.
    case special
    /// A string whose bytes are its value.
    case string
    /// A string with escapes.
    case escapedString
    /// An object or an array.
    case container
  }

  /// The offset in the low 32 bits, then 28 bits of length, then four of kind.
  private let bits: UInt64

  /// - Parameter range: Within the first 2³² bytes, and shorter than 2²⁸.
  @inline(__always)
  init(_ kind: Kind, _ range: Range<Int>) {
    bits =
      UInt64(truncatingIfNeeded: range.lowerBound) | UInt64(truncatingIfNeeded: range.count) << 32
      | UInt64(kind.rawValue) << 60
  }

  /// The slot of a value that is not there.
  static var null: ValueSlot { ValueSlot(.null, 0..<0) }

  @inline(__always) var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: bits >> 60)) ?? .null }
  @inline(__always) var start: Int { Int(truncatingIfNeeded: bits & 0xFFFF_FFFF) }
  @inline(__always) var count: Int { Int(truncatingIfNeeded: bits >> 32 & 0xFFF_FFFF) }
  @inline(__always) var range: Range<Int> { start..<start &+ count }
}
