/// Round numbers along an axis that holds some values: 350, 400, 450 for 366 to 433.
struct NiceScale {
  /// The lowest and the highest round number.
  let bounds: ClosedRange<Double>
  /// The round numbers, upward.
  let ticks: [Double]

  /// A scale of about `count` steps around `values`, at least two.
  init(_ values: [Double], steps count: Int) {
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    if low == high {
      let margin = low == 0 ? 1 : abs(low) / 10
      low -= margin
      high += margin
    }
    let step = NiceScale.step(atLeast: (high / Double(max(1, count)) - low / Double(max(1, count))))
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    bounds = first * step...last * step
    ticks = (0...Int(min(100, last - first))).map { (first + Double($0)) * step }
  }

  /// 1, 2 or 5 times a power of ten.
  private static func step(atLeast wanted: Double) -> Double {
    guard wanted > 0, wanted.isFinite else { return 1 }
    var power = 1.0
    while power * 10 <= wanted { power *= 10 }
    while power > wanted { power /= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= wanted * 0.999_999 } ?? wanted
  }
}
