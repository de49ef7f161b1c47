import InlayBytes
public import InlayColumns

extension LogicalPlan {
  /// Reads all columns of a source.
  public static func scan(_ source: any BatchSource, label: String? = nil) -> LogicalPlan {
    LogicalPlan(
      schema: source.schema,
      operation: .scan(source, columns: Array(0..<source.schema.count), filter: nil), label: label)
  }

  /// Keeps the columns at `columns`, in that order, under their names or new ones.
  public func projecting(_ columns: [Int], names: [String]? = nil, label: String? = nil) -> LogicalPlan {
    var schema = schema.selecting(columns)
    if let names {
      precondition(names.count == columns.count, "a projection has one name a column")
      for (position, name) in names.enumerated() { schema.fields[position].name = name }
    }
    return LogicalPlan(schema: schema, operation: .project(self, columns: columns), label: label)
  }

  /// Keeps the named columns, in the order of the names.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a name that no column has.
  public func selecting(_ names: [String], label: String? = nil) throws -> LogicalPlan {
    projecting(try names.map { try schema.position(of: $0) }, label: label)
  }

  /// Drops the named columns.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a name that no column has.
  public func dropping(_ names: [String], label: String? = nil) throws -> LogicalPlan {
    let dropped = Set(try names.map { try schema.position(of: $0) })
    return projecting((0..<schema.count).filter { !dropped.contains($0) }, label: label)
  }

  /// Gives a column another name.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a name that no column has, or a new name that another one has.
  public func renaming(_ name: String, to newName: String, label: String? = nil) throws -> LogicalPlan {
    let position = try schema.position(of: name)
    if let other = schema.index(of: newName), other != position {
      throw InlayError(.invalidInput, "there is a column of this name already; choose another: \(newName)")
    }
    var names = schema.names
    names[position] = newName
    return projecting(Array(0..<schema.count), names: names, label: label)
  }

  /// Keeps the rows that meet a filter over this plan's columns.
  ///
  /// A filter that leads to a source is given to its scan, which may then skip what cannot meet it; there it is no
  /// operator of its own, and reports show no label of it.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a column that is not there, or a value that is not of its column's
  ///   kind.
  public func filtering(_ filter: RowFilter, label: String? = nil) throws -> LogicalPlan {
    _ = try BoundFilter(filter, schema: schema)
    return LogicalPlan(schema: schema, operation: .filter(self, filter), label: label)
  }
}

extension Schema {
  /// Returns the position of the column with this name.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` with the nearest names, or else the names there are.
  public func position(of name: String) throws -> Int {
    if let position = index(of: name) { return position }
    throw InlayError(
      .invalidInput, "there is no column \(printable(name)); \(suggestion(for: name, among: names))")
  }
}
