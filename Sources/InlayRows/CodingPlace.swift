/// A place within a row: a column, a field of a structure, an element of a list.
///
/// Places refer to the one around them and to nothing else, and are put into words only when something goes wrong.
final class CodingPlace {
  private let outer: CodingPlace?
  private let name: String?
  /// Which element it is; nil where it is none.
  var index: Int?

  /// The place of a row, which has no name.
  init() {
    outer = nil
    name = nil
  }

  init(_ name: String?, in outer: CodingPlace) {
    self.outer = outer
    self.name = name
  }

  /// The path as the types of the standard library know it.
  var codingPath: [any CodingKey] {
    var path = outer?.codingPath ?? []
    if let name { path.append(PlaceKey(name)) }
    if let index { path.append(PlaceKey(index: index)) }
    return path
  }
}

/// A key that is made of a name or a number.
struct PlaceKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(_ name: String) {
    stringValue = name
    intValue = nil
  }

  init(index: Int) {
    stringValue = "\(index)"
    intValue = index
  }

  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { self.init(index: intValue) }
}

extension [any CodingKey] {
  /// The path as errors name it: `artists[2].name`.
  var columnPath: String {
    reduce(into: "") { path, key in
      if let index = key.intValue, !path.isEmpty {
        path += "[\(index)]"
      } else {
        path += (path.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}
