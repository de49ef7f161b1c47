import InlayBytes
import Synchronization

/// Lets one call of the system fail: the one of a number, counted from 0.
final class FailingCalls: CallGate {
  private let number: Int
  private let count = Atomic(0)

  init(at number: Int) { self.number = number }

  /// What no disk says, so that it is known again.
  static let error = InlayError(.io, "No space left on device, as a test says")

  /// Whether the call of that number was made.
  var hasFailed: Bool { count.load(ordering: .relaxed) > number }

  func admit(_ call: System.Call, path: String) throws {
    if count.wrappingAdd(1, ordering: .relaxed).oldValue == number { throw Self.error }
  }

  /// Runs `body` once for each call that it makes, which fails, and once more without; `body` gets the number.
  static func forEach(_ body: (_ number: Int) throws -> Void) rethrows -> Int {
    var number = 0
    while true {
      let calls = FailingCalls(at: number)
      try System.$gate.withValue(calls) { try body(number) }
      if !calls.hasFailed { return number }
      number += 1
    }
  }
}
