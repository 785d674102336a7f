import ChisoKernel
import ChisoPluginTesting
import ChisoShell
import ChisoTestSupport
import Testing

/// The scripts in `Scripts`, one topic each.
@Suite struct GoldenTests {
  @Test(arguments: Repository.files(in: "Tests/GoldenTests/Scripts", endings: ".chisotest"))
  func `every statement of a script answers as it says`(path: String) async throws {
    let name = String(path.split(separator: "/").last ?? "")
    let script = try TestScript(name: name, text: Repository.text(path))
    #expect(!script.cases.isEmpty)
    for test in script.cases {
      #expect(!test.expectations.isEmpty, "\(name):\(test.line): nothing is expected of `\(test.statement)`")
    }
    for fault in await script.faults(in: Session(bundledKernel), runCommand: importing) {
      Issue.record("\(fault)")
    }
    print("\(name): \(script.cases.count) statements")
  }

  @Test func `a script that is wrong is found out`() async throws {
    let script = try TestScript(
      name: "canary",
      text: """
        digital_economy_share[2021]
          => 11.92 %
        digital_economy_share[2021]
          => 11.91 pp
        gdp[2024]
          error no-observation
        gdp[2024] + population[2024]
          => 1
        digital_economy_share[2021..2022]
          series
            2021 11.91 %
        """)
    #expect(await script.faults(in: Session(bundledKernel)).count == 5)
  }
}

/// Runs `:import NAME`, whose tables stand in `Tables`, or `:check NAME`, and says what it answers without the folder.
func importing(_ command: String, _ session: inout Session) -> String? {
  guard command.hasPrefix(":import ") || command.hasPrefix(":check") else { return nil }
  let folder = Repository.path("Tests/GoldenTests/Tables") + "/"
  var shell = Shell(bundledKernel)
  shell.session = session
  var said = ""
  _ = shell.run(SourceText(command.replacing(":import ", with: ":import \(folder)"))) { said += $0.text }
  session = shell.session
  return said.replacing(folder, with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
