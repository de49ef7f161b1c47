import InlayBytes
import Synchronization

/// A hidden folder, `.inlay-<run>`, in which a run writes its files until all of them are whole.
///
/// It lies in the folder that the files are meant for, so that a rename moves them there in one step. The run holds
/// the system's lock of it for as long as it lives: an area whose lock is free was left by a run that died, and the
/// next run in that folder removes it.
final class StagingArea: Sendable {
  /// The folder that the files are meant for.
  let target: String
  private let path: String
  private let state: Mutex<State>

  private struct State {
    var lock: Int32?
    var files: [(name: String, output: FileOutput)] = []
  }

  static let prefix = ".inlay-"

  /// Makes an area in `target`, a folder that exists, and removes what dead runs left there.
  init(in target: String) throws {
    self.target = target
    Self.removeLeftovers(in: target)
    var made: (path: String, lock: Int32)?
    while made == nil { made = try Self.make(in: target) }
    path = made?.path ?? ""
    state = Mutex(State(lock: made?.lock))
  }

  deinit { remove() }

  /// Makes a folder and takes its lock; nil when another run took it for a leftover in between.
  private static func make(in target: String) throws -> (path: String, lock: Int32)? {
    let path = target.appending(name: prefix + RunName().description)
    guard try System.makeFolder(path) else { return nil }
    let lock = try System.open(path, .read)
    _ = System.lock(lock, waits: true)
    if try System.status(path: path) != nil { return (path, lock) }
    System.closeDescriptor(lock)
    return nil
  }

  /// Creates a file with the name that it shall have in the target; the folders before the name are made.
  func makeFile(named name: String) throws -> FileOutput {
    let place = path.appending(name: name)
    if name.contains("/") { _ = try Folders.make(place.folderPath) }
    let file = try FileOutput(creating: place)
    state.withLock { $0.files.append((name, file)) }
    return file
  }

  /// The names of the files, in the order in which they were made.
  var names: [String] { state.withLock { $0.files.map(\.name) } }

  /// Moves the files into the target, which then holds all of them; when that fails, those that were moved are
  /// removed again, except where they replaced another file.
  func publish() throws {
    for file in state.withLock({ $0.files }) { try file.output.finish() }
    try System.synchronizeFolder(path)
    var moved: [String] = []
    var made: [String] = []
    do {
      for name in names {
        let place = target.appending(name: name)
        if name.contains("/") { made = try Folders.make(place.folderPath) + made }
        let isNew = try System.linkStatus(path: place) == nil
        try System.move(path.appending(name: name), to: place)
        if isNew { moved.append(place) }
      }
    } catch {
      for place in moved { try? System.remove(place) }
      Folders.removeEmpty(made)
      throw error
    }
    for folder in Set(names.map { target.appending(name: $0).folderPath } + made.map(\.folderPath)) {
      try System.synchronizeFolder(folder)
    }
    try System.synchronizeFolder(target)
    remove()
  }

  /// Removes the area with all that is still in it; the second call does nothing.
  func remove() {
    state.withLock { state in
      guard let lock = state.lock else { return }
      for file in state.files { file.output.discard() }
      Self.removeFolder(path)
      System.closeDescriptor(lock)
      state.lock = nil
    }
  }

  private static func removeFolder(_ path: String) {
    for name in (try? System.names(in: path)) ?? [] {
      let inner = path.appending(name: name)
      if (try? System.linkStatus(path: inner))?.isFolder == true {
        removeFolder(inner)
      } else {
        try? System.remove(inner)
      }
    }
    try? System.removeFolder(path)
  }

  /// Removes the areas of dead runs, as far as the system lets us.
  private static func removeLeftovers(in target: String) {
    for name in (try? System.names(in: target)) ?? [] where isAreaName(name) {
      let path = target.appending(name: name)
      guard let status = try? System.linkStatus(path: path), status.isFolder,
        let lock = try? System.open(path, .read)
      else { continue }
      if System.lock(lock, waits: false) { removeFolder(path) }
      System.closeDescriptor(lock)
    }
  }

  private static func isAreaName(_ name: String) -> Bool {
    name.utf8.count == prefix.utf8.count + 16 && name.hasPrefix(prefix)
      && name.dropFirst(prefix.count).allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}
