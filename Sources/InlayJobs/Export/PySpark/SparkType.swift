/// Types in the words of Spark.
enum SparkType {
  /// Returns Spark's word for a type of ApplyMapping; nothing for what is not cast, such as structures.
  static func name(of text: String) -> String? {
    let name = String(text.lowercased().filter { $0 != " " })
    switch name.prefix(while: { $0 != "(" && $0 != "<" }) {
    case "string", "varchar", "char", "text": return "string"
    case "int", "integer": return "int"
    case "long", "bigint": return "bigint"
    case "short", "smallint": return "smallint"
    case "byte", "tinyint": return "tinyint"
    case "float", "real": return "float"
    case "double": return "double"
    case "boolean", "bool": return "boolean"
    case "date": return "date"
    case "timestamp": return "timestamp"
    case "binary": return "binary"
    case "decimal", "numeric":
      return name.contains("(") ? name.replacing("numeric", with: "decimal") : "decimal(10,2)"
    default: return nil
    }
  }
}
