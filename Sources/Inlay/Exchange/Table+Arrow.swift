public import CInlayArrow
import InlayArrow
public import InlayBytes
import InlayColumns

extension Table {
  /// Hands the table's rows over to another library of this process, by the Arrow C stream interface.
  ///
  /// The table is computed as batches are taken, on threads of its own, and waits while some are left. Who has the stream
  /// calls its `release` once, which also ends the run; batches that were taken outlive it. What is copied is said by
  /// `RecordBatch.exportArrow(schema:array:)` of InlayArrow; columns in dictionary form are decoded.
  ///
  /// - Parameters:
  ///   - target: Uninitialised room for the stream.
  ///   - workers: The threads that compute the table.
  /// - Throws: What is wrong with the table; the room is left as it was then.
  @unsafe
  public func exportArrowStream(
    to target: UnsafeMutablePointer<ArrowArrayStream>, workers: Workers = Workers()
  ) throws {
    let schema = try schema()
    let run = TableBatches.Run(BatchChannel(capacity: 2))
    unsafe ArrowStreamExport.export(schema: schema, to: target) {
      run.channel.start(self, workers: workers)
      return try run.channel.nextBlocking()
    }
  }

  /// Makes a table of the rows that another library of this process hands over, by the Arrow C stream interface.
  ///
  /// The rows come once: a table that is used again is collected first.
  ///
  /// - Parameter stream: A stream, which is taken over: the structure is marked as released, also when an error is thrown.
  /// - Throws: ``InlayError/Code/corrupt`` for a structure that breaks the interface's rules;
  ///   ``InlayError/Code/unsupported`` for types that columns have not.
  @unsafe
  public init(importingArrowStream stream: UnsafeMutablePointer<ArrowArrayStream>) throws {
    self.init(unsafe try ArrowStreamSource(taking: stream))
  }
}
