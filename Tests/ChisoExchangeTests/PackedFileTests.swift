import ChisoDiagnostics
import ChisoExchange
import ChisoTestRandom
import ChisoTestSupport
import Foundation
import Testing

/// Files that gzip packed.
@Suite final class PackedFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "chiso-packed-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What is read of a file of `bytes`; why it cannot be read, in square brackets.
  private func reading(_ bytes: Data, limit: Int? = nil) throws -> String {
    let file = folder.appending(path: UUID().uuidString)
    try bytes.write(to: file)
    do throws(FileFailure) { return try TextFile.read(file.path, limit: limit) } catch {
      #expect(error.path == file.path)
      return "[\(error.reason.text)]"
    }
  }

  /// `text`, packed by the command gzip.
  private func packed(_ text: String) throws -> Data {
    let file = folder.appending(path: UUID().uuidString)
    try Data(text.utf8).write(to: file)
    _ = try output(of: "gzip", file.path)
    return try Data(contentsOf: folder.appending(path: file.lastPathComponent + ".gz"))
  }

  /// What packs well or badly, of a length that may be that of the blocks in which files are read.
  private func randomText(_ random: inout SeededRandom) -> String {
    let block = 1 << 16
    let longest = random.pick([0, 1, 2, 40, 4_000, block - 1, block, block + 1, 3 * block, 20 * block])
    let letters = random.pick(["a", "ab", "0123456789,\n", "aăâbcdđeêghi😀\nklmno"]).map(String.init)
    let count = random.chance(50) ? longest : Int.random(in: 0...longest, using: &random)
    return (0..<count).map { _ in random.pick(letters) }.joined()
  }

  @Test func `what was packed is read as it was before, by whomever it was packed`() throws {
    var random = SeededRandom("packed files")
    for _ in 0..<rounds(12) {
      let text = randomText(&random)
      #expect(try reading(packed(text)) == text)
      let own = folder.appending(path: "own.csv.gz")
      try TextFile.write(text, to: own.path)
      #expect(try TextFile.read(own.path) == text)
      #expect(try output(of: "gzip", "-dc", own.path) == text)
    }
  }

  @Test func `members of one file are one text, and zeros behind them are none`() throws {
    var random = SeededRandom("members")
    for _ in 0..<rounds(8) {
      let texts = (0..<Int.random(in: 1...5, using: &random)).map { _ in randomText(&random) }
      let zeros = Data(count: random.pick([0, 1, 512, 70_000]))
      let bytes = try texts.map(packed).reduce(Data(), +) + zeros
      #expect(try reading(bytes) == texts.joined())
    }
  }

  @Test func `a packed file that ends early is refused wherever it ends`() throws {
    let bytes = try packed("INDICATOR,TIME_PERIOD,OBS_VALUE\ngdp,2024,476.3\n")
    for length in 2..<bytes.count {
      #expect(try reading(bytes.prefix(length)) == "[it is cut off: the end of what gzip packed is missing]")
    }
    #expect(
      try reading(bytes + bytes.prefix(20)) == "[it is cut off: the end of what gzip packed is missing]")
    #expect(try reading(Data()).isEmpty)
    #expect(try reading(packed("")).isEmpty)
  }

  @Test func `a byte that is wrong is never read as another text`() throws {
    var random = SeededRandom("damaged files")
    let text = (0..<300).map { "gdp,\($0),\(Int.random(in: 0...99_999, using: &random))\n" }.joined()
    let whole = try packed(text)
    var refused = 0
    for _ in 0..<rounds(400) {
      var bytes = whole
      bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let read = try reading(bytes)
      #expect(read == text || read.hasPrefix("["))
      refused += read == text ? 0 : 1
    }
    #expect(refused > 300)
    var sum = whole
    sum[sum.count - 8] ^= 1
    #expect(try reading(sum) == "[it is damaged: zlib says “incorrect data check”]")
  }

  @Test func `what stands behind a packed file is not passed over`() throws {
    let bytes = try packed("1\n")
    let reason = "[behind what gzip packed stands something else]"
    #expect(try reading(bytes + Data("gdp".utf8)) == reason)
    #expect(try reading(bytes + Data([0, 0, 7])) == reason)
    #expect(try reading(bytes + Data([0]) + bytes) == reason)
    #expect(try reading(bytes + Data(count: 100_000) + Data([7])) == reason)
  }

  @Test func `what unpacks to more than may be read is refused before it is all there`() throws {
    let bomb = try packed(String(repeating: "a", count: 40 << 20))
    #expect(bomb.count < 1 << 16)
    #expect(try reading(bomb, limit: 1 << 20) == "[it unpacks to more than 1 MiB]")
    #expect(try reading(bomb, limit: 40 << 20).utf8.count == 40 << 20)
  }

  @Test func `archives are refused, with the way to unpack them`() throws {
    let file = folder.appending(path: "a.zip").path
    for bytes in [[0x50, 0x4B, 3, 4, 20, 0], [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)]
      as [[UInt8]]
    {
      try Data(bytes).write(to: URL(filePath: file))
      let failure = #expect(throws: FileFailure.self) { try TextFile.read(file) }
      #expect(failure?.reason.text == "it is a ZIP archive or a workbook, and a single file is read here")
      #expect(failure?.wayOut?.text == "unpack it: `unzip \(file)`; a workbook is saved as CSV in UTF-8")
    }
  }

  @Test func `reading is stopped`() throws {
    let file = folder.appending(path: "long.gz").path
    try packed(String(repeating: "abcdefgh\n", count: 1 << 20)).write(to: URL(filePath: file))
    #expect(throws: FileFailure.self) { try TextFile.read(file, isCancelled: { true }) }
  }
}
