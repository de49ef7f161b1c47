import InlayBytes
import Synchronization

/// The right to write to a target, which one run has at a time, in any process.
///
/// It is the system's lock of open files (flock), which ends with the process, however that ends; readers ask for
/// none. Who replaces the files of a folder has the folder's own; who replaces one file has that of a hidden file beside
/// it, and shares the folder's with those of other files. On a file system without locks everybody has the right.
final class TargetLock: Sendable {
  private struct State {
    var descriptors: [Int32]
    /// The lock's file, which goes with it.
    var file: String?
  }

  private let state: Mutex<State>

  /// Takes the lock of a folder.
  init(folder: String) throws {
    state = Mutex(State(descriptors: [try Self.lock(folder: folder, isShared: false)]))
  }

  /// Takes the lock of a file.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - folder: The folder that it is in.
  init(file name: String, in folder: String) throws {
    let shared = try Self.lock(folder: folder, isShared: true)
    do {
      let path = folder.appending(name: Self.lockName(of: name))
      let own = try Self.lock(file: path, for: folder.appending(name: name))
      state = Mutex(State(descriptors: [own, shared], file: path))
    } catch {
      System.closeDescriptor(shared)
      throw error
    }
  }

  deinit { release() }

  /// Lets others write; the second call does nothing.
  func release() {
    state.withLock { state in
      // Before the lock is free: whoever has opened the file sees then that it is gone.
      if let file = state.file { try? System.remove(file) }
      for descriptor in state.descriptors { System.closeDescriptor(descriptor) }
      state = State(descriptors: [])
    }
  }

  /// Takes the lock of what takes the target's place, too.
  func extend(to folder: String) throws {
    let descriptor = try System.open(folder, .read)
    _ = System.lock(descriptor)
    state.withLock { $0.descriptors.append(descriptor) }
  }

  private static func lock(folder: String, isShared: Bool) throws -> Int32 {
    try taking {
      let descriptor = try System.open(folder, .read)
      return (descriptor, System.lock(descriptor, isShared: isShared), folder)
    } refusal: {
      LockOwner.error(StagingArea.owner(near: folder), at: folder)
    }
  }

  private static func lock(file path: String, for target: String) throws -> Int32 {
    let descriptor = try taking {
      let descriptor = try System.open(path, .lock)
      return (descriptor, System.lock(descriptor), path)
    } refusal: {
      LockOwner.error(LockOwner.read(path), at: target)
    }
    // Without it others are told less.
    try? LockOwner.write(to: descriptor, path: path)
    return descriptor
  }

  /// Opens what is at a path and takes its lock; again where something else has come to the path in between.
  private static func taking(
    _ attempt: () throws -> (descriptor: Int32, lock: System.LockResult, path: String),
    refusal: () -> InlayError
  ) throws -> Int32 {
    while true {
      let (descriptor, lock, path) = try attempt()
      if lock == .held {
        System.closeDescriptor(descriptor)
        throw refusal()
      }
      do {
        let own = try System.status(descriptor, path: path).identity
        if try System.status(path: path)?.identity == own { return descriptor }
      } catch {
        System.closeDescriptor(descriptor)
        throw error
      }
      System.closeDescriptor(descriptor)
    }
  }

  private static let prefix = StagingArea.prefix
  private static let suffix = ".lock"

  /// The name of the file whose lock is that of a file.
  private static func lockName(of name: String) -> String {
    let bytes = Values<UInt8>(Array(name.utf8))
    let digits = String(XXHash64.hash(bytes.rawSpan), radix: 16)
    return prefix + String(repeating: "0", count: 16 - digits.utf8.count) + digits + suffix
  }

  /// Removes the lock files of dead runs, as far as the system lets us.
  static func removeLeftovers(in folder: String, _ names: [String]) {
    for name in names
    where name.hasSuffix(suffix) && StagingArea.isAreaName(String(name.dropLast(suffix.count))) {
      let path = folder.appending(name: name)
      guard let status = try? System.linkStatus(path: path), status.isRegular,
        let descriptor = try? System.open(path, .lock)
      else { continue }
      let isFree = System.lock(descriptor) == .taken
      if isFree, (try? System.status(descriptor, path: path))?.identity == status.identity {
        try? System.remove(path)
      }
      System.closeDescriptor(descriptor)
    }
  }
}
