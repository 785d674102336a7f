import ChisoKernel
import ChisoPluginTesting
import ChisoShell
import ChisoTestRandom
import ChisoTestSupport
import Testing

/// What is printed for people is the language too: typed again it is the same value.
@Suite struct ReadingBackTests {
  @Test(arguments: Repository.files(in: "Tests/GoldenTests/Scripts", endings: ".chisotest"))
  func `every answer of a script that is printed can be read back`(path: String) throws {
    let script = try TestScript(name: path, text: Repository.text(path))
    var session = Session(bundledKernel)
    var shell = Shell(bundledKernel)
    for test in script.cases {
      if test.startsAnew { (session, shell) = (Session(bundledKernel), Shell(bundledKernel)) }
      if test.statement.hasPrefix(":") { continue }
      var printed = ""
      shell.run(SourceText(test.statement)) { printed += $0.text }
      guard case .answer(let answer)? = session.run(test.statement).last?.outcome else { continue }
      let reading = PrintedAnswer(printed, of: answer)
      for fault in reading.faults(in: session)
        + faults(ofShare: printed, answer, of: test.statement, in: session)
      {
        Issue.record("\(path):\(test.line): \(test.statement)\n\(printed)\(fault)")
      }
    }
  }

  /// What is wrong with a share that is printed with its base, `20.5 % of gdp`, when it is typed beside what it was
  /// printed for: nothing, where there is no difference between them.
  private func faults(
    ofShare printed: String, _ answer: Answer, of statement: String, in session: Session
  ) -> [String] {
    guard answer.kind == .figure, answer.type.unit.isPercent, answer.type.base != nil,
      let text = printed.split(separator: "\n").first?.split(separator: " · ").first,
      text.first?.isNumber == true || text.hasPrefix("-")
    else { return [] }
    var session = session
    guard case .answer(let difference)? = session.run("(\(statement)\n) - \(text)").last?.outcome,
      let points = difference.series.values.first
    else { return ["`\(text)` cannot be typed beside it"] }
    return difference.type.unit.isPoints && abs(points) <= 0.501 ? [] : ["`\(text)` differs by \(points)"]
  }

  @Test func `any share that is printed can be read back`() throws {
    var random = SeededRandom("printed shares")
    for _ in 0..<rounds(200) {
      let share = random.pick([
        "digital_economy_share[2024]", "adult_payment_account_share[2024-06-30]",
        "household_fibre_share[2024]",
        "share(digital_economy, gdp, 2024)", "share(committee_tasks_completed, committee_tasks, 2025-02-06)",
      ])
      let part = random.pick(["", " / \(Int.random(in: 2...9, using: &random))"])
      let whole = random.pick(["", "100 % - ", "1 - "])
      let statement = whole + share + part
      var session = Session(bundledKernel)
      var shell = Shell(bundledKernel)
      var printed = ""
      shell.run(SourceText(statement)) { printed += $0.text }
      guard case .answer(let answer)? = session.run(statement).last?.outcome else {
        Issue.record("\(statement) is no share")
        continue
      }
      #expect(answer.type.base != nil, "\(statement)")
      #expect(faults(ofShare: printed, answer, of: statement, in: session) == [], "\(statement)\n\(printed)")
    }
  }

  @Test func `any quantity that is printed can be read back`() throws {
    var random = SeededRandom("printed quantities")
    var session = Session(bundledKernel)
    var shell = Shell(bundledKernel)
    let units = [
      "", "USD", "VND", "person", "account", "%", "pp", "rank", "MW", "Mbit/s", "VND/USD", "USD/person",
      "month",
      "km^2", "kg*m^2/s^2", "USD/person/year", "% of adult", "% of person", "percent",
      "pp/month", "USD^2", "year^-1", "person/USD", "person/month/USD",
    ]
    for _ in 0..<rounds(600) {
      let unit = random.pick(units)
      let digits =
        Int64.random(in: 0..<1_000_000_000_000_000, using: &random)
        >> Int64.random(in: 0..<50, using: &random)
      let exponent = Int.random(in: -12...8, using: &random)
      let sign = random.chance(20) ? "-" : ""
      let statement = "\(sign)\(digits)e\(exponent) \(unit)"
      var printed = ""
      shell.run(SourceText(statement)) { printed += $0.text }
      guard case .answer(let answer)? = session.run(statement).last?.outcome else {
        Issue.record("\(statement) is no quantity")
        continue
      }
      for fault in PrintedAnswer(printed, of: answer).faults(in: session) {
        Issue.record("\(statement)\n\(printed)\(fault)")
      }
      // What is typed is exact, and so is what is printed.
      let text = String(printed.split(separator: "\n").first ?? "")
      guard case .answer(let again)? = session.run(text).last?.outcome else { continue }
      let factor = again.type.unit.conversionFactor(to: answer.type.unit) ?? .nan
      #expect((again.series.values[0] * factor).isSame(as: answer.series.values[0]), "\(statement): \(text)")
    }
  }

  @Test func `what reads back as something else is found out`() throws {
    let session = Session(bundledKernel)
    func faults(_ statement: String, printed: String) -> [String] {
      var session = session
      guard case .answer(let answer)? = session.run(statement).last?.outcome else { return [] }
      return PrintedAnswer(printed, of: answer).faults(in: session)
    }
    let statement = "gdp[2024]"
    #expect(faults(statement, printed: "476.3 billion USD · 2024 · 476.25 to 476.35\n") == [])
    #expect(faults(statement, printed: "476.4 billion USD · 2024 · 476.25 to 476.35\n").count == 1)
    #expect(faults(statement, printed: "476.3 million USD · 2024\n").count == 1)
    #expect(faults(statement, printed: "476.3 billion VND · 2024\n").count == 1)
    #expect(faults(statement, printed: "476,300 million USD · 2024\n").count == 1)
    #expect(faults(statement, printed: "476.3 billion USD · 2023\n").count == 1)
    #expect(faults(statement, printed: "476.3 billion USD · 2024 · 476.27 to 476.35\n").count == 1)
    #expect(faults(statement, printed: "476.3 billion USD · 2024 · 476.25 to 478\n").count == 1)
  }
}
