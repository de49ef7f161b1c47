public import InlayJobs

extension Job {
  /// Writes the job down as a document that AWS Glue Studio, and Inlay, can read.
  ///
  /// Tables that were read from a document keep its nodes as they are.
  ///
  /// - Parameters:
  ///   - dialect: The form of the document.
  ///   - base: What stands before the paths of files in the document, such as `s3://bucket/`.
  /// - Throws: ``InlayError/Code/unsupported`` for a step that no node of a visual job means, by its name.
  public func document(_ dialect: JobDialect = .console, base: String = "") throws -> JobDocument {
    var nodes = DocumentNodes(base: base)
    for output in outputs { try nodes.add(output) }
    return try JobDocument(name: name, nodes: nodes.nodes, dialect: dialect)
  }
}
