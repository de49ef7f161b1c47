import InlayBytes

/// The transforms that AWS wrote for Glue Studio as nodes of the type DynamicTransform, by the name of their function.
enum DynamicTransforms {
  private static let operations: [String: any JobOperation.Type] = [
    "gs_array_to_cols": ArrayToColumns.self,
    "gs_concat": ConcatenateColumns.self,
    "gs_flatten": Flatten.self,
    "gs_null_rows": RemoveNullRows.self,
    "gs_repartition": Repartition.self,
    "gs_split": SplitString.self,
    "gs_to_timestamp": ToTimestamp.self,
  ]

  /// Returns what runs a node; nothing, and a finding that says why, when nothing does.
  static func operationType(for reader: inout NodeReader) -> (any JobOperation.Type)? {
    let name = reader.requiredString("FunctionName")
    if let operation = operations[name] { return operation }
    guard !reader.report.hasErrors else { return nil }
    let known = listed(operations.keys.sorted())
    let fault =
      name.hasPrefix("gs_")
      ? "This version does not run this transform of AWS Glue Studio; of those it runs \(known)."
      : "The transform is somebody's own Python code, which this version does not run."
    reader.error(
      "FunctionName",
      "\(fault) Give its result with --replace, or take the node out. Found \(quoted(name)).")
    return nil
  }
}
