import ChisoExchange
import ChisoShell
import Foundation
import Testing

/// Files as offices publish them, from the line that is typed to what is said.
@Suite struct OfficialFileTests {
  private func path(_ name: String) -> String { "\(temporaryFolder)/\(name)" }

  /// What a shell says when a file is written and statements are typed; `FILE` stands for its path.
  private func transcript(_ text: String, _ name: String, _ statements: String...) throws -> String {
    try TextFile.write(text, to: path(name))
    var shell = Shell.fixture()
    return shell.transcript(statements.joined(separator: "\n").replacing("FILE", with: path(name)))
      .replacing(temporaryFolder, with: "folder")
      // Lines are wrapped.
      .replacing("\n  ", with: " ")
  }

  private let message = """
    <m:StructureSpecificData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" \
    xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific"><m:Header><m:ID>1</m:ID>\
    <m:Prepared>2024-10-24T03:08:13Z</m:Prepared><m:Sender id="GSO"/></m:Header><m:DataSet>\
    <Series REF_AREA="VN" INDICATOR="NGDP_XDC" FREQ="A" UNIT_MULT="9"><Obs TIME_PERIOD="2022" OBS_VALUE="9548737.67"/>\
    <Obs TIME_PERIOD="2023" OBS_VALUE="10.221.815,12"/><Obs TIME_PERIOD="2024" OBS_VALUE="na"/></Series>\
    </m:DataSet></m:StructureSpecificData>
    """

