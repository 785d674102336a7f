import ChisoExchange
import ChisoShell
import ChisoTestSupport
import Foundation
import Testing

/// Tables that gzip packed are read as others are, by what is in them and not by their names.
@Suite struct PackedTableTests {
  private static let table = """
    INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE
    output,2020,346,billion USD
    output,2021,366,billion USD

    """
  private static let question = "output[2021]"

  /// What is said to what is typed in `folder`, which is not named.
  private func said(_ text: String, in folder: TemporaryFolder) -> String {
    transcript(text.replacing("FOLDER", with: folder.path)).replacing(folder.path, with: "FOLDER")
  }

  @Test func `a packed table says what the table says`() throws {
    let folder = try TemporaryFolder(["output.csv": Self.table])
    let plain = said(":import FOLDER/output.csv\n\(Self.question)", in: folder)
    #expect(plain.hasPrefix("2 figures of world.output\n366 billion USD · 2021"), "\(plain)")
    _ = try output(of: "gzip", folder("output.csv"))
    #expect(said(":import FOLDER/output.csv.gz\n\(Self.question)", in: folder) == plain)
    _ = try output(of: "mv", folder("output.csv.gz"), folder("output.csv"))
    #expect(said(":import FOLDER/output.csv\n\(Self.question)", in: folder) == plain)
  }

  @Test func `a wrong line of a packed table is told as that of a table`() throws {
    let folder = try TemporaryFolder(["output.csv": Self.table + "output,2022,x,billion USD\n"])
    let plain = said(":import FOLDER/output.csv", in: folder)
    #expect(plain.contains("FOLDER/output.csv:4:"), "\(plain)")
    _ = try output(of: "gzip", folder("output.csv"))
    let packed = said(":import FOLDER/output.csv.gz", in: folder)
    #expect(packed.replacing(".csv.gz", with: ".csv") == plain)
  }

  @Test func `nothing is read of a packed table that is cut off`() throws {
    let folder = try TemporaryFolder(["output.csv": Self.table])
    _ = try output(of: "gzip", folder("output.csv"))
    let bytes = try Data(contentsOf: URL(filePath: folder("output.csv.gz")))
    try bytes.dropLast(3).write(to: URL(filePath: folder("output.csv.gz")))
    let text = said(":import FOLDER/output.csv.gz\n\(Self.question)", in: folder)
    #expect(
      text.unbroken.contains(
        "The file `FOLDER/output.csv.gz` cannot be read: it is cut off: the end of what gzip packed is missing."
          .unbroken), "\(text)")
    #expect(
      text.unbroken.contains(
        "help: fetch it again; `gzip -t FOLDER/output.csv.gz` tells whether it is whole".unbroken), "\(text)")
    #expect(!text.contains("366"), "\(text)")
  }

  @Test func `what is exported packed is imported again`() throws {
    let folder = try TemporaryFolder(["output.csv": Self.table])
    let text = said(
      """
      :import FOLDER/output.csv
      :export FOLDER/share.csv output / 2
      :export FOLDER/share.csv.gz output / 2
      :export FOLDER/share.gz output / 2
      """, in: folder)
    #expect(text.contains("5 figures in FOLDER/share.csv.gz"), "\(text)")
    #expect(
      text.unbroken.contains("The name `FOLDER/share.gz` does not say in which form to write.".unbroken),
      "\(text)")
    #expect(try output(of: "gzip", "-dc", folder("share.csv.gz")) == TextFile.read(folder("share.csv")))
    let plain = said(":import FOLDER/share.csv\nshare[2021]", in: folder)
    #expect(plain.contains("183 billion USD"), "\(plain)")
    #expect(said(":import FOLDER/share.csv.gz\nshare[2021]", in: folder) == plain)
  }

  @Test func `a packed table is one of a plugin`() throws {
    let folder = try TemporaryFolder([
      "health/health.chiso": """
      unit clinic
      source ministry_of_health { title: "Register"  published: 2025-01-06 }
      indicator clinics { label: "Clinics"  unit: clinic  kind: stock }
      """,
      "health/clinics.csv":
        "INDICATOR,TIME_PERIOD,OBS_VALUE,SOURCE\nclinics,2024-12-31,61,ministry_of_health\n",
    ])
    let asked = ":plugin load FOLDER/health\nclinics[2024-12-31]"
    let plain = said(asked, in: folder)
    _ = try output(of: "gzip", folder("health/clinics.csv"))
    #expect(said(asked, in: folder) == plain)
    #expect(plain.contains("61"), "\(plain)")
  }

  @Test(.enabled(if: BuiltProgram.path != nil))
  func `the program loads zlib when it is needed and not before`() throws {
    let folder = try TemporaryFolder(["gdp.csv": "INDICATOR,TIME_PERIOD,OBS_VALUE\ngdp,2031,1\n"])
    _ = try output(of: "gzip", "-k", folder("gdp.csv"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(BuiltProgram.path))
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let (answers, statements) = (Pipe(), Pipe())
    process.standardOutput = answers
    process.standardInput = statements
    try process.run()
    /// The libraries in the memory of the program once it has answered a statement.
    func maps(afterAsking statement: String) throws -> String {
      try statements.fileHandleForWriting.write(contentsOf: Data("\(statement)\n".utf8))
      #expect(!answers.fileHandleForReading.availableData.isEmpty)
      // By a command: Foundation reads the first page of a file that says it is empty, and no more.
      return try output(of: "cat", "/proc/\(process.processIdentifier)/maps")
    }
    let before = try maps(afterAsking: "share(digital_economy, gdp, 2025)")
    #expect(before.contains("/libswiftCore.so") && !before.contains("/libz."))
    #expect(!(try maps(afterAsking: ":import gdp.csv")).contains("/libz."))
    #expect(try maps(afterAsking: ":import gdp.csv.gz").contains("/libz."))
    try statements.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(.enabled(if: BuiltProgram.path != nil))
  func `packed tables and scripts come by standard input`() throws {
    let folder = try TemporaryFolder([
      "gdp.csv": "INDICATOR,TIME_PERIOD,OBS_VALUE\ngdp,2031,1\n", "sum.chiso": "1 + 1\n",
    ])
    _ = try output(of: "gzip", folder("gdp.csv"), folder("sum.chiso"))
    let program = try #require(BuiltProgram.path)
    let table = "'\(program)' import /dev/stdin 'gdp[2031]' < '\(folder("gdp.csv.gz"))'"
    #expect(try output(of: "sh", "-c", table).contains("1 USD · 2031"))
    #expect(try output(of: "sh", "-c", "cat '\(folder("sum.chiso.gz"))' | '\(program)' run -") == "2\n")
  }
}
