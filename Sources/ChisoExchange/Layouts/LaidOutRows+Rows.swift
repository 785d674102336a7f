import ChisoDiagnostics
import ChisoModel

extension LaidOutRows {
  /// All that was taken, as a data set.
  func rows() -> Rows {
    var rows = Rows()
    for key in layout.keys.indices { rows.columns.append(keyColumn(key)) }
    for level in layout.levels.indices { rows.columns.append(levelColumn(level)) }
    if layout.isWide, units.textCount > 1 || (units.count > 0 && !units.isEmpty(row: 0)) {
      let role: Rows.Role = rows.column(.attribute(.unit)) == nil ? .attribute(.unit) : .dimension
      rows.columns.append(Rows.Column("Unit", role, cells: units))
    }
    if sections.textCount > 1,
      hasDoubles(rows.columns.filter { $0.role == .dimension || $0.role == .indicator })
    {
      rows.columns.append(Rows.Column("Section", .dimension, cells: sections))
    }
    rows.columns.append(Rows.Column(layout.periodName, .period, cells: periods))
    rows.columns.append(Rows.Column(layout.figureName, .figure, cells: figures))
    rows.skipped = skipped.all
    dropNeedlessNumbers(&rows)
    return rows
  }

  /// Columns of numbers that no two figures need to be told apart are no dimensions.
  private func dropNeedlessNumbers(_ rows: inout Rows) {
    for key in layout.keys.indices where layout.keys[key].isNumeric && rows.columns[key].role == .dimension {
      let others = rows.columns.indices.filter {
        $0 != key && (rows.columns[$0].role == .dimension || rows.columns[$0].role == .indicator)
      }
      if !hasDoubles(others.map { rows.columns[$0] }) { rows.columns[key].role = .attribute(.other) }
    }
  }

  private func keyColumn(_ key: Int) -> Rows.Column {
    let column = layout.keys[key]
    var role = column.role
    if column.isOpen, keys[key].textCount == 1, let text = keys[key].count > 0 ? keys[key][0] : nil,
      !CellLikeness.isCode(text)
    {
      role = .attribute(.other)
    }
    var cells = keys[key]
    if role == .attribute(.multiplier) { cells = LaidOutRows.powers(cells) }
    return Rows.Column(column.name, role, codelist: codelist(key, column.name), cells: cells)
  }

  /// The codes of a key with the labels that stand beside them.
  private func codelist(_ key: Int, _ name: String) -> Codelist? {
    guard layout.keys[key].labelColumn != nil else { return nil }
    let codes = (0..<keys[key].textCount).map { number in
      let label = number < labels[key].count ? labels[key][number] : nil
      return Code(keys[key].text(number), labels: label.map { $0.isEmpty ? [:] : ["en": $0] } ?? [:])
    }
    return Codelist(name, codes: codes)
  }

  /// A column for a line of the header; what an indicator is called is its label as well.
  private func levelColumn(_ level: Int) -> Rows.Column {
    let (name, role) = (layout.levels[level].name, layout.levels[level].role)
    var codelist: Codelist?
    if role == .indicator {
      let codes = (0..<levels[level].textCount).map { levels[level].text($0) }
      codelist = Codelist(name, codes: codes.map { Code($0, labels: ["en": $0]) })
    }
    return Rows.Column(name, role, codelist: codelist, cells: levels[level])
  }

  /// The powers of ten that words stand for.
  static let powers = [
    "unit": "0", "units": "0", "one": "0", "ones": "0", "hundred": "2", "hundreds": "2", "thousand": "3",
    "thousands": "3", "million": "6", "millions": "6", "billion": "9", "billions": "9", "trillion": "12",
    "trillions": "12",
  ]

  /// Powers of ten for the words that stand for them; what is no such word stays.
  private static func powers(_ cells: CellTexts) -> CellTexts {
    let texts = (0..<cells.textCount).map { number in
      let text = cells.text(number)
      return powers[text.lowercased()] ?? text
    }
    var result = CellTexts()
    for row in 0..<cells.count { result.append(texts[cells.textNumber(ofRow: row)]) }
    return result
  }

  /// Whether two figures have the same keys and the same period.
  private func hasDoubles(_ columns: [Rows.Column]) -> Bool {
    var seen: Set<[Int]> = []
    for row in 0..<figures.count {
      let key = columns.map { $0.cells.textNumber(ofRow: row) } + [periods.textNumber(ofRow: row)]
      if !seen.insert(key).inserted { return true }
    }
    return false
  }
}
