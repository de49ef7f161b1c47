import Inlay
import Testing

@testable import InlayCLI

@Suite("Progress line")
struct ProgressLineTests {
  private func text(
    _ read: Int, of expected: Int, rows: Int = 0, after elapsed: Double, title: String? = nil
  ) -> String {
    ProgressLine.text(
      RunMonitor.Progress(bytesRead: read, bytesExpected: expected, rowsWritten: rows), elapsed: elapsed,
      title: title)
  }

  @Test("It says how much, how fast, and how long still")
  func running() {
    #expect(
      text(50_000_000, of: 200_000_000, rows: 438_963, after: 2, title: "2/3 albums.csv")
        == "2/3 albums.csv · 25 % · 438,963 rows · 50.0 MB of 200 MB · 25.0 MB/s · 6 s left")
  }

  @Test("The first moments tell no rate, and the end no time")
  func edges() {
    #expect(text(0, of: 10_000, after: 0) == "0 % · 0 rows · 0 B of 10.0 kB")
    #expect(text(0, of: 0, after: 5) == "0 rows · 0 B of 0 B")
    #expect(text(12_000, of: 10_000, after: 2) == "100 % · 0 rows · 10.0 kB of 10.0 kB · 5.00 kB/s")
  }

  @Test("The summary of a run counts what was left out")
  func summary() {
    var report = RunReport()
    report.elapsedSeconds = 0.5
    report.inputByteCount = 115_000_000
    report.rowCount = 438_963
    report.peakMemoryBytes = 150_000_000
    report.rejectedRowCount = 1_002
    report.rejections = ["a.csv, line 3: too few fields", "b\u{1B}.csv, line 9: too many"]
    #expect(
      RunDisplay.summary(report, "a → b")
        == "a → b: 438,963 rows of 115 MB in 0.50 s (230 MB/s, 150 MB of memory)")
    #expect(
      RunDisplay.rejections(report) == [
        "1,002 rows were left out:", "  a.csv, line 3: too few fields", "  b\\u{1b}.csv, line 9: too many",
        "  and 1,000 more",
      ])
  }
}
