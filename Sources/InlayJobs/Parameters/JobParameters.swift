public import InlayBytes

/// Values for the parameters of a document: the texts that stand in place of `${name}`.
public struct JobParameters: Hashable, Sendable {
  /// The values by name, without the hyphens that an argument of a job begins with.
  public private(set) var values: [String: String] = [:]

  /// Makes none: parameters have the defaults that the document gives them.
  public init() {}

  /// Makes parameters of texts of the form `NAME=VALUE`; hyphens before the name are left out.
  ///
  /// - Throws: `invalidInput` when a text has no equals sign or no name, or a name is given twice.
  public init(_ options: [String]) throws(InlayError) {
    for option in options {
      guard let equals = option.firstIndex(of: "=") else {
        throw InlayError(
          .invalidInput, "A parameter is given by --arg NAME=VALUE; found \(quoted(option)).")
      }
      let name = Self.name(ofArgument: String(option[..<equals]))
      guard !name.isEmpty else {
        throw InlayError(
          .invalidInput, "A parameter needs a name before the equals sign; found \(quoted(option)).")
      }
      guard values[name] == nil else {
        throw InlayError(.invalidInput, "A parameter is given twice; keep one --arg for \(quoted(name)).")
      }
      values[name] = String(option[option.index(after: equals)...])
    }
  }

  /// Returns the parameter that an argument of a job is the value of.
  static func name(ofArgument argument: String) -> String {
    String(argument.drop { $0 == "-" })
  }
}

extension DocumentLayout {
  /// The arguments that every run of the job has unless it is given others, by name; those that cannot be given come
  /// last.
  var arguments: (defaults: [String: String], fixed: [String: String]) {
    switch dialect {
    case .console:
      let pairs = (job["jobConfig"]?.object?["jobParameters"]).map(ConsoleSettings.pairs)
      return (Self.values(pairs), [:])
    case .api, .git:
      return (
        Self.values((job["DefaultArguments"] ?? job["defaultArguments"])?.object),
        Self.values((job["NonOverridableArguments"] ?? job["nonOverridableArguments"])?.object)
      )
    }
  }

  private static func values(_ object: JSONObject?) -> [String: String] {
    var values: [String: String] = [:]
    for member in object?.members ?? [] {
      values[JobParameters.name(ofArgument: member.name)] = member.value.string ?? member.value.number?.text
    }
    return values
  }
}
