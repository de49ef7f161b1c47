import InlayBytes
import Synchronization

/// The staging areas of this process, so that they can be removed when it must end before its work has.
package enum RunningAreas {
  private struct State {
    var areas: [ObjectIdentifier: Reference] = [:]
    var isEnding = false
  }

  private struct Reference {
    weak var area: StagingArea?
  }

  private static let state = Mutex(State())

  /// Removes all areas, and all else that their runs have made; waits for outputs that are just taking their places.
  ///
  /// Whoever calls this ends the process next: from now on nothing is begun and nothing takes its place.
  package static func removeAll() {
    let areas = state.withLock { state in
      state.isEnding = true
      return state.areas.values.compactMap(\.area)
    }
    for area in areas { area.abandonAtOnce() }
  }

  /// Runs `body`, which the end of the process does not cut in two.
  static func uninterrupted<Result>(_ body: () throws -> Result) throws -> Result {
    try state.withLock { state in
      if state.isEnding { throw Cancellation.stopped }
      return try body()
    }
  }

  static func add(_ area: StagingArea) {
    state.withLock { $0.areas[ObjectIdentifier(area)] = Reference(area: area) }
  }

  static func forget(_ area: StagingArea) {
    state.withLock { $0.areas[ObjectIdentifier(area)] = nil }
  }
}
