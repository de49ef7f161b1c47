/// A file as it was when it was first looked at, to be read later.
///
/// What is known of it, such as its columns, was found then: it must not be another text by the time it is read.
package struct SurveyedFile: Sendable {
  /// The path that it was found by.
  package let path: String
  private let status: System.FileStatus

  /// Keeps what a file is now.
  package init(_ file: MappedFile) {
    path = file.path
    status = file.witness.status
  }

  /// The number of bytes that it had.
  package var byteCount: Int { status.size }

  /// Maps it again. A file that was replaced by another one since then is read as it is now.
  ///
  /// - Throws: ``InlayError/Code/io`` when it cannot be opened, or when somebody wrote to it or cut it off in between.
  package func open() throws -> MappedFile {
    let file = try MappedFile(path: path)
    try file.witness.verify(since: status)
    return file
  }
}
