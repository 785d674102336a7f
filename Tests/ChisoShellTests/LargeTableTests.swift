import ChisoExchange
import ChisoKernel
import ChisoShell
import Testing

/// Tables whose rows are many, and whose cells, dates of publication or dimensions are many more.
@Suite struct LargeTableTests {
  private func shell(afterImporting table: String, _ name: String) throws -> Shell {
    let path = "\(temporaryFolder)/\(name).csv"
    try TextFile.write(table, to: path)
    var shell = Shell.fixture()
    for number in 1...5 { _ = shell.transcript("source s\(number) { title: \"S\" }") }
    let count = table.split(separator: "\n").count - 1
    #expect(shell.transcript(":import \(path)").hasPrefix("\(count) figures of world."))
    return shell
  }

  private static let questions = [
    "accounts[2021]", "claims(accounts)", "claims(accounts, 2021)", "revisions(accounts)",
    "spread(accounts, 2021)", "max(accounts)",
  ]

  /// Sources with areas and sectors that none of the others has: all of them together are too many to be made.
  @Test(.timeLimit(.minutes(1)), arguments: [2, 5])
  func whatIsTooManyCellsIsRefusedBeforeTheyAreMade(dimensions: Int) throws {
    let names = ["REF_AREA", "SECTOR", "SEX", "AGE", "SIZE"].prefix(dimensions)
    var table = "INDICATOR,TIME_PERIOD,\(names.joined(separator: ",")),OBS_VALUE,SOURCE\n"
    for dimension in 0..<dimensions {
      for code in 0..<20_000 {
        var codes = [String](repeating: "_T", count: dimensions)
        codes[dimension] = "C\(code)"
        table += "accounts,2021,\(codes.joined(separator: ",")),1,s\(dimension + 1)\n"
      }
    }
    var shell = try shell(afterImporting: table, "too_many_\(dimensions)")
    for question in LargeTableTests.questions {
      let text = shell.transcript(question).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        text.contains("needs more than 200000000 cells, the limit that was set."), "\(question): \(text)")
    }
  }

  /// Every row with a day of publication of its own is a block of its own.
  @Test(.timeLimit(.minutes(1))) func manyDaysOfPublicationAreAnsweredAtOnce() throws {
    var table = "INDICATOR,TIME_PERIOD,REF_AREA,OBS_VALUE,PUBLISHED\n"
    for row in 0..<20_000 {
      let (year, month, day) = (1960 + row / 336, row / 28 % 12 + 1, row % 28 + 1)
      let published = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      table += "output,\(1900 + row % 120),A\(row / 120),\(row + 1),\(published)\n"
    }
    let start = ContinuousClock.now
    var shell = try shell(afterImporting: table, "many_days")
    #expect(shell.transcript("output[1950, area: \"A3\"]").hasPrefix("411 USD · 1950"))
    #expect(shell.transcript("claims(output, 1950)[area: \"A3\"]").contains("411"))
    #expect(shell.transcript("revisions(output, 1950)[area: \"A3\"]").contains("1961-03-19  411"))
    _ = shell.transcript(":check output")
    // A second or less where nothing else runs; a minute and more where each block is held against all others.
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  /// One cell that was published anew on each of many days: the answer names the latest others, and how many more there are.
  @Test(.timeLimit(.minutes(1))) func aCellThatWasPublishedOftenTellsTheLatest() throws {
    var table = "INDICATOR,TIME_PERIOD,OBS_VALUE,PUBLISHED\n"
    for row in 0..<28 { table += "output,2000,\(row + 1),2001-01-\(row < 9 ? "0" : "")\(row + 1)\n" }
    var shell = try shell(afterImporting: table, "often")
    let text = shell.transcript("output[2000]")
    #expect(text.hasPrefix("28 USD · 2000"))
    #expect(text.contains("says 27 USD") && text.contains("20 more figures are not what"), "\(text)")
  }
}
