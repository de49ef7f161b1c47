/// A piece of the library's work that is measured: by the clock, and by the instructions that it takes.
///
/// All of it runs on one thread, so that the same instructions run every time.
public struct Work: Sendable {
  /// The piece itself, which may be done again and again. It returns the number of rows or values that it made.
  public typealias Body = @Sendable () throws -> Int

  /// What it is called; the first word is that of its group.
  public let name: String
  /// Makes what the work is done on, which is not measured.
  public let prepare: @Sendable () throws -> Body

  init(_ name: String, prepare: @escaping @Sendable () throws -> Body) {
    self.name = name
    self.prepare = prepare
  }

  /// Everything that is measured.
  public static let all: [Work] = csv + encodings + codecs + pages + columns + rows + jobs
}
