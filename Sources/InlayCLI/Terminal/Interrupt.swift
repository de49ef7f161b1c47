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

  /// Lets the next interrupt stop a run, so that it can clear away what it began; one more ends the command at once.
  static func stops(_ monitor: RunMonitor) { current.withLock { $0 = monitor } }
}
