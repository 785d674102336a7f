import ChisoExchange
import ChisoModel
import ChisoTestRandom
import Testing

/// Periods, figures, statuses and units as files spell them.
@Suite struct ValueTextTests {
  @Test(arguments: [
    ("2024", "2024"), ("2024-A1", "2024"), ("2024-S2", "2024-S2"), ("2024-Q1", "2024-Q1"),
    ("2024Q1", "2024-Q1"), ("2000 Q1", "2000-Q1"), ("Q1 2000", "2000-Q1"), ("2013T4", "2013-Q4"),
    ("2024-M03", "2024-03"), ("2024M3", "2024-03"), ("January 1976", "1976-01"), ("Jan 1976", "1976-01"),
    ("2024-W05", "2024-W05"), ("2024-W5", "2024-W05"), ("2024-D060", "2024-02-29"),
    ("2024-01/P1M", "2024-01"),
    ("2024-01-01T00:00:00/P6M", "2024-S1"), ("2024-01-15T00:00:00", "2024-01-15"), ("1960 [YR1960]", "1960"),
    ("quý I/2024", "2024-Q1"),
  ])
  func periodsAreReadInEverySpelling(text: String, canonical: String) throws {
    let wanted = try #require(Period(canonical))
    #expect(PeriodText.period(text, frequency: nil) == wanted)
  }

