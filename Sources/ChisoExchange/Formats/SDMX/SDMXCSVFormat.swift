import ChisoDiagnostics
import ChisoModel

/// SDMX-CSV 1.0, 2.0 and 2.1: with ids, labels or both; keys beside, several values in a cell, several structures in a file.
///
/// What a column is says the structure where one is known, else its name and its place: dimensions stand before the figure.
package struct SDMXCSVFormat: FileFormat {
  package init() {}

  package func recognizes(_ beginning: ArraySlice<UInt8>, named name: String) -> Bool {
    let line = beginning.drop { $0 >= 0x80 }.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let names = String(decoding: line, as: UTF8.self).split { ",;\t|".contains($0) }.map {
      $0.filter { $0 != "\"" }
    }
    guard let first = names.first?.prefix(while: { $0 != "[" && $0 != ":" }) else { return false }
    return first == "DATAFLOW" || (first == "STRUCTURE" && names.contains { $0.hasPrefix("STRUCTURE_ID") })
  }

  package func read(_ bytes: ByteStream, _ context: ReadingContext) throws(FileFailure) -> FileContent {
    var text = try DelimitedText(bytes, goesOn: context.goesOn)
    var row = CellRow()
    guard try text.next(into: &row) else {
      throw FileFailure(path: bytes.name, reason: "it is empty")
    }
    let header = SDMXCSVHeader(row.texts)
    // Columns without a structure are told by their first cells.
    var sample: [CellRow] = []
    while sample.count < SDMXCSVFormat.sampled, try text.next(into: &row) {
      if !row.isBlank { sample.append(row) }
    }
    var sets: [SDMXCSVDataSet] = []
    var places: [String: Int] = [:]
    func take(_ row: CellRow) {
      let id = row[header.structure]
      let place = places[id] ?? sets.count
      if place == sets.count {
        places[id] = place
        let reference = SDMXReference(urn: header.parted(id).code)
        let own = sample.filter { $0[header.structure] == id }
        sets.append(
          SDMXCSVDataSet(
            header, reference, known: context.structures.structure(reference), sample: own,
            separator: text.separator))
      }
      sets[place].take(row)
    }
    for row in sample { take(row) }
    while try text.next(into: &row) { if !row.isBlank { take(row) } }
    return FileContent(format: "SDMX-CSV \(header.version)", dataSets: sets.map { $0.finished() })
  }

  private static let sampled = 200
}

/// The header of SDMX-CSV: which column has what.
struct SDMXCSVHeader {
  /// A column of the data.
  struct Column {
    /// Which cell of a row it is, counted from 0.
    var place: Int
    /// The id of the component.
    var id: String
    /// What it is called; nil where the header does not say.
    var label: String?
    /// The cell that has the label of the code, where it has one of its own.
    var labelPlace: Int?
    /// Whether a cell may have several values.
    var isMultiple: Bool
  }

  /// The version, as far as the header tells: `1.0` or `2.0`.
  let version: String
  /// The cell with the structure that a row is of, and what is to be done with it.
  let structure: Int
  let action: Int?
  /// The columns of the data.
  private(set) var columns: [Column] = []
  /// Whether cells have a code and its label behind a colon.
  private(set) var hasBoth = false

  init(_ cells: [String]) {
    let isFirst = cells.first?.hasPrefix("DATAFLOW") ?? true
    version = isFirst ? "1.0" : "2.0"
    structure = isFirst ? 0 : cells.firstIndex { $0.hasPrefix("STRUCTURE_ID") } ?? 0
    action = cells.firstIndex { $0 == SDMXConcepts.action || $0.hasPrefix("ACTION:") }
    let own: Set<String> = [
      "DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY",
    ]
    let hasNames = cells.contains("STRUCTURE_NAME")
    var place = 0
    while place < cells.count {
      let (code, label) = SDMXCSVHeader.parted(cells[place])
      let id = String(code.prefix { $0 != "[" })
      defer { place += 1 }
      if id.isEmpty || own.contains(id) { continue }
      var column = Column(place: place, id: id, label: label, isMultiple: code.contains("["))
      if label != nil { hasBoth = true }
      if hasNames, place + 1 < cells.count {
        column.label = cells[place + 1]
        column.labelPlace = place + 1
        place += 1
      }
      columns.append(column)
    }
  }

  /// A code and the label behind it, where the header says that cells have both.
  func parted(_ text: String) -> (code: String, label: String?) {
    hasBoth ? SDMXCSVHeader.parted(text) : (text, nil)
  }

  private static func parted(_ text: String) -> (code: String, label: String?) {
    let parts = text.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[0].contains(" ") else { return (text, nil) }
    return (String(parts[0]), String(parts[1]))
  }
}

/// The rows of one structure of an SDMX-CSV file.
private struct SDMXCSVDataSet {
  private let header: SDMXCSVHeader
  private var builder: SDMXRowsBuilder
  /// The column of the rows for each column of the header.
  private var places: [Int] = []
  /// The labels of the codes that came so far, for each column of the header.
  private var labels: [[String: String]]
  private let actionColumn: Int?
  private let figures: [Int]
  private let keys: [Int]
  private var others = SkippedRows()

