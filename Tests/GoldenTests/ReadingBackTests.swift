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
      for fault in reading.faults(in: session) {
        Issue.record("\(path):\(test.line): \(test.statement)\n\(printed)\(fault)")
      }
    }
  }

  @Test func `any quantity that is printed can be read back`() throws {
    var random = SeededRandom("printed quantities")
    var session = Session(bundledKernel)
    var shell = Shell(bundledKernel)
    let units = [
      "", "USD", "VND", "person", "account", "%", "pp", "rank", "MW", "Mbit/s", "VND/USD", "USD/person",
      "month",
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
