import InlayBytes
import InlayColumns

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Collects days: the day in UTC of each moment.
final class DateWriter: ColumnWriter {
  private var days = ValueBuilder<Int32>()

  override func appendPlaceholder() { days.append(0) }

  override func append(_ value: Date) throws {
    guard let day = Int32(exactly: (value.timeIntervalSince1970 / 86_400).rounded(.down)) else {
      throw unfit(value.timeIntervalSince1970)
    }
    days.append(day)
    counted()
  }

  override func freeze() -> (DataType, ColumnStorage) {
    var all = ValueBuilder<Int32>()
    swap(&all, &days)
    return (type, .int32(all.freeze()))
  }
}

/// Collects moments, rounded to the column's unit.
final class MomentWriter: ColumnWriter {
  private var counts = ValueBuilder<Int64>()
  private let unit: TimeUnit

  init(_ type: DataType, _ unit: TimeUnit, place: CodingPlace) {
    self.unit = unit
    super.init(type, place: place)
  }

  override func appendPlaceholder() { counts.append(0) }

  override func append(_ value: Date) throws {
    let seconds = value.timeIntervalSince1970.rounded(.down)
    let fraction = (value.timeIntervalSince1970 - seconds) * Double(unit.perSecond)
    guard let whole = Int64(exactly: seconds) else { throw unfit(value.timeIntervalSince1970) }
    let (product, isTooLarge) = whole.multipliedReportingOverflow(by: unit.perSecond)
    let (sum, isTooLargeWithFraction) = product.addingReportingOverflow(Int64(fraction.rounded()))
    guard !isTooLarge && !isTooLargeWithFraction else { throw unfit(value.timeIntervalSince1970) }
    counts.append(sum)
    counted()
  }

  override func freeze() -> (DataType, ColumnStorage) {
    var all = ValueBuilder<Int64>()
    swap(&all, &counts)
    return (type, .int64(all.freeze()))
  }
}

/// Collects times of day: durations since midnight.
final class TimeWriter: ColumnWriter {
  private var counts = ValueBuilder<Int64>()
  private let unit: TimeUnit

  init(_ type: DataType, _ unit: TimeUnit, place: CodingPlace) {
    self.unit = unit
    super.init(type, place: place)
  }

  override func appendPlaceholder() { counts.append(0) }

  override func append(_ value: Duration) throws {
    let (seconds, attoseconds) = value.components
    guard (0..<86_400).contains(seconds) && attoseconds >= 0 else { throw unfit(value) }
    counts.append(seconds * unit.perSecond + attoseconds / (1_000_000_000_000_000_000 / unit.perSecond))
    counted()
  }

  override func freeze() -> (DataType, ColumnStorage) {
    var all = ValueBuilder<Int64>()
    swap(&all, &counts)
    guard unit == .millis else { return (type, .int64(all.freeze())) }
    // A day has fewer than 2³¹ milliseconds.
    var narrow = ValueBuilder<Int32>(capacity: all.count)
    for index in 0..<all.count { narrow.append(Int32(all[index])) }
    return (type, .int32(narrow.freeze()))
  }
}
