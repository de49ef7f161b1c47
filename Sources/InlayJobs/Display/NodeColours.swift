/// The colours of a node's box: an opaque tint with dark text on it, so that it reads the same on a light and on a
/// dark page.
struct NodeColours {
  let fill: String
  let line: String

  /// The colour of names, at a contrast of 12 and more to every tint.
  static let text = "#1f2328"
  /// The colour of what is said below them, at a contrast of 5 and more.
  static let detail = "#4b535d"
  /// The colour of connections, at a contrast of about 4 to white and to black.
  static let connection = "#7d8590"

  init(_ role: NodeDescription.Role) {
    (fill, line) =
      switch role {
      case .source: ("#ddf4ff", "#0969da")
      case .transform: ("#f3edff", "#8250df")
      case .target: ("#dafbe1", "#1a7f37")
      case .fault: ("#ffebe9", "#cf222e")
      }
  }
}