  init(
    _ header: SDMXCSVHeader, _ reference: SDMXReference?, known: KnownStructures.Structure?,
    sample: [CellRow],
    separator: UInt8
  ) {
    self.header = header
    builder = SDMXRowsBuilder(structure: known)
    builder.rows.name = reference?.id ?? ""
    if separator == UInt8(ascii: ";") { builder.rows.hasDecimalComma = nil }
    labels = header.columns.map { _ in [:] }
    let parts = SDMXCSVDataSet.parts(header, sample)
    for (column, part) in zip(header.columns, parts) {
      let place = builder.column(column.id, part)
      if builder.rows.columns[place].labels.isEmpty, let label = column.label {
        builder.rows.columns[place].labels = ["en": label]
      }
      places.append(place)
    }
    if builder.rows.column(.period) == nil,
      let place = SDMXCSVDataSet.timeColumn(header, parts, sample)
    {
      builder.rows.columns[places[place]].role = .period
    }
    let (all, own) = (builder, places)
    figures = header.columns.indices.filter { all.rows.columns[own[$0]].role == .figure }
    keys = header.columns.indices.filter { all.isDimension(own[$0]) }
    let used = Set(sample.map { row in header.action.map { header.parted(row[$0]).code.uppercased() } ?? "" })
    actionColumn = used.isSubset(of: ["", "I", "A", "M", "N"]) ? nil : builder.actionColumn()
  }

  mutating func take(_ row: CellRow) {
    let isTold = figures.contains { !row.bytes(header.columns[$0].place).isEmpty }
    let isWhole = keys.allSatisfy { !row.bytes(header.columns[$0].place).isEmpty }
    if !isWhole, !isTold {
      takeGroup(row)
      return
    }
    if !isWhole, let action = header.action, header.parted(row[action]).code.uppercased().hasPrefix("D") {
      others.add(row.number)
      return
    }
    builder.addRow(line: row.number) { [places, header, actionColumn] texts in
      for (column, place) in places.enumerated() {
        texts[place] = withoutHarmlessMark(header.parted(row[header.columns[column].place]).code)
      }
      if let actionColumn, let action = header.action {
        texts[actionColumn] = header.parted(row[action]).code
      }
    }
    keepLabels(row)
  }

  /// All rows, with the labels of their codes.
  consuming func finished() -> Rows {
    for (column, place) in places.enumerated() where !labels[column].isEmpty {
      guard builder.isDimension(place), builder.rows.columns[place].codelist == nil else { continue }
      let codes = labels[column].sorted { $0.key < $1.key }.map { Code($0.key, labels: ["en": $0.value]) }
      builder.rows.columns[place].codelist = Codelist(header.columns[column].id, codes: codes)
    }
    var rows = builder.finished()
    if others.count > 0 {
      rows.skipped.append(
        Rows.Skipped(
          reason: "it takes back several figures at a time", count: others.count,
          place: "line \(others.first)"))
    }
    return rows
  }

  private mutating func keepLabels(_ row: CellRow) {
    for column in header.columns.indices {
      let own = header.columns[column]
      if let place = own.labelPlace {
        let code = row[own.place]
        if labels[column][code] == nil, !code.isEmpty { labels[column][code] = row[place] }
      } else if header.hasBoth {
        let (code, label) = header.parted(row[own.place])
        if let label, labels[column][code] == nil { labels[column][code] = label }
      }
    }
  }

  /// A row that says something of all figures with its codes.
  private mutating func takeGroup(_ row: CellRow) {
    func cells(_ columns: [Int]) -> [SDMXRowsBuilder.Cell] {
      columns.compactMap { column in
        let text = header.parted(row[header.columns[column].place]).code
        return text.isEmpty ? nil : (places[column], text)
      }
    }
    let attributes = header.columns.indices.filter { !keys.contains($0) && !figures.contains($0) }
    builder.groups.add(key: cells(keys), attributes: cells(attributes))
  }

  /// What each column is, by its name and its place.
  private static func parts(_ header: SDMXCSVHeader, _ sample: [CellRow]) -> [SDMXRowsBuilder.Part] {
    let columns = header.columns
    func isNamed(_ id: String) -> Bool {
      let id = id.uppercased()
      return SDMXConcepts.isFigure(id) || id.hasPrefix("OBS_VALUE") || id.hasPrefix("MEAS_")
        || id.hasPrefix("ME_")
    }
    var figures = columns.indices.filter { isNamed(columns[$0].id) }
    if figures.isEmpty {
      figures = columns.indices.filter { column in
        !isAttribute(columns[column]) && !SDMXConcepts.isTime(columns[column].id)
          && sample.contains { CellLikeness.isFigure($0.bytes(columns[column].place)) }
      }.suffix(1)
    }
    let first = figures.first ?? columns.count
    return columns.indices.map { column in
      if figures.contains(column) { return .figure }
      if SDMXConcepts.isTime(columns[column].id) { return .dimension }
      if isAttribute(columns[column]) { return .attribute }
      return column < first || columns[column].id.uppercased().hasPrefix("DIM") ? .dimension : .attribute
    }
  }

  private static func isAttribute(_ column: SDMXCSVHeader.Column) -> Bool {
    let id = column.id.uppercased()
    let isNumbered = id.hasPrefix("ATT") && id.dropFirst(3).allSatisfy(\.isNumber)
    return column.isMultiple || isNumbered || SDMXConcepts.isAttribute(id)
  }

  /// The last dimension of which every cell is a period.
  private static func timeColumn(
    _ header: SDMXCSVHeader, _ parts: [SDMXRowsBuilder.Part], _ sample: [CellRow]
  ) -> Int? {
    header.columns.indices.last { column in
      parts[column] == .dimension && !sample.isEmpty
        && sample.allSatisfy {
          let text = header.parted($0[header.columns[column].place]).code
          return text.isEmpty || PeriodText.period(text, frequency: nil) != nil
        }
        && sample.contains { !$0.bytes(header.columns[column].place).isEmpty }
    }
  }
}

/// Rows that were left out, with the first line.
private struct SkippedRows {
  private(set) var count = 0
  private(set) var first = 0

  mutating func add(_ line: Int) {
    if count == 0 { first = line }
    count += 1
  }
}
