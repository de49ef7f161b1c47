import InlayBytes

/// What a document says of a job besides its nodes, in the form of the API's CreateJob: nothing of it changes what a run
/// here does, but a document in another dialect has to have it.
struct JobSettings {
  /// The members that CreateJob takes, in its order, without the nodes.
  var members: JSONObject

  /// The names of those members; the service gives others back, which it does not take.
  static let names = [
    "Name", "JobMode", "JobRunQueuingEnabled", "Description", "LogUri", "Role", "ExecutionProperty",
    "Command",
    "DefaultArguments", "NonOverridableArguments", "Connections", "MaxRetries", "Timeout", "MaxCapacity",
    "SecurityConfiguration", "Tags", "NotificationProperty", "GlueVersion", "NumberOfWorkers", "WorkerType",
    "ExecutionClass", "SourceControlDetails", "MaintenanceWindow",
  ]

  /// Members whose own members are not the API's, but names that people gave.
  private static let maps: Set<String> = ["DefaultArguments", "NonOverridableArguments", "Tags"]

  /// Reads the settings of a document of any dialect.
  init(of document: JobDocument) {
    let job = document.layout.job
    switch document.dialect {
    case .console: members = ConsoleSettings.read(job["jobConfig"]?.object ?? JSONObject())
    case .api, .git: members = Self.upper(job)
    }
    complete(name: document.name)
  }

  /// Adds what CreateJob cannot do without.
  private mutating func complete(name: String?) {
    members["Name"] = members["Name"] ?? .string(name ?? "job")
    members["Role"] = members["Role"] ?? "AWSGlueServiceRole"
    members["JobMode"] = members["JobMode"] ?? "VISUAL"
    members["GlueVersion"] = members["GlueVersion"] ?? "5.0"
    if members["Command"] == nil {
      members["Command"] = ["Name": "glueetl", "PythonVersion": "3", "ScriptLocation": ""]
    }
    // The service refuses both together, and gives both back.
    if members["WorkerType"] != nil { members["MaxCapacity"] = nil }
    var ordered = JSONObject()
    for name in Self.names { ordered[name] = members[name] }
    members = ordered
  }

  /// Returns the members under the API's names.
  private static func upper(_ job: JSONObject) -> JSONObject {
    var result = JSONObject()
    for member in job.members where !member.value.isNull {
      let name = upperCamelCase(member.name)
      guard names.contains(name) else { continue }
      result[name] = maps.contains(name) ? member.value : renamed(member.value, upperCamelCase)
    }
    return result
  }

  /// The members under the names of a repository's document.
  var lower: JSONObject {
    var result = JSONObject()
    for member in members.members {
      let isMap = Self.maps.contains(member.name)
      result[lowerCamelCase(member.name)] =
        isMap ? member.value : Self.renamed(member.value, lowerCamelCase)
    }
    return result
  }

  private static func renamed(_ value: JSONValue, _ name: (String) -> String) -> JSONValue {
    switch value {
    case .object(let object):
      var result = JSONObject()
      for member in object.members { result[name(member.name)] = renamed(member.value, name) }
      return .object(result)
    case .array(let elements): return .array(elements.map { renamed($0, name) })
    default: return value
    }
  }
}
