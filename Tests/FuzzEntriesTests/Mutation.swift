import InlayTesting

/// Inputs that are made of others by a few changes; the same ones in every run.
struct Mutation {
  private let seeds: [[UInt8]]
  private var random: SeededGenerator

  init(_ name: String, _ seeds: [[UInt8]]) {
    self.seeds = seeds
    random = SeededGenerator(name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
  }

  mutating func next() -> [UInt8] {
    var bytes = seeds[number(below: seeds.count)]
    for _ in 0...number(below: 4) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = number(below: bytes.count + 1)
    let end = min(bytes.count, place + 1 + number(below: 8))
    switch number(below: 7) {
    case 0: bytes.insert(UInt8(number(below: 256)), at: place)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: number(below: bytes.count + 1))
    case 3: bytes.replaceSubrange(place..<end, with: repeatElement(0xFF, count: end - place))
    case 4: bytes.removeSubrange(place...)
    case 5: bytes = Array(bytes[..<place]) + Array(seeds[number(below: seeds.count)].dropFirst(place))
    default: if place < bytes.count { bytes[place] ^= 1 << UInt8(number(below: 8)) }
    }
  }

  private mutating func number(below bound: Int) -> Int { Int.random(in: 0..<max(bound, 1), using: &random) }
}
