extension CharacterClass {
  /// The class that `\p{name}` means; nil for a name that is not known.
  init?(name: String) {
    if let plain = Self.posix[name] {
      self = plain
      return
    }
    let name = name.hasPrefix("Is") && name.count <= 4 ? String(name.dropFirst(2)) : name
    if let categories = Self.categories[name] {
      self = .property { categories.contains($0.generalCategory) }
      return
    }
    switch name {
    case "IsAlphabetic": self = .property { $0.isAlphabetic }
    case "IsLetter": self = .property { Self.letters.contains($0.generalCategory) }
    case "IsUppercase", "javaUpperCase": self = .property { $0.isUppercase }
    case "IsLowercase", "javaLowerCase": self = .property { $0.isLowercase }
    case "IsWhite_Space", "IsWhiteSpace": self = .property { $0.isWhitespace }
    case "IsDigit": self = .property { $0.generalCategory == .decimalNumber }
    case "IsIdeographic": self = .property { $0.isIdeographic }
    default: return nil
    }
  }

  private static let posix: [String: CharacterClass] = [
    "Lower": .range(0x61...0x7A), "Upper": .range(0x41...0x5A), "ASCII": .range(0...0x7F),
    "Alpha": .union([.range(0x61...0x7A), .range(0x41...0x5A)]), "Digit": digit,
    "Alnum": .union([.range(0x61...0x7A), .range(0x41...0x5A), digit]),
    "Punct": .union([.range(0x21...0x2F), .range(0x3A...0x40), .range(0x5B...0x60), .range(0x7B...0x7E)]),
    "Graph": .range(0x21...0x7E), "Print": .range(0x20...0x7E), "Blank": .some(" \t"),
    "Cntrl": .union([.range(0...0x1F), .range(0x7F...0x7F)]), "Space": space,
    "XDigit": .union([digit, .range(0x61...0x66), .range(0x41...0x46)]),
  ]

  private static let letters: Set<Unicode.GeneralCategory> = [
    .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
  ]

  /// The general categories of Unicode by their short names.
  private static let categories: [String: Set<Unicode.GeneralCategory>] = [
    "L": letters, "Lu": [.uppercaseLetter], "Ll": [.lowercaseLetter], "Lt": [.titlecaseLetter],
    "Lm": [.modifierLetter], "Lo": [.otherLetter],
    "M": [.nonspacingMark, .spacingMark, .enclosingMark], "Mn": [.nonspacingMark], "Mc": [.spacingMark],
    "Me": [.enclosingMark],
    "N": [.decimalNumber, .letterNumber, .otherNumber], "Nd": [.decimalNumber], "Nl": [.letterNumber],
    "No": [.otherNumber],
    "P": [
      .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation,
    ],
    "Pc": [.connectorPunctuation], "Pd": [.dashPunctuation], "Ps": [.openPunctuation],
    "Pe": [.closePunctuation], "Pi": [.initialPunctuation], "Pf": [.finalPunctuation],
    "Po": [.otherPunctuation],
    "S": [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol], "Sm": [.mathSymbol],
    "Sc": [.currencySymbol], "Sk": [.modifierSymbol], "So": [.otherSymbol],
    "Z": [.spaceSeparator, .lineSeparator, .paragraphSeparator], "Zs": [.spaceSeparator],
    "Zl": [.lineSeparator], "Zp": [.paragraphSeparator],
    "C": [.control, .format, .surrogate, .privateUse, .unassigned], "Cc": [.control], "Cf": [.format],
    "Co": [.privateUse], "Cn": [.unassigned],
  ]
}
