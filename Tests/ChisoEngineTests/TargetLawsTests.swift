import ChisoKernel
import ChisoTestRandom
import ChisoTestSupport
import Testing

/// Whatever uses a target is a target, however it is written.
@Suite struct TargetLawsTests {
  private static let declarations = """
    source plan { title: "Plan"  publisher: "Office"  published: 2024-01-01 }
    indicator uptake { label: "Uptake"  unit: ratio  kind: index  timing: period  better: higher }
    indicator aim { label: "Aim"  unit: ratio  kind: index  timing: period  definition: target(uptake, 2026) * 2 }
    from plan {
      uptake[2021] = 2.5
      uptake[2022] = 3.5
      uptake[2023] = 4.5
      target uptake[2025] >= 7
      target uptake[2026] = 9
      target(uptake, 2025) - 5 = 2
      aim[2022] = 19
    }
    let ahead = target(uptake, 2025) - 5
    def half(x) = x / 2
    target(uptake, 2025) + 1
    """

  /// A figure that rests on a target.
  private func target(_ depth: Int, _ random: inout SeededRandom) -> String {
    guard depth > 0 else {
      return random.pick([
        "target(uptake, 2025)", "target(uptake, 2026)", "(target(uptake, 2025) - 5)", "ahead", "_1",
        "uptake[2025]", "aim[2022]", "lag(uptake)[2026]", "growth(uptake, 2023, 2025)",
        "max(uptake[2021..2025])",
        "change(uptake)[2026]", "last(uptake)", "gap(uptake, by: 2025)",
      ])
    }
    let inner = target(depth - 1, &random)
    let other = figure(depth - 1, &random)
    let number = Int.random(in: 1...5, using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return "(\(inner) + \(other))"
    case 1: return "(\(other) - \(inner))"
    case 2: return "(\(other) * \(inner))"
    case 3: return "(\(inner) / (abs(\(other)) + 1))"
    case 4: return "(if target(uptake, 2026) + \(number) > 1 then \(inner) else \(other))"
    case 5: return "half(\(inner))"
    case 6: return "abs(\(inner))"
    case 7: return "round(\(inner))"
    case 8: return "(if target(uptake, 2025) > 6 then \(other) else 0)"
    case 9: return "required(\(other), target(uptake, 2026) > \(number), \"no\", \"no\")"
    case 10: return "(uptake[2022] given uptake[2022] = target(uptake, 2026) * \(number))"
    default: return "coalesce(target(uptake, 2026), \(other))"
    }
  }

  private func figure(_ depth: Int, _ random: inout SeededRandom) -> String {
    depth > 0 && random.chance(40)
      ? target(depth - 1, &random)
      : random.pick(["uptake[2021]", "latest(uptake)", "3", "mean(uptake[2021..2023])", "(1 / 3)"])
  }

  @Test func `an answer that used a target is never reported`() {
    var random = SeededRandom("targets")
    var session = session(with: [], in: bundledKernel)
    session.run(Self.declarations)
    var answered = 0
    for _ in 0..<rounds(300) {
      let text = target(Int.random(in: 0...4, using: &random), &random)
      var session = session
      guard case .answer(let answer)? = session.run(text).last?.outcome else { continue }
      for observation in answer.observations where observation.value != nil {
        answered += 1
        #expect(observation.quality.role == .target, "\(text)")
      }
    }
    #expect(answered > 60)
  }
}
