import ChisoKernel
import ChisoTestRandom
import ChisoTestSupport
import Testing

/// Whatever the figures are within their bounds, the result lies within its own.
@Suite struct IntervalSoundnessTests {
  @Test func `the bounds of a result never exclude what follows from points inside the operands`() {
    var random = SeededRandom("interval soundness")
    var tried = 0
    for _ in 0..<rounds(40) {
      let figures = (0..<3).map { index in
        let lower = Double(Int.random(in: -40...40, using: &random)) / 4
        return OpenFigure(
          name: "figure_\(index)", lower: lower,
          upper: lower + Double(Int.random(in: 0...20, using: &random)) / 4)
      }
      let session = session(with: figures, in: bundledKernel)
      for _ in 0..<10 {
        let expression = RandomExpression(depth: 3, figures: figures.count, using: &random)
        let open = expression.text(figures.map { "\($0.name)[2024]" })
        guard let whole = session.known(open) else { continue }
        for _ in 0..<4 {
          let points = figures.map { number($0.point(using: &random)) }
          // The same on plain numbers, whose rounding is far smaller than the margin.
          guard let exact = session.known(expression.text(points))?.value else { continue }
          tried += 1
          let margin = 1e-9 * max(1, abs(exact))
          let near = Interval(lower: exact - margin, upper: exact + margin)
          #expect(
            whole.interval.intersects(near),
            "\(open) lies in \(whole.interval), but with \(points) it is \(exact)")
        }
        if let value = whole.value {
          #expect(whole.interval.contains(value), "\(open): \(value) is not in \(whole.interval)")
        }
      }
    }
    #expect(tried > rounds(200))
  }

  @Test func `what is printed in canonical form has the same value and bounds`() {
    var random = SeededRandom("canonical text")
    let figures = (0..<3).map {
      OpenFigure(name: "figure_\($0)", lower: Double($0) - 1, upper: Double($0) + 2)
    }
    let session = session(with: figures, in: bundledKernel)
    for _ in 0..<rounds(300) {
      let expression = RandomExpression(depth: 4, figures: figures.count, using: &random)
      let text = expression.text(figures.map { "\($0.name)[2024]" })
      var first = session
      guard case .answer(let answer)? = first.run(text).last?.outcome else { continue }
      let again = session.known(answer.expression)
      #expect(again?.interval == answer.observations.first?.interval, "\(text) as \(answer.expression)")
      #expect(again?.value == answer.observations.first?.value, "\(text) as \(answer.expression)")
    }
  }
}
