/// How the keys of a Swift type name columns, for reading and for writing.
public enum KeyNaming: Sendable {
  /// A key is its column's name.
  case asWritten
  /// Words of a key begin with a capital letter, those of a column's name are parted by underscores: `trackName` is
  /// the column `track_name`, `isrcURL` is `isrc_url`.
  case snakeCase
  /// A function makes the column's name of a key.
  case custom(@Sendable (_ key: String) -> String)

  /// Returns the name of the column that a key means.
  public func column(of key: String) -> String {
    switch self {
    case .asWritten: key
    case .snakeCase: Self.snakeCased(key)
    case .custom(let name): name(key)
    }
  }

  /// Returns keys that may mean a column, the likeliest first; nil where only a function knows.
  func keys(of column: String) -> [String]? {
    switch self {
    case .asWritten: [column]
    case .snakeCase: [Self.camelCased(column), column]
    case .custom: nil
    }
  }

  /// Puts an underscore before each word: before a capital that follows a small letter or digit, and before the last
  /// capital of several when a small letter follows.
  private static func snakeCased(_ key: String) -> String {
    let letters = Array(key)
    var name = ""
    for (index, letter) in letters.enumerated() {
      let isNext = index > 0 && letter.isUppercase && letters[index - 1] != "_"
      let beginsWord =
        isNext
        && (!letters[index - 1].isUppercase || (index + 1 < letters.count && letters[index + 1].isLowercase))
      if beginsWord { name += "_" }
      name += letter.lowercased()
    }
    return name
  }

  private static func camelCased(_ column: String) -> String {
    let words = column.split(separator: "_")
    guard let first = words.first else { return column }
    return first + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
