/// What this library is called in the files that it writes.
public enum InlayVersion {
  /// The version, in the form of semantic versioning.
  public static let number = "0.1.0"

  /// The build. It is the same for every build of a version, so that a file's bytes depend on its contents only.
  public static let build = "release"

  /// The `created_by` of a Parquet file.
  ///
  /// The form is the one that parquet-java reads; it takes files without it for those of writers with known faults.
  public static var createdBy: String { "inlay version \(number) (build \(build))" }
}
