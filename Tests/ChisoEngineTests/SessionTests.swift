import ChisoKernel
import ChisoTestSupport
import Testing

/// A session is a value, and a kernel is asked by many at once.
@Suite struct SessionTests {
  /// Statements that fail at every stage.
  static let failures = [
    "share(digital_economy", "let x = nothing_of_that_name", "gdp[2024] + population[2024]", "gdp[1900]",
    "unit percent \"other\"", "source session_10 { title: \"Another\" }",
    "indicator y { label: \"Y\"  unit: nonsense  kind: stock }",
    "from session_10 {\n  gdp[2025] = 5 account\n}", "def x(y) = ", "let x = ",
  ]

  @Test(arguments: failures)
  func `a statement that fails leaves no trace`(statement: String) {
    var session = Session(bundledKernel)
    session.run("let x = 7")
    session.run("gdp[2024]")
    let names = session.catalogue.namesInExpressions
    let outcome = session.run(statement).last?.outcome
    guard case .failure? = outcome else {
      Issue.record("\(statement) should fail")
      return
    }
    #expect(session.figure("x")?.value == 7)
    #expect(session.figure("_")?.value == 476.3e9)
    #expect(session.catalogue.namesInExpressions == names)
    #expect(session.catalogue.verified().isEmpty)
  }

  @Test func `a copy of a session goes its own way, and undoing is an assignment`() {
    var session = Session(bundledKernel)
    session.run("let rate = 10 %")
    let before = session
    session.run("let rate = 20 %")
    session.run("def twice(x) = 2 * x")
    #expect(session.figure("twice(rate)")?.value == 40)
    #expect(before.figure("rate")?.value == 10)
    #expect(before.figure("twice(rate)") == nil)
    session = before
    #expect(session.figure("rate")?.value == 10)
  }

  @Test func `a statement that fails does not keep the next ones from running`() {
    var session = Session(bundledKernel)
    let results = session.run("let a = 1\nlet b = nonsense\nlet c = 3\na + c")
    #expect(results.count == 4)
    #expect(session.figure("a + c")?.value == 4)
    #expect(session.figure("b") == nil)
  }

  @Test func `a session sees nothing of another`() {
    var one = Session(bundledKernel)
    one.run("from session_10 {\n  gdp[2026] = 600 billion USD\n}")
    #expect(one.figure("gdp[2026]")?.value == 600e9)
    #expect(Session(bundledKernel).figure("gdp[2026]") == nil)
  }

  @Test func `eight tasks that ask one kernel get what one would`() async {
    let expressions = FunctionExampleTests.examples.map(\.expression)
    let expected = expressions.map { Session(bundledKernel).figure($0)?.value }
    await withTaskGroup(of: [Double?].self) { group in
      for offset in 0..<8 {
        group.addTask {
          // Each begins elsewhere, so that indexes are first needed by several at once.
          let kernel = offset < 4 ? Self.freshKernel : bundledKernel
          let turned = expressions[offset...] + expressions[..<offset]
          let values = turned.map { Session(kernel).figure($0)?.value }
          return Array(values.dropFirst(values.count - offset) + values.dropLast(offset))
        }
      }
      for await values in group { #expect(values == expected) }
    }
  }

  /// A kernel that nobody has asked yet.
  private static let freshKernel = Kernel(plugins: bundledPlugins)
}
