public import InlayBytes

/// Values for the parameters of a document: the texts that stand in place of `${name}`.
public struct JobParameters: Hashable, Sendable {
  /// The values by name, without the hyphens that an argument of a job begins with.
  public private(set) var values: [String: String] = [:]

  /// The names whose values were given as arguments, `--NAME VALUE`.
  private(set) var argumentNames: Set<String> = []

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
      try add(name, String(option[option.index(after: equals)...]), in: option)
    }
  }

  private mutating func add(_ name: String, _ value: String, in option: String) throws(InlayError) {
    guard !name.isEmpty else {
      throw InlayError(
        .invalidInput, "A parameter needs a name before the equals sign; found \(quoted(option)).")
    }
    guard values[name] == nil else {
      throw InlayError(.invalidInput, "A parameter is given twice; keep one --arg for \(quoted(name)).")
    }
    values[name] = value
  }

  /// Adds values given as a job takes them, `--NAME VALUE` or `--NAME=VALUE`.
  ///
  /// A value that begins with two hyphens needs the equals sign.
  ///
  /// - Throws: `invalidInput` for anything else, a name without a value, and one that is given twice.
  public mutating func add(arguments: [String]) throws(InlayError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--"), argument != "--" else {
        throw InlayError(.invalidInput, "Unexpected argument \(quoted(argument)).")
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.name(ofArgument: String(parts[0]))
      if parts.count == 2 {
        try add(name, String(parts[1]), in: argument)
      } else if let value = rest.first, !value.hasPrefix("--") {
        try add(name, value, in: argument)
        rest.removeFirst()
      } else {
        throw InlayError(
          .invalidInput,
          "Unknown option \(quoted(argument)); a parameter of the job needs a value behind it.")
      }
      argumentNames.insert(name)
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
