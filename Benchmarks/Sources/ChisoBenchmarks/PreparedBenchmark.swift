import ChisoEconomy
import ChisoKernel
import ChisoStandard
import Glibc

/// A prepared expression of numbers beside the same arithmetic elsewhere, and what one new claim costs.
func preparedBenchmarks() {
  print("Prepared: a / b * 100, a million times")
  let kernel = Kernel(plugins: [StandardPlugin(), EconomyPlugin()])
  let rounds = 1_000_000
  if let prepared = try? kernel.prepare("a / b * 100", parameters: [.number("a"), .number("b")]) {
    var sum = 0.0
    report(
      "prepared, with its bounds",
      bestTime {
        for round in 0..<rounds { sum += (try? prepared.quantity(of: [Double(round), 7]).value) ?? 0 }
      })
  }
  if let statement = SQLiteStatement("SELECT ?1 / ?2 * 100") {
    var sum = 0.0
    report(
      "SQLite, a prepared statement",
      bestTime { for round in 0..<rounds { sum += statement.value(Double(round), 7) } })
  }
  var sum = 0.0
  report("a function in Swift", bestTime { for round in 0..<rounds { sum += percentage(Double(round), 7) } })
  print("  Python, a compiled eval: Benchmarks/prepared.py")
  print("Snapshots: one new claim, 20 prepared expressions")
  let texts = (0..<20).map { "change(digital_economy_share, 2021, 2024) * \($0 + 1)" }
  let all = texts.compactMap { try? kernel.prepare($0) }
  for prepared in all { _ = try? prepared.evaluate() }
  func follow(_ claim: String) {
    guard let next = try? kernel.adding("from session_10 { \(claim) }") else { return }
    for prepared in all { _ = try? prepared.following(next).evaluate() }
  }
  report("of something else", bestTime(of: 20) { follow("ict_revenue[2026] = 1 billion USD") })
  report("of what they depend on", bestTime(of: 20) { follow("digital_economy_share[2026] = 21 %") })
  partBenchmarks()
  manyClaimsBenchmark()
}

/// Two thousand days and two years, and one expression of both.
private struct LongPlugin: Plugin {
  let name = "long"

  func register(_ registration: inout Registration) {
    let start = Period(year: 2018).first
    let days = (0..<2_000).map {
      "daily[\(start.adding(days: $0).map(\.description) ?? "")] = \(1000 + $0 % 37)"
    }
    registration.define(
      """
      source table { title: "A table"  publisher: "A benchmark"  published: 2025-01-01 }
      indicator daily { label: "Daily"  unit: ratio  kind: stock  timing: instant }
      indicator yearly { label: "Yearly"  unit: ratio  kind: flow  timing: period }
      from table {
      yearly[2023] = 4.2
      \(days.joined(separator: "\n"))
      }
      """)
  }
}

/// What one claim costs where only one half of an expression depends on it.
private func partBenchmarks() {
  print("Snapshots: one new claim, an expression of 2,000 days and of 2 years")
  let kernel = Kernel(plugins: [StandardPlugin(), LongPlugin()])
  guard let prepared = try? kernel.prepare("mean(daily * daily) + sum(yearly)") else {
    print("  cannot be prepared")
    return
  }
  _ = try? prepared.evaluate()
  func follow(_ claim: String) {
    guard let next = try? kernel.adding("from table { \(claim) }") else { return }
    _ = try? prepared.following(next).evaluate()
  }
  var year = 2024
  report(
    "of the years",
    bestTime(of: 20) {
      follow("yearly[\(year)] = 5.1"); year += 1
    })
  report(
    "of the days",
    bestTime(of: 20) {
      follow("daily[\(year)-01-01] = 1001"); year += 1
    })
}

/// What one claim costs in a kernel of many.
private func manyClaimsBenchmark() {
  for count in [1_000, 10_000, 100_000] {
    let kernel = Kernel(plugins: [StandardPlugin(), ManyPlugin(count: count)])
    guard let prepared = try? kernel.prepare("sum(x7)") else { continue }
    var last = kernel
    var follower = prepared
    var year = 2030
    _ = try? prepared.evaluate()
    report(
      "one more claim after \(count), and what it changes",
      bestTime(of: 20) {
        guard let next = try? last.adding("from table { x7[\(year)] = 3.5 }"),
          let followed = try? follower.following(next), (try? followed.evaluate()) != nil
        else { return }
        (last, follower) = (next, followed)
        year += 1
      })
  }
}

/// Indicators with ten claims each.
private struct ManyPlugin: Plugin {
  let name = "many"
  let count: Int

  func register(_ registration: inout Registration) {
    let names = (0..<count / 10).map { "x\($0)" }
    registration.define(
      #"source table { title: "A table"  publisher: "A benchmark"  published: 2025-01-01 }"#)
    registration.define(
      names.map { "indicator \($0) { label: \"X\"  unit: ratio  kind: flow  timing: period }" }
        .joined(separator: "\n"))
    let claims = names.flatMap { name in (0..<10).map { "\(name)[\(2010 + $0)] = 1.\($0)" } }
    registration.define("from table {\n\(claims.joined(separator: "\n"))\n}")
  }
}

@inline(never)
private func percentage(_ a: Double, _ b: Double) -> Double { a / b * 100 }

/// A prepared statement of the SQLite on this machine, with two parameters and one result.
private struct SQLiteStatement {
  private let statement: OpaquePointer
  private let bind: @convention(c) (OpaquePointer, Int32, Double) -> Int32
  private let step: @convention(c) (OpaquePointer) -> Int32
  private let column: @convention(c) (OpaquePointer, Int32) -> Double
  private let reset: @convention(c) (OpaquePointer) -> Int32

  /// nil where there is no SQLite.
  init?(_ text: String) {
    guard let library = dlopen("libsqlite3.so.0", RTLD_NOW) else { return nil }
    func function<Function>(_ name: String, as type: Function.Type) -> Function? {
      dlsym(library, name).map { unsafeBitCast($0, to: type) }
    }
    typealias Open = @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<OpaquePointer?>) -> Int32
    typealias Prepare =
      @convention(c) (
        OpaquePointer, UnsafePointer<CChar>, Int32, UnsafeMutablePointer<OpaquePointer?>, UnsafeRawPointer?
      ) -> Int32
    var database: OpaquePointer?
    var statement: OpaquePointer?
    guard let open = function("sqlite3_open", as: Open.self), open(":memory:", &database) == 0, let database,
      let prepare = function("sqlite3_prepare_v2", as: Prepare.self),
      prepare(database, text, -1, &statement, nil) == 0, let statement,
      let bind = function(
        "sqlite3_bind_double", as: (@convention(c) (OpaquePointer, Int32, Double) -> Int32).self),
      let step = function("sqlite3_step", as: (@convention(c) (OpaquePointer) -> Int32).self),
      let column = function(
        "sqlite3_column_double", as: (@convention(c) (OpaquePointer, Int32) -> Double).self),
      let reset = function("sqlite3_reset", as: (@convention(c) (OpaquePointer) -> Int32).self)
    else { return nil }
    (self.statement, self.bind, self.step, self.column, self.reset) = (statement, bind, step, column, reset)
  }

  func value(_ first: Double, _ second: Double) -> Double {
    _ = bind(statement, 1, first)
    _ = bind(statement, 2, second)
    _ = step(statement)
    defer { _ = reset(statement) }
    return column(statement, 0)
  }
}
