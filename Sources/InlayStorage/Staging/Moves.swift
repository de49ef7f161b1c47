import InlayBytes

/// Files of an area that were moved into a target one by one, and what is needed to undo that.
struct Moves {
  private let area: StagingArea
  private let target: String
  private var moved: [(name: String, before: Before)] = []
  private var folders: [String] = []

  /// What was at a file's place before.
  private enum Before {
    case nothing
    /// A file, which has a second name here.
    case saved(String)
    /// A file that cannot have one on this file system.
    case lost
  }

  /// - Parameter target: The folder that the area's files are meant for.
  init(from area: StagingArea, to target: String) {
    self.area = area
    self.target = target
  }

  /// Moves all files; when one cannot be moved, all are moved back.
  mutating func perform() throws {
    do {
      for name in area.names { try move(name) }
    } catch {
      undo()
      throw error
    }
  }

  private mutating func move(_ name: String) throws {
    let place = target.appending(name: name)
    if name.contains("/") {
      try refuseLinks(before: name)
      folders = try Folders.make(place.folderPath) + folders
    }
    var before = Before.nothing
    if try System.linkStatus(path: place) != nil {
      let copy = area.path.appending(name: "replaced-\(moved.count)")
      before = (try? System.link(place, as: copy)) == nil ? .lost : .saved(copy)
    }
    try System.move(area.filesPath.appending(name: name), to: place)
    moved.append((name, before))
  }

  /// Throws where a folder within the target leads out of it.
  private func refuseLinks(before name: String) throws {
    var folder = target
    for part in name.split(separator: "/").dropLast() {
      folder = folder.appending(name: String(part))
      if try System.linkStatus(path: folder)?.isLink == true {
        throw InlayError(
          .invalidInput, "is a link, and no file is written through one; put a folder in its place",
          at: .init(file: folder))
      }
    }
  }

  /// Moves the files back, and what they replaced to where it was.
  mutating func undo() {
    for (name, before) in moved.reversed() {
      let place = target.appending(name: name)
      switch before {
      case .nothing: try? System.remove(place)
      case .saved(let copy): try? System.move(copy, to: place)
      case .lost: break
      }
    }
    Folders.removeEmpty(folders)
    (moved, folders) = ([], [])
  }

  /// Waits until the new names are on the disk.
  func synchronize() throws {
    for folder in Set(moved.map { target.appending(name: $0.name).folderPath } + folders.map(\.folderPath)) {
      try System.synchronizeFolder(folder)
    }
    try System.synchronizeFolder(target)
  }
}
