/// Inputs that are made of others by a few changes; the same ones in every run.
struct Mutation {
  private let seeds: [[UInt8]]
  private var state: UInt64

  init(_ name: String, _ seeds: [[UInt8]]) {
    self.seeds = seeds
    state = name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) }
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

  /// SplitMix64.
  private mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(max(bound, 1)))
  }
}
