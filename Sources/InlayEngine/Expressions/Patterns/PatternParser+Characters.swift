import InlayBytes

extension PatternParser {
  /// Reads what follows a backslash.
  mutating func escaped() throws -> PatternNode {
    guard let next else { throw error("nothing follows the last \\") }
    if let place = Self.places[next] {
      position += 1
      return .place(place)
    }
    if next == "R" {
      position += 1
      let pair = PatternNode.sequence([.character(.one("\r")), .character(.one("\n"))])
      return .atomic(.alternatives([pair, .character(.verticalSpace)]))
    }
    if ("1"..."9").contains(next) || next == "k" {
      throw error("references back to groups are not matched; write the text again", .unsupported)
    }
    return .character(cased(try escapedClass()))
  }

  private static let places: [Unicode.Scalar: PatternPlace] = [
    "A": .textStart, "z": .textEnd, "Z": .lastLineEnd, "b": .wordBorder, "B": .noWordBorder,
  ]

  /// Reads a class, or a character, that is written with a backslash.
  private mutating func escapedClass() throws -> CharacterClass {
    guard let next else { throw error("nothing follows the last \\") }
    position += 1
    switch next {
    case "d": return .digit
    case "D": return .negation(.digit)
    case "w": return .word
    case "W": return .negation(.word)
    case "s": return .space
    case "S": return .negation(.space)
    case "h": return .horizontalSpace
    case "H": return .negation(.horizontalSpace)
    case "v": return .verticalSpace
    case "V": return .negation(.verticalSpace)
    case "p": return try named()
    case "P": return .negation(try named())
    default: return .one(try escapedScalar(next))
    }
  }

  private mutating func named() throws -> CharacterClass {
    var name = ""
    if take("{") {
      while let next, next != "}" {
        name.unicodeScalars.append(next)
        position += 1
      }
      guard take("}") else { throw error("the name of a class ends with }") }
    } else if let next {
      name.unicodeScalars.append(next)
      position += 1
    }
    guard let characters = CharacterClass(name: name) else {
      throw error("this class of characters is not known: \(name)", .unsupported)
    }
    return characters
  }

  private mutating func escapedScalar(_ letter: Unicode.Scalar) throws -> Unicode.Scalar {
    switch letter {
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    case "f": return "\u{C}"
    case "a": return "\u{7}"
    case "e": return "\u{1B}"
    case "0": return try coded(1...3, radix: 8)
    case "x":
      guard take("{") else { return try coded(2...2, radix: 16) }
      let scalar = try coded(1...6, radix: 16)
      guard take("}") else { throw error("the number of a character ends with }") }
      return scalar
    case "u": return try coded(4...4, radix: 16)
    default:
      guard !letter.isASCII || !letter.properties.isAlphabetic else {
        throw error("\\\(letter) means nothing, or nothing that is supported", .unsupported)
      }
      return letter
    }
  }

  /// Reads the number of a character.
  private mutating func coded(_ counts: ClosedRange<Int>, radix: Int) throws -> Unicode.Scalar {
    var (value, count) = (UInt32(0), 0)
    while count < counts.upperBound, let next, let digit = UInt32(String(next), radix: radix) {
      value = value * UInt32(radix) + digit
      count += 1
      position += 1
    }
    guard counts.contains(count), let scalar = Unicode.Scalar(value) else {
      throw error("a character is given by digits of base \(radix), \(counts.lowerBound) or more")
    }
    return scalar
  }

  /// Reads the characters of a class up to its closing bracket.
  mutating func bracketed(_ nesting: Int = 0) throws -> CharacterClass {
    guard nesting < 50 else { throw error("classes nest at most 50 deep") }
    let isNegated = take("^")
    var characters = try members(nesting)
    while take("&&") { characters = .intersection(characters, try members(nesting)) }
    guard take("]") else { throw error("a class is not closed") }
    return isNegated ? .negation(characters) : characters
  }

  private mutating func members(_ nesting: Int) throws -> CharacterClass {
    var parts: [CharacterClass] = []
    while let next, next != "]" {
      if next == "&", position + 1 < scalars.count, scalars[position + 1] == "&" { break }
      if take("[") {
        parts.append(try bracketed(nesting + 1))
        continue
      }
      let first = try member()
      guard let lower = first.only, position + 1 < scalars.count, scalars[position] == "-",
        scalars[position + 1] != "]", scalars[position + 1] != "["
      else {
        parts.append(first)
        continue
      }
      position += 1
      guard let upper = try member().only, lower.value <= upper.value else {
        throw error("a range of characters ends with one that is not before the first")
      }
      parts.append(.range(lower.value...upper.value))
    }
    return .union(parts)
  }

  private mutating func member() throws -> CharacterClass {
    if take("\\") { return try escapedClass() }
    guard let next else { throw error("a class is not closed") }
    position += 1
    return .one(next)
  }
}
