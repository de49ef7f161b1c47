import InlayTesting

/// Makes random bytes that are mostly such as have a meaning.
func randomBytes(_ alphabet: [UInt8], count: Int, using generator: inout SeededGenerator) -> [UInt8] {
  (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
}
