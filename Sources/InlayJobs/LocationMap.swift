public import InlayBytes

/// Where the locations of a job document lie on this machine: prefixes of locations, each with a path.
///
/// A prefix matches whole segments only: `s3://bucket/a` matches `s3://bucket/a` and `s3://bucket/a/b` but not
/// `s3://bucket/abc`. Of several that match the longest wins. The schemes `s3a` and `s3n`, which Hadoop uses for
/// the same buckets, count as `s3`. Percent signs are ordinary characters, as they are in a key of S3.
public struct LocationMap: Hashable, Sendable {
  /// One prefix with the path that stands in its place.
  public struct Entry: Hashable, Sendable {
    /// The start of a location, its scheme normalised.
    public let prefix: String
    /// The file or folder it stands for.
    public let path: String
  }

  /// The entries in the order they were added.
  public private(set) var entries: [Entry] = []

  /// The files and folders of tables of the catalog, by `database.table`.
  private var tables: [String: String] = [:]

  /// Makes a map without entries: local paths stand for themselves, and nothing else can be found.
  public init() {}

  /// Makes a map from texts of the form `PREFIX=PATH`.
  ///
  /// Both sides may hold an equals sign (`s3://bucket/year=2024/=lake/`): the text is split at the first one that
  /// follows a slash, or at the first of all when none does.
  ///
  /// - Throws: `invalidInput` when a text has no equals sign, a side is empty, or a prefix is given twice.
  public init(_ options: [String]) throws(InlayError) {
    for option in options {
      let bytes = Array(option.utf8)
      let equals = bytes.indices.filter { bytes[$0] == UInt8(ascii: "=") }
      let afterSlash = equals.first { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "/") }
      guard let split = afterSlash ?? equals.first else {
        throw InlayError(.invalidInput, "A location is mapped by --map PREFIX=PATH; found \(quoted(option)).")
      }
      try add(
        prefix: String(decoding: bytes[..<split], as: UTF8.self),
        path: String(decoding: bytes[(split + 1)...], as: UTF8.self))
    }
  }

  /// Adds an entry.
  ///
  /// - Throws: `invalidInput` when a side is empty or holds a NUL, or the prefix has an entry already.
  public mutating func add(prefix: String, path: String) throws(InlayError) {
    guard !prefix.isEmpty, !path.isEmpty else {
      throw InlayError(
        .invalidInput,
        "Both sides of --map PREFIX=PATH need a text; write ./ for the current folder. "
          + "Found \(quoted(prefix + "=" + path)).")
    }
    guard !prefix.utf8.contains(0), !path.utf8.contains(0) else {
      throw InlayError(.invalidInput, "A path cannot hold a NUL character: \(quoted(prefix + "=" + path))")
    }
    let entry = Entry(prefix: Self.normalised(prefix), path: path)
    guard !entries.contains(where: { $0.prefix == entry.prefix }) else {
      throw InlayError(.invalidInput, "A prefix is mapped twice; keep one --map for \(quoted(entry.prefix)).")
    }
    entries.append(entry)
  }
}

extension LocationMap {
  /// Adds the file or folder of a table of the catalog, from a text of the form `DATABASE.TABLE=PATH`.
  ///
  /// - Throws: `invalidInput` when the text has another form, or the table is mapped already.
  public mutating func addTable(_ option: String) throws(InlayError) {
    let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let names = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, names.count == 2, !parts[1].isEmpty, !names.contains(""), !option.utf8.contains(0)
    else {
      throw InlayError(
        .invalidInput, "A table is mapped by --table DATABASE.TABLE=PATH; found \(quoted(option)).")
    }
    guard tables.updateValue(String(parts[1]), forKey: String(parts[0])) == nil else {
      throw InlayError(
        .invalidInput, "A table is mapped twice; keep one --table for \(quoted(String(parts[0]))).")
    }
  }

  /// Returns the file or folder of a table, given as `database.table`; nothing when it is not mapped.
  func path(ofTable name: String) -> String? { tables[name] }

