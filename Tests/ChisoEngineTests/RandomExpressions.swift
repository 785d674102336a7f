import ChisoKernel
import ChisoTestRandom

/// A figure that may lie anywhere between two numbers, and is called by a name.
struct OpenFigure {
  var name: String
  var lower: Double
  var upper: Double

  /// The declaration and the two claims that leave it open.
  var declaration: String {
    """
    indicator \(name) { label: "\(name)"  unit: ratio  kind: index  timing: period }
    from anybody {
      \(name)[2024] >= \(number(lower))
      \(name)[2024] <= \(number(upper))
    }
    """
  }

  /// A number inside, a bound now and then.
  func point(using random: inout SeededRandom) -> Double {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: lower
    case 1: upper
    default: (Double.random(in: lower...upper, using: &random) * 64).rounded(.towardZero) / 64
    }
  }
}

/// `value` as an operand.
func number(_ value: Double) -> String {
  value < 0 ? "(-\(NumberFormat.plain(-value)))" : NumberFormat.plain(value)
}

/// A random expression, to be written once with names and once with the numbers that they stand for.
indirect enum RandomExpression {
  case figure(Int)
  case number(Int)
  case binary(String, RandomExpression, RandomExpression)
  case function(String, RandomExpression)
  case power(RandomExpression, Int)

  init(depth: Int, figures: Int, using random: inout SeededRandom) {
    guard depth > 0, random.chance(85) else {
      self =
        random.chance(80)
        ? .figure(Int.random(in: 0..<figures, using: &random))
        : .number(Int.random(in: 1...9, using: &random))
      return
    }
    func part() -> RandomExpression { RandomExpression(depth: depth - 1, figures: figures, using: &random) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: self = .function("-", part())
    case 1: self = .function("abs", part())
    case 2: self = .power(part(), Int.random(in: 0...3, using: &random))
    default: self = .binary(random.pick(["+", "-", "*", "/"]), part(), part())
    }
  }

  /// The expression with `operands` in place of its figures.
  func text(_ operands: [String]) -> String { text { operands[$0] } }

  /// The expression with what `operand` says of each occurrence of a figure, in their order.
  func text(_ operand: (Int) -> String) -> String {
    switch self {
    case .figure(let index): operand(index)
    case .number(let value): "\(value)"
    case .binary(let name, let left, let right): "(\(left.text(operand)) \(name) \(right.text(operand)))"
    case .function("-", let inner): "(-\(inner.text(operand)))"
    case .function(let name, let inner): "\(name)(\(inner.text(operand)))"
    case .power(let base, let exponent): "(\(base.text(operand)))^\(exponent)"
    }
  }
}

/// A session in which `figures` are declared.
func session(with figures: [OpenFigure], in kernel: Kernel) -> Session {
  var session = Session(kernel)
  session.run(#"source anybody { title: "Anybody"  publisher: "Anybody"  published: 2025-01-01 }"#)
  for figure in figures { session.run(figure.declaration) }
  return session
}

extension Session {
  /// The single figure that `text` yields; nil where it fails, is missing or has bounds alone.
  func figure(_ text: String) -> (value: Double, interval: Interval)? {
    guard let known = known(text), let value = known.value else { return nil }
    return (value, known.interval)
  }

  /// The single figure that `text` yields, which may have bounds alone; nil where it fails or is missing.
  func known(_ text: String) -> (value: Double?, interval: Interval)? {
    var session = self
    guard case .answer(let answer)? = session.run(text).last?.outcome,
      let cell = answer.observations.first, cell.value != nil || !cell.interval.isUnbounded
    else { return nil }
    return (cell.value, cell.interval)
  }
}
