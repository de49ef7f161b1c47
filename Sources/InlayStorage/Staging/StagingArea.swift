import InlayBytes
import Synchronization

/// A hidden folder, `.inlay-<run>`, in which a run writes its files until all of them are whole.
///
/// It lies in the folder that the files are meant for, so that a rename moves them there in one step, and is for its
/// owner only. The run holds the system's lock of it for as long as it lives: an area whose lock is free was left by a
/// run that died, and the next run in that folder removes it.
final class StagingArea: Sendable {
  private let state: Mutex<State>
  private let right: TargetLock
  private let newFolders: [String]

  private struct State {
    var path: String
    var lock: Int32?
    var files: [(name: String, output: FileOutput)] = []
  }

  static let prefix = ".inlay-"

  /// Makes an area in `target`, a folder that exists.
  ///
  /// - Parameters:
  ///   - right: The right to write to the target, which the run gives back with the area.
  ///   - newFolders: The folders that were made for the target, the innermost first.
  init(in target: String, right: TargetLock, newFolders: [String]) throws {
    self.right = right
    self.newFolders = newFolders
    var made: (path: String, lock: Int32)?
    while made == nil { made = try Self.make(in: target) }
    state = Mutex(State(path: made?.path ?? "", lock: made?.lock))
    RunningAreas.add(self)
    do {
      try System.makeFolder(filesPath)
      try writeOwner()
    } catch {
      remove()
      throw error
    }
  }

  deinit { abandon() }

  /// Makes a folder and takes its lock; nil when another run took it for a leftover in between.
  private static func make(in target: String) throws -> (path: String, lock: Int32)? {
    let path = target.appending(name: prefix + RunName().description)
    guard try System.makeFolder(path, isPrivate: true) else { return nil }
    do {
      let lock = try System.open(path, .read)
      // Who looks for leftovers has the lock for a moment.
      var tries = 0
      while tries < 100, System.lock(lock) == .held {
        System.sleep(microseconds: 1_000)
        tries += 1
      }
      if tries < 100, try System.status(path: path) != nil { return (path, lock) }
      System.closeDescriptor(lock)
      return nil
    } catch {
      try? System.removeFolder(path)
      throw error
    }
  }

  private func writeOwner() throws {
    let file = path.appending(name: Self.ownerName)
    let descriptor = try System.open(file, .lock)
    defer { System.closeDescriptor(descriptor) }
    try LockOwner.write(to: descriptor, path: file)
  }

  private static let ownerName = "owner"

  /// Where the area lies.
  var path: String { state.withLock { $0.path } }

  /// The folder in it whose content is that of the target.
  var filesPath: String { path.appending(name: "files") }

  /// Creates a file with the name that it shall have in the target; the folders before the name are made.
  func makeFile(named name: String) throws -> FileOutput {
    let place = filesPath.appending(name: name)
    let file = try RunningAreas.uninterrupted {
      if name.contains("/") { _ = try Folders.make(place.folderPath) }
      return try FileOutput(creating: place)
    }
    state.withLock { $0.files.append((name, file)) }
    return file
  }

  /// The names of the files, in the order in which they were made.
  var names: [String] { state.withLock { $0.files.map(\.name) } }

  /// Waits until all files are on the disk.
  func finish() throws {
    for file in state.withLock({ $0.files }) {
      try Cancellation.check()
      try file.output.finish()
    }
    try FileTree.synchronize(filesPath)
  }

  /// Moves the area with all that is in it to another folder of the same file system.
  func move(to folder: String) throws {
    let old = path
    let new = folder.appending(name: old.pathName)
    try System.move(old, to: new)
    state.withLock { $0.path = new }
  }

  /// Removes the area with all that is still in it, and lets others write to the target; the second call does nothing.
  func remove() {
    let (path, lock) = state.withLock { state in
      defer { state.lock = nil }
      for file in state.files { file.output.discard() }
      return (state.path, state.lock)
    }
    guard let lock else { return }
    FileTree.remove(path)
    RunningAreas.forget(self)
    System.closeDescriptor(lock)
    right.release()
  }

  /// Removes the area, and the folders that were made for the target where nothing came of it.
  func abandon() {
    remove()
    Folders.removeEmpty(newFolders)
  }

  /// Does so while others may still write into the area: the process ends next.
  func abandonAtOnce() {
    FileTree.remove(path)
    right.release()
    Folders.removeEmpty(newFolders)
  }
}

extension StagingArea {
  static func isAreaName(_ name: String) -> Bool {
    name.utf8.count == prefix.utf8.count + 16 && name.hasPrefix(prefix)
      && name.dropFirst(prefix.count).allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  /// Removes what dead runs left in a folder, as far as the system lets us.
  static func removeLeftovers(in folder: String) {
    let names = (try? System.names(in: folder)) ?? []
    forEach(in: folder, names) { path, isLiving in if !isLiving { FileTree.remove(path) } }
    TargetLock.removeLeftovers(in: folder, names)
  }

  /// Returns what the run says of itself that writes into a folder; nil when it has said nothing yet.
  static func owner(near folder: String) -> String? {
    var owner: String?
    // The moment in which files take their places is spent in the folder around.
    for place in [folder, folder.folderPath] {
      forEach(in: place, (try? System.names(in: place)) ?? []) { path, isLiving in
        if isLiving, owner == nil { owner = LockOwner.read(path.appending(name: ownerName)) }
      }
    }
    return owner
  }

  /// Looks at the areas in a folder; the lock of one without a run is held by us meanwhile.
  private static func forEach(
    in folder: String, _ names: [String], _ body: (_ path: String, _ isLiving: Bool) -> Void
  ) {
    for name in names where isAreaName(name) {
      let path = folder.appending(name: name)
      guard let status = try? System.linkStatus(path: path), status.isFolder,
        let lock = try? System.open(path, .read)
      else { continue }
      body(path, System.lock(lock) != .taken)
      System.closeDescriptor(lock)
    }
  }
}
