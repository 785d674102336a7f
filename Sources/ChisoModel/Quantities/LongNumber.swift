/// A whole number of any length, to tell on which side of a double a decimal lies.
struct LongNumber: Equatable {
  /// In parts of 32 bits, the least first; none is zero at the end.
  private var parts: [UInt32] = []

  init(_ number: UInt64) {
    parts = [UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32)]
    trim()
  }

  /// The number that decimal digits write.
  init(digits: some Sequence<UInt8>) {
    for digit in digits { multiply(by: 10, adding: UInt32(digit & 15)) }
  }

  /// Multiplies `count` times, nine steps of ten or thirty of two at once.
  mutating func multiply(by factor: UInt32, count: Int) {
    let atOnce = factor == 2 ? 30 : 9
    var power: UInt32 = 1
    for _ in 0..<atOnce { power *= factor }
    for _ in 0..<(count / atOnce) { multiply(by: power, adding: 0) }
    for _ in 0..<(count % atOnce) { multiply(by: factor, adding: 0) }
  }

  private mutating func multiply(by factor: UInt32, adding addend: UInt32) {
    var carry = UInt64(addend)
    for index in parts.indices {
      carry += UInt64(parts[index]) * UInt64(factor)
      parts[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { parts.append(UInt32(truncatingIfNeeded: carry)) }
  }

  private mutating func trim() {
    while parts.last == 0 { parts.removeLast() }
  }

  static func < (left: LongNumber, right: LongNumber) -> Bool {
    guard left.parts.count == right.parts.count else { return left.parts.count < right.parts.count }
    for (first, second) in zip(left.parts, right.parts).reversed() where first != second {
      return first < second
    }
    return false
  }
}
