extension System {
  /// A call of the system that may fail.
  package enum Call: String, Hashable, Sendable, CaseIterable {
    case open, status, resolve, read, write, synchronize, move, link, remove, makeFolder, list, changeMode,
      map
  }

  /// Asked before each call on behalf of a thread and of those that it starts; nil when nobody is.
  ///
  /// Tests learn by it what happens when a call fails: any of them, in any order, on any machine.
  @TaskLocal package static var gate: (any CallGate)?

  static func admit(_ call: Call, _ path: String) throws {
    if let gate { try gate.admit(call, path: path) }
  }
}

/// Decides whether a call of the system is made.
package protocol CallGate: Sendable {
  /// Throws what the call would throw.
  func admit(_ call: System.Call, path: String) throws
}
