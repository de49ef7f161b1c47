extension String {
  /// The path of something in the folder that this path names.
  func appending(name: String) -> String {
    isEmpty || utf8.last == UInt8(ascii: "/") ? self + name : self + "/" + name
  }

  /// The last part of the path: what is named, without the folder that it is in.
  var pathName: String { split(separator: "/").last.map(String.init) ?? "" }

  /// The path of the folder that holds what is named.
  var folderPath: String {
    let path = Substring(reversed().drop { $0 == "/" }.drop { $0 != "/" }.reversed())
    if path.isEmpty { return "." }
    let folder = String(path.reversed().drop { $0 == "/" }.reversed())
    return folder.isEmpty ? "/" : folder
  }
}
