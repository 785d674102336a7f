import ChisoDiagnostics

/// An XLSX workbook: XML parts in a ZIP archive.
struct XLSXWorkbook: Workbook {
  private let archive: ZipArchive
  private let name: String
  private let book = XLSXBook()
  private let texts = XLSXTexts()
  private let styles = XLSXStyles()
  /// The paths of the sheets.
  private var paths: [String] = []

  let sheetNames: [String]
  let visibleSheets: [Int]

  /// Opens the workbook; sheets are read when they are asked for.
  init(_ bytes: [UInt8], name: String) throws(FileFailure) {
    archive = try ZipArchive(bytes, name: name)
    self.name = name
    let archive = archive
    func read(_ path: String, _ handler: any XMLHandler) throws(FileFailure) -> Bool {
      guard let entry = archive.entries.first(where: { $0.name.lowercased() == path.lowercased() }) else {
        return false
      }
      try XMLReader.read(try archive.bytes(of: entry), name: "\(name): \(path)", to: handler)
      return true
    }
    let top = XLSXRelations()
    _ = try read("_rels/.rels", top)
    let main = top.target(ofType: "officeDocument") ?? "xl/workbook.xml"
    let folder = main.lastIndex(of: "/").map { String(main[..<$0]) } ?? ""
    guard try read(main, book) else {
      throw FileFailure(
        path: name, reason: "it is no workbook: a part of it, \(main), is missing",
        wayOut: "open it in a spreadsheet program and save it as XLSX")
    }
    let relations = XLSXRelations()
    let file = main.split(separator: "/").last.map(String.init) ?? main
    _ = try read("\(folder)/_rels/\(file).rels", relations)
    func whole(_ path: String) -> String {
      path.hasPrefix("/") ? String(path.dropFirst()) : folder.isEmpty ? path : "\(folder)/\(path)"
    }
    _ = try read(whole(relations.target(ofType: "sharedStrings") ?? "sharedStrings.xml"), texts)
    _ = try read(whole(relations.target(ofType: "styles") ?? "styles.xml"), styles)
    paths = book.sheets.enumerated().map { place, sheet in
      whole(relations.targets[sheet.id] ?? "worksheets/sheet\(place + 1).xml")
    }
    sheetNames = book.sheets.map(\.name)
    let visible = book.sheets.indices.filter { [book] in !book.sheets[$0].isHidden }
    visibleSheets = visible.isEmpty ? Array(book.sheets.indices) : visible
  }

  func rows(ofSheet place: Int) throws(FileFailure) -> [CellRow] {
    guard let entry = archive.entries.first(where: { $0.name.lowercased() == paths[place].lowercased() })
    else {
      throw FileFailure(path: name, reason: "its sheet \(sheetNames[place]) is missing")
    }
    let sheet = XLSXSheet(texts, styles, NumberText(isFrom1904: book.isFrom1904))
    try XMLReader.read(try archive.bytes(of: entry), name: "\(name): \(paths[place])", to: sheet)
    return sheet.rows
  }
}

/// The sheets that a workbook has.
private final class XLSXBook: XMLHandler {
  private(set) var sheets: [(name: String, id: String, isHidden: Bool)] = []
  private(set) var isFrom1904 = false

  func start(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(FileFailure) {
    if name == "sheet" {
      let id = attributes.first { $0.name == "id" && $0.hasPrefix }?.value ?? ""
      sheets.append((attributes["name"] ?? "", id, attributes["state"].map { $0 != "visible" } ?? false))
    } else if name == "workbookPr" {
      isFrom1904 = ["1", "true"].contains(attributes["date1904"])
    }
  }

  func characters(_ text: String) throws(FileFailure) {}
  func end(_ name: String, line: Int) throws(FileFailure) {}
}

/// Which part stands where.
private final class XLSXRelations: XMLHandler {
  /// The paths by the ids of the relations.
  private(set) var targets: [String: String] = [:]
  private var types: [(type: String, target: String)] = []