  /// Returns the path on this machine that a location of a document stands for.
  ///
  /// - Throws: `invalidInput` when no entry maps a location outside this machine (the message shows the option to
  ///   give), or when the location would lead out of the folder that its prefix is mapped to.
  public func resolve(_ location: String) throws(InlayError) -> String {
    guard !location.isEmpty else { throw InlayError(.invalidInput, "The location is empty; give a path.") }
    guard !location.utf8.contains(0) else {
      throw InlayError(.invalidInput, "A location cannot hold a NUL character: \(quoted(location))")
    }
    let normalised = Self.normalised(location)
    if let (entry, rest) = longestMatch(for: normalised) { return try join(entry, rest, location) }
    return try localPath(normalised, as: location)
  }

  /// Returns the folder on this machine that a location of a document must lie in; nil when it names a path itself.
  func boundary(of location: String) -> String? { longestMatch(for: Self.normalised(location))?.0.path }

  private func longestMatch(for location: String) -> (Entry, Substring)? {
    var best: (entry: Entry, rest: Substring)?
    for entry in entries where entry.prefix.utf8.count > best?.entry.prefix.utf8.count ?? -1 {
      if let rest = Self.rest(of: location, after: entry.prefix) { best = (entry, rest) }
    }
    return best.map { ($0.entry, $0.rest) }
  }

  /// Returns what follows the prefix, without the slash between them; nothing when the prefix does not match.
  private static func rest(of location: String, after prefix: String) -> Substring? {
    let slash = UInt8(ascii: "/")
    // A bucket or folder is the same place with and without its slash.
    if prefix.utf8.last == slash, location.utf8.elementsEqual(prefix.utf8.dropLast()) { return "" }
    guard location.utf8.starts(with: prefix.utf8) else { return nil }
    let rest = Substring(location.utf8.dropFirst(prefix.utf8.count))
    if rest.isEmpty || prefix.utf8.last == slash { return rest }
    return rest.utf8.first == slash ? rest.dropFirst() : nil
  }

  private func join(_ entry: Entry, _ rest: Substring, _ location: String) throws(InlayError) -> String {
    if rest.utf8.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) }) {
      throw InlayError(
        .invalidInput,
        "A mapped location must stay within its folder; take the segment .. out of \(quoted(location)).")
    }
    if rest.isEmpty { return entry.path }
    let rest = rest.utf8.drop(while: { $0 == UInt8(ascii: "/") })
    return entry.path + (entry.path.utf8.last == UInt8(ascii: "/") ? "" : "/") + String(Substring(rest))
  }

  private func localPath(_ location: String, as written: String) throws(InlayError) -> String {
    guard let scheme = Self.scheme(of: location) else { return location }
    let afterScheme = location.utf8.dropFirst(scheme.utf8.count + 1)
    if scheme == "file" {
      let authorityFree = afterScheme.starts(with: "///".utf8) ? afterScheme.dropFirst(2) : afterScheme
      if !authorityFree.starts(with: "//".utf8) { return String(Substring(authorityFree)) }
    }
    throw InlayError(
      .invalidInput,
      "The location lies outside this machine; say where its files are, for example with "
        + "--map \(printable(Self.suggestedPrefix(location, scheme)))=FOLDER/. Found \(quoted(written)).")
  }

  private static func suggestedPrefix(_ location: String, _ scheme: String) -> String {
    let bucket = location.utf8.dropFirst(scheme.utf8.count + 3).prefix { $0 != UInt8(ascii: "/") }
    return "\(scheme)://\(Substring(bucket))/"
  }

  /// Returns the scheme of a location in lower case: what stands before `://`, or before the colon of `file:/`.
  private static func scheme(of location: String) -> String? {
    let name = location.utf8.prefix { isSchemeCharacter($0) }
    let rest = location.utf8.dropFirst(name.count)
    guard !name.isEmpty else { return nil }
    let scheme = Substring(name).lowercased()
    if rest.starts(with: "://".utf8) { return scheme }
    return scheme == "file" && rest.starts(with: ":/".utf8) ? scheme : nil
  }

  /// The characters of a scheme (RFC 3986, section 3.1).
  private static func isSchemeCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// Returns the location with its scheme in lower case, and `s3` for its other names.
  static func normalised(_ location: String) -> String {
    guard let scheme = scheme(of: location) else { return location }
    let name = scheme == "s3a" || scheme == "s3n" ? "s3" : scheme
    return name + String(Substring(location.utf8.dropFirst(scheme.utf8.count)))
  }
}
