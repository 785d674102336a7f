import ChisoDiagnostics
import ChisoModel

/// Workbooks: XLSX (ISO/IEC 29500) and XLS. Each sheet that holds a table is a data set; formulas give the value that is stored.
package struct WorkbookFormat: FileFormat {
  package init() {}

  /// How an XLS begins: the head of a compound file.
  private static let compoundMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  package func recognizes(_ beginning: ArraySlice<UInt8>, named name: String) -> Bool {
    if beginning.starts(with: WorkbookFormat.compoundMark) { return true }
    guard beginning.starts(with: ZipArchive.mark) else { return false }
    // The directory stands at the end; the names of the first files stand at the beginning too.
    let text = beginning.prefix(1 << 13)
    return ["[Content_Types].xml", "xl/"].contains { text.contains(Array($0.utf8)) }
  }

  package func read(_ bytes: ByteStream, _ context: ReadingContext) throws(FileFailure) -> FileContent {
    let isOld = try bytes.peek(8).starts(with: WorkbookFormat.compoundMark)
    let name = bytes.name
    let all = try bytes.takeAll()
    let workbook: any Workbook = isOld ? try XLSWorkbook(all, name: name) : try XLSXWorkbook(all, name: name)
    let wanted = try sheets(of: workbook, context.options, name)
    var content = FileContent(format: isOld ? "XLS" : "XLSX", dataSets: [])
    var failure: FileFailure?
    var others: [Rows.Skipped] = []
    for sheet in wanted {
      guard context.goesOn(0, 0) else { throw FileFailure(path: name, reason: "it was stopped") }
      let all = try workbook.rows(ofSheet: sheet)
      do throws(FileFailure) {
        var cells = SheetCells(sheet: workbook.sheetNames[sheet], rows: all)
        for var rows in try TableReading.rows(of: &cells, named: name, context) {
          // Numbers of workbooks are no texts.
          rows.hasDecimalComma = context.options.hasDecimalComma ?? false
          if rows.name.isEmpty { rows.name = wanted.count > 1 ? workbook.sheetNames[sheet] : "" }
          if wanted.count > 1 { rows.guesses.insert("sheet \(workbook.sheetNames[sheet])", at: 0) }
          content.dataSets.append(rows)
        }
      } catch {
        failure = failure ?? error
        let count = all.reduce(0) { sum, row in
          sum + (0..<row.count).count { CellLikeness.isFigure(row.bytes($0)) }
        }
        if count > 0 {
          others.append(Rows.Skipped(reason: error.reason, count: count, place: workbook.sheetNames[sheet]))
        }
      }
    }
    // Sheets of notes hold no table, which is no fault where another one does; numbers on them are counted.
    if content.dataSets.isEmpty, let failure { throw failure }
    content.dataSets[0].skipped += others
    return content
  }

  /// The sheet that is asked for, or all that can be seen.
  private func sheets(
    of workbook: any Workbook, _ options: ReadingOptions, _ name: String
  ) throws(FileFailure) -> [Int] {
    guard let wanted = options.sheet else { return workbook.visibleSheets }
    let names = workbook.sheetNames
    if let place = names.firstIndex(of: wanted)
      ?? names.firstIndex(where: { $0.lowercased() == wanted.lowercased() })
    {
      return [place]
    }
    if let number = Int(wanted), names.indices.contains(number - 1) { return [number - 1] }
    let shown = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    throw FileFailure(path: name, reason: "there is no sheet \(wanted); there are \(shown)")
  }
}

/// A workbook that is open.
protocol Workbook {
  /// What the sheets are called, in their order.
  var sheetNames: [String] { get }
  /// The places of those that are not hidden.
  var visibleSheets: [Int] { get }

  /// The rows of a sheet; numbers as plain texts, days as `2024-01-31`, shares that are shown in percent as `12.5%`.
  func rows(ofSheet place: Int) throws(FileFailure) -> [CellRow]
}

/// The rows of a sheet, one after the other.
private struct SheetCells: CellSource {
  let sheet: String?
  private let rows: [CellRow]
  private var place = 0

  init(sheet: String, rows: [CellRow]) {
    self.sheet = sheet
    self.rows = rows
  }

  mutating func next(into row: inout CellRow) throws(FileFailure) -> Bool {
    guard place < rows.count else { return false }
    row = rows[place]
    place += 1
    return true
  }
}
