/// A name that no other run has, for the files of a run: 16 hexadecimal digits.
public struct RunName: Hashable, Sendable, CustomStringConvertible {
  /// The digits.
  public let description: String

  /// Makes up a new name.
  public init() {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    description = String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
