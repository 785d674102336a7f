import Foundation
import Testing

/// Standard input is read as files are: nothing is lost, and status 0 means that all was answered.
@Suite(
  .enabled(if: BuiltProgram.path != nil, "The program is not built beside the tests: swift build builds it."))
struct StandardInputTests {
  private func bytes(_ text: String, _ more: [UInt8]..., then rest: String = "") -> [UInt8] {
    Array(text.utf8) + more.joined() + Array(rest.utf8)
  }

  /// What the program says to `bytes` on standard input, and to a file of them.
  private func both(_ bytes: [UInt8]) throws -> (input: BuiltProgram.Result, file: BuiltProgram.Result) {
    let folder = try TemporaryFolder()
    try Data(bytes).write(to: URL(fileURLWithPath: folder("stdin")))
    return (
      try BuiltProgram.run([], bytes: bytes), try BuiltProgram.run(["run", "stdin"], in: folder.path)
    )
  }

  @Test func bytesThatAreNoTextDoNoHarmInComments() throws {
    for harmless: [UInt8] in [
      [0xFF, 0xFF], [0xE9], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80], [0xE2, 0x82], [0xF0, 0x9F],
    ] {
      let (input, file) = try both(bytes("# ", harmless, then: "\n1 + (\n2)\n"))
      #expect(input.output == "3\n")
      #expect(input.status == 0)
      #expect(file.output == input.output)
    }
  }

  @Test func bytesThatAreNoTextAreRefusedWhereTheyMatter() throws {
    for (before, after) in [("\"caf", "\"\n2\n"), ("gdp", "[2024]\n2\n"), (":find caf", "\n2\n")] {
      let (input, file) = try both(bytes(before, [0xE9], then: after))
      #expect(input.output == "2\n")
      #expect(input.errors.contains("The text is not UTF-8 here."), "\(input.errors)")
      #expect(input.status == 1)
      #expect(file.errors == input.errors)
      #expect(file.status == 1)
    }
  }

  @Test func nothingIsLostAmongManyLines() throws {
    let everywhere = (0..<60_000).flatMap { bytes("\($0) # caf", [0xE9], then: "\n") }
    let result = try BuiltProgram.run([], bytes: everywhere)
    #expect(result.status == 0)
    #expect(result.output.utf8.count { $0 == 0x0A } == 60_000)
    let places: Set = [5, 9_999, 20_000, 39_999]
    let few = (0..<40_000).flatMap { bytes("\($0)", places.contains($0) ? [0x23, 0xE9] : [], then: "\n") }
    let other = try BuiltProgram.run([], bytes: few)
    #expect(other.status == 0)
    #expect(other.output.utf8.count { $0 == 0x0A } == 40_000)
  }

  @Test func marksAndLineEndsAreThoseOfFiles() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for text in [
      bytes("1\r2\r1 +\r5\r"), bytes("1\r\n1 + (\r\n2)"), mark + bytes("1\n", mark, then: "2\n3"), bytes("7"),
    ] {
      let (input, file) = try both(text)
      #expect(input.status == 0)
      #expect(input.output == file.output)
      #expect(!input.output.isEmpty)
    }
  }

  @Test func whatIsNoTextIsRefusedWithItsLine() throws {
    let zero = try BuiltProgram.run([], bytes: bytes("1\n2\n3", [0], then: "\n4\n"))
    #expect(zero.output == "1\n2\n")
    #expect(zero.errors.contains("line 3 holds a byte that is zero"), "\(zero.errors)")
    #expect(zero.status == 1)
    let wide = try BuiltProgram.run([], bytes: [0xFF, 0xFE, 0x31, 0, 0x0A, 0])
    #expect(wide.output.isEmpty)
    #expect(wide.errors.contains("it is UTF-16"), "\(wide.errors)")
    #expect(wide.status == 1)
  }

  @Test func whatComesInPiecesIsReadAsAWhole() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(BuiltProgram.path))
    let (output, input) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardInput = input
    try process.run()
    let text = bytes("# ", [0xFF, 0xFF], then: "\n1 + (\n2) # ế\n")
    for byte in text {
      try input.fileHandleForWriting.write(contentsOf: Data([byte]))
      Thread.sleep(forTimeInterval: 0.005)
    }
    try input.fileHandleForWriting.close()
    #expect(String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "3\n")
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func inputThatCannotBeReadIsToldOf() throws {
    let result = try BuiltProgram.run(["eval", "1"])
    #expect(result.status == 0)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\"$0\" < / 2>&1", try #require(BuiltProgram.path)]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.contains("cannot be read"), "\(text)")
    #expect(process.terminationStatus == 1)
  }
}
