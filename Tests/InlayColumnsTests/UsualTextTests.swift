import InlayBytes
import InlayColumns
import Testing

/// The quick parsers of usual forms against the careful ones, which a plus or a fraction of zero leads to.
@Suite("Usual texts")
struct UsualTextTests {
  private func parsing<Value>(_ text: String, _ parse: (RawSpan) -> Value?) -> Value? {
    var builder = ValueBuilder<UInt8>()
    builder.append(utf8: text)
    let bytes = builder.rawSpan
    return parse(bytes)
  }

  @Test("Integers of every length agree with the careful parser", arguments: 0..<40)
  func integers(length: Int) {
    for digit in ["0", "1", "9", "/", ":"] {
      let text =
        String(repeating: "9", count: length / 2) + String(repeating: digit, count: length - length / 2)
      #expect(parsing(text, ValueText.parseInt64) == parsing("+" + text, ValueText.parseInt64))
      #expect(parsing("-" + text, ValueText.parseInt64) == Int64("-" + text))
    }
  }

  @Test("Doubles agree with the standard library", arguments: 0..<20)
  func doubles(length: Int) {
    for point in 0...length {
      for digit in ["0", "3", "9"] {
        var text = String(repeating: digit, count: length)
        text.insert(".", at: text.index(text.startIndex, offsetBy: point))
        for text in [text, "-" + text, text.replacing(".", with: "")] {
          #expect(parsing(text, ValueText.parseDouble) == Double(text), "\(text)")
        }
      }
    }
    for text in ["1.2.3", "1..2", ".", "-.", "-", "1.5x", "1,5"] {
      #expect(parsing(text, ValueText.parseDouble) == nil)
    }
    #expect(parsing("-0", ValueText.parseDouble)?.sign == .minus)
  }

  @Test("Timestamps agree with the careful parser")
  func timestamps() {
    let days = [
      "2020-02-29", "2021-02-29", "0000-01-01", "9999-12-31", "2020-13-01", "2020-00-10", "2020-1-001",
    ]
    let clocks = [
      "00:00:00", "23:59:59", "24:00:00", "12:60:00", "12:00:60", "1a:00:00", "12-00-00", "12:00:0",
    ]
    for day in days {
      for clock in clocks {
        for (separator, zone) in [("T", "Z"), (" ", " UTC"), (" ", ""), ("x", ""), ("T", " UTX"), ("T", "z")]
        {
          for isUTC in [true, false] {
            let quick = parsing(day + separator + clock + zone) {
              ValueText.parseTimestamp($0, unit: .micros, isUTC: isUTC)
            }
            let careful = parsing(day + separator + clock + ".0" + zone) {
              ValueText.parseTimestamp($0, unit: .micros, isUTC: isUTC)
            }
            #expect(quick == careful, "\(day + separator + clock + zone)")
          }
        }
      }
      let date = parsing(day, ValueText.parseDate)
      #expect(date == parsing("+" + day, ValueText.parseDate))
    }
  }
}
