extension ParameterPart {
  /// Whether something is to be filled in.
  static func hasParameters(_ text: String) -> Bool {
    parts(of: text).contains { if case .parameter = $0 { true } else { false } }
  }
}
