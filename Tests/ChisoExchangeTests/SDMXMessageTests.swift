import ChisoDiagnostics
import ChisoExchange
import ChisoModel
import Testing

/// Messages of SDMX-ML in the shapes that offices send them in.
@Suite struct SDMXMessageTests {
  private let names =
    #"xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:g="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic" xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common" xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure" xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific""#

  private func header(_ at: String = "TIME_PERIOD") -> String {
    """
    <m:Header><m:ID>1</m:ID><m:Prepared>2024-05-06T01:02:03Z</m:Prepared>
    <m:Sender id="GSO"><c:Name xml:lang="vi">Cục Thống kê</c:Name><c:Name xml:lang="en">Statistics Office</c:Name></m:Sender>
    <m:Structure structureID="S" dimensionAtObservation="\(at)"><c:Structure><Ref agencyID="GSO" id="TRADE" version="1.0"/></c:Structure></m:Structure>
    </m:Header>
    """
  }

  private func read(_ text: String, _ structures: KnownStructures = KnownStructures()) throws -> FileContent {
    var context = ReadingContext()
    context.structures = structures
    return try OfficialFile.read(ByteStream(Array(text.utf8), name: "m.xml"), context)
  }

  /// The cells of the columns, row by row, without those that say the same in all rows.
  private func told(_ rows: Rows, _ columns: String...) throws -> [String] {
    let places = try columns.map { try #require(rows.column(named: $0), "no column \($0)") }
    return (0..<rows.count).map { row in places.map { rows.columns[$0].cells[row] }.joined(separator: " ") }
  }

  @Test func genericSeriesHaveTheirKeysAndAttributes() throws {
    let content = try read(
      """
      <?xml version="1.0"?><!-- a message --><m:GenericData \(names)>\(header())<m:DataSet structureRef="S">
      <g:Group type="G"><g:GroupKey><g:Value id="AREA" value="HN"/></g:GroupKey>
        <g:Attributes><g:Value id="TITLE" value="Trade of Ha Noi"/></g:Attributes></g:Group>
      <g:Series><g:SeriesKey><g:Value id="FREQ" value="A"/><g:Value id="AREA" value="HN"/></g:SeriesKey>
        <g:Attributes><g:Value id="UNIT_MULT" value="6"/></g:Attributes>
        <g:Obs><g:ObsDimension value="2023"/><g:ObsValue value="1.5"/>
          <g:Attributes><g:Value id="OBS_STATUS" value="P"/></g:Attributes></g:Obs>
        <g:Obs><g:ObsDimension value="2024"/><g:ObsValue value="2.5"/></g:Obs></g:Series>
      <g:Series><g:SeriesKey><g:Value id="FREQ" value="A"/><g:Value id="AREA" value="HUE"/></g:SeriesKey>
        <g:Obs><g:ObsDimension value="2023"/><g:ObsValue value="3"/></g:Obs></g:Series>
      </m:DataSet></m:GenericData>
      """)
    #expect(content.format == "SDMX-ML 2.1, GenericData")
    let rows = try #require(content.dataSets.first)
    #expect(rows.name == "TRADE")
    #expect(rows.publisher == "Statistics Office")
    #expect(rows.published == CivilDate(year: 2024, month: 5, day: 6))
    #expect(
      try told(rows, "AREA", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MULT", "TITLE") == [
        "HN 2023 1.5 P 6 Trade of Ha Noi", "HN 2024 2.5  6 Trade of Ha Noi", "HUE 2023 3   ",
      ])
  }

