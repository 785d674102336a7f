import ChisoKernel
import ChisoPluginTesting
import ChisoTestSupport
import FoundationEssentials
import Testing

/// Every function and form of the guide has a script that tests it, to which a table leads.
@Suite struct CoverageTests {
  static let folder = "Tests/GoldenTests/Scripts"
  static let page = "docs/COVERAGE.md"

  /// A script with its statements.
  private struct Script {
    var name: String
    var statements: [String]
  }

  private static let scripts: [Script] = Repository.files(in: folder, endings: ".chisotest").compactMap {
    path in
    guard let text = try? Repository.text(path), let script = try? TestScript(name: path, text: text) else {
      return nil
    }
    // What is told behind a statement may be in comments only.
    let comments = text.split(separator: "\n").filter { $0.contains(" # ") && !$0.hasPrefix("#") }.map(
      String.init)
    let name = path.dropFirst(folder.count + 1).dropLast(".chisotest".count)
    return Script(name: String(name), statements: script.cases.map(\.statement) + comments)
  }

  @Test func `every function has a script that tests it`() throws {
    let names = Set(bundledKernel.catalogue.functions.filter { $0.plugin == "standard" }.map(\.name))
    try check(
      mark: "functions", head: "| Function | Tested in |",
      rows: names.sorted().map { name in ("`\(name)`", { $0.calls(name) }) })
  }

  @Test func `every form has a script that tests it`() throws {
    try check(
      mark: "forms", head: "| Form | For example | Tested in |",
      rows: LanguageForm.all.map { form in
        ("\(form.name) | `\(form.example.replacing("|", with: "\\|"))`", form.isUsed)
      })
  }

  /// Holds the table against the scripts: a row for each, each with links, and each link to a script that uses it.
  private func check(
    mark: String, head: String, rows: [(title: String, isUsed: (String) -> Bool)]
  ) throws {
    for row in rows {
      #expect(
        Self.scripts.contains { $0.statements.contains(where: row.isUsed) }, "no script tests \(row.title)")
    }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      let rule = head.split(separator: "|").map { _ in "---" }.joined(separator: " | ")
      let table = rows.map { "| \($0.title) | \(links(to: $0.isUsed)) |\n" }.joined()
      _ = try RecordedText(Self.page, mark: mark).holds("\(head)\n| \(rule) |\n\(table)")
    }
    let page = try Repository.text(Self.page)
    for row in rows {
      let line = page.split(separator: "\n").first { $0.hasPrefix("| \(row.title) | ") }
      guard let line else {
        Issue.record("\(Self.page) has no row for \(row.title): run with RECORD_SNAPSHOTS=1")
        continue
      }
      let linked = line.split(separator: "](").dropFirst().compactMap { part in
        part.split(separator: ")").first?.split(separator: "/").last?.split(separator: ".").first.map(
          String.init)
      }
      #expect(!linked.isEmpty, "\(row.title) links to no script")
      for name in linked {
        let script = Self.scripts.first { $0.name == name }
        #expect(script?.statements.contains(where: row.isUsed) == true, "\(name) does not test \(row.title)")
      }
    }
  }

  /// The scripts that use something most, at most three.
  private func links(to isUsed: (String) -> Bool) -> String {
    let counts = Self.scripts.map { (name: $0.name, count: $0.statements.count(where: isUsed)) }
    let most = counts.filter { $0.count > 0 }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(3)
    return most.map { "[\($0.name)](../\(Self.folder)/\($0.name).chisotest)" }.joined(separator: ", ")
  }
}
