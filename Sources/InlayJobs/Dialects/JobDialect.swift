/// The forms in which AWS Glue writes one and the same graph.
public enum JobDialect: String, Hashable, Sendable, CaseIterable {
  /// What Glue Studio saves and downloads: the nodes in `dag`, each a flat object.
  case console
  /// What CreateJob takes and GetJob gives: the nodes in `CodeGenConfigurationNodes`, each under its type.
  case api
  /// What Glue pushes to repositories: the form of the API within a string.
  case git
}

extension JobDialect {
  /// Returns the name that a member of the API's form has in documents of this dialect.
  func name(of member: String) -> String {
    self == .console ? lowerCamelCase(member) : upperCamelCase(member)
  }
}

/// Returns the name with a small first letter, as the console writes it.
func lowerCamelCase(_ name: String) -> String {
  name.prefix(1).lowercased() + name.dropFirst()
}

/// Returns the name with a capital first letter, as the service's API writes it.
func upperCamelCase(_ name: String) -> String {
  name.prefix(1).uppercased() + name.dropFirst()
}