  @Test func flatAndCrossSectionalObservationsAreTheSame() throws {
    let flat = try read(
      """
      <m:StructureSpecificData \(names)>\(header("AllDimensions"))<m:DataSet ss:structureRef="S">
      <Obs AREA="HN" TIME_PERIOD="2023" OBS_VALUE="1"/><Obs AREA="HUE" TIME_PERIOD="2023" OBS_VALUE="2"/>
      </m:DataSet></m:StructureSpecificData>
      """)
    let across = try read(
      """
      <m:StructureSpecificData \(names)>\(header("AREA"))<m:DataSet ss:structureRef="S">
      <Series TIME_PERIOD="2023"><Obs AREA="HN" OBS_VALUE="1"/><Obs AREA="HUE" OBS_VALUE="2"/></Series>
      </m:DataSet></m:StructureSpecificData>
      """)
    for content in [flat, across] {
      let rows = try #require(content.dataSets.first)
      #expect(try told(rows, "AREA", "TIME_PERIOD", "OBS_VALUE") == ["HN 2023 1", "HUE 2023 2"])
      #expect(rows.columns.first { $0.name == "AREA" }?.role == .dimension)
    }
  }

  private func structures() throws -> KnownStructures {
    try read(
      """
      <m:Structure \(names)><m:Header><m:ID>2</m:ID></m:Header><m:Structures>
      <s:Codelists><s:Codelist id="CL_AREA" agencyID="GSO" version="1.0"><c:Name xml:lang="en">Areas</c:Name>
        <s:Code id="VN"><c:Name xml:lang="en">Viet Nam</c:Name></s:Code>
        <s:Code id="HN"><c:Name xml:lang="en">Ha Noi</c:Name><c:Name xml:lang="vi">Hà Nội</c:Name>
          <s:Parent><Ref id="VN"/></s:Parent></s:Code></s:Codelist></s:Codelists>
      <s:Concepts><s:ConceptScheme id="CS" agencyID="GSO" version="1.0">
        <s:Concept id="AREA"><c:Name xml:lang="en">Area of trade</c:Name></s:Concept></s:ConceptScheme></s:Concepts>
      <s:DataStructures><s:DataStructure id="TRADE" agencyID="GSO" version="1.0"><c:Name>Trade</c:Name>
        <s:DataStructureComponents><s:DimensionList>
          <s:Dimension id="AREA"><s:ConceptIdentity><Ref id="AREA" maintainableParentID="CS" agencyID="GSO" maintainableParentVersion="1.0"/></s:ConceptIdentity>
            <s:LocalRepresentation><s:Enumeration><Ref id="CL_AREA" agencyID="GSO" version="1.0"/></s:Enumeration></s:LocalRepresentation></s:Dimension>
          <s:TimeDimension id="TIME_PERIOD"/></s:DimensionList>
        <s:AttributeList><s:Attribute id="QUALITY_NOTE"/></s:AttributeList>
        <s:MeasureList><s:PrimaryMeasure id="OBS_VALUE"/></s:MeasureList></s:DataStructureComponents></s:DataStructure></s:DataStructures>
      </m:Structures></m:Structure>
      """
    ).structures
  }