  @Test(arguments: ["", "total", "13/2024", "2024-13", "2024-Q5", "12345678", "Hue", "2024-W60", "2024-D400"])
  func whatIsNoPeriodIsNone(text: String) { #expect(PeriodText.period(text, frequency: nil) == nil) }

  @Test func daysOfAQuarterlySeriesAreQuarters() {
    #expect(PeriodText.period("2024-03-31", frequency: .quarterly) == Period("2024-Q1"))
    #expect(PeriodText.period("2024-12-01", frequency: .annual) == Period("2024"))
    #expect(PeriodText.period("2024-03-31", frequency: nil) == Period("2024-03-31"))
  }

  @Test func sharedYearsAreSaidToBeAssumed() throws {
    let year = try #require(PeriodText.period("2021/22", frequency: nil))
    #expect(year.first == CivilDate(year: 2021, month: 7, day: 1))
    #expect(PeriodText.isFiscalYear("2021/22"))
    #expect(!PeriodText.isFiscalYear("2021-11"))
  }

  /// How a cell is read: the digits, flags behind them, how it was mended, or why there is none.
  private func reading(_ text: String, _ hasDecimalComma: Bool? = nil) -> String {
    let reader = FigureReader(hasDecimalComma: hasDecimalComma, missingMarks: [])
    switch reader.read(Array(text.utf8)[...]) {
    case .missing(let flags): return flags.isEmpty ? "missing" : "missing \(flags)"
    case .unreadable: return "unreadable"
    case .number(let figure):
      var said = figure.bound.map { "\($0) \(figure.literal.value)" } ?? "\(figure.literal.value)"
      if !figure.flags.isEmpty { said += " \(figure.flags)" }
      if figure.isPercent { said += " %" }
      if let mended = figure.mended { said += " from \(mended)" }
      return said
    }
  }

  @Test(arguments: [
    ("12.5", "12.5"), ("-3", "-3.0"), ("1,234.5", "1234.5"), ("1 234,5", "1234.5"), ("1'234.5", "1234.5"),
    ("1.5e3", "1500.0"), ("12.4 e", "12.4 e"), ("12.4%", "12.4 %"), ("(5)", "-5.0"), ("−7", "-7.0"),
    ("12.4 p r", "12.4 p r"), ("7*", "7.0"), ("7 (1)", "7.0"), (">95", "greater 95.0"), ("<2.5", "less 2.5"),
    ("≥ 95", "atLeast 95.0"), ("--", "negligible 0.0"), (":", "missing"), (": c", "missing c"),
    ("..", "missing"),
    ("......", "missing"), ("…", "missing"), ("-", "missing"), ("n/a", "missing"), ("na", "missing"),
    ("ERROR:  #N/A", "missing"), ("1336167. 72", "1336167.72 from 1336167.72"),
    ("1.067.817,12", "1067817.12 from 1067817.12"), ("7 902.3", "7902.3"),
    ("519.4sb", "519.4 sb from 519.4 sb"),
    ("high", "unreadable"), ("1.2.3", "unreadable"),
  ])
  func figuresAreReadAsTheyAreWritten(text: String, said: String) { #expect(reading(text) == said) }

  @Test func aStatedMarkOfDecimalsDecides() {
    #expect(reading("1,234", true) == "1.234")
    #expect(reading("1.234", true) == "1234.0")
    #expect(reading("1,234", false) == "1234.0")
    #expect(reading("99,30", false) == "99.3 from 99.30")
  }

  @Test func plainNumbersStayWhatTheyAre() {
    var random = SeededRandom("ValueTextTests.plainNumbersStayWhatTheyAre")
    for _ in 0..<rounds(2000) {
      let number = Double(Int.random(in: -1_000_000_000...1_000_000_000, using: &random)) / 1000
      #expect(reading("\(number)") == "\(number)")
    }
  }

  @Test func statusesAreOfAnyList() {
    func said(_ text: String) -> String {
      let (quality, isMissing, unknown) = StatusText.quality(text)
      var words = ["\(quality.status)"]
      if quality.isBreak { words.append("break") }
      if quality.hasDifferentDefinition { words.append("definition") }
      if isMissing { words.append("missing") }
      return (words + unknown).joined(separator: " ")
    }
    #expect(said("A") == "normal")
    #expect(said("P") == "provisional")
    #expect(said("e") == "estimated")
    #expect(said("bep") == "estimated break" || said("bep") == "provisional break")
    #expect(said("M") == "missing missing")
    #expect(said("forecast") == "forecast")
    #expect(said("?") == "normal ?")
  }

  @Test(
    arguments: [
      ("USD", nil, nil, "USD 0"), ("PC_GDP", nil, nil, "percent 0"), ("THS_PER", nil, nil, "person 3"),
      ("MIO_EUR", nil, nil, "EUR 6"), (nil, "billion USD", nil, "USD 9"),
      (nil, nil, "GDP (current US$)", "USD 0 assumed"),
      (nil, nil, "Tổng sản phẩm (tỷ đồng)", "VND 9 assumed"),
      (nil, nil, "Population, total", "person 0 assumed"),
      (nil, nil, "Unemployment (% of labour force)", "percent 0 assumed"),
      ("LTL", nil, "litas/Euro", "ratio 0 assumed"),
      (nil, nil, "Score", "ratio 0 assumed"),
    ] as [(String?, String?, String?, String)])
  func unitsAreReadFromCodesAndTitles(code: String?, label: String?, title: String?, said: String) {
    let guess = UnitText.guess(code: code, label: label, title: title)
    #expect("\(guess.unit) \(guess.scale)\(guess.isAssumed ? " assumed" : "")" == said)
  }

  /// Numbers of digits alone are counted without being read; both ways know the same decimals.
  @Test func precisionIsTheSameHoweverNumbersAreCounted() throws {
    var random = SeededRandom("ValueTextTests.precisionIsTheSameHoweverNumbersAreCounted")
    let noise = try #require(DecimalLiteral("0.30000000000000004"))
    for _ in 0..<rounds(300) {
      var (counted, read) = (PrecisionGuess(), PrecisionGuess())
      var texts: [String] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let whole = String(Int.random(in: 0...random.pick([0, 9, 99999, 12_345_678]), using: &random))
        let digits = (0..<Int.random(in: 0...8, using: &random)).map { _ in random.pick(["0", "0", "5", "7"])
        }.joined()
        texts.append((random.pick(["", "-"])) + whole + (digits.isEmpty ? "" : ".\(digits)"))
      }
      for text in texts {
        let literal = try #require(DecimalLiteral(text))
        read.add(literal)
        if let decimals = counted.add(plain: Array(text.utf8)[...]) {
          #expect(decimals == max(0, literal.decimals), "\(text)")
        } else {
          counted.add(literal)
        }
      }
      counted.add(noise)
      read.add(noise)
      for text in texts + ["0.1234567890123456", "12345.678901234567", "0.000012345678901234567"] {
        let literal = try #require(DecimalLiteral(text))
        #expect(
          counted.interval(of: literal, scale: 0) == read.interval(of: literal, scale: 0), "\(texts): \(text)"
        )
      }
    }
  }
}
