/// A file as it was when it was first looked at, to be read later.
///
/// What is known of it, such as its columns, was found then: it must not be another text by the time it is read. The
/// files of a usual table stay mapped meanwhile, so that those that others replace are read as they were. Of a table of
/// very many files each is mapped anew: a process may have 65,530 mappings.
package struct SurveyedFile: Sendable {
  /// The path that it was found by.
  package let path: String
  private let status: System.FileStatus
  private let file: MappedFile?

  /// As many files of a table as stay mapped.
  private static let keptCount = 1_000

  /// Keeps what a file is now.
  ///
  /// - Parameter count: Of how many files it is one.
  package init(_ file: MappedFile, of count: Int) {
    path = file.path
    status = file.witness.status
    self.file = count <= Self.keptCount ? file : nil
  }

  /// The number of bytes that it had.
  package var byteCount: Int { status.size }

  /// Gives what it holds.
  ///
  /// - Throws: ``InlayError/Code/io`` when it cannot be opened, or when somebody wrote to it or cut it off in between.
  package func open() throws -> MappedFile {
    let file = try self.file ?? MappedFile(path: path)
    try file.witness.verify()
    try file.witness.verify(since: status)
    return file
  }
}
