import InlayBytes
import InlayColumns

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Collects decimals of a declared form, or finds the narrowest form that holds all of them exactly.
final class DecimalWriter: ColumnWriter {
  /// A number as its digits and how many of them stand behind the point.
  private struct Number {
    var units: Int128
    var scale: Int
  }

  private var numbers: [Number] = []
  private let declared: (precision: Int, scale: Int)?
  private static let mostDigits = 38

  /// Collects decimals of a form.
  init(_ type: DataType, precision: Int, scale: Int, place: CodingPlace) {
    declared = (precision, scale)
    super.init(type, place: place)
  }

  /// Collects decimals, and decides when all are there.
  init(place: CodingPlace) {
    declared = nil
    super.init(.decimal(precision: Self.mostDigits, scale: 0), place: place)
  }

  private var integerDigits = 1
  private var scale = 0

  override func appendPlaceholder() { numbers.append(Number(units: 0, scale: 0)) }

  override func append(_ value: Int128) throws { try append(text: "\(value)", value) }

  override func append(_ value: Decimal) throws {
    guard !value.isNaN else { throw unfit(value) }
    try append(text: value.description, value)
  }

  private func append(text: String, _ value: Any) throws {
    var bytes = ValueBuilder<UInt8>(capacity: 48)
    bytes.append(utf8: text)
    guard let form = ValueText.decimalForm(bytes.rawSpan) else { throw unfit(value) }
    let (precision, places) = declared ?? (Self.mostDigits, form.scale)
    guard let units = ValueText.parseDecimal(bytes.rawSpan, precision: precision, scale: places) else {
      throw unfit(value)
    }
    if declared == nil {
      let digits = Swift.max(integerDigits, form.integerDigits)
      guard digits + Swift.max(scale, places) <= Self.mostDigits else {
        throw failure(value, "no decimal of 38 digits holds this value and those before it: \(text)")
      }
      (integerDigits, scale) = (digits, Swift.max(scale, places))
    }
    numbers.append(Number(units: units, scale: places))
    counted()
  }

  override func freeze() -> (DataType, ColumnStorage) {
    let digits = declared?.scale ?? scale
    var values = ValueBuilder<Int128>(capacity: numbers.count)
    for number in numbers {
      // The digits of all of them fit by what `append` compared; a null's zero does in any case.
      var units = number.units
      if units != 0 { for _ in number.scale..<digits { units *= 10 } }
      values.append(units)
    }
    let form = declared ?? (integerDigits + scale, scale)
    return (.decimal(precision: form.precision, scale: form.scale), .int128(values.freeze()))
  }
}
