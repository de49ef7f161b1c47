import InlayBytes

/// The settings of a job as the console has them: one flat object, in which some of the API's arguments have members.
enum ConsoleSettings {
  /// Members with a twin of the same meaning and value in the API.
  private static let twins = [
    ("name", "Name"), ("description", "Description"), ("role", "Role"), ("version", "GlueVersion"),
    ("workerType", "WorkerType"), ("numberOfWorkers", "NumberOfWorkers"), ("maxRetries", "MaxRetries"),
    ("timeout", "Timeout"), ("jobRunQueuingEnabled", "JobRunQueuingEnabled"),
    ("maintenanceWindow", "MaintenanceWindow"),
  ]
  /// Members that the API has as arguments: a text, or `true`.
  private static let texts = [
    ("temporaryDirectory", "--TempDir"), ("sparkPath", "--spark-event-logs-path"),
    ("bookmark", "--job-bookmark-option"), ("pythonPath", "--extra-py-files"),
    ("dependentPath", "--extra-jars"), ("additionalPythonModules", "--additional-python-modules"),
  ]
  private static let flags = [
    ("metrics", "--enable-metrics"), ("observabilityMetrics", "--enable-observability-metrics"),
    ("glueHiveMetastore", "--enable-glue-datacatalog"), ("etlAutoTuning", "--enable-auto-scaling"),
    ("logging", "--enable-continuous-cloudwatch-log"), ("spark", "--enable-spark-ui"),
  ]
  private static let modes = [
    ("VISUAL_MODE", "VISUAL"), ("DEVELOPER_MODE", "SCRIPT"), ("NOTEBOOK_MODE", "NOTEBOOK"),
  ]

  /// Returns the settings in the form of the API.
  static func read(_ config: JSONObject) -> JSONObject {
    var result = JSONObject()
    for (console, service) in twins {
      if let value = config[console], !value.isNull { result[service] = value }
    }
    let mode = config["jobMode"]?.string
    result["JobMode"] = modes.first { $0.0 == mode }.map { .string($0.1) }
    if let runs = config["maxConcurrentRuns"], !runs.isNull {
      result["ExecutionProperty"] = ["MaxConcurrentRuns": runs]
    }
    result["Command"] = command(config)
    result["DefaultArguments"] = arguments(config)
    if let security = config["security"]?.string, !["", "none"].contains(security) {
      result["SecurityConfiguration"] = .string(security)
    }
    if let names = config["connectionsList"]?.array, !names.isEmpty {
      result["Connections"] = ["Connections": .array(names)]
    }
    if let tags = config["tags"].map(pairs), !tags.members.isEmpty { result["Tags"] = .object(tags) }
    if let isFlex = config["flexExecution"]?.bool { result["ExecutionClass"] = isFlex ? "FLEX" : "STANDARD" }
    return result
  }

  private static func command(_ config: JSONObject) -> JSONValue? {
    guard let name = config["command"]?.string else { return nil }
    var command = JSONObject()
    command["Name"] = .string(name)
    command["ScriptLocation"] = .string(
      (config["scriptLocation"]?.string ?? "") + (config["scriptName"]?.string ?? ""))
    if let language = config["language"]?.string, language.hasPrefix("python-") {
      command["PythonVersion"] = .string(String(language.dropFirst("python-".count)))
    }
    return .object(command)
  }

  private static func arguments(_ config: JSONObject) -> JSONValue {
    var result = config["jobParameters"].map(pairs) ?? JSONObject()
    for (console, argument) in texts {
      if let text = config[console]?.string, !text.isEmpty { result[argument] = .string(text) }
    }
    for (console, argument) in flags where config[console]?.bool == true { result[argument] = "true" }
    return .object(result)
  }

  /// Reads a list of keys and values, or an object.
  static func pairs(_ value: JSONValue) -> JSONObject {
    var result = value.object ?? JSONObject()
    for element in value.array ?? [] {
      guard let pair = element.object, let key = (pair["key"] ?? pair["name"])?.string else { continue }
      result[key] = pair["value"] ?? .null
    }
    return result
  }
}

extension ConsoleSettings {
  /// Returns the settings in the form of the console.
  static func written(_ settings: JSONObject) -> JSONObject {
    var result = JSONObject()
    for (console, service) in twins { result[console] = settings[service] ?? .null }
    writeCommand(settings, to: &result)
    let arguments = settings["DefaultArguments"]?.object ?? JSONObject()
    for (console, argument) in texts { result[console] = arguments[argument] ?? "" }
    for (console, argument) in flags {
      result[console] = .bool(arguments[argument].map { $0 == "true" || $0 == true } ?? false)
    }
    let known = Set((texts + flags).map(\.1))
    let others = arguments.members.filter { !known.contains($0.name) }
    result["jobParameters"] = .array(others.map { ["key": .string($0.name), "value": $0.value] })
    let tags = settings["Tags"]?.object?.members ?? []
    result["tags"] = .array(tags.map { ["key": .string($0.name), "value": $0.value] })
    let mode = settings["JobMode"]?.string
    result["jobMode"] = .string(modes.first { $0.1 == mode }?.0 ?? "VISUAL_MODE")
    result["developerMode"] = .bool(mode == "SCRIPT")
    result["maxConcurrentRuns"] = settings["ExecutionProperty"]?.object?["MaxConcurrentRuns"] ?? 1
    result["security"] = settings["SecurityConfiguration"] ?? "none"
    result["connectionsList"] = settings["Connections"]?.object?["Connections"] ?? []
    result["flexExecution"] = .bool(settings["ExecutionClass"]?.string == "FLEX")
    result["sparkConfiguration"] = "standard"
    return result
  }

  private static func writeCommand(_ settings: JSONObject, to result: inout JSONObject) {
    let command = settings["Command"]?.object ?? JSONObject()
    let script = command["ScriptLocation"]?.string ?? ""
    let start = script.lastIndex(of: "/").map { script.index(after: $0) } ?? script.startIndex
    result["command"] = command["Name"] ?? "glueetl"
    result["scriptName"] = .string(String(script[start...]))
    result["scriptLocation"] = .string(String(script[..<start]))
    result["language"] = .string("python-" + (command["PythonVersion"]?.string ?? "3"))
  }
}
