import InlayBytes

/// What a node is in the words of the console: a classification, a type and, for files in S3, a format.
struct ConsoleType: Hashable, Sendable {
  let classification: String
  let type: String
  /// The member that tells nodes of this type apart, with its value.
  var format: String?
}

extension ConsoleType {
  private static let sourceFormats = [
    "csv": "S3CsvSource", "json": "S3JsonSource", "parquet": "S3ParquetSource", "excel": "S3ExcelSource",
    "hudi": "S3HudiSource", "delta": "S3DeltaSource",
  ]
  private static let targetFormats = [
    "glueparquet": "S3GlueParquetTarget", "hudi": "S3HudiDirectTarget", "delta": "S3DeltaDirectTarget",
    "iceberg": "S3IcebergDirectTarget", "hyper": "S3HyperDirectTarget",
  ]
  private static let catalogTypes = ["DataSource": "CatalogSource", "DataSink": "CatalogTarget"]
  private static let s3CatalogTypes = ["DataSource": "S3CatalogSource", "DataSink": "S3CatalogTarget"]

  /// Types for which the console has a word of its own.
  private static let ownWords = ["SqlCode": "SparkSQL"]

  /// The API's words for a classification, of which a type may be made by adding one.
  private static let endings = ["DataSource": "Source", "DataSink": "Target", "Transform": ""]

  /// Returns the API's name of the type; nothing when the service has no such type.
  func serviceType(isCatalog: Bool) -> String? {
    if type == "S3" {
      if isCatalog { return Self.s3CatalogTypes[classification] }
      return format.flatMap { Self.type(ofFormat: $0, classification) }
    }
    if type == "Catalog" { return Self.catalogTypes[classification] }
    if let own = Self.ownWords[type] { return own }
    return candidates.first { ServiceModel.shared.shapeName(ofType: $0) != nil }
  }

  /// The names that the API may have for a type whose console form nobody has seen: the same, or one that says of it
  /// what the classification does.
  private var candidates: [String] {
    guard let ending = Self.endings[classification] else { return [type] }
    guard !ending.isEmpty else { return [type] }
    return [type] + ["", "Direct", "Catalog"].map { $0 + type + ending }
      + ["Catalog", "Connector"].map { type + $0 + ending }
  }

  private static func type(ofFormat format: String, _ classification: String) -> String? {
    switch classification {
    case "DataSource": return sourceFormats[format]
    case "DataSink":
      guard let type = targetFormats[format] else {
        return directFormats.contains(format) ? "S3DirectTarget" : nil
      }
      return type
    default: return nil
    }
  }

  private static var directFormats: [String] {
    guard case .choice(let formats)? = ServiceModel.shared.shape("TargetFormat") else { return [] }
    return formats
  }

  /// The formats that an S3 node of the classification may have, for messages.
  static func formats(of classification: String) -> [String] {
    classification == "DataSink"
      ? (Set(targetFormats.keys).union(directFormats)).sorted() : sourceFormats.keys.sorted()
  }

  /// Returns the words of the console for a node of a type of the API.
  init(of node: JobNode) {
    let classification = (node.role ?? .transform).classification
    let hasFormat =
      ServiceModel.shared.member("Format", of: ServiceModel.shared.shapeName(ofType: node.type)) != nil
    let formats = classification == "DataSink" ? Self.targetFormats : Self.sourceFormats
    let format = hasFormat ? node.members["Format"]?.string : formats.first { $0.value == node.type }?.key
    let files = ConsoleType(classification: classification, type: "S3", format: format)
    if files.serviceType(isCatalog: false) == node.type {
      self = files
    } else if Self.s3CatalogTypes[classification] == node.type {
      self.init(classification: classification, type: "S3")
    } else if Self.catalogTypes[classification] == node.type {
      self.init(classification: classification, type: "Catalog")
    } else {
      let own = Self.ownWords.first { $0.value == node.type }?.key
      self.init(classification: classification, type: own ?? node.type)
    }
  }
}

extension JobNode.Role {
  /// The console's word.
  var classification: String {
    switch self {
    case .source: "DataSource"
    case .transform: "Transform"
    case .target: "DataSink"
    }
  }

  /// Reads the console's word.
  init?(classification: String) {
    guard let role = [Self.source, .transform, .target].first(where: { $0.classification == classification })
    else { return nil }
    self = role
  }

  /// Tells the role of a type by the end of its name, as the API names them.
  init(ofType type: String) {
    self = type.hasSuffix("Source") ? .source : type.hasSuffix("Target") ? .target : .transform
  }
}
