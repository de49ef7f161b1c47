import InlayBytes
import InlayCSV
public import InlayColumns
import InlayJSON
import InlayParquet
package import InlayStorage

/// A table that is being written: to one file, or to a folder with a file for every so many rows.
///
/// What is written lies aside until ``publish()``. Then it takes its place, and what it replaces goes; before, and
/// after ``discard()``, the target is as it was.
public final class DatasetOutput: Sendable {
  /// Takes the rows.
  public let sink: any BatchSink
  private let target: any StagedTarget

  /// Begins to write.
  ///
  /// - Parameters:
  ///   - path: A folder when it ends with a slash, when a folder is there, or when the table is partitioned; else a
  ///     file.
  ///   - schema: The columns of all batches.
  /// - Throws: ``InlayError/Code/invalidInput`` when the target holds what the mode does not allow, or when a column
  ///   cannot be written in the format; ``InlayError/Code/io`` when the system refuses.
  public init(path: String, schema: Schema, options: OutputOptions = OutputOptions()) throws {
    try options.check()
    if !options.partitionedBy.isEmpty {
      let splitter = try PartitionSplitter(schema, keys: options.partitionedBy)
      let folder = try StagedFolderTarget(path: path, options: options)
      (target, sink) = (folder, Self.sink(folder, splitter, options))
    } else if try Self.isFolder(path) {
      let folder = try StagedFolderTarget(path: path, options: options)
      target = folder
      sink = try Self.discarding(folder) { try Self.sink(folder, schema, options) }
    } else {
      let file = try StagedFileTarget(path: path, mode: options.mode)
      var options = options
      options.format = options.format.named(path)
      target = file
      sink = try Self.discarding(file) { [options] in try Self.sink(file.output, schema, options) }
    }
  }

  /// Makes sure that a run may write to `path`, without changing anything.
  public static func check(path: String, options: OutputOptions) throws {
    if try !options.partitionedBy.isEmpty || isFolder(path) {
      try StagedFolder.check(path: path, mode: options.mode, partitionKeys: options.partitionedBy)
    } else {
      try StagedFile.check(path: path, mode: options.mode)
    }
  }

  /// Gives what the closed sink wrote its place; returns the files in the order of their rows.
  public func publish() throws -> [WrittenFile] {
    try Publication.publish([staged])
    return files
  }

  /// Takes away what was written.
  public func discard() { staged.abandon() }

  /// What gives the files their places, together with those of other outputs of a run.
  package var staged: any StagedOutput { target.staged }

  /// The files that were written, in the order of their rows.
  package var files: [WrittenFile] { target.files }

  private static func isFolder(_ path: String) throws -> Bool {
    try path.hasSuffix("/") || System.status(path: path)?.isFolder == true
  }

  private static func sink(
    _ folder: StagedFolderTarget, _ splitter: PartitionSplitter, _ options: OutputOptions
  ) -> any BatchSink {
    PartitionedSink(splitter, openPartitionLimit: options.openPartitionLimit) { name, opening in
      try SplittingSink(rowsPerPart: options.rowsPerFile) { number in
        let file = try folder.makeFile(in: name, opening: opening, number: number)
        return try sink(file, splitter.fileSchema, options)
      }
    }
  }

  private static func sink(
    _ folder: StagedFolderTarget, _ schema: Schema, _ options: OutputOptions
  ) throws -> any BatchSink {
    if let fileCount = options.fileCount {
      return try SpreadingSink(partCount: fileCount) { try sink(folder.makeFile($0), schema, options) }
    }
    return try SplittingSink(rowsPerPart: options.rowsPerFile, longerPartCount: options.longerFileCount) {
      number in
      try sink(try folder.makeFile(number), schema, options)
    }
  }

  private static func sink(
    _ file: FileOutput, _ schema: Schema, _ options: OutputOptions
  ) throws -> any BatchSink {
    switch options.format {
    case .csv(let options):
      FileSink(try CSVWriter(output: file, schema: schema, options: options), file: file)
    case .json(let options):
      FileSink(try JSONLinesWriter(output: file, options: options), file: file)
    case .parquet(let options):
      FileSink(try ParquetWriter(schema: schema, to: file, options: options), file: file)
    }
  }

  /// Leaves nothing behind when the first file cannot be begun.
  private static func discarding<Result>(_ target: any StagedTarget, _ body: () throws -> Result) throws
    -> Result
  {
    do {
      return try body()
    } catch {
      target.staged.abandon()
      throw error
    }
  }
}

/// A file that a run has written.
public struct WrittenFile: Hashable, Sendable {
  /// The path, as the target's was given.
  public var path: String
  /// The size in bytes.
  public var byteCount: Int

  /// Names a file.
  public init(path: String, byteCount: Int) {
    self.path = path
    self.byteCount = byteCount
  }
}
