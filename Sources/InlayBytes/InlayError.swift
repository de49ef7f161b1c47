/// The one error that Inlay throws: whose fault it is, what went wrong and what to do, and where.
///
/// Every target throws this type, so that a caller has one `catch` and one place turns an error into text
/// (``description``). A message is a sentence that names the thing and the remedy; values that are known only at
/// run time stand at its end.
public struct InlayError: Error, Hashable, Sendable {
  /// Whose fault an error is.
  public enum Code: String, Hashable, Sendable, CaseIterable, Codable {
    /// What the caller asked for makes no sense: an option, a column name, a path.
    case invalidInput
    /// The bytes of an input break the rules of their format.
    case corrupt
    /// The input is well formed, and Inlay cannot do what it asks for.
    case unsupported
    /// A limit that protects the machine was reached; the message names the option that raises it.
    case limitExceeded
    /// The operating system refused.
    case io
    /// A job document cannot be run as it is.
    case invalidJob
    /// The caller stopped the run.
    case cancelled
  }

  /// Whose fault it is.
  public var code: Code
  /// What went wrong and what to do about it.
  public var message: String
  /// Where it happened, as far as it is known.
  public var location: Location

  /// Makes an error.
  public init(_ code: Code, _ message: String, at location: Location = Location()) {
    self.code = code
    self.message = message
    self.location = location
  }

  /// Returns this error with what `outer` knows of the place and this error does not.
  ///
  /// The floor that finds a fault knows the byte, the one above it knows the file, the one above that the node.
  public func located(in outer: Location) -> InlayError {
    var error = self
    error.location.fill(from: outer)
    return error
  }
}

extension InlayError: CustomStringConvertible {
  /// The place, a colon, and the message.
  public var description: String {
    let place = location.description
    return place.isEmpty ? message : "\(place): \(message)"
  }
}
