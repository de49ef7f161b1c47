import CInlayArrow
import Inlay
import Testing

@Suite("Tables by the Arrow C stream interface")
struct TableArrowTests {
  @Test("A table goes out as a stream and comes in as a table")
  func roundTrip() async throws {
    let numbers = Array(0..<200_000)
    let table = try Table(columns: ["n": Column(numbers), "t": Column(numbers.map { "text \($0)" })])
    var stream = unsafe ArrowArrayStream()
    unsafe try table.filtering(column("n") >= 100_000).exportArrowStream(to: &stream)
    let taken = unsafe try Table(importingArrowStream: &stream)
    let batches = try await taken.collect()
    #expect(batches.reduce(0) { $0 + $1.rowCount } == 100_000)
    #expect(try batches[0].column("t").texts().first == "text 100000")
  }

  @Test("A stream that is let go early ends its run, and one of a broken table is an error")
  func endings() throws {
    let table = try Table(columns: ["n": Column(Array(0..<1_000_000))])
    var stream = unsafe ArrowArrayStream()
    unsafe try table.exportArrowStream(to: &stream)
    var array = unsafe ArrowArray()
    let status = unsafe stream.get_next(&stream, &array)
    #expect(status == 0)
    unsafe stream.release(&stream)
    #expect(unsafe stream.release == nil)
    let length = unsafe array.length
    #expect(length > 0)
    unsafe array.release(&array)
    #expect(throws: InlayError.self) { unsafe try table.selecting("m").exportArrowStream(to: &stream) }
  }
}
