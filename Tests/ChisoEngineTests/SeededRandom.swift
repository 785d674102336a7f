/// A reproducible source of random numbers (SplitMix64); its seed is printed, so that a failure can be run again.
///
/// Set `seed` to a printed one to repeat a run.
struct SeededRandom: RandomNumberGenerator {
  private(set) var state: UInt64

  init(_ name: String, seed: UInt64 = UInt64.random(in: 1...999_999_999)) {
    state = seed
    print("\(name): seed \(seed)")
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
