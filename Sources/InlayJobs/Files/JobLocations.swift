import InlayBytes
import InlayStorage

/// The files that a run of a job reads and the folders that it writes on this machine.
struct JobLocations {
  /// The files of each source that a target needs, by the position of its node, in the order they are read.
  private(set) var files: [Int: [FileListing.File]] = [:]
  /// The file or folder of each source that reads a table of the catalog, by the position of its node.
  private(set) var tables: [Int: String] = [:]
  /// The folder of each target, by the position of its node.
  private(set) var folders: [Int: String] = [:]
  /// What cannot be found, and what would be overwritten.
  private(set) var findings: [JobFinding] = []

  /// Finds what the nodes of a graph read and write.
  init(_ graph: JobGraph, _ map: LocationMap) {
    for (position, vertex) in graph.vertices.enumerated() where graph.needed.contains(position) {
      var report = NodeReport(vertex.node)
      switch vertex.operation {
      case let source as any JobSource:
        if let table = source.table {
          files[position] = find(table, at: position, source, map, &report)
        } else {
          files[position] = Self.find(source, map, &report)
        }
        if report.hasErrors { files[position] = nil }
      case let operation:
        folders[position] = operation?.writer.flatMap { Self.target($0.path, map, &report) }
      }
      findings += report.findings
    }
    checkTargets(of: graph)
  }

  private static func find(_ source: any JobSource, _ map: LocationMap, _ report: inout NodeReport)
    -> [FileListing.File]
  {
    var files: [FileListing.File] = []
    for (index, location) in source.paths.enumerated() {
      let place = "Paths[\(index)]"
      if source is ReplacedRows {
        files += Self.replacement(location, source, &report)
        continue
      }
      guard let path = resolve(location, at: place, map, &report) else { continue }
      do {
        files += try source.listing.files(at: path, location: location)
      } catch {
        report.error(place, "\(error)")
      }
    }
    return source.bounds.limiting(files)
  }

  /// Finds the files that stand in for a node: they are named by an option, and lie where it says.
  private static func replacement(
    _ path: String, _ source: any JobSource, _ report: inout NodeReport
  ) -> [FileListing.File] {
    do {
      return try source.listing.files(at: path, location: path)
    } catch {
      report.error(ofOption: ReplacedRows.option, "\(error)")
      return []
    }
  }

  /// Finds the files of a table of the catalog.
  private mutating func find(
    _ table: CatalogTable, at position: Int, _ source: any JobSource, _ map: LocationMap,
    _ report: inout NodeReport
  ) -> [FileListing.File] {
    guard let path = map.path(ofTable: table.description) else {
      report.error(
        "Table",
        "There is no catalog on this machine; name the file or folder that holds the table's rows, with "
          + "--table \(printable(table.description))=PATH.")
      return []
    }
    let found = report.attempt("Table") { _ in
      try source.listing.files(at: path, location: path)
    }
    let files = source.bounds.limiting(found ?? [])
    // A table is read as a whole, so that its folders tell the values of columns, unless only some files are read.
    if files.count == found?.count { tables[position] = path }
    return files
  }

  private static func resolve(
    _ location: String, at place: String, _ map: LocationMap, _ report: inout NodeReport
  ) -> String? {
    do {
      return try map.resolve(location)
    } catch {
      report.error(place, error.message)
      return nil
    }
  }

  /// Returns the folder of a target, which no link leads out of the folder that its location is mapped to.
  private static func target(_ location: String, _ map: LocationMap, _ report: inout NodeReport) -> String? {
    guard let path = resolve(location, at: "Path", map, &report) else { return nil }
    guard let boundary = map.boundary(of: location) else { return path }
    let (folder, outer) = (PathIdentity.canonical(path), PathIdentity.canonical(boundary))
    if PathIdentity.isSameOrNested(folder, outer), folder.utf8.count >= outer.utf8.count { return path }
    report.error(
      "Path",
      "A link leads out of the folder that the location is mapped to; map the location itself. "
        + "Found \(quoted(location)), which is \(quoted(folder)).")
    return nil
  }

  /// Reports targets that would meet in one folder or lie in each other, and those that would write among the files
  /// that the job reads. Folders are compared as the system knows them, however they are spelled.
  private mutating func checkTargets(of graph: JobGraph) {
    let read = Set(files.values.joined().flatMap { PathIdentity.folders(ofFile: $0.path) })
    var taken: [(folder: String, position: Int)] = []
    for (position, path) in folders.sorted(by: { $0.key < $1.key }) {
      var report = NodeReport(graph.vertices[position].node)
      let folder = PathIdentity.canonical(path)
      if let other = taken.first(where: { PathIdentity.isSameOrNested($0.folder, folder) }) {
        let relation = other.folder == folder ? "write to one folder" : "write to folders, one in the other,"
        report.error(
          "Path",
          "Two targets \(relation) of this machine; map their locations apart. The other is "
            + "\(graph.vertices[other.position].node.label). Found \(quoted(path)).")
      } else if read.contains(folder) {
        report.error(
          "Path", "The folder holds files that the job reads; write to another one. Found \(quoted(path)).")
      }
      taken.append((folder, position))
      findings += report.findings
    }
  }
}
