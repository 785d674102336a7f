/// Makes ZIP archives of files that are not packed.
enum StoredArchive {
  static func bytes(_ files: [(name: String, text: String)]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> ($0 * 8) & 255) } }
    for file in files {
      let (name, content) = (Array(file.name.utf8), Array(file.text.utf8))
      let sizes = number(0, 4) + number(content.count, 4) + number(content.count, 4)
      let offset = archive.count
      archive +=
        number(0x0403_4B50, 4) + number(20, 2) + number(0, 8) + sizes + number(name.count, 2) + number(0, 2)
      archive += name + content
      directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 8) + sizes
      directory += number(name.count, 2) + number(0, 12) + number(offset, 4) + name
    }
    let end = number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
    return archive + directory + end + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
  }

  /// A workbook with a sheet for each name, with the XML of its rows, and texts and styles that they share.
  static func workbook(_ sheets: [(name: String, rows: String)], texts: [String] = [], formats: [String] = [])
    -> [UInt8]
  {
    let listed = sheets.enumerated().map { place, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\" r:id=\"rId\(place + 1)\"/>"
    }
    let relations = sheets.indices.map { place in
      "<Relationship Id=\"rId\(place + 1)\" Type=\"x/worksheet\" Target=\"worksheets/sheet\(place + 1).xml\"/>"
    }
    var files = [
      ("[Content_Types].xml", "<Types/>"),
      ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>\(listed.joined())</sheets></workbook>"),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())</Relationships>"),
      ("xl/sharedStrings.xml", "<sst>\(texts.map { "<si><t>\($0)</t></si>" }.joined())</sst>"),
      (
        "xl/styles.xml",
        "<styleSheet><numFmts>"
          + formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }.joined()
          + "</numFmts><cellXfs><xf numFmtId=\"0\"/>"
          + formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined() + "</cellXfs></styleSheet>"
      ),
    ]
    for (place, sheet) in sheets.enumerated() {
      files.append(
        ("xl/worksheets/sheet\(place + 1).xml", "<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>")
      )
    }
    return bytes(files.map { (name: $0.0, text: $0.1) })
  }
}
