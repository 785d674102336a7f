import ChisoKernel
import ChisoTestRandom
import ChisoTestSupport
import Synchronization
import Testing

/// What is taken over from snapshot to snapshot is what would be computed anew.
@Suite struct SnapshotLawsTests {
  private static let questions = [
    "gdp", "growth(gdp)", "share(digital_economy, gdp)", "gdp + ict_revenue", "gdp[2024] / gdp[2022]",
    "last(reported(gdp)) + last(ict_revenue)", "per_capita(gdp, 2024)", "infer(gdp[2025])",
    "target(digital_economy_share, 2025)", "claims(gdp[2024])", "spread(digital_economy_share[2024])",
    "sum(gdp[2021..2025]) - sum(ict_revenue)", "gdp[2024] to VND",
    "if gdp > 450 billion USD then gdp else ict_revenue",
    "cagr(gdp, 2021, 2024) - cagr(digital_economy, 2021, 2024)", "gdp_growth", "gdp / ict_revenue",
    "doubled(2023) + 1 USD", "gdp[2025] given gdp[2025] = 500 billion USD", "digital_economy_share[2030]",
    "population", "rank(gdp)",
  ]

  private static func claim(using random: inout SeededRandom) -> String {
    let year = Int.random(in: 2019...2031, using: &random)
    let amount = Int.random(in: 1...900, using: &random)
    return random.pick([
      "gdp[\(year)] = \(amount) billion USD", "gdp[\(year)] > \(amount) billion USD",
      "ict_revenue[\(year)] = \(amount) billion USD",
      "ict_revenue[\(year)-Q\(1 + amount % 4)] = \(amount) billion USD",
      "digital_economy_share[\(year)] = \(amount % 40) % target",
      "digital_economy[\(year)] = \(amount) billion USD",
      "growth(gdp, \(year)) = \(amount % 12) %", "exchange_rate[\(year)] = 2\(amount) VND/USD",
      "population[\(year)-12-31] = \(amount) million person", "egdi_rank[\(year)] = \(amount) rank",
      "share(digital_economy, gdp, \(year)) = \(amount % 40) %", "doubled(2023) = \(amount) billion USD",
    ])
  }

  private static func outcome(_ body: () throws(EvaluationError) -> Answer) -> String {
    do throws(EvaluationError) {
      let answer = try body()
      // What is prepared does not look for contradictions each time.
      let notes = answer.notes.filter { $0.id != "contradiction" }
      return "\(answer.observations)\n\(notes.map(\.message))"
    } catch {
      return "\(error)"
    }
  }

  @Test func followingAnyOtherSnapshotIsAskingIt() throws {
    var random = SeededRandom("snapshots")
    for _ in 0..<rounds(12) {
      let first = try bundledKernel.adding("def doubled(at: period) = gdp[at] * 2")
      var kernels = [first]
      var prepared: [PreparedExpression] = []
      for question in Self.questions { prepared.append(try first.prepare(question)) }
      for _ in 0..<12 {
        // From any of them, so that some are siblings that say different things at the same place.
        let claim = Self.claim(using: &random)
        let source = random.pick(["session_10", "gso"])
        guard let next = try? random.pick(kernels).adding("from \(source) { \(claim) }") else { continue }
        kernels.append(next)
        let kernel = random.pick(kernels)
        for index in prepared.indices where random.chance(70) {
          prepared[index] = try prepared[index].following(kernel)
          let question = Self.questions[index]
          let followed = Self.outcome { () throws(EvaluationError) in try prepared[index].evaluate() }
          let asked = Self.outcome { () throws(EvaluationError) in try kernel.evaluate(question) }
          #expect(followed == asked, "\(question) after \(claim)")
        }
      }
    }
  }

  @Test func aFigureThatIsMissingStaysMissingInAKernelThatNobodyAskedYet() throws {
    let known = try bundledKernel.adding("from gso { ict_revenue[2026-Q3] = 466 billion USD }")
    let later = try known.adding("from gso { population[2031-12-31] = 462 million person }")
    var prepared = try known.prepare("sum(ict_revenue)")
    let asked = Self.outcome { () throws(EvaluationError) in try prepared.evaluate() }
    prepared = try prepared.following(later)
    let followed = Self.outcome { () throws(EvaluationError) in try prepared.evaluate() }
    #expect(asked == "There is no figure for sum(ict_revenue).")
    #expect(followed == asked)
  }

