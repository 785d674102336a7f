import ChisoKernel
import ChisoShell
import ChisoTestSupport
import Testing

/// Tables that follow from the catalogue; `RECORD_SNAPSHOTS=1` writes them anew.
// One after the other, since they may write into one document.
@Suite(.serialized) struct GeneratedTableTests {
  let catalogue = bundledKernel.catalogue

  @Test func `the guide lists every function of the standard library`() throws {
    let functions = catalogue.functions.filter { $0.plugin == "standard" }.sorted {
      $0.signature < $1.signature
    }
    let rows = functions.map { function in
      [
        "`\(function.signature)`" + (catalogue.type(of: function).map { "<br>`\($0)`" } ?? ""),
        function.summary,
        function.examples.first.map { "`\($0.expression)` is `\($0.result ?? "")`" } ?? "",
      ]
    }
    let table = markdownTable(["Function", "What it yields", "Example"], rows)
    #expect(
      try RecordedText("docs/LANGUAGE.md", mark: "functions").holds(table), "run with RECORD_SNAPSHOTS=1")
  }

  @Test func `the guide lists every command`() throws {
    let rows = ShellCommand.all.map { command in
      ["`\(command.usage)`\(command.isSubcommand ? "*" : "")", command.summary]
    }
    let table = markdownTable(["Command", "What it does"], rows)
    let guide = RecordedText("docs/LANGUAGE.md", mark: "commands")
    #expect(try guide.holds(table), "run with RECORD_SNAPSHOTS=1")
  }

  @Test(arguments: [
    ("economy", "Economy"), ("infrastructure", "Infrastructure"), ("identity", "Identity"),
    ("public_services", "PublicServices"),
  ])
  func `a plugin's page lists its indicators`(plugin: String, folder: String) throws {
    let indicators = catalogue.indicators.filter { $0.plugin == plugin }
    #expect(!indicators.isEmpty)
    let rows = indicators.map { indicator in
      let declaration = indicator.declaration
      return [
        "`\(declaration.name)`", declaration.labels["en"] ?? "", declaration.labels["vi"] ?? "",
        "\(indicator.unit)", declaration.kind.rawValue, declaration.base ?? "",
        declaration.definition.map { "`\($0)`" } ?? "",
      ]
    }
    let table = markdownTable(
      ["Indicator", "What it measures", "Tiếng Việt", "Unit", "Kind", "Of", "Definition"], rows)
    #expect(
      try RecordedText("Plugins/\(folder)/README.md", mark: "indicators").holds(table),
      "run with RECORD_SNAPSHOTS=1")
  }

  private func markdownTable(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows).map { cells in
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }.joined()
  }
}
