import ChisoKernel
import ChisoStandard
import ChisoTestRandom
import Testing

/// A condition about figures `x0`, `x1`, …, as it is typed and as it is true of numbers.
private indirect enum RandomCondition {
  case compare(RandomFigure, String, RandomFigure)
  case and(RandomCondition, RandomCondition)
  case or(RandomCondition, RandomCondition)
  case not(RandomCondition)
  case choose(RandomCondition, RandomCondition, RandomCondition)

  init(depth: Int, variables: Int, using random: inout SeededRandom) {
    func figure(_ random: inout SeededRandom) -> RandomFigure {
      RandomFigure(depth: 2, variables: variables, using: &random)
    }
    func inner(_ random: inout SeededRandom) -> RandomCondition {
      RandomCondition(depth: depth - 1, variables: variables, using: &random)
    }
    switch depth <= 0 ? 0 : Int.random(in: 0..<6, using: &random) {
    case 1: self = .and(inner(&random), inner(&random))
    case 2: self = .or(inner(&random), inner(&random))
    case 3: self = .not(inner(&random))
    case 4: self = .choose(inner(&random), inner(&random), inner(&random))
    default:
      let relations = ["<", "<=", ">", ">=", "==", "!="]
      self = .compare(
        figure(&random), relations.randomElement(using: &random) ?? "<", figure(&random))
    }
  }

  var text: String {
    switch self {
    case .compare(let left, let relation, let right): "(\(left.text) \(relation) \(right.text))"
    case .and(let left, let right): "(\(left.text) and \(right.text))"
    case .or(let left, let right): "(\(left.text) or \(right.text))"
    case .not(let inner): "(not \(inner.text))"
    case .choose(let test, let yes, let no): "(if \(test.text) then \(yes.text) else \(no.text))"
    }
  }

  func holds(_ point: [Double]) -> Bool {
    switch self {
    case .compare(let left, let relation, let right):
      let (a, b) = (left.value(point), right.value(point))
      switch relation {
      case "<": return a < b
      case "<=": return a <= b
      case ">": return a > b
      case ">=": return a >= b
      case "==": return a == b
      default: return a != b
      }
    case .and(let left, let right): return left.holds(point) && right.holds(point)
    case .or(let left, let right): return left.holds(point) || right.holds(point)
    case .not(let inner): return !inner.holds(point)
    case .choose(let test, let yes, let no): return test.holds(point) ? yes.holds(point) : no.holds(point)
    }
  }
}

/// A figure of whole numbers, so that nothing is rounded.
private indirect enum RandomFigure {
  case variable(Int)
  case constant(Int)
  case sum(RandomFigure, RandomFigure)
  case difference(RandomFigure, RandomFigure)
  case magnitude(RandomFigure)

  init(depth: Int, variables: Int, using random: inout SeededRandom) {
    func inner(_ random: inout SeededRandom) -> RandomFigure {
      RandomFigure(depth: depth - 1, variables: variables, using: &random)
    }
    switch depth <= 0 ? Int.random(in: 0..<3, using: &random) : Int.random(in: 0..<6, using: &random) {
    case 0: self = .constant(Int.random(in: 0...9, using: &random))
    case 3: self = .sum(inner(&random), inner(&random))
    case 4: self = .difference(inner(&random), inner(&random))
    case 5: self = .magnitude(inner(&random))
    default: self = .variable(Int.random(in: 0..<variables, using: &random))
    }
  }

  var text: String {
    switch self {
    case .variable(let index): "x\(index)"
    case .constant(let value): "\(value) person"
    case .sum(let left, let right): "(\(left.text) + \(right.text))"
    case .difference(let left, let right): "(\(left.text) - \(right.text))"
    case .magnitude(let inner): "abs(\(inner.text))"
    }
  }

  func value(_ point: [Double]) -> Double {
    switch self {
    case .variable(let index): point[index]
    case .constant(let value): Double(value)
    case .sum(let left, let right): left.value(point) + right.value(point)
    case .difference(let left, let right): left.value(point) - right.value(point)
    case .magnitude(let inner): abs(inner.value(point))
    }
  }
}

/// Figures of one year, a condition about them, and what sources say of each.
private struct RuleTrial {
  static let variables = 3
  let seed: UInt64
  let condition: RandomCondition
  /// For each figure the relations that are claimed of it.
  var claims: [[(relation: String, bound: Int)]] = []
  var random: SeededRandom

  init(isExact: Bool) {
    seed = UInt64.random(in: 0...UInt64.max)
    random = SeededRandom(seed: seed)
    condition = RandomCondition(depth: 2, variables: RuleTrial.variables, using: &random)
    for _ in 0..<RuleTrial.variables {
      let middle = Int.random(in: 0...9, using: &random)
      if isExact || Bool.random(using: &random) {
        claims.append([("=", middle)])
      } else {
        let lower = [">", ">="].randomElement(using: &random) ?? ">"
        let upper = ["<", "<="].randomElement(using: &random) ?? "<"
        claims.append([(lower, middle), (upper, middle + Int.random(in: 2...5, using: &random))])
      }
    }
  }

  /// A condition that names no figure is refused.
  var isAboutFigures: Bool { condition.text.contains("x") }