  @Test func structuresBeforeDataSayWhatColumnsAre() throws {
    let known = try structures()
    #expect(known.byID["TRADE"]?.columns.map(\.name) == ["AREA", "TIME_PERIOD", "OBS_VALUE", "QUALITY_NOTE"])
    let rows = try #require(
      try read(
        """
        <m:StructureSpecificData \(names)>\(header())<m:DataSet ss:structureRef="S">
        <Series AREA="HN"><Obs TIME_PERIOD="2023" OBS_VALUE="1" QUALITY_NOTE="x"/></Series>
        </m:DataSet></m:StructureSpecificData>
        """, known
      ).dataSets.first)
    #expect(rows.labels == ["en": "Trade"])
    let area = try #require(rows.columns.first)
    #expect(area.labels == ["en": "Area of trade"])
    #expect(area.codelist?["HN"]?.labels == ["en": "Ha Noi", "vi": "Hà Nội"])
    #expect(area.codelist?["HN"]?.parent == "VN")
    #expect(rows.columns.first { $0.name == "QUALITY_NOTE" }?.role == .attribute(.other))
  }

  @Test func version2SaysTheSameInItsWords() throws {
    let message =
      """
      <CompactData xmlns="http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message"><Header><ID>1</ID></Header>
      <DataSet xmlns="urn:sdmx:x"><Group AREA="HN" TITLE="Trade"/>
      <Series AREA="HN" FREQ="M"><Obs TIME_PERIOD="2023-01" OBS_VALUE="1" OBS_STATUS="E"/></Series></DataSet></CompactData>
      """
    let rows = try #require(try read(message).dataSets.first)
    #expect(
      try told(rows, "AREA", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "TITLE") == ["HN 2023-01 1 E Trade"])
    let structure = try read(
      """
      <Structure xmlns="http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message"><Header><ID>1</ID></Header>
      <CodeLists><CodeList id="CL_A" agency="X"><Name xml:lang="en">A</Name>
        <Code value="1"><Description xml:lang="en">One</Description></Code></CodeList></CodeLists>
      <KeyFamilies><KeyFamily id="K" agency="X"><Name xml:lang="en">Key</Name><Components>
        <Dimension conceptRef="A" codelist="CL_A" codelistAgency="X"/><TimeDimension conceptRef="TIME_PERIOD"/>
        <PrimaryMeasure conceptRef="OBS_VALUE"/></Components></KeyFamily></KeyFamilies></Structure>
      """)
    let known = try #require(structure.structures.byID["K"])
    #expect(known.columns.map(\.name) == ["A", "TIME_PERIOD", "OBS_VALUE"])
    #expect(known.columns[0].codelist?["1"]?.labels == ["en": "One"])
  }

  @Test func whatADataSetTakesBackIsTakenBack() throws {
    let rows = try #require(
      try read(
        """
        <m:StructureSpecificData \(names)>\(header("AllDimensions"))<m:DataSet ss:structureRef="S" action="Delete">
        <Obs AREA="HN" TIME_PERIOD="2023"/></m:DataSet></m:StructureSpecificData>
        """
      ).dataSets.first)
    #expect(try told(rows, "AREA", "TIME_PERIOD", "ACTION") == ["HN 2023 Delete"])
  }

  @Test func malformedFiguresAreMendedAndNamed() throws {
    let cells = [
      "1.067.817,12", "1336167. 72", "7 902.3", "na", "519.4sb", "ERROR:  #N/A", "99,30", "5", "1.2.3",
    ]
    let series = cells.enumerated().map { #"<Obs TIME_PERIOD="\#(2001 + $0)" OBS_VALUE="\#($1)"/>"# }.joined()
    let content = try read(
      """
      <m:StructureSpecificData \(names)>\(header())<m:DataSet ss:structureRef="S">
      <Series INDICATOR="X">\(series)</Series></m:DataSet></m:StructureSpecificData>
      """)
    let figures = try #require(PublishedFiles.figures(content).first)
    #expect(figures.counts.all == 9)
    #expect(figures.counts.mended == 4)
    #expect(figures.counts.missing == 3)
    let mended = try #require(figures.odd.first { $0.treatment == .mended })
    #expect(mended.examples.map { $0.reading } == ["1067817.12", "1336167.72", "519.4 sb"])
    #expect(figures.odd.first { $0.treatment == .unreadable }?.examples.map(\.text) == ["1.2.3"])
  }

  @Test func sdmxJSONSaysTheSameBySeriesAndFlat() throws {
    let structure = """
      {"names": {"en": "Trade"}, "links": [{"urn": "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=GSO:TRADE(1.0)"}],
       "dimensions": {"dataSet": [{"id": "FREQ", "values": [{"id": "A"}]}],
        "SERIES": [{"id": "AREA", "keyPosition": 1, "values": [{"id": "HN", "name": "Ha Noi"}, {"id": "HUE", "names": {"vi": "Huế"}}]}],
        "observation": [REST{"id": "TIME_PERIOD", "keyPosition": 2, "values": [{"id": "2023"}, {"id": "2024"}]}]},
       "attributes": {"dataSet": [{"id": "UNIT_MULT", "values": [{"id": "6"}]}], "series": [],
        "observation": [{"id": "OBS_STATUS", "values": [{"id": "P", "name": "Provisional"}]}, {"id": "NOTE"}]}}
      """
    let rest = structure.replacing("\"SERIES\"", with: "\"series\"").replacing("REST", with: "")
    let area = structure.firstIndex(of: "S").map { _ in
      "{\"id\": \"AREA\", \"values\": [{\"id\": \"HN\", \"name\": \"Ha Noi\"}, {\"id\": \"HUE\"}]}, "
    }
    let flat = structure.replacing("\"SERIES\": [", with: "\"series\": [").replacing("REST", with: area ?? "")
      .replacing(/"series": \[\{"id": "AREA".*?\]\}\],/, with: "\"series\": [],")
    let bySeries =
      #"{"series": {"0": {"observations": {"0": [1.50, 0], "1": [2, null, "x"]}}, "1": {"observations": {"0": [3]}}}, "attributes": [0]}"#
    let each = #"{"observations": {"0:0": [1.50, 0], "0:1": [2, null, "x"], "1:0": [3]}, "attributes": [0]}"#
    for (structure, dataSet) in [(rest, bySeries), (flat, each)] {
      let text =
        #"{"meta": {"prepared": "2024-05-06T01:00:00", "sender": {"id": "GSO"}}, "data": {"structures": ["#
        + structure + #"], "dataSets": ["# + dataSet + "]}}"
      let rows = try #require(try read(text).dataSets.first)
      #expect(rows.name == "TRADE")
      #expect(rows.labels == ["en": "Trade"])
      #expect(
        try told(rows, "FREQ", "AREA", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MULT", "NOTE") == [
          "A HN 2023 1.50 P 6 ", "A HN 2024 2  6 x", "A HUE 2023 3  6 ",
        ])
      #expect(
        rows.column(named: "AREA").flatMap { rows.columns[$0].codelist?["HN"]?.labels } == ["en": "Ha Noi"])
    }
  }

  @Test func damagedMessagesNameTheirLine() throws {
    #expect(throws: FileFailure.self) {
      try read("<m:GenericData \(names)>\n\(header())\n<m:DataSet></m:GenericData>")
    }
    do throws(FileFailure) {
      _ = try XMLProbe.read("<a>\n<b>\n</a>")
    } catch { #expect(error.reason.text.contains("line 3")) }
  }

  /// What offices published, with the figures, mended and missing ones that are in each.
  @Test(arguments: [
    ("vietnam-nsdp/GDPVNM.xml", 5818, 0, 0), ("vietnam-nsdp/MOF_CGD_Vietnam.xml", 195, 50, 0),
    ("vietnam-nsdp/Z_EXDVNM.xml", 149, 1, 0), ("vietnam-nsdp/CPIVNM.xml", 1683, 0, 0),
    ("vietnam-nsdp/POPVNM.xml", 165, 0, 0), ("vietnam-nsdp/SBV.EXR_Vietnam.xml", 232, 0, 0),
    ("vietnam-nsdp/SBV.INR_VNM.xml", 40, 0, 0),
    ("official/sdmx-ml/ECB_EXR__1__M.USD.EUR.SP00.A.xml", 252, 0, 0),
    ("official/sdmx-ml/ECB_EXR__ng-xs-ss.xml", 12, 0, 0),
    ("official/sdmx-ml/ECB_EXR__ng-xs.xml", 12, 0, 0),
    ("official/sdmx-ml/ECB_EXR__rg-ts-gf-ss.xml", 12, 0, 0),
    ("official/sdmx-ml/ECB_EXR__rg-xs-ss.xml", 12, 0, 0),
    ("official/sdmx-ml/ECB_EXR__sg-ts-gf-ss.xml", 12, 0, 0),
    // The file says the same month twice with other figures: four are left out.
    ("official/sdmx-ml/ECB_EXR__sg-xs.xml", 8, 0, 0),
    ("official/sdmx-ml/ESTAT__NAMA_10_GDP-ss.xml", 4, 0, 0), ("official/sdmx-ml/IMF__PCPS.xml", 1, 0, 0),
    ("official/sdmx-ml/INSEE__CNA-2010-CONSO-SI-A17.xml", 2, 0, 0),
    ("official/sdmx-ml/ISTAT__22_289.xml", 8, 0, 0),
    ("official/sdmx-ml/tests__io__xml__sdmx21__reader__samples__estat_data.xml", 33, 0, 0),
    ("official/sdmx-ml/tests__io__xml__sdmx21__reader__samples__str_ser_group.xml", 360, 0, 640),
    ("official/sdmx-ml/tests__io__xml__sdmx30__reader__samples__data_datastructure_3.0_series.xml", 3, 0, 0),
    ("official/sdmx-ml/v3__xml__ECB_EXR0.xml", 116, 0, 0),
    ("official/sdmx-ml/v3__xml__ECB_EXR_CA.xml", 3, 0, 0),
    ("sdmx/ml/ng-flat.xml", 12, 0, 0), ("sdmx/ml/rg-ts-gf.xml", 12, 0, 0), ("sdmx/ml/sg-ts.xml", 12, 0, 0),
    ("sdmx/json/exr-flat.json", 4, 0, 0), ("sdmx/json/exr-time-series.json", 4, 0, 0),
    ("sdmx/json/flat.json", 4, 0, 0),
    ("sdmx/json/ts.json", 4, 0, 0), ("sdmx/json/xs.json", 4, 0, 0),
    ("official/sdmx-json/ECB_EXR__action-delete.json", 2, 0, 1),
    ("official/sdmx-json/tests__io__samples__exr-time-series.json", 4, 0, 0),
    ("official/sdmx-json/v3__json__data__agri.json", 12, 0, 0),
    ("official/json-stat/E02.01.json", 2940, 0, 0), ("official/json-stat/E02.02.json", 525, 0, 0),
    ("jsonstat/canada.json", 120, 0, 0), ("jsonstat/galicia.json", 3956, 0, 4),
    ("jsonstat/oecd.json", 432, 0, 0),
    ("jsonstat/us-gsp.json", 204, 0, 0),
  ])
  func publishedMessagesAreRead(path: String, read: Int, mended: Int, missing: Int) throws {
    guard let folder = PublishedFiles.folder else { return }
    let counts = PublishedFiles.figures(try PublishedFiles.content(path, in: folder)).reduce(FigureCounts()) {
      $0 + $1.counts
    }
    #expect([counts.read, counts.mended, counts.missing] == [read, mended, missing])
  }

  @Test func indicatorsOfTheStatisticsOfficeHaveLabelsAndUnits() throws {
    guard let folder = PublishedFiles.folder else { return }
    let figures = PublishedFiles.figures(try PublishedFiles.content("vietnam-nsdp/GDPVNM.xml", in: folder))
    let indicators = figures.flatMap(\.indicators)
    #expect(indicators.reduce(0) { $0 + $1.columns.count } == 193)
    let real = try #require(indicators.first { $0.code == "NGDP_R_XDC" }?.declaration)
    #expect(real.name == "ngdp_r_xdc")
    #expect(real.labels == ["en": "Gross domestic product, constant prices"])
    #expect(real.unit == "billion VND")
    #expect(real.prices == "constant")
    #expect(indicators.allSatisfy { $0.declaration.unit == "billion VND" && !$0.declaration.labels.isEmpty })
  }
}

/// Hears of every element and keeps none.
private final class XMLProbe: XMLHandler {
  func start(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(FileFailure) {}
  func characters(_ text: String) throws(FileFailure) {}
  func end(_ name: String, line: Int) throws(FileFailure) {}

  static func read(_ text: String) throws(FileFailure) {
    try XMLReader.read(Array(text.utf8), name: "p.xml", to: XMLProbe())
  }
}