  @Test func argumentsAreToldApart() throws {
    var random = SeededRandom("arguments")
    let usd = try #require(UnitTable.builtIn.unitOfMeasure("USD"))
    var prepared = try bundledKernel.prepare(
      "x + gdp[p]", parameters: [.quantity("x", in: usd), .period("p")])
    var kernel = bundledKernel
    for _ in 0..<rounds(60) {
      let year = random.pick([2023, 2024])
      let amount = Double(Int.random(in: 0...12, using: &random)) * 1e9
      let answer = try prepared.evaluate([.quantity(Quantity(amount, usd)), .period(Period(year: year))])
      let gdp = try kernel.evaluate("gdp[\(year)]").observations[0].value ?? .nan
      #expect(answer.observations[0].value == amount + gdp)
      if random.chance(20) {
        let billions = Int.random(in: 300...600, using: &random)
        kernel = try kernel.adding("from session_10 { gdp[\(year)] = \(billions) billion USD }")
        prepared = try prepared.following(kernel)
      }
    }
  }

  /// A function that counts how often it is called.
  private struct CountingPlugin: Plugin {
    let name = "counting"
    static let calls = Atomic<Int>(0)

    func register(_ registration: inout Registration) {
      registration.add(
        NativeFunction(
          "watched(x)", summary: "What it is given.",
          type: .same(as: "x"),
          shape: .whole { arguments, _, _ throws(FunctionError) in
            CountingPlugin.calls.add(1, ordering: .relaxed)
            return arguments[0].series ?? Series(.nan, type: .number)
          }))
    }
  }

  @Test func onlyThePartsThatDependOnAClaimAreComputedAgain() throws {
    let kernel = Kernel(plugins: bundledPlugins + [CountingPlugin()])
    var prepared = try kernel.prepare("sum(watched(gdp)) + sum(watched(ict_revenue))")
    func calls(_ kernel: Kernel) throws -> Int {
      let before = CountingPlugin.calls.load(ordering: .relaxed)
      prepared = try prepared.following(kernel)
      _ = try prepared.evaluate()
      return CountingPlugin.calls.load(ordering: .relaxed) - before
    }
    #expect(try calls(kernel) == 2)
    let one = try kernel.adding("from session_10 { gdp[2019] = 330 billion USD }")
    #expect(try calls(one) == 1)
    let both = try one.adding(
      "from session_10 { gdp[2018] = 310 billion USD\n ict_revenue[2018] = 100 billion USD }")
    #expect(try calls(both) == 2)
    let neither = try both.adding("from session_10 { egdi_rank[2030] = 40 rank }")
    #expect(try calls(neither) == 0)
    // Back again, everything is known.
    #expect(try calls(one) == 0)
    // Where a name may mean something else, nothing is taken over.
    let renamed = try neither.adding("def unrelated(x) = x + 1")
    #expect(try calls(renamed) == 2)
  }

  /// Two plugins that give the same name to different functions.
  private struct DoublingPlugin: Plugin {
    let name = "doubling"
    let unit: String

    func register(_ registration: inout Registration) {
      registration.define("indicator made { label: \"Made\"  unit: \(unit)  kind: flow  timing: period }")
      registration.define("def twice(x) = x + made[2024]")
    }
  }

  @Test func whatIsKnownOfAPluginThatWasTakenBackIsForgotten() throws {
    var first = Session(bundledKernel)
    var second = first
    #expect(first.load(DoublingPlugin(unit: "USD")).isEmpty)
    #expect(second.load(DoublingPlugin(unit: "MW")).isEmpty)
    func type(_ session: Session) -> String? {
      let place = session.catalogue.functions(named: "twice")[0]
      return session.catalogue.type(of: session.catalogue.functions[Int(place)])
    }
    #expect(type(first) == "twice(x: series in USD) → USD")
    #expect(type(second) == "twice(x: series in length^2*mass/time^3) → length^2*mass/time^3")
  }
}