  func session(grade: String) -> Session {
    var session = Session(Kernel(plugins: [StandardPlugin()]))
    var text = "unit person\nsource s { title: \"S\"  publisher: \"P\"  published: 2025-01-01 }\n"
    for index in 0..<RuleTrial.variables {
      text += "indicator x\(index) { label: \"X\"  unit: person  kind: flow  timing: period }\n"
    }
    for (index, said) in claims.enumerated() {
      for claim in said { text += "from s { x\(index)[2024] \(claim.relation) \(claim.bound) person }\n" }
    }
    text += "rule \(grade)\"r\": \(condition.text)\n"
    session.run(text)
    return session
  }

  /// A point inside of what is claimed.
  mutating func point() -> [Double] {
    claims.map { said in
      if said.count == 1 { return Double(said[0].bound) }
      let (low, high) = (Double(said[0].bound), Double(said[1].bound))
      let inside = low + (high - low) * Double(Int.random(in: 1...15, using: &random)) / 16
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where said[0].relation == ">=": return low
      case 1 where said[1].relation == "<=": return high
      default: return inside
      }
    }
  }
}

@Suite("Rules, against all that numbers can be")
struct RuleLawTests {
  @Test("Of exact figures a rule is reported if it does not hold, and else not", arguments: 0..<40)
  func decides(round: Int) {
    let trial = RuleTrial(isExact: true)
    guard trial.isAboutFigures else { return }
    let holds = trial.condition.holds(trial.claims.map { Double($0[0].bound) })
    for grade in ["", "suspicious ", "note "] {
      let found = !trial.session(grade: grade).checkReport().findings.isEmpty
      #expect(found == !holds, "\(grade)\(trial.condition.text) of \(trial.claims), seed \(trial.seed)")
    }
  }

  @Test("A rule that some figures inside the bounds fulfil is not reported", arguments: 0..<60)
  func isSound(round: Int) {
    var trial = RuleTrial(isExact: false)
    guard trial.isAboutFigures, (0..<200).contains(where: { _ in trial.condition.holds(trial.point()) })
    else {
      return
    }
    for grade in ["", "suspicious "] {
      let found = trial.session(grade: grade).checkReport().findings.filter {
        $0.id != "rule-held-by-open-bounds"
      }
      #expect(found.isEmpty, "\(grade)\(trial.condition.text) of \(trial.claims), seed \(trial.seed)")
    }
  }

  @Test("What is inferred under a rule leaves out nothing that fulfils it", arguments: 0..<60)
  func infersSoundly(round: Int) {
    var trial = RuleTrial(isExact: false)
    // Of one figure only the rule tells.
    trial.claims[0] = [(">=", 0), ("<=", 12)]
    guard trial.isAboutFigures else { return }
    let points = (0..<200).map { _ in trial.point() }.filter(trial.condition.holds)
    guard !points.isEmpty else { return }
    var session = trial.session(grade: "")
    for index in 0..<RuleTrial.variables {
      guard case .answer(let answer)? = session.run("infer(x\(index)[2024])").last?.outcome else { continue }
      let interval = answer.series.interval(at: 0)
      for point in points {
        #expect(
          interval.contains(point[index]),
          "x\(index) is \(interval), not \(point) for \(trial.condition.text) of \(trial.claims), seed \(trial.seed)"
        )
      }
      let value = answer.series.values[0]
      #expect(
        value.isNaN || interval.contains(value),
        "\(value) in \(interval) for \(trial.condition.text) of \(trial.claims), seed \(trial.seed)")
    }
  }
}

@Suite("Bounds of figures that enter more than once")
struct DerivedBoundsTests {
  @Test(
    "What is inferred holds all that the claims can mean, and nothing else where it moves one way",
    arguments: 0..<20)
  func holdsTheCorners(round: Int) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let year = Int.random(in: 50...99, using: &random)
    let part = Int.random(in: 20...40, using: &random)
    let growth = Int.random(in: 5...30, using: &random)
    var session = Session(Kernel(plugins: [StandardPlugin()]))
    session.run(
      """
      unit person
      source s { title: "S"  publisher: "P"  published: 2025-01-01 }
      indicator x { label: "X"  unit: thousand person  kind: flow  timing: period }
      from s {
        x[2024] = \(year).0 thousand person
        x[2024-01-01/P9M] = \(part).0 thousand person
        x[2024] / x[2023] = 1.\(growth < 10 ? "0" : "")\(growth)
      }
      """)
    guard case .answer(let answer)? = session.run("infer(x[2024] - x[2023])").last?.outcome else {
      Issue.record("nothing is inferred, seed \(seed)")
      return
    }
    // x − x / g rises with x and with g.
    func change(_ level: Double, _ quotient: Double) -> Double { level - level / quotient }
    let quotient = 1 + Double(growth) / 100
    let low = change(Double(year) - 0.05, quotient - 0.005)
    let high = change(Double(year) + 0.05, quotient + 0.005)
    let interval = answer.series.interval(at: 0)
    let unit = answer.series.type.unit
    #expect(interval.lower <= low && interval.upper >= high, "\(interval) \(unit), seed \(seed)")
    #expect(
      abs(interval.lower - low) < 1e-9 && abs(interval.upper - high) < 1e-9, "\(interval), seed \(seed)")
  }
}
