/// The best of several runs of `body`, in seconds.
func bestTime(of runs: Int = 5, _ body: () -> Void) -> Double {
  let clock = ContinuousClock()
  var best = Double.infinity
  for _ in 0..<runs {
    let duration = clock.measure(body)
    best = min(best, Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18)
  }
  return best
}

/// Seconds as text: `1.25 ms`.
func text(_ seconds: Double) -> String {
  func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
  if seconds < 1e-3 { return rounded(seconds * 1e6) + " µs" }
  return seconds < 1 ? rounded(seconds * 1e3) + " ms" : rounded(seconds) + " s"
}

/// A line of the table.
func report(_ name: String, _ seconds: Double, _ remark: String = "") {
  let padded = name + String(repeating: " ", count: max(1, 58 - name.count))
  print("\(padded)\(text(seconds))\(remark.isEmpty ? "" : "   \(remark)")")
}