  func target(ofType type: String) -> String? {
    types.first { $0.type.hasSuffix("/" + type) }.map {
      $0.target.hasPrefix("/") ? String($0.target.dropFirst()) : $0.target
    }
  }

  func start(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(FileFailure) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
    targets[id] = target
    types.append((attributes["Type"] ?? "", target))
  }

  func characters(_ text: String) throws(FileFailure) {}
  func end(_ name: String, line: Int) throws(FileFailure) {}
}

/// The texts that cells share.
private final class XLSXTexts: XMLHandler {
  private(set) var texts: [String] = []
  private var text = ""
  private var isInText = false
  private var isInReading = false

  func start(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(FileFailure) {
    switch name {
    case "si": text = ""
    case "rPh": isInReading = true
    case "t": isInText = !isInReading
    default: break
    }
  }

  func characters(_ text: String) throws(FileFailure) { if isInText { self.text += text } }

  func end(_ name: String, line: Int) throws(FileFailure) {
    switch name {
    case "si": texts.append(text)
    case "rPh": isInReading = false
    case "t": isInText = false
    default: break
    }
  }
}

/// What the styles of cells show of numbers.
private final class XLSXStyles: XMLHandler {
  private(set) var styles: [NumberText.Style] = []
  private var own: [Int: NumberText.Style] = [:]
  private var isInCells = false

  func start(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(FileFailure) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        own[id] = NumberText.style(ofFormat: code)
      }
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      styles.append(own[id] ?? NumberText.style(ofBuiltIn: id))
    default: break
    }
  }

  func characters(_ text: String) throws(FileFailure) {}
  func end(_ name: String, line: Int) throws(FileFailure) { if name == "cellXfs" { isInCells = false } }
}

/// The cells of a sheet.
private final class XLSXSheet: XMLHandler {
  private(set) var rows: [CellRow] = []
  private let texts: XLSXTexts
  private let styles: XLSXStyles
  private let numbers: NumberText
  private var row = CellRow()
  private var column = 0
  private var type = ""
  private var style = NumberText.Style.number
  private var text = ""
  private var isInValue = false

  /// How wide a sheet can be.
  private static let widest = 16_384

  init(_ texts: XLSXTexts, _ styles: XLSXStyles, _ numbers: NumberText) {
    (self.texts, self.styles, self.numbers) = (texts, styles, numbers)
  }

  func start(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(FileFailure) {
    switch name {
    case "row":
      row.removeAll()
      row.number = attributes["r"].flatMap { Int($0) } ?? (rows.last?.number ?? 0) + 1
      column = 0
    case "c":
      if let reference = attributes["r"] { column = XLSXSheet.column(reference) ?? column }
      type = attributes["t"] ?? "n"
      let place = attributes["s"].flatMap { Int($0) } ?? 0
      style = styles.styles.indices.contains(place) ? styles.styles[place] : .number
      text = ""
    case "v", "t": isInValue = true
    default: break
    }
  }

  func characters(_ text: String) throws(FileFailure) { if isInValue { self.text += text } }

  func end(_ name: String, line: Int) throws(FileFailure) {
    switch name {
    case "v", "t": isInValue = false
    case "c":
      while row.count < column { row.append("") }
      if row.count == column { row.append(said()) }
      column += 1
    case "row": if !row.isBlank { rows.append(row) }
    default: break
    }
  }

  private func said() -> String {
    switch type {
    case "s":
      return Int(text).flatMap { texts.texts.indices.contains($0) ? texts.texts[$0] : nil }?.trimmedOfBlanks
        ?? ""
    case "n": return Double(text).map { numbers.text($0, style) } ?? text
    case "b": return text == "1" ? "TRUE" : "FALSE"
    default: return text.trimmedOfBlanks
    }
  }

  /// The column that a cell like `AB12` stands in, counted from 0.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard (65...90).contains(byte) else { break }
      column = column * 26 + Int(byte) - 64
    }
    return (1...widest).contains(column) ? column - 1 : nil
  }
}
