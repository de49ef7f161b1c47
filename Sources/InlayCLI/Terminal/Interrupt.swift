import ArgumentParser
import Inlay
import Synchronization

/// The user's or the system's wish that the command ends.
enum Interrupt {
  private static let cancellation = Cancellation(within: nil)
  private static let signal = Atomic<Int32>(0)

  /// How long work has to end on its own, in microseconds: nobody waits longer than a second.
  private static let patience: UInt32 = 800_000

  /// Waits for interrupts; called before any other thread is started.
  ///
  /// The first one asks the work to end, so that it can clear away what it began. One more, or work that goes on, ends
  /// the command at once, without anything left behind either.
  static func listen() {
    System.onInterrupt { number in
      guard signal.exchange(number, ordering: .relaxed) == 0 else { endAtOnce() }
      cancellation.cancel()
      Workers.detach {
        System.sleep(microseconds: patience)
        endAtOnce()
      }
    }
  }

  /// Runs `body`, which an interrupt stops.
  static func stopping<Result>(_ body: () throws -> Result) rethrows -> Result {
    try cancellation.stopping(body)
  }

  /// The exit code of a command that was interrupted, as a shell has it; nil when it was not.
  static var exitCode: ExitCode? {
    let number = signal.load(ordering: .relaxed)
    return number == 0 ? nil : ExitCode(128 + number)
  }

  private static func endAtOnce() -> Never {
    RunningAreas.removeAll()
    System.endProcess(status: exitCode?.rawValue ?? 1)
  }
}
