import ChisoShell
import Foundation
import Testing

/// Files in other encodings than the one that is read.
@Suite struct EncodingTests {
  private static let table = "INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\noutput,2020,346,billion USD\n"
  private static let definitions = "let nước = 2\nnước + 1\n"

  /// A file with `text`, behind `mark`, in an encoding.
  private static func write(_ text: String, _ encoding: String.Encoding, mark: [UInt8], to path: String)
    throws
  {
    let bytes = try #require(text.data(using: encoding))
    try (Data(mark) + bytes).write(to: URL(fileURLWithPath: path))
  }

  @Test(
    arguments: [
      (String.Encoding.utf16LittleEndian, [0xFF, 0xFE], "UTF-16", "UTF-16"),
      (.utf16BigEndian, [0xFE, 0xFF], "UTF-16", "UTF-16"), (.utf16LittleEndian, [], "UTF-16", "UTF-16LE"),
      (.utf16BigEndian, [], "UTF-16", "UTF-16BE"),
      (.utf32LittleEndian, [0xFF, 0xFE, 0, 0], "UTF-32", "UTF-32"),
    ] as [(String.Encoding, [UInt8], String, String)])
  func wideEncodingsAreToldOnce(encoding: String.Encoding, mark: [UInt8], name: String, source: String) throws
  {
    let folder = try TemporaryFolder()
    try Self.write(Self.table, encoding, mark: mark, to: folder("t.csv"))
    try Self.write(Self.definitions, encoding, mark: mark, to: folder("d.chiso"))
    for (command, file) in [(":import", "t.csv"), (":load", "d.chiso"), (":plugin load", "d.chiso")] {
      let text = transcript("\(command) \(folder(file))", width: 80).unbroken
      #expect(text.components(separatedBy: "error:").count == 2, "\(text)")
      #expect(text.contains("cannot be read: it is \(name), and UTF-8 is read here.".unbroken), "\(text)")
      #expect(
        text.contains("`iconv -f \(source) -t UTF-8 \(folder(file)) > utf8-\(file)`".unbroken), "\(text)")
    }
  }

  @Test func theMarkOfUTF8IsPassedOver() throws {
    let folder = try TemporaryFolder()
    try Self.write(Self.table, .utf8, mark: [0xEF, 0xBB, 0xBF], to: folder("t.csv"))
    try Self.write(Self.definitions, .utf8, mark: [0xEF, 0xBB, 0xBF], to: folder("d.chiso"))
    let text = transcript(":import \(folder("t.csv"))\noutput[2020]\n:load \(folder("d.chiso"))")
    #expect(text.hasPrefix("1 figure of world.output\n346 billion USD · 2020"), "\(text)")
    #expect(text.hasSuffix("\n3\n"), "\(text)")
  }

  @Test func aByteThatIsZeroIsToldOnce() throws {
    let folder = try TemporaryFolder(["t.csv": Self.table + "output,2021,3\0\0\noutput,20\0,4\n"])
    let text = transcript(":import \(folder("t.csv"))", width: 80).unbroken
    #expect(text.components(separatedBy: "error:").count == 2, "\(text)")
    #expect(text.contains("line 3 holds a byte that is zero".unbroken), "\(text)")
  }
}
