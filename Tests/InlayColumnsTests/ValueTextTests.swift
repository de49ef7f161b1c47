import InlayBytes
import InlayColumns
import Testing

@Suite("Values as text")
struct ValueTextTests {
  /// The bytes of a text, as a parser gets them.
  private func parsing<Value>(_ text: String, _ parse: (RawSpan) -> Value?) -> Value? {
    let buffer = buffer(text)
    let bytes = buffer.bytes
    return parse(bytes)
  }

  private func buffer(_ text: String) -> Buffer {
    var bytes = ValueBuilder<UInt8>()
    bytes.append(utf8: text)
    return bytes.freeze().buffer
  }

  /// What a formatter writes.
  private func text(_ format: (inout ValueBuilder<UInt8>) -> Void) -> String {
    var bytes = ValueBuilder<UInt8>()
    format(&bytes)
    return String(decoding: (0..<bytes.count).map { bytes[$0] }, as: UTF8.self)
  }

  @Test("Booleans: the two words in any letter case, and nothing else")
  func booleans() {
    for word in ["true", "TRUE", "True", "tRuE"] { #expect(parsing(word, ValueText.parseBoolean) == true) }
    for word in ["false", "FALSE", "False"] { #expect(parsing(word, ValueText.parseBoolean) == false) }
    for word in ["", "t", "1", "true ", " true", "yes", "truefalse", "fals"] {
      #expect(parsing(word, ValueText.parseBoolean) == nil)
    }
    #expect(text { ValueText.append(true, to: &$0) } == "true")
    #expect(text { ValueText.append(false, to: &$0) } == "false")
  }

  @Test("Integers at their limits read back, and one beyond is refused")
  func integers() {
    for value in [Int64.min, .min + 1, -1, 0, 1, 9, 10, 99, 1_000_000_007, .max - 1, .max] {
      let written = text { ValueText.append(value, to: &$0) }
      #expect(written == value.description)
      #expect(parsing(written, ValueText.parseInt64) == value)
    }
    #expect(parsing("9223372036854775808", ValueText.parseInt64) == nil)
    #expect(parsing("-9223372036854775809", ValueText.parseInt64) == nil)
    #expect(parsing("18446744073709551615", ValueText.parseUInt64) == .max)
    #expect(parsing("18446744073709551616", ValueText.parseUInt64) == nil)
    #expect(parsing("99999999999999999999999", ValueText.parseUInt64) == nil)
    #expect(parsing("+000000000000000000000000000007", ValueText.parseInt64) == 7)
    for text in ["", "+", "-", "--1", "+-1", " 1", "1 ", "1.0", "1e3", "0x10", "१"] {
      #expect(parsing(text, ValueText.parseInt64) == nil)
    }
    #expect(parsing("-1", ValueText.parseUInt64) == nil)
  }

  @Test("A narrower integer is refused when it does not fit")
  func narrowIntegers() {
    #expect(parsing("-128") { ValueText.parseInteger($0, as: Int8.self) } == -128)
    #expect(parsing("128") { ValueText.parseInteger($0, as: Int8.self) } == nil)
    #expect(parsing("65535") { ValueText.parseInteger($0, as: UInt16.self) } == 65_535)
    #expect(parsing("-1") { ValueText.parseInteger($0, as: UInt16.self) } == nil)
    #expect(parsing("2147483648") { ValueText.parseInteger($0, as: Int32.self) } == nil)
  }

  @Test("Doubles read as the standard library reads them, whichever way is taken")
  func doubles() {
    var generator = SystemRandomNumberGenerator()
    var values = [
      0.0 as Double, -0.0, 0.1, 1e16, 146.292, .leastNonzeroMagnitude, -.greatestFiniteMagnitude,
      .leastNormalMagnitude, 1e22, 1e23,
      9_007_199_254_740_992, 123_456_789_012_345_680,
    ]
    for _ in 0..<2_000 { values.append(Double(bitPattern: generator.next())) }
    for _ in 0..<2_000 { values.append(Double(Int.random(in: -999_999...999_999)) / 1_000) }
    for value in values where !value.isNaN {
      let written = text { ValueText.append(value, to: &$0) }
      #expect(parsing(written, ValueText.parseDouble)?.bitPattern == value.bitPattern, "\(written)")
    }
    for form in [
      "1.", ".5", "1e5", "1E+5", "-1.25e-3", "00012.500", "123456789012345678901234567890", "1e308",
    ] {
      #expect(parsing(form, ValueText.parseDouble) == Double(form), "\(form)")
    }
    #expect(parsing("1e99999999999999999999", ValueText.parseDouble) == nil)
    #expect(parsing("-1e309", ValueText.parseDouble) == nil)
    #expect(parsing("3.5e38", ValueText.parseFloat) == nil)
    #expect(parsing("1e-99999999999999999999", ValueText.parseDouble) == 0)
    for form in ["", ".", "+", "e5", "1e", "1e+", "0x1p3", "1,5", "1 ", "nan(1)", "1.2.3", "infinit"] {
      #expect(parsing(form, ValueText.parseDouble) == nil, "\(form)")
    }
  }

  @Test("Words stand for what is no finite number")
  func specialDoubles() {
    for word in ["NaN", "nan", "NAN"] { #expect(parsing(word, ValueText.parseDouble)?.isNaN == true) }
    for word in ["inf", "Infinity", "+INF"] { #expect(parsing(word, ValueText.parseDouble) == .infinity) }
    #expect(parsing("-Infinity", ValueText.parseFloat) == -.infinity)
    #expect(text { ValueText.append(Double.nan, to: &$0) } == "NaN")
    #expect(text { ValueText.append(-Double.infinity, to: &$0) } == "-inf")
  }

  @Test("Floats are rounded once, not by way of a double")
  func floats() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let value = Float(bitPattern: generator.next())
      guard !value.isNaN else { continue }
      let written = text { ValueText.append(value, to: &$0) }
      #expect(parsing(written, ValueText.parseFloat)?.bitPattern == value.bitPattern, "\(written)")
    }
    for form in ["16777217", "1.00000017881393432617187499", "8388609.5", "0.1", "3.4e38"] {
      #expect(parsing(form, ValueText.parseFloat) == Float(form), "\(form)")
    }
  }

  @Test("Decimals are exact up to 38 digits and never rounded")
  func decimals() {
    let largest = String(repeating: "9", count: 38)
    #expect(parsing(largest) { ValueText.parseDecimal($0, precision: 38, scale: 0) } == Int128(largest))
    #expect(
      parsing("-0." + largest) { ValueText.parseDecimal($0, precision: 38, scale: 38) } == -Int128(largest)!)
    let tooLong = "1" + String(repeating: "0", count: 38)
    #expect(parsing(tooLong) { ValueText.parseDecimal($0, precision: 38, scale: 0) } == nil)
    let read: (String) -> Int128? = { parsing($0) { ValueText.parseDecimal($0, precision: 5, scale: 2) } }
    #expect(read("123.45") == 12_345)
    #expect(read("-0.05") == -5)
    #expect(read("+.5") == 50)
    #expect(read("7.") == 700)
    #expect(read("000000123.4") == 12_340)
    #expect(read("1.5000") == 150)
    for text in ["", ".", "-", "1.005", "1234.5", "1e2", "1 ", "NaN", "1.2.3"] { #expect(read(text) == nil) }
  }

  @Test(
    "A decimal's text has exactly the digits of its scale",
    arguments: [
      (Int128(0), 0, "0"), (0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (12_345, 2, "123.45"),
      (100, 2, "1.00"), (-7, 0, "-7"), (1, 38, "0." + String(repeating: "0", count: 37) + "1"),
      (.min, 0, "-170141183460469231731687303715884105728"),
    ])
  func decimalTexts(units: Int128, scale: Int, expected: String) {
    #expect(text { ValueText.append(decimal: units, scale: scale, to: &$0) } == expected)
  }

  @Test("The form of a decimal counts its digits")
  func decimalForms() {
    let form: (String) -> [Int]? = { text in
      parsing(text, ValueText.decimalForm).map { [$0.integerDigits, $0.scale] }
    }
    #expect(form("0012.340") == [2, 3])
    #expect(form("-0.5") == [0, 1])
    #expect(form("0") == [0, 0])
    #expect(form("+12.") == [2, 0])
    for text in ["", "-", ".", "1e5", "12a"] { #expect(form(text) == nil) }
  }

  @Test("Binary values are two hexadecimal digits a byte")
  func binaries() {
    var bytes = ValueBuilder<UInt8>()
    let source = buffer("00fFA0")
    let odd = buffer("12f")
    let wrong = buffer("12fg")
    let wasRead = ValueText.parseBinary(source.bytes, to: &bytes)
    let oddWasRead = ValueText.parseBinary(odd.bytes, to: &bytes)
    let wrongWasRead = ValueText.parseBinary(wrong.bytes, to: &bytes)
    let read = (0..<bytes.count).map { bytes[$0] }
    #expect(wasRead && !oddWasRead && !wrongWasRead)
    #expect(read == [0x00, 0xFF, 0xA0])
    let frozen = bytes.freeze()
    #expect(text { ValueText.append(binary: frozen.rawSpan, to: &$0) } == "00ffa0")
  }
}
