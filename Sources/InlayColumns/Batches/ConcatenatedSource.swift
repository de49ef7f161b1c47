public import InlayBytes
import Synchronization

/// Sources with equal columns, one after the other as one: the files of a folder.
///
/// A column that may have nulls in one part may have them in the whole.
public struct ConcatenatedSource: BatchSource {
  /// The columns of every part.
  public let schema: Schema
  private let parts: [any BatchSource]

  /// Puts sources one after the other.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` when there is none, or when one has other columns than the first;
  ///   `name` then says which it is.
  public init(_ parts: [any BatchSource], name: (Int) -> String) throws(InlayError) {
    guard let first = parts.first else {
      throw InlayError(.invalidInput, "there is nothing to read; name a file")
    }
    var united = first.schema
    for (position, part) in parts.enumerated() {
      for column in part.schema.fields.indices where column < united.count && part.schema[column].isNullable {
        united.fields[column].isNullable = true
      }
      if part.schema.isEqualButForNulls(to: united) { continue }
      throw InlayError(
        .invalidInput,
        """
        the columns are not those of the first file, and files that are read together need the same ones; \
        the first file is \(name(0))
        """, at: .init(file: name(position), column: part.schema.firstDifference(from: united)))
    }
    schema = united
    self.parts = parts
  }

  /// The sum of the parts; the rows are known when those of every part are.
  public var estimate: SizeEstimate {
    parts.reduce(SizeEstimate(byteCount: 0, rowCount: 0)) { sum, part in
      let estimate = part.estimate
      let rows = sum.rowCount.flatMap { rows in estimate.rowCount.map { rows.saturatedSum($0) } }
      let likely = sum.likelyRowCount.flatMap { likely in
        estimate.likelyRowCount.map { likely.saturatedSum($0) }
      }
      return SizeEstimate(
        byteCount: sum.byteCount.saturatedSum(estimate.byteCount), rowCount: rows, likelyRowCount: likely)
    }
  }

  /// Begins to read the first part; each of the others is opened when its turn comes.
  public func scan(_ request: ScanRequest) throws -> any BatchScan {
    ConcatenatedScan(parts, request, schema: schema.selecting(request.columns))
  }
}

extension Schema {
  /// Whether the columns are the same, though nulls may be allowed in those of one only.
  fileprivate func isEqualButForNulls(to other: Schema) -> Bool {
    count == other.count && zip(fields, other.fields).allSatisfy { $0.isEqualButForNulls(to: $1) }
  }

  /// The name of the first column that is another one, or only here or there.
  fileprivate func firstDifference(from other: Schema) -> String? {
    let same = zip(fields, other.fields).prefix { $0.isEqualButForNulls(to: $1) }.count
    return same < count ? fields[same].name : same < other.count ? other[same].name : nil
  }
}

extension Field {
  fileprivate func isEqualButForNulls(to other: Field) -> Bool {
    name == other.name && type == other.type && annotation == other.annotation
  }
}

extension Int {
  fileprivate func saturatedSum(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}

/// One reading of several sources in turn, whose morsels are numbered through.
private final class ConcatenatedScan: BatchScan {
  let schema: Schema
  private let parts: [any BatchSource]
  private let request: ScanRequest
  private let state = Mutex(State())

  private struct State {
    /// The scans that were begun; those before the last have no morsels left, but some may still be decoded.
    var scans: [any BatchScan] = []
    var morselCount = 0
  }

  /// A morsel with the scan that it came from.
  private struct Piece: Sendable {
    let scan: any BatchScan
    let morsel: Morsel
  }

  init(_ parts: [any BatchSource], _ request: ScanRequest, schema: Schema) {
    self.parts = parts
    self.request = request
    self.schema = schema
  }

  func nextMorsel() throws -> Morsel? {
    try state.withLock { state in
      while true {
        if let scan = state.scans.last, let morsel = try scan.nextMorsel() {
          defer { state.morselCount += 1 }
          return Morsel(sequence: state.morselCount, content: Piece(scan: scan, morsel: morsel))
        }
        guard state.scans.count < parts.count else { return nil }
        state.scans.append(try parts[state.scans.count].scan(request))
      }
    }
  }

  func read(_ morsel: Morsel) throws -> RecordBatch {
    guard let piece = morsel.content as? Piece else {
      preconditionFailure("a morsel is read by the scan that gave it")
    }
    let batch = try piece.scan.read(piece.morsel)
    return RecordBatch(schema: schema, columns: batch.columns, rowCount: batch.rowCount)
  }

  func verify() throws {
    for scan in state.withLock(\.scans) { try scan.verify() }
  }

  var progress: ScanProgress {
    state.withLock(\.scans).reduce(into: ScanProgress()) { sum, scan in
      let progress = scan.progress
      sum.byteCount += progress.byteCount
      sum.rowCount += progress.rowCount
      sum.rejectedRowCount += progress.rejectedRowCount
      sum.skipped += progress.skipped
      sum.rejections += progress.rejections
    }
  }
}
