/// Something that gives batches: a file, a folder of files, a table in memory.
///
/// Opening a source reads what is needed to know its schema and nothing more.
public protocol BatchSource: Sendable {
  /// All columns that the source can give.
  var schema: Schema { get }
  /// What is known of the source's size before it is read.
  var estimate: SizeEstimate { get }
  /// Begins to read the source: exactly the rows that meet the request's filter come, in order.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a filter that does not go with the columns.
  func scan(_ request: ScanRequest) throws -> any BatchScan
}

/// How large a source is believed to be, to choose a join's build side and to show progress.
public struct SizeEstimate: Hashable, Sendable {
  /// The bytes to be read.
  public var byteCount: Int
  /// The rows, when they are known without reading the data.
  public var rowCount: Int?
  /// The rows, known or judged by a sample; nil when nothing tells.
  public var likelyRowCount: Int?

  /// Makes an estimate; a row count that is known is the likely one too.
  public init(byteCount: Int, rowCount: Int? = nil, likelyRowCount: Int? = nil) {
    self.byteCount = byteCount
    self.rowCount = rowCount
    self.likelyRowCount = rowCount ?? likelyRowCount
  }
}

/// What a reader of a source asks for.
public struct ScanRequest: Hashable, Sendable {
  /// The positions of the wanted columns in the source's schema, in the order in which batches shall have them.
  public var columns: [Int]
  /// What a row must meet to be given; its columns are positions in the source's schema and need not be among the
  /// wanted ones. Nil for all rows.
  public var filter: RowFilter?

  /// Asks for some columns of all rows, or of those that meet a filter.
  public init(columns: [Int], filter: RowFilter? = nil) {
    self.columns = columns
    self.filter = filter
  }

  /// Asks for all columns of a schema.
  public init(allOf schema: Schema) { columns = Array(0..<schema.count) }
}

/// One reading of a source by several workers: each takes the next morsel and decodes it on its own.
public protocol BatchScan: AnyObject, Sendable {
  /// The columns of the batches: those that were asked for.
  var schema: Schema { get }
  /// Returns the next morsel in the order of the rows, or nil at the end.
  ///
  /// Called by one thread at a time, so what it does is what cannot be done in parallel.
  func nextMorsel() throws -> Morsel?
  /// Returns a morsel's rows; called by any number of threads at a time.
  func read(_ morsel: Morsel) throws -> RecordBatch
  /// What has been read so far.
  var progress: ScanProgress { get }
  /// Makes sure that all that was read is of one content: called when all rows were worked on, and before anything comes
  /// of them.
  ///
  /// - Throws: ``InlayError/Code/io`` when a file was written to or cut off while it was read.
  func verify() throws
}

extension BatchScan {
  /// Finds nothing wrong, as of what lies in memory.
  public func verify() throws {}
}

/// A piece of a source that a worker decodes at one go.
public struct Morsel: Sendable {
  /// The place in the order of all morsels, from 0.
  public let sequence: Int
  /// What the scan that made the morsel needs to decode it.
  public let content: any Sendable

  /// Makes a morsel.
  public init(sequence: Int, content: any Sendable) {
    self.sequence = sequence
    self.content = content
  }
}

/// What a scan has read so far.
public struct ScanProgress: Hashable, Sendable {
  /// The bytes taken from the source.
  public var byteCount = 0
  /// The rows given: those that met the filter.
  public var rowCount = 0
  /// The rows that broke the format's rules and were left out, when the options allow that.
  public var rejectedRowCount = 0
  /// What was left out for the filter.
  public var skipped = SkippedParts()
  /// The first rejected rows, with place and reason, in no order while the scan runs and in file order afterwards.
  public var rejections: [String] = []

  /// Makes a report of nothing read.
  public init() {}
}