  @Test func aMessageIsOpenedAsItLiesThere() throws {
    let text = try transcript(message, "gdpx.xml", ":import FILE", "ngdp_xdc[2023]", "ngdp_xdc[2022]")
    #expect(
      text == """
        SDMX-ML 2.1, StructureSpecificData: 1 indicator, 2 figures; source gdpx; ngdp_xdc
        the same throughout, and left out: REF_AREA VN
        the unit is assumed to be billion VND, since the file does not say it; `--unit` says it
        3 cells in the file = 1 read + 1 mended + 1 missing + 0 skipped
        malformed, and read by the one reading that there is: 1: `10.221.815,12` as 10221815.12 (NGDP_XDC A 2023)
        10_221_815 billion VND · 2023 · 10_221_815 to 10_221_816 · gdpx, 2024-10-24
        9_548_738 billion VND · 2022 · 9_548_737 to 9_548_738 · gdpx, 2024-10-24

        """)
  }

  @Test func whatIsDeclaredHasItsLabel() throws {
    let text = try transcript(message, "gdpl.xml", ":import FILE", ":describe ngdp_xdc")
    #expect(text.contains("Gross domestic product"))
    #expect(text.contains("Unit and kind are assumed"))
  }

  @Test func aTableOfAnySeparatorIsOpenedAsItLiesThere() throws {
    let table = "Tỉnh;2022;2023\nHà Nội;1.234,5;1.300,1\nHuế;99,25;..\n"
    let text = try transcript(
      table, "tinh.csv", ":import FILE --unit \"billion VND\"", "tinh[2023, area: \"Hà Nội\"]",
      ":list codes area")
    #expect(text.contains("1 indicator, 3 figures; source tinh; tinh\nby area\n"))
    #expect(text.contains("each column is a period, from 2022 to 2023"))
    #expect(text.contains("4 cells in the file = 3 read + 0 mended + 1 missing + 0 skipped"))
    #expect(text.contains("\n1_300.1 billion VND · 2023"), "\(text)")
    #expect(text.contains("Huế"))
  }

  @Test func optionsSayWhatIsGuessedWrong() throws {
    let table = "name,first,second\nHue,10,20\nVinh,30,40\n"
    #expect(try transcript(table, "o.csv", ":import FILE").contains("name the column of periods"))
    let text = try transcript(
      table, "o.csv", ":import FILE --area name --period 2024 --value second --unit person",
      "second[2024, area: \"Vinh\"]")
    #expect(text.contains("\n40 person · 2024"), "\(text)")
    #expect(
      try transcript(table, "o.csv", ":import FILE --unit furlong").contains("There is no unit `furlong`"))
    #expect(try transcript(table, "o.csv", ":import FILE --speed 9").contains("has no option `--speed`"))
    #expect(
      try transcript(table, "o.csv", ":import FILE --period").contains("Nothing stands behind `--period`"))
    #expect(
      try transcript(table, "o.csv", ":import FILE --decimal x").contains("`x` does not fit `--decimal`"))
  }

  @Test func aFileThatIsReadAgainTakesThePlaceOfWhatItSaid() throws {
    try TextFile.write(message, to: path("again.xml"))
    var shell = Shell.fixture()
    _ = shell.transcript(":import \(path("again.xml"))")
    try TextFile.write(message.replacing("9548737.67", with: "9548738.5"), to: path("again.xml"))
    let text = shell.transcript(":import \(path("again.xml"))\nngdp_xdc[2022]")
    #expect(text.contains("in place of what was read from it before: 1 changed, 0 gone"), "\(text)")
    #expect(text.contains("9_548_738.5") || text.contains("9_548_739"), "\(text)")
  }

  @Test func whatCannotBeReadSaysWhatItIs() throws {
    #expect(try transcript("%PDF-1.7\n%x\n", "p.pdf", ":import FILE").contains("it is a PDF"))
    #expect(try transcript("PAR1xxxx", "p.parquet", ":import FILE").contains("it is a Parquet file"))
    #expect(
      try transcript("<html><body>no</body></html>", "p.html", ":import FILE").contains(
        "of no format that is read"))
  }

  /// The five kinds of tables that economists have on their disks: what is said of each, and that it is drawn.
  @Test(arguments: [
    (
      "wide.csv",
      "\"Data Source\",\"World Development Indicators\",\n\n\"Last Updated Date\",\"2024-06-28\",\n\nCountry Name,Country Code,"
        + "Indicator Name,Indicator Code,2019,2020,2021\nViet Nam,VNM,GDP (current US$),NY.GDP.MKTP.CD,334365257919.998,"
        + "346615738538.138,366474752771.1\n", "1 indicator, 3 figures; source wide; ny_gdp_mktp_cd",
      "the unit is assumed to be USD"
    ),
    (
      "tidy.csv", "country,year,growth\nVN,2019,7.36\nVN,2020,2.87\nVN,2021,2.55\n",
      "1 indicator, 3 figures; source tidy; growth", "the unit is assumed to be percent"
    ),
    (
      "quarters.csv",
      "Quarter,Exports,Flag\n2022 Q1,88.6,\n2022 Q2,97.4,r\n2022 Q3,89.5,p\nNote: customs data\n",
      "1 indicator, 3 figures; source quarters; exports", "taken for plain numbers"
    ),
    (
      "semi.csv", "Năm;Xuất khẩu (tỷ USD);Nhập khẩu (tỷ USD)\n2020;282,6;262,7\n2021;336,3;332,2\n",
      "2 indicators, 4 figures; source semi; xuat_khau_ty_usd, nhap_khau_ty_usd",
      "the unit is assumed to be billion USD"
    ),
    (
      "prov.csv", "Tỉnh/TP,2020,2021,2022\nHà Nội,1.020,1.067,1.196\nHuế,55,58,66\n",
      "1 indicator, 6 figures; source prov; prov", "points part thousands"
    ),
  ])
  func tablesOfEconomistsAreDrawn(name: String, table: String, summary: String, guess: String) throws {
    let text = try transcript(table, name, ":import FILE --plot")
    #expect(text.contains(summary), "\(text)")
    #expect(text.contains(guess), "\(text)")
    #expect(text.contains("┤") && text.contains("●"), "\(text)")
  }

  @Test func optionsAreKeptForTheNextRelease() throws {
    let table = "name,first,second\nHue,10,20\nVinh,30,40\n"
    let kept = try transcript(
      table, "trade-2023.csv",
      ":import FILE --area name --period 2023 --value second --unit \"billion USD\" --keep")
    #expect(kept.contains("the options are kept in folder/trade.recipe"), "\(kept)")
    let next = try transcript(table, "trade-2024.csv", ":import FILE", "second[2023, area: \"Vinh\"]")
    #expect(next.contains("read by the recipe folder/trade.recipe"), "\(next)")
    #expect(next.contains("\n40 billion USD · 2023"), "\(next)")
    try TextFile.write("--speed 9", to: path("trade.recipe"))
    #expect(try transcript(table, "trade-2025.csv", ":import FILE").contains("has no option `--speed`"))
    try FileManager.default.removeItem(atPath: path("trade.recipe"))
  }
}
