import ChisoDiagnostics
import ChisoExchange
import ChisoModel
import Testing

/// Workbooks, archives and PX files.
@Suite struct WorkbookTests {
  private func read(_ bytes: [UInt8], _ name: String, _ change: (inout ReadingOptions) -> Void = { _ in })
    throws(FileFailure) -> FileContent
  {
    var context = ReadingContext()
    change(&context.options)
    return try OfficialFile.read(ByteStream(bytes, name: name), context)
  }

  /// The cells of the columns, row by row.
  private func told(_ rows: Rows) -> [String] {
    (0..<rows.count).map { row in rows.columns.map { $0.cells[row] }.joined(separator: " ") }
  }

  private let rows = """
    <row r="1"><c r="A1" t="inlineStr"><is><t>Area</t></is></c><c r="B1" s="1"><v>45292</v></c><c r="C1" s="1"><v>45323</v></c></row>
    <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>0.10000000000000001</v></c><c r="C2" s="2"><v>0.125</v></c></row>
    <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="str"><f>X</f><v>7</v></c><c r="C4"><f>A1</f><v>12.300000000000001</v></c></row>
    """

  @Test func sheetsAreTables() throws {
    let workbook = StoredArchive.workbook(
      [
        ("Notes", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>see Data</t></is></c></row>"),
        ("Data", rows),
      ],
      texts: ["Ha Noi", "Hue"], formats: ["mmm-yy", "0.0%"])
    let content = try read(workbook, "w.xlsx")
    #expect(content.format == "XLSX")
    let rows = try #require(content.dataSets.first)
    #expect(
      told(rows) == ["Ha Noi 2024-01 0.1", "Ha Noi 2024-02 12.5%", "Hue 2024-01 7", "Hue 2024-02 12.3"])
    #expect(rows.place(ofRow: 3).text == "C4 in Data")
  }

  @Test func aSheetAndCellsCanBeAskedFor() throws {
    let other =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Year</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Value</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>2020</v></c><c r=\"B2\"><v>5</v></c></row>"
    let workbook = StoredArchive.workbook(
      [("Data", rows), ("Other", other)], texts: ["a", "b"], formats: ["yyyy-mm", "0"])
    #expect(try read(workbook, "w.xlsx") { $0.sheet = "other" }.dataSets.map(told) == [["2020 5"]])
    #expect(try read(workbook, "w.xlsx") { $0.sheet = "2" }.dataSets.map(told) == [["2020 5"]])
    #expect(
      try told(read(workbook, "w.xlsx") { ($0.sheet, $0.range) = ("Data", "A1:B4") }.dataSets[0]) == [
        "a 2024-01 0.1", "b 2024-01 7",
      ])
    do throws(FileFailure) {
      _ = try read(workbook, "w.xlsx") { $0.sheet = "Third" }
      Issue.record("there is no such sheet")
    } catch { #expect(error.reason.text == "there is no sheet Third; there are Data, Other") }
  }

  @Test func anArchiveIsReadByWhatIsInIt() throws {
    let archive = StoredArchive.bytes([
      ("readme.bin", "\u{0}\u{1}\u{0}"), ("data/a.csv", "area,year,value\nHue,2020,1\n"),
      (
        "b.json",
        #"{"class":"dataset","id":["t"],"size":[1],"value":[2],"dimension":{"t":{"category":{"index":["2020"]}}}}"#
      ),
    ])
    let content = try read(archive, "a.zip")
    #expect(content.dataSets.count == 2)
    let figures = content.dataSets.map { rows in rows.column(.figure).map { rows.columns[$0].cells[0] } }
    #expect(figures == ["1", "2"])
    #expect(throws: FileFailure.self) { try read(Array(archive.dropLast(30)), "a.zip") }
    #expect(throws: FileFailure.self) { try read(StoredArchive.bytes([("a.bin", "\u{0}\u{0}")]), "a.zip") }
  }

  private let px = """
    CHARSET="ANSI";
    LANGUAGE="en";
    LANGUAGES="en","vi";
    MATRIX="POP";
    DECIMALS=1;
    CONTENTS="Population";
    CONTENTS[vi]="Dân số";
    UNITS="persons";
    STUB="area","sex";
    STUB[vi]="vùng","giới";
    HEADING="time";
    VALUES("area")="Ha "
    "Noi","Hue";
    VALUES[vi]("vùng")="Hà Nội","Huế";
    VALUES("sex")="Both; all","Men";
    VALUES("time")="2023","2024 (p)";
    CODES("area")="01","46";
    CODES("sex")="T","M";
    TIMEVAL("time")=TLIST(A1),"2023","2024";
    ELIMINATION("sex")="Both; all";
    LAST-UPDATED="20240506 09:00";
    SOURCE="Statistics Office";
    DATA=
    10.5 11.0
    5.5 "..."
    2.0 2.5
    1.0 1.5;
    """

