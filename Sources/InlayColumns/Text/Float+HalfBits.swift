extension Float {
  /// Widens an IEEE 754 number of 16 bits, which is always exact.
  ///
  /// `Float16` is not on every platform that this runs on.
  public init(halfBits bits: UInt16) {
    let sign = UInt32(bits >> 15) << 31
    let exponent = UInt32(bits >> 10) & 0x1F
    let fraction = UInt32(bits) & 0x3FF
    switch exponent {
    case 0x1F: self.init(bitPattern: sign | 0x7F80_0000 | fraction << 13)
    case 0:
      // Subnormal: so many times 2⁻²⁴.
      let magnitude = Float(fraction) * 0x1p-24
      self = sign == 0 ? magnitude : -magnitude
    default: self.init(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
    }
  }
}
