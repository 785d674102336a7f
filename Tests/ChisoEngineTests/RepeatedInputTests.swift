import ChisoKernel
import ChisoTestRandom
import ChisoTestSupport
import Testing

/// Bounds where a figure occurs more than once in an expression.
@Suite struct RepeatedInputTests {
  /// Four figures as sources print them, of two years each, and copies of them under other names.
  private struct Scene {
    var session: Session
    /// What each can be in 2024.
    var ranges: [ClosedRange<Double>] = []
    static let copies = 8

    init(using random: inout SeededRandom) {
      session = ChisoEngineTests.session(with: [], in: bundledKernel)
      for figure in 0..<3 {
        let tenths = Int.random(in: 30...200, using: &random)
        let half = Double(Int.random(in: 1...5, using: &random)) / 10
        let (low, high) = (Double(tenths) / 10 - half, Double(tenths) / 10 + half)
        ranges.append(low...high)
        for name in ["f\(figure)"] + (0..<Scene.copies).map({ "f\(figure)_\($0)" }) {
          session.run("indicator \(name) { label: \"\(name)\"  unit: ratio  kind: index  timing: period }")
          session.run(
            """
            from anybody {
              \(name)[2023] = 7.3
              \(name)[2024] >= \(number(low))
              \(name)[2024] <= \(number(high))
            }
            """)
        }
      }
    }
  }

  @Test func `bounds are those at the ends where the result moves one way with each figure, and never wider`()
  {
    var random = SeededRandom("repeated inputs")
    var (exact, tried) = (0, 0)
    for _ in 0..<rounds(25) {
      let scene = Scene(using: &random)
      for _ in 0..<12 {
        let expression = RandomExpression(depth: 3, figures: 3, using: &random)
        let names = (0..<3).map { "f\($0)" }
        let text = expression.text(names.map { "\($0)[2024]" })
        guard text.contains("["), let found = scene.session.bounds(text) else { continue }
        // The same with a name of its own for each occurrence.
        var counts = [0, 0, 0]
        let apart = expression.text { figure in
          counts[figure] += 1
          return "f\(figure)_\(counts[figure] - 1)[2024]"
        }
        guard counts.allSatisfy({ $0 <= Scene.copies }), let plain = scene.session.bounds(apart) else {
          continue
        }
        tried += 1
        #expect(found.isInside(plain), "\(text) is \(found), wider than \(plain)")
        #expect(found == scene.session.bounds("(\(expression.text(names)))[2024]"), "\(text) in a series")
        guard plain.isBounded, let ends = expression.endsIfMonotone(scene.ranges) else { continue }
        exact += 1
        let margin = 1e-9 * max(1, abs(ends.lowerBound), abs(ends.upperBound))
        #expect(
          abs(found.lower - ends.lowerBound) <= margin && abs(found.upper - ends.upperBound) <= margin,
          "\(text) is \(found), and at the ends of \(scene.ranges) \(ends)")
      }
    }
    #expect(tried > rounds(150) && exact > rounds(60))
  }
}

extension Session {
  /// What the single figure that `text` yields can be; nil where it fails or is missing.
  fileprivate func bounds(_ text: String) -> Interval? {
    var session = self
    guard case .answer(let answer)? = session.run(text).last?.outcome else { return nil }
    return answer.observations.first?.interval
  }
}

extension RandomExpression {
  /// The value for `figures`; nil where it divides by nothing much.
  fileprivate func value(_ figures: [Double]) -> Double? {
    switch self {
    case .figure(let index): figures[index]
    case .number(let value): Double(value)
    case .function("-", let operand): operand.value(figures).map { -$0 }
    case .function(_, let operand): operand.value(figures).map { abs($0) }
    case .power(let base, let exponent):
      base.value(figures).map { base in (0..<exponent).reduce(1) { power, _ in power * base } }
    case .binary(let name, let left, let right):
      left.value(figures).flatMap { left in
        right.value(figures).flatMap { right in
          switch name {
          case "+": left + right
          case "-": left - right
          case "*": left * right
          default: abs(right) > 1e-3 ? left / right : nil
          }
        }
      }
    }
  }

  /// Least and greatest value at the corners of a box, if on a lattice in it each figure that occurs moves the value clearly one
  /// way; nil else.
  fileprivate func endsIfMonotone(_ box: [ClosedRange<Double>]) -> ClosedRange<Double>? {
    if hasAbsolute { return nil }
    let steps = 6
    func point(_ place: [Int]) -> [Double] {
      zip(box, place).map { range, step in
        range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / Double(steps)
      }
    }
    var signs = [0, 0, 0]
    var corners: [Double] = []
    for index in 0..<343 {
      let place = [index % 7, index / 7 % 7, index / 49]
      guard let here = value(point(place)) else { return nil }
      if place.allSatisfy({ $0 == 0 || $0 == steps }) { corners.append(here) }
      for axis in 0..<3 where place[axis] < steps {
        var next = place
        next[axis] += 1
        guard let there = value(point(next)) else { return nil }
        let change = there - here
        if change == 0 { continue }
        // Where a figure all but cancels no derivative tells which way it moves the result.
        if abs(change) < 1e-3 * abs(here) { return nil }
        let sign = change > 0 ? 1 : -1
        if signs[axis] == -sign { return nil }
        signs[axis] = sign
      }
    }
    // What cancels altogether may do so in ways that no interval tells.
    guard (0..<3).allSatisfy({ signs[$0] != 0 || !occurs($0) }), let low = corners.min(),
      let high = corners.max()
    else { return nil }
    return low...high
  }

  private func occurs(_ figure: Int) -> Bool { text { $0 == figure ? "*here*" : "" }.contains("*here*") }

  private var hasAbsolute: Bool {
    switch self {
    case .figure, .number: false
    case .function("abs", _): true
    case .function(_, let operand), .power(let operand, _): operand.hasAbsolute
    case .binary(_, let left, let right): left.hasAbsolute || right.hasAbsolute
    }
  }
}
