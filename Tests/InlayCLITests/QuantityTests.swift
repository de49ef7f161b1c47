import Testing

@testable import InlayCLI

@Suite("Quantities")
struct QuantityTests {
  @Test("Counts have a comma after each three digits")
  func counts() {
    let texts = [0, 12, 999, 1_000, 438_963, 1_000_000, -1_234, .min].map(Quantity.count)
    #expect(
      texts == ["0", "12", "999", "1,000", "438,963", "1,000,000", "-1,234", "-9,223,372,036,854,775,808"])
  }

  @Test("Bytes have three digits and a unit")
  func bytes() {
    let texts = [0, 999, 1_000, 9_994, 9_996, 50_214_000, 99_960_000, 999_600_000, 64_700_000_000].map(
      Quantity.bytes)
    #expect(
      texts == ["0 B", "999 B", "1.00 kB", "9.99 kB", "10.0 kB", "50.2 MB", "100 MB", "1.00 GB", "64.7 GB"])
  }

  @Test("Times have two places, one, or none")
  func seconds() {
    let texts = [0, 0.474, 9.99, 9.996, 12.34, 59.4, 59.96, 185, 7_620, -1, .infinity].map(Quantity.seconds)
    #expect(
      texts == [
        "0.00 s", "0.47 s", "9.99 s", "10.0 s", "12.3 s", "59.4 s", "1 min 00 s", "3 min 05 s", "2 h 07 min",
        "0.00 s",
        "0.00 s",
      ])
  }
}