  @Test func pxFilesHaveTheirVariablesAndLanguages() throws {
    let content = try read(Array(px.utf8), "p.px")
    let rows = try #require(content.dataSets.first)
    #expect(content.format == "PX")
    #expect(rows.labels == ["en": "Population", "vi": "Dân số"])
    #expect(rows.publisher == "Statistics Office")
    #expect(rows.published == CivilDate(year: 2024, month: 5, day: 6))
    #expect(
      told(rows).prefix(4) == [
        "01 T 2023 10.5  persons 1", "01 T 2024 11.0 P persons 1", "01 M 2023 5.5  persons 1",
        "01 M 2024 ... P persons 1",
      ])
    #expect(rows.columns[0].codelist?["01"]?.labels == ["en": "Ha Noi", "vi": "Hà Nội"])
    #expect(rows.columns[1].codelist?.total == "T")
    let figures = try #require(PublishedFiles.figures(content).first)
    #expect(figures.counts.read == 7)
    #expect(figures.counts.missing == 1)
    #expect(figures.indicators.first?.declaration.unit == "person")
  }

  @Test func pxCellsThatAreTooManyOrTooFewAreTold() throws {
    for (text, reason) in [
      (px.replacing("1.0 1.5;", with: "1.0;"), "it is cut off: it has 7 cells of 8"),
      (px.replacing("1.0 1.5;", with: "1.0 1.5 3;"), "line 27 has a cell too many: its variables have 8"),
      (String(px.prefix(300)), "it is cut off: nothing says where its cells begin"),
    ] {
      do throws(FileFailure) {
        _ = try read(Array(text.utf8), "p.px")
        Issue.record("\(reason)")
      } catch { #expect(error.reason.text == reason) }
    }
  }

  @Test func pxFilesWithKeysHaveSomeCellsOnly() throws {
    let sparse = px.replacing("DATA=", with: "KEYS(\"area\")=CODES;\nKEYS(\"sex\")=CODES;\nDATA=")
      .replacing(
        "10.5 11.0\n5.5 \"...\"\n2.0 2.5\n1.0 1.5;", with: "\"46\",\"M\",1.0 1.5\n\"01\",\"T\",10.5 11.0;")
    let rows = try #require(try read(Array(sparse.utf8), "p.px").dataSets.first)
    #expect(
      told(rows).map { String($0.prefix(13)) } == [
        "46 M 2023 1.0", "46 M 2024 1.5", "01 T 2023 10.", "01 T 2024 11.",
      ])
  }

  @Test func pxFilesAreOfAnyCodePage() throws {
    let text = px.replacing("Hue", with: "Łódź").replacing(
      "LANGUAGE=\"en\";", with: "CODEPAGE=\"windows-1250\";\nLANGUAGE=\"en\";"
    )
    .replacing("CONTENTS[vi]=\"Dân số\";\n", with: "").replacing(
      "VALUES[vi](\"vùng\")=\"Hà Nội\",\"Huế\";\n", with: ""
    )
    .replacing("STUB[vi]=\"vùng\",\"giới\";\n", with: "")
    let bytes = text.unicodeScalars.map { scalar -> UInt8 in
      switch scalar {
      case "Ł": 0xA3
      case "ó": 0xF3
      case "ź": 0x9F
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
    let rows = try #require(try read(bytes, "p.px").dataSets.first)
    #expect(rows.columns[0].codelist?["46"]?.labels == ["en": "Łódź"])
  }

  @Test func sdmxCSVHasIdsLabelsOrBoth() throws {
    let both = """
      STRUCTURE[|];STRUCTURE_ID;ACTION;SERIES_KEY;AREA: Area;TIME_PERIOD: Time;OBS_VALUE: Value;OBS_STATUS: Status
      dataflow;X:TRADE(1.0): Trade;I;HN;HN: Ha Noi;2023: 2023;12,4;P: Provisional
      dataflow;X:TRADE(1.0): Trade;I;HUE;HUE: Hue;2023: 2023;10,8;A: Normal
      """
    let rows = try #require(try read(Array(both.utf8), "s.csv").dataSets.first)
    #expect(rows.name == "TRADE")
    #expect(told(rows) == ["HN 2023 12,4 P", "HUE 2023 10,8 A"])
    #expect(rows.columns[0].codelist?["HN"]?.labels == ["en": "Ha Noi"])
    let names = """
      STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,AREA,Area,DIM_T,Time,OBS_VALUE,Value
      dataflow,X:TRADE(1.0),Trade,D,HN,Ha Noi,2023,2023,,
      dataflow,X:TRADE(1.0),Trade,R,HN,Ha Noi,2024,2024,5,
      """
    let others = try #require(try read(Array(names.utf8), "s.csv").dataSets.first)
    #expect(told(others) == ["HN 2023  D", "HN 2024 5 R"])
    #expect(others.columns[0].codelist?["HN"]?.labels == ["en": "Ha Noi"])
  }

  @Test func sdmxCSVSaysOfManyFiguresInOneRow() throws {
    let text = """
      STRUCTURE,STRUCTURE_ID,ACTION,DIM1,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE
      datastructure,X:Y(1.0),M,A,,,USD
      datastructure,X:Y(1.0),M,A,2020,1,
      datastructure,X:Y(1.0),M,B,2020,2,
      """
    let rows = try #require(try read(Array(text.utf8), "s.csv").dataSets.first)
    #expect(told(rows) == ["A 2020 1 USD", "B 2020 2 "])
  }

  @Test(arguments: [
    ("official/px/PxWeb__wwwroot__Database__EN__EN01__TAB003.px", 2430, 18),
    ("official/px/PxWeb__wwwroot__Database__EN__EN02__TAB005.px", 6295, 107),
    ("official/px/PxWeb__wwwroot__Database__PO__PO01__TAB001.px", 3681, 2259),
    ("official/px/PxWebApi_Mvc.Tests__ExpectedJson__tab4_fewcells.px", 1, 0),
    ("official/px/pyaxis__test__data__2184.px", 8960, 640),
    ("official/px/pyaxis__test__data__27067.px", 352, 460),
    ("official/px/BEXSTA_windows_1252.px", 5263, 1937), ("official/px/TUX01.px", 396, 0),
    ("official/px/CONTVARIABLE_multiple_languages.px", 18, 0), ("official/px/TIMEVAL_long.px", 24, 0),
    ("official/px/population_gl.px", 30, 0), ("official/px/semicolon_in_values.px", 4, 0),
    ("sdmx/csv/example-01.csv", 2, 0), ("sdmx/csv/example-02.csv", 4, 0), ("sdmx/csv/example-04.csv", 2, 0),
    ("sdmx/csv/example-06.csv", 2, 0), ("sdmx/csv/example-09A.csv", 3, 0),
    ("official/sdmx-csv/tests__io__samples__data_v1.csv", 360, 640),
    ("official/sdmx-csv/tests__io__csv__sdmx10__reader__samples__data_v1_no_freq_cols.csv", 7, 0),
    ("official/sdmx-csv/tests__io__csv__sdmx21__reader__samples__csv_labels_both.csv", 1, 0),
    ("official/sdmx-csv/tests__io__csv__sdmx21__writer__samples__reference_partial_keys.csv", 2, 0),
    ("vietnam-nsdp/GDP_EXP_Q.xlsx", 468, 0), ("official/xlsx/tests__testdata__640101.xls", 7293, 0),
    ("official/xlsx/features__fixtures__balanceofpayments2020q1.xls", 3857, 687),
  ])
  func publishedFilesAreRead(path: String, read: Int, missing: Int) throws {
    guard let folder = PublishedFiles.folder else { return }
    let counts = PublishedFiles.figures(try PublishedFiles.content(path, in: folder)).reduce(FigureCounts()) {
      $0 + $1.counts
    }
    #expect([counts.read, counts.missing] == [read, missing])
  }

  /// The kinds of odd tables that were met in workbooks.
  @Test func partsOfYearsStandBesideOrBelowTheirYear() throws {
    let below = "\t2018\t2018\t2019\n\t\tQ1\tQ1\nTrade\t10\t3\t4\nServices\t20\t5\t6\n"
    #expect(
      told(try #require(try read(Array(below.utf8), "t.tsv").dataSets.first)) == [
        "Trade 2018 10", "Trade Q1 2018 3", "Trade Q1 2019 4", "Services 2018 20", "Services Q1 2018 5",
        "Services Q1 2019 6",
      ])
    let beside = "Visits by month\n,,All,Men\n2012,Jan,1.5,1\n,Feb,2.5,2\n,Mar†,3.5,3\n2013,Jan,4.5,4\n"
    #expect(
      told(try #require(try read(Array(beside.utf8), "t.csv").dataSets.first)).filter { $0.contains("All") }
        == [
          "All Jan 2012 1.5", "All Feb 2012 2.5", "All Mar† 2012 3.5", "All Jan 2013 4.5",
        ])
    #expect(PeriodText.period("Mar† 2012", frequency: nil) == Period("2012-03"))
    #expect(PeriodText.period("Dec-Feb 1972", frequency: nil) == Period("1971-12-01/P3M"))
  }
}
