import Foundation
import Testing

/// The program as it was built beside the tests.
enum BuiltProgram {
  static let path: String? = {
    guard let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
      return nil
    }
    let path = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("chiso").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  static func run(_ arguments: [String], input: String? = nil, in folder: String? = nil) throws -> Result {
    try run(arguments, bytes: Array((input ?? "").utf8), in: folder)
  }

  static func run(_ arguments: [String], bytes: [UInt8], in folder: String? = nil) throws -> Result {
    let process = Process()
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    // From a file, since a pipe that is written while nobody reads the answers fills up.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("chiso-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardInput = try FileHandle(forReadingFrom: file)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let messages = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: text, errors: messages)
  }
}

@Suite(
  .enabled(if: BuiltProgram.path != nil, "The program is not built beside the tests: swift build builds it."))
struct ProgramTests {
  @Test func exitStatusesTellHowItWent() throws {
    #expect(try BuiltProgram.run(["eval", "1 + 1"]).status == 0)
    #expect(try BuiltProgram.run(["eval", "nothing_of_that_name", "1"]).status == 1)
    #expect(try BuiltProgram.run(["eval"]).status == 64)
    #expect(try BuiltProgram.run(["eval", "--format", "yaml", "1"]).status == 64)
    #expect(try BuiltProgram.run(["frobnicate"]).status == 64)
    #expect(try BuiltProgram.run(["--version"]).status == 0)
    #expect(try BuiltProgram.run(["run", "/nonexistent"]).status == 1)
  }

  @Test func diagnosticsGoToStandardErrorExceptInJSON() throws {
    let text = try BuiltProgram.run(["eval", "nothing_of_that_name", "1 + 1"])
    #expect(text.output == "2\n")
    #expect(text.errors.hasPrefix("error: "))
    let json = try BuiltProgram.run(["eval", "--format", "json", "nothing_of_that_name"])
    #expect(json.errors.isEmpty)
    #expect(json.output.contains(#""id": "unknown-name""#))
  }

  @Test func aMinusIsNoOption() throws {
    #expect(try BuiltProgram.run(["eval", "-3 + 5"]).output == "2\n")
    #expect(try BuiltProgram.run(["eval", "--format", "text", "--", "-3 + 5"]).output == "2\n")
  }

