import ChisoKernel
import ChisoTestRandom
import ChisoTestSupport
import Testing

/// What holds of cells whatever they hold: nothing, bounds alone, an end, a value.
@Suite struct CellLawsTests {
  /// A figure of one year as it is claimed, and what it can be.
  private struct Cell {
    var claims: [String] = []
    var lower = -Double.infinity
    var upper = Double.infinity
    var hasValue = false
    var isMissing: Bool { claims.isEmpty }

    init(using random: inout SeededRandom) {
      let number = Double(Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: break
      case 1:
        (lower, upper) = (number, number + Double(Int.random(in: 1...9, using: &random)))
        claims = [">= \(Int(lower)) person", "<= \(Int(upper)) person"]
      case 2:
        (lower, hasValue) = (number, true)
        claims = ["> \(Int(number)) person"]
      default:
        (lower, upper, hasValue) = (number, number, true)
        claims = ["= \(Int(number)) person"]
      }
    }

    /// A number that it can be.
    func point(using random: inout SeededRandom) -> Double {
      let top = upper.isFinite ? upper : lower + 50
      return lower == upper ? lower : Double.random(in: lower.nextUp...top, using: &random)
    }
  }

  private func session(_ cells: [Int: Cell]) -> Session {
    var session = Session(bundledKernel)
    let claims = cells.sorted { $0.key < $1.key }.flatMap { year, cell in
      cell.claims.map { "  visitors[\(year)] \($0)" }
    }
    session.run(
      """
      indicator visitors { unit: person  kind: flow }
      source desk { title: "Desk"  publisher: "Desk"  published: 2025-01-01 }
      from desk {
      \(claims.joined(separator: "\n"))
      }
      """)
    return session
  }

  private static let reductions: [(name: String, make: @Sendable ([Double]) -> Double)] = [
    ("sum", { $0.reduce(0, +) }), ("mean", { $0.reduce(0, +) / Double($0.count) }),
    ("min", { $0.min() ?? .nan }), ("max", { $0.max() ?? .nan }),
    (
      "median",
      { values in
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
      }
    ),
  ]

  @Test func `what is made of no figure is missing, and of figures without a value has bounds alone`() {
    var random = SeededRandom("cells of reductions")
    for _ in 0..<rounds(60) {
      let years = (2015..<2015 + Int.random(in: 1...5, using: &random))
      let cells = Dictionary(uniqueKeysWithValues: years.map { ($0, Cell(using: &random)) })
      let session = session(cells)
      let present = cells.sorted { $0.key < $1.key }.map(\.value).filter { !$0.isMissing }
      for (name, make) in Self.reductions {
        let answer = session.known("\(name)(visitors[2015..2019])")
        guard !present.isEmpty else {
          #expect(answer == nil, "\(name) of no figures")
          continue
        }
        guard let answer else {
          Issue.record("\(name) of \(present) is missing")
          continue
        }
        #expect((answer.value != nil) == present.allSatisfy(\.hasValue) || answer.interval.isExact, "\(name)")
        if let value = answer.value { #expect(answer.interval.spans(value), "\(name)") }
        for _ in 0..<4 {
          let result = make(present.map { $0.point(using: &random) })
          let near = Interval(lower: result - 1e-9, upper: result + 1e-9)
          #expect(answer.interval.intersects(near), "\(name): \(result) is not in \(answer.interval)")
        }
      }
      #expect(session.known("count(visitors[2015..2019])")?.value == Double(present.count))
    }
  }

  @Test func `open truth values go through and, or and not as any of both would`() {
    let truths: [(text: String, possible: Set<Bool>)] = [
      ("(visitors[2023] > 1 person)", [true]), ("(visitors[2023] > 100 person)", [false]),
      ("(visitors[2023] > 9 person)", [true, false]), ("(visitors[2024] > 25 person)", [true, false]),
    ]
    var cells: [Int: Cell] = [:]
    var random = SeededRandom("truth values")
    cells[2023] = Cell(using: &random)
    cells[2023]?.claims = [">= 8 person", "<= 10 person"]
    cells[2024] = cells[2023]
    cells[2024]?.claims = ["> 20 person"]
    let session = session(cells)
    func expect(_ text: String, _ possible: Set<Bool>) {
      guard let answer = session.known(text) else {
        Issue.record("\(text) is missing")
        return
      }
      let found: Set<Bool> = answer.value.map { [$0 != 0] } ?? [true, false]
      #expect(found == possible, "\(text)")
    }
    for left in truths {
      expect(left.text, left.possible)
      expect("not \(left.text)", Set(left.possible.map { !$0 }))
      for right in truths {
        expect(
          "\(left.text) and \(right.text)",
          Set(left.possible.flatMap { first in right.possible.map { first && $0 } }))
        expect(
          "\(left.text) or \(right.text)",
          Set(left.possible.flatMap { first in right.possible.map { first || $0 } }))
      }
    }
  }
}
