import ChisoDiagnostics
import ChisoExchange
import ChisoModel
import ChisoTestRandom
import Testing

/// Tables whose layout nobody states, and the texts that they stand in.
@Suite struct LayoutTests {
  // MARK: Cells of texts

  private func cells(_ bytes: [UInt8]) throws -> [[String]] {
    var text = try DelimitedText(ByteStream(bytes, name: "t.csv"))
    var (rows, row) = ([[String]](), CellRow())
    while try text.next(into: &row) { rows.append(row.texts) }
    return rows
  }

  @Test func cellsStandBetweenAnySeparators() throws {
    #expect(try cells(Array("a,b\n1, 2 \n".utf8)) == [["a", "b"], ["1", "2"]])
    #expect(try cells(Array("a;b\r\n1,5;2,5\r\n".utf8)) == [["a", "b"], ["1,5", "2,5"]])
    #expect(
      try cells(Array("1,5;2,5;3,5\r1,5;2,5;3,5".utf8)) == [["1,5", "2,5", "3,5"], ["1,5", "2,5", "3,5"]])
    #expect(try cells(Array("a|b\tc|d\n1|2\t|3".utf8)) == [["a", "b\tc", "d"], ["1", "2", "3"]])
    #expect(try cells(Array("sep=|\na,b|c\n".utf8)) == [["a,b", "c"]])
    #expect(
      try cells(Array("a,\"b, \"\"c\"\"\nd\",e\n,,\n".utf8)) == [["a", "b, \"c\"\nd", "e"], ["", "", ""]])
    // A quote that nothing ends, and one within a cell.
    #expect(try cells(Array("a,b\n\"x,1\ny,2\n".utf8)) == [["a", "b"], ["\"x", "1"], ["y", "2"]])
    #expect(
      try cells(Array("a,b\n\"x <a href=\"u\">v\",5\" 2\n".utf8)) == [
        ["a", "b"], ["x <a href=\"u\">v", "5\" 2"],
      ])
  }

  @Test func textsAreOfAnyEncoding() throws {
    let text = "năm;giá\n2020;1,5 €\n"
    let wanted = [["năm", "giá"], ["2020", "1,5 €"]]
    #expect(try cells([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == wanted)
    let little = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    #expect(try cells([0xFF, 0xFE] + little) == wanted)
    #expect(try cells([0xFE, 0xFF] + big) == wanted)
    #expect(try cells("a;b\n1;2".utf16.flatMap { [UInt8($0), 0] }) == [["a", "b"], ["1", "2"]])
    #expect(
      try cells([0x61, 0xE9, 0x3B, 0x80, 0x0A, 0x31, 0x3B, 0x32, 0x0A]) == [["aé", "€"], ["1", "2"]])
    #expect(try cells(Array("a,b\n1,2\n\0\0".utf8)).prefix(2) == [["a", "b"], ["1", "2"]])
  }

  // MARK: Layouts

  private func rows(_ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }) throws(FileFailure)
    -> Rows
  {
    var context = ReadingContext()
    change(&context.options)
    let content = try DelimitedFormat().read(ByteStream(Array(text.utf8), name: "t.csv"), context)
    return content.dataSets.first ?? Rows()
  }

  /// The names of the columns with their roles, and each row as its cells.
  private func said(_ rows: Rows) -> [String] {
    func role(_ column: Rows.Column) -> String {
      switch column.role {
      case .indicator: "!"
      case .dimension: ""
      case .period: "@"
      case .figure: "="
      case .attribute(let attribute): attribute == .other ? "~" : "~\(attribute) "
      }
    }
    return [rows.columns.map { role($0) + $0.name }.joined(separator: ", ")]
      + (0..<rows.count).map { row in rows.columns.map { $0.cells[row] }.joined(separator: ", ") }
  }

  private func refusal(_ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }) -> String {
    do throws(FileFailure) {
      _ = try rows(text, change)
      return ""
    } catch { return error.reason.text }
  }

  @Test func oneFigureStandsInEachLine() throws {
    let text =
      "Tỉnh;Năm;Chỉ tiêu;Đơn vị;Giá trị\nHà Nội;2020;GRDP;tỷ đồng;1.016,5\n;;;;\nHuế;2021;GRDP;tỷ đồng;..\n"
    let rows = try rows(text)
    #expect(
      said(rows) == [
        "Tỉnh, !Chỉ tiêu, ~unit Đơn vị, @Năm, =Giá trị", "Hà Nội, GRDP, tỷ đồng, 2020, 1.016,5",
        "Huế, GRDP, tỷ đồng, 2021, ..",
      ])
    #expect(rows.place(ofRow: 1).text == "line 4")
    #expect(
      rows.guesses.map(\.text) == ["periods are in the column Năm", "figures are in the column Giá trị"])
  }

  @Test func labelsStandBesideTheirCodes() throws {
    let rows = try rows(
      "Entity,Code,Year,GDP per capita\nAfrica,,1990,2\nViet Nam,VNM,1990,1\nViet Nam,VNM,1991,\n")
    #expect(
      said(rows) == [
        "Code, !Indicator, @Year, =GDP per capita", "Africa, GDP per capita, 1990, 2",
        "VNM, GDP per capita, 1990, 1",
      ])
    #expect(rows.columns[0].codelist?.label(of: "VNM", in: "en") == "Viet Nam")
  }

  @Test func eachColumnIsAPeriod() throws {
    let text = """
      "Data Source","World Development Indicators",

      "Last Updated Date","2024-06-28",

      "Country Name","Country Code","Indicator Name","Indicator Code","1960","1961",
      "Aruba","ABW","Population, total","SP.POP.TOTL","54608","55811",
      "Africa","AFE","Population, total","SP.POP.TOTL","","133534923",
      """
    let rows = try rows(text)
    #expect(
      said(rows) == [
        "Country Code, !Indicator Code, @Time, =Value", "ABW, SP.POP.TOTL, 1960, 54608",
        "ABW, SP.POP.TOTL, 1961, 55811", "AFE, SP.POP.TOTL, 1961, 133534923",
      ])
    #expect(rows.publisher == "World Development Indicators")
    #expect(rows.published == CivilDate(year: 2024, month: 6, day: 28))
    #expect(rows.columns[1].codelist?.label(of: "SP.POP.TOTL", in: "en") == "Population, total")
  }

  @Test func headersHaveSeveralLines() throws {
    let text = "Table 1\nArea,2019,,2020,\n,Male,Female,Male,Female\nHue,1,2,3,4\nSource: GSO 2021\n"
    let rows = try rows(text)
    #expect(
      said(rows)
        == [
          "~Area, !Indicator, @Time, =Value", "Hue, Male, 2019, 1", "Hue, Female, 2019, 2",
          "Hue, Male, 2020, 3",
          "Hue, Female, 2020, 4",
        ].map { $0.replacing("~Area", with: "Area") })
    #expect(rows.labels["en"] == "Table 1")
    #expect(rows.skipped.isEmpty)
  }

  @Test func yearsAndTheirPartsStandApart() throws {
    #expect(
      try said(rows("Year,Jan,Feb,Annual\n2020,1.1,1.2,1.3\n")) == [
        "@Year, =Value", "Jan 2020, 1.1", "Feb 2020, 1.2", "2020, 1.3",
      ])
    #expect(
      try said(rows("year,quarter,geo,gdp\n2020,1,VN,1.5\n2020,2,VN,2.5\n")) == [
        "geo, !Indicator, @year, =gdp", "VN, gdp, 2020-Q1, 1.5", "VN, gdp, 2020-Q2, 2.5",
      ])
    #expect(
      try said(rows("Province,2022,Sơ bộ 2023\nHue,1,2\n")) == [
        "Province, ~status OBS_STATUS, @Time, =Value", "Hue, , 2022, 1", "Hue, P, 2023, 2",
      ])
  }

  @Test func headingsTellLikeLinesApart() throws {
    #expect(
      try said(rows(",2019,2020\nFarms\nRice,1,2\nOther,3,4\nMines\nOther,5,6\n")) == [
        "column1, Section, @Time, =Value", "Rice, Farms, 2019, 1", "Rice, Farms, 2020, 2",
        "Other, Farms, 2019, 3",
        "Other, Farms, 2020, 4", "Other, Mines, 2019, 5", "Other, Mines, 2020, 6",
      ])
  }

  @Test func wordsOfPublishersAreKnown() throws {
    let eurostat = "freq,unit,geo\\TIME_PERIOD\t2010 \t2011 \nA,KG,AL\t: \t325 i\nA,KG,AT\t1 \t2 b\n"
    let rows = try rows(eurostat)
    #expect(said(rows)[0] == "~frequency freq, ~unit unit, geo, @Time, =Value")
    #expect(said(rows)[2] == "A, KG, AL, 2011, 325 i")
    #expect(rows.missingMarks == [":"])
    #expect(
      try said(self.rows("DATE,GDPC1\n1947-01-01,1.5\n1947-04-01,2.5\n"))[1] == "GDPC1, Q, 1947-01-01, 1.5")
    #expect(try self.rows("Year,Sex,Value\n2019,,1\n2019,F,2\n").emptyCodeIsTotal)
  }

  @Test func whatIsSaidIsObeyed() throws {
    let text = "x,y\nname,when,a,b\nHue,2019,1,2\nVinh,2020,3,4\n"
    let rows = try rows(text) {
      $0.skip = 1
      $0.area = "name"
      $0.period = "When"
      $0.values = ["b"]
      $0.indicator = "GDP, real"
    }
    #expect(
      said(rows)[0] == "name, ~a, !Indicator, @when, =b" || said(rows)[0] == "name, a, !Indicator, @when, =b")
    #expect(said(rows)[1] == "Hue, 1, GDP, real, 2019, 2")
    #expect(try said(self.rows("area,rate\nHue,1.5\n") { $0.period = "2014" })[1] == "Hue, rate, 2014, 1.5")
    #expect(
      try said(self.rows("t,t,t\n9,area,2019\n9,Hue,5\n9,Vinh,6\n") { $0.range = "B2:C3" }) == [
        "area, @Time, =Value", "Hue, 2019, 5",
      ])
  }

  @Test func whatIsNotThereIsSaid() {
    #expect(
      refusal("area,year,value\nHue,2019,1\n") { $0.values = ["GDP"] }
        == "there is no column GDP; there are area, year, value")
    #expect(
      refusal("area,rate\nHue,1.5\n")
        == "no column and no line of the header holds periods; the columns are area, rate")
    #expect(refusal("area,year\nHue,2019\n") == "no column holds figures; the columns are area, year")
    #expect(refusal("").hasPrefix("it holds no table"))
    #expect(refusal("1,2\n3,4\n").hasPrefix("line 1 holds figures"))
  }

  @Test func whatHasNoUseIsCounted() throws {
    let rows = try rows("area,year,value\nHue,2019,1,77\nVinh,2020,n/a\nNote: see 2019\nVinh,2021,high\n")
    #expect(rows.skipped.map(\.count) == [1])
    #expect(rows.skipped.map(\.place) == ["line 2"])
    #expect(said(rows).dropFirst() == ["Hue, 2019, 1", "Vinh, 2020, n/a", "Vinh, 2021, high"])
  }

  @Test func noBytesBreakTheReader() {
    var random = SeededRandom("LayoutTests.noBytesBreakTheReader")
    let texts = [
      "Year,Jan,Feb\n2020,1,2\n", "freq,geo\\TIME\t2010\nA,B\t1 b\n", "a,2019,,2020\n,M,F,M\n\"x\n\",1,2,3\n",
      "DATE,X\n1947-01-01,1\n", "Country Name,Country Code,Year,Value\nA,B,2000,1\n",
    ]
    for _ in 0..<rounds(400) {
      var bytes = Array(random.pick(texts).utf8)
      damage(&bytes, times: 0...6, marks: "\",;\t\n\r|0-.", &random)
      do throws(FileFailure) {
        let content = try DelimitedFormat().read(ByteStream(bytes, name: "t"), ReadingContext())
        for rows in content.dataSets {
          #expect(rows.columns.allSatisfy { $0.cells.count == rows.count })
          for row in 0..<rows.count { #expect(!rows.place(ofRow: row).isEmpty) }
        }
      } catch { #expect(!error.reason.isEmpty) }
    }
  }

  // MARK: Real files

  @Test(arguments: [
    ("official/eurostat-tsv/env_wasmun_excerpt.tsv", 256), ("official/fred/data__GDPC1.csv", 281),
    ("official/fred/data__PAYEMS.csv", 941), ("official/gov-csv/data__1410028701-eng.csv", 6060),
    ("official/gov-csv/data__1810000601-eng.csv", 4554),
    // 545 of them have the flag E, which the independent reader did not read.
    ("official/gov-csv/data__1810020501-eng.csv", 1635),
    ("official/data-commons/countries.csv", 22), ("official/data-commons/SuccessTmcf.csv", 30),
    ("official/open-sdg/uk_indicator_1-2-1.csv", 294), ("official/open-sdg/uk_indicator_1-3-1.csv", 35),
    ("official/open-sdg/uk_indicator_4-1-2.csv", 46), ("official/open-sdg/uk_indicator_5-5-1.csv", 130),
    ("official/open-sdg/uk_indicator_8-1-1.csv", 23), ("official/open-sdg/uk_indicator_8-2-1.csv", 50),
    ("official/open-sdg/uk_indicator_8-5-2.csv", 9200),
    ("official/owid/Absolute_population_change_OWID_based_on_HYDE_UN.csv", 12100),
    (
      "official/owid/Armed_forces_personnel_as_a_share_of_the_total_population_OWID_based_on_World_Bank_.csv",
      26369
    ), ("official/owid/GDP_growth_from_previous_year_2020_Q2_Eurostat_OECD_National_sources_.csv", 44),
    ("official/owid/GDP_in_England_using_BoE_2017_.csv", 2302), ("worldbank/gdp__gdp.csv", 13979),
    ("worldbank/inflation__FP.CPI.TOTL.ZG.csv", 11182), ("vietnam-nsdp/GDP_EXP_Q.csv", 367),
    ("imf-weo-2019-04/ddf--datapoints--ngdpd--by--country--year.csv", 7970),
    ("gapminder/ddf--datapoints--art_coverage_percent_cd4_l_350--by--geo--time.csv", 3625),
  ])
  func publishedTablesAreRead(path: String, count: Int) throws {
    guard let folder = PublishedFiles.folder else { return }
    let content = try PublishedFiles.content(path, in: folder)
    var numbers = 0
    for rows in content.dataSets {
      let reader = FigureReader(hasDecimalComma: nil, missingMarks: rows.missingMarks)
      let figure = try #require(rows.column(.figure))
      for row in 0..<rows.count {
        if case .number(let figure) = reader.read(rows.columns[figure].cells.bytes(ofRow: row)),
          figure.bound == nil
        {
          numbers += 1
        }
      }
    }
    #expect(numbers == count)
  }
}
