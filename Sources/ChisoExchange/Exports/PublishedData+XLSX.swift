import ChisoDiagnostics
import ChisoModel

extension PublishedData {
  /// An XLSX workbook with a sheet of a row for each figure: numbers are numbers, and all else are texts, so that no cell is a
  /// formula.
  ///
  /// - Parameter name: What failures call the file.
  package func xlsx(named name: String) throws(FileFailure) -> [UInt8] {
    let header = ["INDICATOR", "TIME_PERIOD"] + dimensions.map(\.id) + ["OBS_VALUE"] + attributes
    let numbers: Set<String> = ["OBS_VALUE", "LOWER", "UPPER", "UNIT_MULT", "DECIMALS"]
    var rows = row(1, header.map { ($0, false) })
    for (place, observation) in observations.enumerated() {
      let cells =
        [id, period(of: observation)] + codes(of: observation) + [value(of: observation)]
        + attributes(of: observation)
      rows += row(place + 2, zip(cells, header).map { ($0, numbers.contains($1)) })
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let last = Rows.cellName(row: observations.count + 1, column: header.count)
    let parts = [
      (
        "[Content_Types].xml",
        #"<Types xmlns="\#(package)/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="\#(types).sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="\#(types).worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="\#(types).styles+xml"/></Types>"#
      ),
      (
        "_rels/.rels",
        #"<Relationships xmlns="\#(package)/relationships"><Relationship Id="rId1" Type="\#(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
      ),
      (
        "xl/workbook.xml",
        #"<workbook xmlns="\#(main)" xmlns:r="\#(office)"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>"#
      ),
      (
        "xl/_rels/workbook.xml.rels",
        #"<Relationships xmlns="\#(package)/relationships"><Relationship Id="rId1" Type="\#(office)/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="\#(office)/styles" Target="styles.xml"/></Relationships>"#
      ),
      (
        "xl/styles.xml",
        #"<styleSheet xmlns="\#(main)"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>"#
      ),
      (
        "xl/worksheets/sheet1.xml",
        #"<worksheet xmlns="\#(main)"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>\#(rows)</sheetData><autoFilter ref="A1:\#(last)"/></worksheet>"#
      ),
    ]
    let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    return try ZipArchive.packed(parts.map { ($0.0, Array((head + $0.1).utf8)) }, name: name)
  }

  private func row(_ number: Int, _ cells: [(text: String, isNumber: Bool)]) -> String {
    var text = #"<row r="\#(number)">"#
    for (column, cell) in cells.enumerated() where !cell.text.isEmpty {
      let place = Rows.cellName(row: number, column: column + 1)
      if cell.isNumber {
        text += #"<c r="\#(place)"><v>\#(cell.text)</v></c>"#
      } else {
        let style = number == 1 ? #" s="1""# : ""
        text +=
          #"<c r="\#(place)" t="inlineStr"\#(style)><is><t xml:space="preserve">\#(xml(cell.text))</t></is></c>"#
      }
    }
    return text + "</row>"
  }
}
