public import InlayBytes
public import InlayColumns
import InlayJobs

/// A table's columns, declared by someone who knows them: the form of `Schemas/table.schema.json`.
public struct TableDeclaration: Hashable, Sendable {
  /// The table's name, if it is declared.
  public var name: String?
  /// The columns.
  public var schema: Schema

  /// Declares columns.
  public init(name: String? = nil, schema: Schema) {
    self.name = name
    self.schema = schema
  }

  /// Reads a declaration from a file.
  ///
  /// - Throws: ``InlayError/Code/io`` when the file cannot be read; ``InlayError/Code/corrupt`` when it is not JSON;
  ///   ``InlayError/Code/invalidInput`` when it is no declaration, with the member that is wrong.
  public init(path: String) throws {
    let buffer = try MappedFile(path: path).buffer
    let text = Array(buffer)
    let value = try JSONValue(parsing: text, file: path)
    do { try self.init(value) } catch { throw error.located(in: .init(file: path)) }
  }

  /// Reads a declaration from a JSON value; members that it does not know are passed over.
  public init(_ value: JSONValue) throws(InlayError) {
    guard let columns = value.object?["columns"]?.array, !columns.isEmpty else {
      throw InlayError(
        .invalidInput,
        "is not the declaration of a table: it needs a member columns, an array of at least one column")
    }
    var fields: [Field] = []
    for (index, column) in columns.enumerated() {
      let field = try Self.field(column, at: "columns[\(index)]")
      guard !fields.contains(where: { $0.name == field.name }) else {
        throw InlayError(
          .invalidInput, "columns[\(index)]: a column of this name is declared already: \(field.name)")
      }
      fields.append(field)
    }
    name = value.object?["name"]?.string
    schema = Schema(fields)
  }

  private static func field(_ value: JSONValue, at place: String) throws(InlayError) -> Field {
    guard let name = value.object?["name"]?.string else {
      throw InlayError(.invalidInput, "\(place): a column needs a member name, a string")
    }
    guard let type = value.object?["type"]?.string else {
      throw InlayError(.invalidInput, "\(place): a column needs a member type, a string")
    }
    let nullable = value.object?["nullable"] ?? true
    guard let isNullable = nullable.bool else {
      throw InlayError(.invalidInput, "\(place): nullable is true or false; found \(nullable.kind)")
    }
    do {
      return Field(name, try DataType(text: type), isNullable: isNullable)
    } catch let error as InlayError {
      throw InlayError(.invalidInput, "\(place): \(error.message)")
    } catch {
      throw InlayError(.invalidInput, "\(place): \(error)")
    }
  }

  /// The declaration as JSON, in the form that ``init(path:)`` reads.
  public var json: JSONValue {
    var object = JSONObject()
    if let name { object["name"] = .string(name) }
    object["columns"] = .array(
      schema.fields.map { field in
        [
          "name": .string(field.name), "type": .string(field.type.description),
          "nullable": .bool(field.isNullable),
        ]
      })
    return .object(object)
  }
}
