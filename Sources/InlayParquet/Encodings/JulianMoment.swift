import InlayBytes

/// INT96 as Impala, Hive and Spark use it for timestamps: the nanoseconds of a day in 8 bytes, then the day's Julian
/// number in 4, the least significant byte first.
enum JulianMoment {
  /// The Julian number of 1970-01-01.
  private static let epoch: Int64 = 2_440_588
  private static let microsPerDay: Int64 = 86_400_000_000

  /// Returns the moment in microseconds since 1970; what is below a microsecond is cut off.
  ///
  /// Spark makes the day of microseconds with an offset added, in 64 bits that wrap around; wrapping here too gives
  /// back even those moments for which that sum was too large.
  static func micros(_ bytes: RawSpan) -> Int64 {
    let low = UInt64(bytes.littleEndian32(at: 0))
    let high = UInt64(bytes.littleEndian32(at: 4))
    let nanos = Int64(bitPattern: high << 32 | low)
    let day = Int64(Int32(bitPattern: bytes.littleEndian32(at: 8))) - epoch
    // Rounded down, so that moments before midnight keep their order.
    let micros = nanos / 1_000 - (nanos % 1_000 < 0 ? 1 : 0)
    return day &* microsPerDay &+ micros
  }
}
