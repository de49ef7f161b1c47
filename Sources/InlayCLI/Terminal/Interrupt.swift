import Inlay

/// The user's or the system's wish that the command ends.
enum Interrupt {
  private static let current = Gate<RunMonitor?>(nil)

  /// Waits for interrupts; called before any other thread is started.
  static func listen() {
    System.onInterrupt {
      guard let monitor = current.withLock({ $0 }), !monitor.isCancelled else {
        System.endProcess(status: 130)
      }
      monitor.cancel()
    }
  }

  /// Lets an interrupt stop a run while `body` does it, so that it can clear away what it began; one more ends the
  /// command at once.
  static func stopping<Result>(_ monitor: RunMonitor, _ body: () throws -> Result) rethrows -> Result {
    current.withLock { $0 = monitor }
    defer { current.withLock { $0 = nil } }
    return try body()
  }
}
