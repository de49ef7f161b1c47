import InlayBytes
import InlayColumns
import InlayTesting

@testable import InlayJSON

/// What a text gives: its columns as `name: type`, and its rows.
struct Read: Equatable, CustomStringConvertible {
  var columns: [String]
  var rows: [[String?]]
  var rejections: [String] = []

  init(_ columns: [String], _ rows: [[String?]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Reads a text, in pieces of a few bytes unless `chunk` says otherwise.
  init(_ text: [UInt8], _ options: JSONOptions = JSONOptions(), chunk: Int? = nil, name: String = "a.json")
    throws
  {
    let folder = TestFolder()
    var options = options
    if let chunk { options.chunkByteCount = chunk }
    let source = try JSONSource(path: try folder.write(text, to: name), options: options)
    let (batches, progress) = try batches(of: source)
    columns = source.schema.fields.map { "\($0.name): \($0.type)" }
    rows = batches.flatMap { batch in
      (0..<batch.rowCount).map { row in batch.columns.map { $0.testText(at: row) } }
    }
    rejections = progress.rejections.map { $0.replacing(folder.path + "/", with: "") }
  }

  init(_ text: String, _ options: JSONOptions = JSONOptions(), chunk: Int? = nil) throws {
    try self.init(Array(text.utf8), options, chunk: chunk)
  }

  var description: String { "\(columns)\n" + rows.map { "\($0)" }.joined(separator: "\n") }
}

/// The error of reading a text, without the folder.
func failure(_ text: String, _ options: JSONOptions = JSONOptions()) -> String? {
  do {
    _ = try Read(text, options)
    return nil
  } catch let error as InlayError {
    var error = error
    error.location.file = error.location.file?.split(separator: "/").last.map(String.init)
    return "\(error.code): \(error)"
  } catch {
    return "\(error)"
  }
}
