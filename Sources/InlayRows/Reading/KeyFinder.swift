/// Finds out which columns a type asks for, before any row is read: it gives no values, and ends the type's reading of
/// itself as soon as that has named its keys.
struct KeyFinder: Decoder {
  let names: [String]
  let naming: KeyNaming
  let userInfo: [CodingUserInfoKey: Any]
  let codingPath: [any CodingKey] = []

  /// What the finder throws: the columns that the keys mean, or nil when that is not known.
  private struct Found: Error {
    let names: [String]?
  }

  /// Returns those of some columns that a type has keys for; nil where a type does not tell.
  static func columns<Row: Decodable>(of type: Row.Type, among names: [String], options: RowOptions)
    -> [String]?
  {
    // A class may read what its superclass has by other keys.
    guard !(type is AnyObject.Type) else { return nil }
    let finder = KeyFinder(names: names, naming: options.naming, userInfo: options.userInfo)
    do { _ = try Row(from: finder) } catch let found as Found { return found.names } catch {}
    return nil
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard names.allSatisfy({ naming.keys(of: $0) != nil }) else { throw Found(names: nil) }
    throw Found(
      names: names.filter { name in
        naming.keys(of: name)?.contains { text in
          Key(stringValue: text).map { naming.column(of: $0.stringValue) == name } ?? false
        } ?? true
      })
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Found(names: nil) }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw Found(names: nil) }
}
