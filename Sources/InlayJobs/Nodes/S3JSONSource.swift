import InlayBytes
import InlayColumns
import InlayJSON

/// Reads JSON files: an S3 source of the format json.
///
/// How records lie is told by the files, whatever `Multiline` says: one a line, in an array, or over several lines. The
/// types are those that hold all values of all files.
struct S3JSONSource: S3Source {
  let files: S3SourceFiles
  /// The way from each value of a file to its records.
  let path: JSONPath
  /// Whether every file is gzip-compressed; otherwise the first bytes tell.
  let isGzip: Bool

  init(reading reader: inout NodeReader) {
    files = S3SourceFiles(reading: &reader)
    path = reader.jsonPath()
    isGzip = reader.isGzip()
    _ = reader.flag("Multiline")
  }

  func open(_ files: [String], options: JobOptions) throws -> any BatchSource {
    var json = JSONOptions()
    json.path = path
    json.compression = isGzip ? .gzip : .automatic
    json.onBadRow = options.onBadRow
    return try JSONSource(paths: files, options: json)
  }

  /// Says why the source has no columns.
  func reportNoColumns(_ report: inout NodeReport) {
    if path.steps.isEmpty {
      report.error(
        "Paths",
        "The files are empty, or no record in them has a member with a value, so the source has no columns.")
    } else {
      report.error(
        "JsonPath",
        "No record with a member that has a value is at this path, so the source has no columns; correct the path to "
          + "where the records are. Found `\(path)`.")
    }
  }

  func summary(inputs: [String]) -> [String] {
    var traits = path.steps.isEmpty ? [] : ["records at `\(path)`"]
    if isGzip { traits.append("gzip-compressed") }
    return ["read JSON" + (traits + files.traits).map { ", \($0)" }.joined()] + paths.map { printable($0) }
  }
}

extension NodeReader {
  fileprivate mutating func jsonPath() -> JSONPath {
    guard let text = string("JsonPath"), !text.isEmpty else { return JSONPath() }
    do throws(InlayError) {
      return try JSONPath(text: text)
    } catch {
      report.error("JsonPath", "The path cannot be followed: \(error.message).")
      return JSONPath()
    }
  }
}
