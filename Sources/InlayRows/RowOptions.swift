/// How rows of a table become values of a Swift type, and values rows.
public struct RowOptions: Sendable {
  /// How the keys of a type name columns.
  public var naming = KeyNaming.asWritten
  /// Whether an optional property may have no column: it is nil in all rows then. A property that is not optional
  /// always needs one.
  public var allowsMissingColumns = true
  /// Whether the table may have columns that the type does not ask for. Where it may, they are not even read.
  public var allowsUnknownColumns = true
  /// What the type's own coding finds in `Decoder.userInfo` and `Encoder.userInfo`.
  public var userInfo: [CodingUserInfoKey: any Sendable] = [:]

  /// Makes options: keys are column names, and columns and properties that lack their partner are passed over.
  public init() {}

  /// Makes options with a way to name columns.
  public init(naming: KeyNaming) { self.naming = naming }
}
