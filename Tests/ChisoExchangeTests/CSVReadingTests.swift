import ChisoExchange
import Testing

@Suite struct CSVReadingTests {
  @Test func fieldsAreReadWithQuotesLineEndsAndPlaces() throws {
    let text = "a,\"b, \"\"c\"\"\"\r\n\r\n1,\"two\nlines\"\n"
    let records = try csvRecords(text)
    #expect(records.map(\.fields) == [["a", "b, \"c\""], ["1", "two\nlines"]])
    #expect(records.map(\.line) == [1, 3])
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[records[1].ranges[0]], as: UTF8.self) == "1")
    #expect(String(decoding: bytes[records[1].ranges[1]], as: UTF8.self) == "\"two\nlines\"")
  }

  @Test(arguments: ["a;b\n1;2", "a\tb\n1\t2"])
  func theSeparatorIsThatOfTheFirstLine(text: String) throws {
    #expect(try csvRecords(text).map(\.fields) == [["a", "b"], ["1", "2"]])
  }

  @Test func aQuoteThatIsNeverClosedIsToldOfItsLine() {
    let failure = #expect(throws: CSVFailure.self) { try csvRecords("a,b\n1,\"2\n3") }
    #expect(failure?.line == 2)
    #expect(failure?.range == 6..<7)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let rows = [["a", "b,c", "d\"e", " f ", "g\nh"], ["", "1", "2", "3", "é"]]
    #expect(try csvRecords(rows.map(csvRow).joined()).map(\.fields) == rows)
  }
}
