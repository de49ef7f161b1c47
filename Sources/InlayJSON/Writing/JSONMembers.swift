import InlayBytes
import InlayColumns

/// The values of some columns as the members of an object each.
struct JSONMembers {
  private struct Member {
    /// The name in quotes, and a colon.
    let name: Values<UInt8>
    let values: JSONValues
  }

  private let members: [Member]

  init(names: [String], columns: [Column]) {
    members = zip(names, columns).map { name, column in
      var quoted = ValueBuilder<UInt8>()
      JSONString.append(quoted: name, to: &quoted)
      quoted.append(UInt8(ascii: ":"))
      return Member(name: quoted.freeze(), values: JSONValues(column))
    }
  }

  /// Writes the object of a row; members that are null are left out.
  func append(_ row: Int, to text: inout ValueBuilder<UInt8>) {
    text.append(UInt8(ascii: "{"))
    var isFirst = true
    for member in members where !member.values.isNull(row) {
      if !isFirst { text.append(UInt8(ascii: ",")) }
      isFirst = false
      text.append(bytes: member.name.rawSpan)
      member.values.append(row, to: &text)
    }
    text.append(UInt8(ascii: "}"))
  }
}
