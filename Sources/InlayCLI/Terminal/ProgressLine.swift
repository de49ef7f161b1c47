import Inlay

/// One line at the bottom of a terminal that shows how far a run has come, at most ten times a second.
///
/// Where the standard error is no terminal nothing is shown.
final class ProgressLine: Sendable {
  private let monitor: RunMonitor
  private let title: String?
  private let start = ContinuousClock.now
  private let isRunning = Gate(true)

  /// The time between two pictures, in microseconds.
  private static let interval: UInt32 = 100_000

  /// Begins to show a run's progress.
  ///
  /// - Parameters:
  ///   - monitor: Knows how far the run has come.
  ///   - title: What is done, where a command does several things.
  init(_ monitor: RunMonitor, title: String? = nil, stream: Terminal.Stream = .error) {
    self.monitor = monitor
    self.title = title
    guard stream.isTerminal else { return }
    let output = stream.open()
    Workers.detach { [self] in
      while isRunning.withLock({ isRunning in
        if isRunning { draw(to: output, width: stream.width ?? 80) }
        return isRunning
      }) {
        System.sleep(microseconds: Self.interval)
      }
    }
  }

  /// Takes the line away.
  func finish(stream: Terminal.Stream = .error) {
    isRunning.withLock { isRunning in
      guard isRunning else { return }
      isRunning = false
      guard stream.isTerminal else { return }
      let output = stream.open()
      try? output.write(utf8: Self.clearLine)
      try? output.flush()
    }
  }

  private static let clearLine = "\r\u{1B}[K"

  private func draw(to output: FileOutput, width: Int) {
    let elapsed = Double(start.duration(to: .now) / .nanoseconds(1)) / 1e9
    // A line that fills the last cell would wrap on some terminals.
    let text = Self.text(monitor.progress, elapsed: elapsed, title: title).cut(to: width - 1)
    try? output.write(utf8: Self.clearLine + text)
    try? output.flush()
  }

  /// The line: what is done, how much, how fast, and how long it will still take.
  static func text(_ progress: RunMonitor.Progress, elapsed: Double, title: String? = nil) -> String {
    var parts = title.map { [$0.printable] } ?? []
    let done = Swift.min(progress.bytesRead, progress.bytesExpected)
    if progress.bytesExpected > 0 { parts.append("\(done * 100 / progress.bytesExpected) %") }
    parts.append("\(Quantity.count(progress.rowsWritten)) rows")
    parts.append("\(Quantity.bytes(done)) of \(Quantity.bytes(progress.bytesExpected))")
    if elapsed > 0.2 && done > 0 {
      let rate = Double(done) / elapsed
      parts.append("\(Quantity.bytes(Int(rate)))/s")
      let left = Double(progress.bytesExpected - done) / rate
      // The first moments say nothing about the rest.
      if elapsed > 1 && left >= 1 && left < 1e9 {
        parts.append("\(Quantity.wholeSeconds(Int(left.rounded()))) left")
      }
    }
    return parts.joined(separator: " · ")
  }
}
