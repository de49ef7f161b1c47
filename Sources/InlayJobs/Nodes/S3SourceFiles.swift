import InlayBytes
import InlayStorage

/// Reads the files of locations of S3.
protocol S3Source: JobSource {
  /// The files, as the node names them.
  var files: S3SourceFiles { get }
}

extension S3Source {
  var paths: [String] { files.paths }
  var listing: FileListing { files.listing }
  var bounds: SourceBounds { files.bounds }
}

/// The files that a source of S3 reads, as its node names them.
///
/// `GroupFiles`, `GroupSize`, `MaxBand` and `MaxFilesInBand` say how the service hands files to its machines, and mean
/// nothing on one.
struct S3SourceFiles: Sendable {
  /// The locations, as the document has them.
  let paths: [String]
  let listing: FileListing
  /// How much of the files is read.
  let bounds: SourceBounds
  /// The files that are not read, as the document has them.
  private let exclusions: [String]

  init(reading reader: inout NodeReader) {
    paths = reader.requiredStrings("Paths")
    exclusions = reader.strings("Exclusions") ?? []
    listing = FileListing(
      recurses: reader.flag("Recurse") ?? false, exclusions: reader.patterns(exclusions))
    bounds = reader.bounds()
  }

  /// What is to be said of the files beside their format.
  var traits: [String] { bounds.traits + (exclusions.isEmpty ? [] : ["except \(listed(exclusions))"]) }
}

/// How many of a source's files are read, from the first on.
struct SourceBounds: Hashable, Sendable {
  /// The most files.
  var fileCount: Int?
  /// The bytes with which it is enough: the file that reaches them is the last.
  var byteCount: Int?

  /// Returns the files that are read of some that were found.
  func limiting(_ files: [FileListing.File]) -> [FileListing.File] {
    var left = byteCount ?? .max
    return Array(
      files.prefix(fileCount ?? .max).prefix { file in
        defer { left -= Swift.min(left, file.byteCount) }
        return left > 0
      })
  }

  var traits: [String] {
    (fileCount.map { ["at most \($0) file\($0 == 1 ? "" : "s")"] } ?? [])
      + (byteCount.map { ["files until \($0) bytes are reached"] } ?? [])
  }
}

extension NodeReader {
  fileprivate mutating func patterns(_ texts: [String]) -> [PathPattern] {
    var patterns: [PathPattern] = []
    for (index, text) in texts.enumerated() {
      if let pattern = PathPattern(text) {
        patterns.append(pattern)
      } else {
        report.error(
          "Exclusions[\(index)]",
          "The pattern has a bracket, brace or backslash that does not end; put a backslash before it to mean the "
            + "character. Found \(quoted(text)).")
      }
    }
    return patterns
  }

  /// Reads what makes a source stop before the end of its files; zero and an empty text are no bounds.
  mutating func bounds() -> SourceBounds {
    guard let options = value("AdditionalOptions")?.object else { return SourceBounds() }
    var bounds = SourceBounds()
    bounds.fileCount = bound("BoundedFiles", options)
    bounds.byteCount = bound("BoundedSize", options)
    return bounds
  }

  private mutating func bound(_ name: String, _ options: JSONObject) -> Int? {
    guard let value = options[name], !value.isNull, value.string != "" else { return nil }
    if let count = value.number?.integer ?? value.string.flatMap({ Int($0) }), count >= 0 {
      return count > 0 ? count : nil
    }
    wrongKind("AdditionalOptions.\(name)", expected: "a whole number that is not negative", value)
    return nil
  }

  /// Returns whether a node's text files are all compressed by gzip; otherwise their first bytes tell.
  mutating func isGzip() -> Bool {
    switch string("CompressionType") {
    case nil, "", "none": return false
    case "gzip": return true
    case let other?:
      report.error(
        "CompressionType",
        "This version reads files that are not compressed, or by gzip; found \(quoted(other)).")
      return false
    }
  }
}
