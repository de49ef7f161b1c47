import InlayBytes
import InlayColumns

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Collects days: the day in UTC of each moment.
final class DateWriter: PlainWriter<Int32> {
  override func append(_ value: Date) throws {
    guard let day = Int32(exactly: (value.timeIntervalSince1970 / 86_400).rounded(.down)) else {
      throw unfit(value.timeIntervalSince1970)
    }
    take(day)
  }
}

/// Collects moments, rounded to the column's unit.
final class MomentWriter: PlainWriter<Int64> {
  private let unit: TimeUnit

  init(_ type: DataType, _ unit: TimeUnit, place: CodingPlace) {
    self.unit = unit
    super.init(type, place: place) { .int64($0) }
  }

  override func append(_ value: Date) throws {
    let seconds = value.timeIntervalSince1970.rounded(.down)
    let fraction = (value.timeIntervalSince1970 - seconds) * Double(unit.perSecond)
    guard let whole = Int64(exactly: seconds) else { throw unfit(value.timeIntervalSince1970) }
    let (product, isTooLarge) = whole.multipliedReportingOverflow(by: unit.perSecond)
    let (sum, isTooLargeWithFraction) = product.addingReportingOverflow(Int64(fraction.rounded()))
    guard !isTooLarge && !isTooLargeWithFraction else { throw unfit(value.timeIntervalSince1970) }
    take(sum)
  }
}

/// Collects times of day: durations since midnight.
final class TimeWriter: PlainWriter<Int64> {
  private let unit: TimeUnit

  init(_ type: DataType, _ unit: TimeUnit, place: CodingPlace) {
    self.unit = unit
    super.init(type, place: place) { unit == .millis ? .int32(Self.narrowed($0)) : .int64($0) }
  }

  /// A day has fewer than 2³¹ milliseconds.
  private static func narrowed(_ counts: Values<Int64>) -> Values<Int32> {
    var narrow = ValueBuilder<Int32>(capacity: counts.count)
    for index in 0..<counts.count { narrow.append(Int32(counts[index])) }
    return narrow.freeze()
  }

  override func append(_ value: Duration) throws {
    let (seconds, attoseconds) = value.components
    guard (0..<86_400).contains(seconds) && attoseconds >= 0 else { throw unfit(value) }
    take(seconds * unit.perSecond + attoseconds / (1_000_000_000_000_000_000 / unit.perSecond))
  }
}