  @Test func standardInputIsAnsweredStatementByStatement() throws {
    let input = "1 + 1\nabs(\n -3)\n\n# nothing\n4 +\n5\n:set format json\n6"
    let result = try BuiltProgram.run([], input: input)
    let last = #"{"expression": "6", "unit": "ratio", "value": 6, "notes": []}"#
    #expect(
      result.output.split(separator: "\n") == [
        "2", "3", "9", #"{"name": "format", "value": "json"}"#, last[...],
      ])
    #expect(result.errors.isEmpty)
  }

  @Test func longInputIsReadInBlocks() throws {
    let count = 30_000
    let input = (1...count).map { "\($0) +\n 1\n" }.joined()
    let output = try BuiltProgram.run([], input: input).output
    #expect(output.split(separator: "\n").count == count)
    #expect(output.hasSuffix("30_001\n"))
  }

  @Test func stoppingOnErrorLeavesTheRest() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "chiso-\(UUID().uuidString).chiso")
    try Data("1\nnothing_of_that_name\n2\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try BuiltProgram.run(["run", file.path]).output == "1\n2\n")
    let stopped = try BuiltProgram.run(["run", "--stop-on-error", file.path])
    #expect(stopped.output == "1\n")
    #expect(stopped.status == 1)
    #expect(stopped.errors.contains("\(file.path):2:1"))
  }

  /// Whoever writes a statement and waits for its answer gets it.
  @Test(.timeLimit(.minutes(1))) func aCoprocessIsAnsweredBeforeItGoesOn() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(BuiltProgram.path))
    let (output, input) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardInput = input
    try process.run()
    for number in 1...50 {
      try input.fileHandleForWriting.write(contentsOf: Data("\(number) + 1\n".utf8))
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer == "\(number + 1)\n")
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(.timeLimit(.minutes(1))) func aClosedPipeEndsItQuietly() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let program = try #require(BuiltProgram.path)
    process.arguments = ["-c", "yes '1 + 1' | head -200000 | '\(program)' | head -1"]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    #expect(String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "2\n")
    process.waitUntilExit()
    let messages = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(!messages.contains("chiso") && !messages.contains("error"))
  }

  @Test func everyCommandTakesPlugins() throws {
    let folder = try TemporaryFolder([
      "d/d.chiso": PluginTests.declarations, "d/clinics.csv": PluginTests.table, "e.chiso": "unit pupil",
      "script.chiso": "clinics[2023]",
    ])
    let plugins = ["--plugin", folder("d"), "--plugin", folder("e.chiso")]
    let answer = "44 clinic · 2023 · office_of_health, 2024-05-01\n"
    #expect(try BuiltProgram.run(["eval"] + plugins + ["clinics[2023]"]).output == answer)
    #expect(try BuiltProgram.run(plugins + ["eval", "clinics[2023]"]).output == answer)
    #expect(try BuiltProgram.run(["run"] + plugins + [folder("script.chiso")]).output == answer)
    #expect(try BuiltProgram.run(plugins, input: "clinics[2023]").output == answer)
    #expect(try BuiltProgram.run(["list"] + plugins + ["units", "pupil"]).output.contains("pupil"))
    #expect(try BuiltProgram.run(["find"] + plugins + ["clinics"]).output.contains("clinics"))
    #expect(try BuiltProgram.run(["describe"] + plugins + ["clinics"]).output.contains("Clinics"))
    #expect(try BuiltProgram.run(["explain"] + plugins + ["clinics[2023]"]).output.contains("44 clinic"))
    #expect(try BuiltProgram.run(["check"] + plugins + ["clinics"]).status == 0)
  }

  @Test func aPluginThatIsWrongEndsTheProgram() throws {
    let folder = try TemporaryFolder(["d.chiso": "indicator posts { label: \"Posts\"  unit: x  kind: stock }"]
    )
    let result = try BuiltProgram.run(["eval", "--plugin", folder("d.chiso"), "1 + 1"])
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(result.errors.contains("\(folder("d.chiso")):1:41"))
  }

  @Test func aNewPluginWorksAsItIs() throws {
    let folder = try TemporaryFolder()
    let written = try BuiltProgram.run(["plugin", "new", "clinics"], in: folder.path)
    let names = ["clinics.chiso", "clinics_visits.csv", "clinics.chisotest", "README.md"]
    #expect(written.output == names.map { "clinics/\($0)\n" }.joined())
    let answer = try BuiltProgram.run(
      ["eval", "--plugin", "clinics", "clinics_visits_per_place(at: 2024)"], in: folder.path)
    #expect(answer.output.hasPrefix("2_500 clinics_visit/clinics_place · 2024"))
    let report = try BuiltProgram.run(["plugin", "verify", "clinics"], in: folder.path)
    #expect(report.status == 0 && report.output.hasSuffix("12 checks passed, 0 failed\n"))
    #expect(report.output.contains("ok: clinics/clinics.chisotest"))
    // From within the folder, as its README says.
    for path in [".", "./", "../clinics/."] {
      let inside = try BuiltProgram.run(["plugin", "verify", path], in: folder("clinics"))
      #expect(inside.status == 0 && inside.output.hasPrefix("plugin clinics\n"), "\(inside.output)")
    }
    // Nothing that is there is written over.
    let again = try BuiltProgram.run(["plugin", "new", "clinics"], in: folder.path)
    #expect(again.status == 64 && again.errors.contains("There is something called `clinics` here already"))
  }

  @Test(arguments: [
    (
      ["2x"],
      "A plugin cannot be called `2x`: lower case, digits and `_`, a letter first, no word of the language; `x` would do."
    ),
    (["Health-Care"], "a letter first, no word of the language; `health_care` would do."),
    (["../clinics"], "a letter first, no word of the language; `clinics` would do."),
    (["-"], "a letter first, no word of the language; `health` would do."),
    (["economy"], "There is a plugin `economy` already; `my_economy` would do."),
    (["Standard"], "a letter first, no word of the language; `my_standard` would do."),
    (["chiso", "--kind", "swift"], "There is a plugin `chiso` already; `my_chiso` would do."),
    ([String(repeating: "a", count: 65)], "A plugin cannot have a name of more than 64 bytes"),
    (["clinics", "--kind", "python"], "Please provide one of 'swift' and 'definitions'."),
    (["clinics", "--kind", "swift", "--chiso", "/nowhere"], "There are no sources of Chiso in `/nowhere`"),
  ])
  func aPluginThatCannotBeBegunIsRefused(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let result = try BuiltProgram.run(["plugin", "new"] + arguments, in: folder.path)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.errors.contains("chiso plugin new"))
    #expect(try BuiltProgram.run(["list", "plugins"], in: folder.path).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(arguments: ["gdp", "year", "from", "y_tế", "日本"])
  func aNewPluginOfAnyNameKeepsToTheRules(name: String) throws {
    let folder = try TemporaryFolder()
    #expect(try BuiltProgram.run(["plugin", "new", name], in: folder.path).status == 0)
    let report = try BuiltProgram.run(["plugin", "verify", name], in: folder.path)
    #expect(report.status == 0, "\(report.output)\(report.errors)")
  }

  @Test func aPluginIsVerifiedBesideThoseThatItNeeds() throws {
    let folder = try TemporaryFolder([
      "d/d.chiso": PluginTests.declarations, "d/clinics.csv": PluginTests.table,
      "more.chiso":
        "# More\ndef half_the_clinics(p: period) = clinics[p] / 2 { summary: \"Half.\"  doc: \"Half.\" }",
      "more.chisotest": "half_the_clinics(2023)\n  => 22 clinic\n",
    ])
    let alone = try BuiltProgram.run(["plugin", "verify", "more.chiso"], in: folder.path)
    #expect(alone.status == 1 && alone.output.contains("There is no indicator or name `clinics`."))
    let report = try BuiltProgram.run(["plugin", "verify", "--plugin", "d", "more.chiso"], in: folder.path)
    #expect(report.status == 0, "\(report.output)\(report.errors)")
    #expect(report.output.contains("ok: more.chisotest"))
  }

  @Test func aTestOfAPluginThatFailsIsTold() throws {
    let folder = try TemporaryFolder([
      "d/d.chiso": PluginTests.declarations, "d/clinics.csv": PluginTests.table,
      "d/d.chisotest": "clinics[2023]\n  => 45 clinic\n  source office_of_health\n",
    ])
    let report = try BuiltProgram.run(["plugin", "verify", "d"], in: folder.path)
    #expect(report.status == 1)
    #expect(
      report.output.contains(
        """
          FAIL tests           1 looked at
                 d/d.chisotest:1: clinics[2023]
                   expected  => 45 clinic
                   found     => 44 clinic
        """))
    // Whoever loads the plugin does not run them, nor even reads them.
    let loaded = try BuiltProgram.run(["eval", "--plugin", "d", "clinics[2023]"], in: folder.path)
    #expect(loaded.output.hasPrefix("44 clinic"))
  }

  @Test func aPluginThatBreaksTheRulesIsToldSo() throws {
    let folder = try TemporaryFolder(["d.chiso": "def half(x) = x / 2"])
    let report = try BuiltProgram.run(["plugin", "verify", "d.chiso"], in: folder.path)
    #expect(report.status == 1)
    #expect(report.output.contains("`half(x)` has no summary"))
  }

  @Test func helpAndCompletionScriptsAreThere() throws {
    #expect(try BuiltProgram.run(["--help"]).output.contains("SUBCOMMANDS:"))
    #expect(try BuiltProgram.run(["find", "--help"]).output.contains("USAGE: chiso find"))
    #expect(try BuiltProgram.run(["--generate-completion-script", "bash"]).output.contains("chiso"))
  }
}
