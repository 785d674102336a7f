/// Numbers as small bars beside one another: `▁▃▅█`; a gap where there is none, nothing where all are alike.
///
/// The lowest stands on the lowest bar, the highest on the highest.
public func sparkline(_ values: [Double?]) -> String {
  let known = values.compactMap { $0 }.filter(\.isFinite)
  guard let low = known.min(), let high = known.max(), high > low else { return "" }
  let bars = Array("▁▂▃▄▅▆▇█")
  return String(
    values.map { value -> Character in
      guard let value, value.isFinite else { return " " }
      // Halves first, so that the span of very large numbers stays finite.
      let part = (value / 2 - low / 2) / (high / 2 - low / 2)
      return bars[min(bars.count - 1, Int(part * Double(bars.count)))]
    })
}
