import ChisoExchange
import ChisoTestRandom
import Testing

/// A text that comes in pieces is the text that they make together.
@Suite struct IncomingTextTests {
  private static let parts: [[UInt8]] = [
    [0x31], [0x0A], [0x0A], Array("ế".utf8), Array("€\n".utf8), Array("😀".utf8), [0xE9], [0xC0, 0xAF],
    [0xED, 0xA0, 0x80],
    [0xF0, 0x9F], [0x0D], [0xEF, 0xBB, 0xBF], [0xE1, 0xBA], [0x80],
  ]

  @Test func `pieces of any length give one text`() throws {
    var random = SeededRandom("text in pieces")
    for _ in 0..<rounds(2_000) {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).flatMap { _ in random.pick(Self.parts) }
      var whole = bytes
      if whole.starts(with: [0xEF, 0xBB, 0xBF]) { whole.removeFirst(3) }
      var text = IncomingText(name: "test")
      var read = ""
      var rest = bytes[...]
      while !rest.isEmpty {
        let length = min(rest.count, Int.random(in: 1...5, using: &random))
        text.add(rest.prefix(length))
        rest = rest.dropFirst(length)
        let lines = try text.takeLines()
        #expect(lines.isEmpty || lines.utf8.last == 0x0A)
        read += lines
      }
      read += try text.takeRest()
      #expect(Array(read.utf8) == Array(String(decoding: whole, as: UTF8.self).utf8), "\(bytes)")
    }
  }

  @Test func whatStandsAboveAZeroComesBeforeIt() throws {
    var text = IncomingText(name: "test")
    text.add(Array("1\n2\n3\0\n4\n".utf8))
    #expect(try text.takeLines() == "1\n2\n")
    #expect(throws: FileFailure.self) { try text.takeLines() }
    var last = IncomingText(name: "test")
    last.add(Array("1\n2\03".utf8))
    #expect(try last.takeRest() == "1\n")
    #expect(throws: FileFailure.self) { try last.takeRest() }
  }
}
