import CInlaySystem

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The calls of a command that talks to a terminal.
extension System {
  /// isatty(3).
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// ioctl(2) TIOCGWINSZ: the number of characters in a line of a terminal; nil for what is none.
  package static func terminalWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    let result = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    return result == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  /// getenv(3): whether a variable of the environment is set to something.
  package static func hasEnvironmentValue(_ name: String) -> Bool {
    guard let value = unsafe getenv(name) else { return false }
    return unsafe value.pointee != 0
  }

  /// usleep(3).
  package static func sleep(microseconds: UInt32) { _ = usleep(microseconds) }

  /// signal(2) SIGPIPE: lets a process that writes to a closed pipe end at once, as a filter should.
  package static func endOnBrokenPipe() { _ = signal(SIGPIPE, SIG_DFL) }

  /// pthread_sigmask(3) and sigwait(3): calls `body`, on a thread of its own, with the signal's number each time that the
  /// user or the system asks the process to end. Called before other threads are started.
  ///
  /// A signal that whoever started the process lets it ignore, as `nohup` does, stays ignored.
  package static func onInterrupt(_ body: @escaping @Sendable (_ signal: Int32) -> Void) {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] where !inlay_is_ignored(signal) {
      unsafe sigaddset(&signals, signal)
    }
    guard unsafe pthread_sigmask(SIG_BLOCK, &signals, nil) == 0 else { return }
    let awaited = signals
    Workers.detach {
      var signals = awaited
      var signal: Int32 = 0
      while unsafe sigwait(&signals, &signal) == 0 { body(signal) }
    }
  }

  /// _exit(2): ends the process at once, without clearing anything away.
  package static func endProcess(status: Int32) -> Never { _exit(status) }
}
