import ChisoDiagnostics

extension LayoutGuess {
  /// What the columns beside figures and periods are.
  mutating func findKeys() throws(FileFailure) {
    let figures = Set(layout.figures.map(\.column))
    let periods = periodColumns
    let area = try options.area.map { wanted throws(FileFailure) in try column(called: wanted) }
    let indicator = options.indicator.flatMap(columnIfAny)
    for column in layout.header.indices where !figures.contains(column) && !periods.contains(column) {
      if names[column].isEmpty, sketches[column].filled == 0 { continue }
      if isUnused(column) {
        layout.unused.append(column)
        continue
      }
      var key = key(column)
      if column == area { (key.role, key.isOpen) = (.dimension, false) }
      if column == indicator { (key.role, key.isOpen) = (.indicator, false) }
      layout.keys.append(key)
    }
    pairLabels(Set([area, indicator].compactMap { $0 }))
    dropSecondCodes()
    dropRepeatedRoles(indicator)
    findFilledDown()
  }

  /// Whether a column holds figures beside those below periods.
  private func isUnused(_ column: Int) -> Bool {
    layout.isWide && known[column] == nil && sketches[column].isFigures && sketches[column].hasDecimals
  }

  private func key(_ column: Int) -> TableLayout.KeyColumn {
    let name = names[column].isEmpty ? "column\(column + 1)" : names[column]
    let sketch = sketches[column]
    guard let known = known[column], known != .figure, known.role != .period else {
      let isAttribute =
        sketch.isProse || known[column] != nil || (sketch.hasDecimals && sketch.isFigures)
        || (layout.isWide && column > (layout.figures.last?.column ?? 0))
      return TableLayout.KeyColumn(
        column: column, name: name, role: isAttribute ? .attribute(.other) : .dimension, isOpen: !isAttribute,
        isNumeric: !isAttribute && !options.values.isEmpty && sketch.isFigures)
    }
    return TableLayout.KeyColumn(column: column, name: name, role: known.role)
  }

  /// Makes columns that are labels of another one its labels, and takes them away.
  private mutating func pairLabels(_ asked: Set<Int>) {
    var labels: Set<Int> = []
    for place in layout.keys.indices {
      let code = layout.keys[place]
      guard code.role == .dimension || code.role == .indicator, !labels.contains(code.column) else {
        continue
      }
      let label = layout.keys.first { label in
        label.column != code.column && !labels.contains(label.column) && !asked.contains(label.column)
          && (label.role == .dimension || label.role == .indicator) && label.labelColumn == nil
          && isLabel(label.column, of: code.column)
      }
      guard let label else { continue }
      layout.keys[place].labelColumn = label.column
      layout.keys[place].isOpen = false
      if label.role == .indicator { layout.keys[place].role = .indicator }
      labels.insert(label.column)
    }
    layout.keys.removeAll { labels.contains($0.column) }
  }

  /// Whether a column has the labels of another one's codes, by both names and by the cells: `Country Name`, `Country Code`.
  private func isLabel(_ label: Int, of code: Int) -> Bool {
    let (labelName, codeName) = (KnownColumn.folded(names[label]), KnownColumn.folded(names[code]))
    let (labelStem, codeStem) = (KnownColumn.stem(labelName), KnownColumn.stem(codeName))
    let isOfArea = codeStem.stem.isEmpty && known[label] == .area
    let areAlike = known[code] == known[label] && (known[code] == .area || known[code] == .indicator)
    let areNamed = codeStem.isCode && (isOfArea || areAlike || labelStem.stem == codeStem.stem)
    // TRANSACT, Transaction; LOCATION, Country
    let areBeside =
      label == code + 1 && areCapitals(code) && !areCapitals(label)
      && (areAlike || labelName.prefix(3) == codeName.prefix(3))
    guard !labelStem.isCode, areNamed || areBeside else { return false }
    var known: [String: String] = [:]
    for row in sample.rows[layout.firstRow...] {
      let (text, meaning) = (row[code], row[label])
      if text.isEmpty { continue }
      if let other = known[text], other != meaning { return false }
      known[text] = meaning
    }
    return true
  }

  /// Whether all cells of a column are codes in capitals and digits.
  private func areCapitals(_ column: Int) -> Bool {
    let texts = sketches[column].texts
    return !texts.isEmpty && texts.allSatisfy { CellLikeness.isCode($0) && $0 == $0.uppercased() }
  }

  /// An area that has two codes keeps the one with labels; the other tells nothing more.
  private mutating func dropSecondCodes() {
    guard let main = layout.keys.first(where: { $0.labelColumn != nil && known[$0.column] == .area }) else {
      return
    }
    for place in layout.keys.indices {
      let column = layout.keys[place].column
      guard column != main.column, layout.keys[place].role == .dimension,
        layout.keys[place].labelColumn == nil,
        sketches[column].texts.count == sketches[main.column].texts.count, sketches[column].texts.count > 2,
        KnownColumn.stem(KnownColumn.folded(names[column])).isCode
      else { continue }
      var codes: [String: String] = [:]
      let isSame = sample.rows[layout.firstRow...].allSatisfy { row in
        let known = codes[row[main.column]]
        codes[row[main.column]] = row[column]
        return known == nil || known == row[column]
      }
      if isSame { layout.keys[place].role = .attribute(.other) }
    }
  }

  /// A role that only one column can have stays with the first.
  private mutating func dropRepeatedRoles(_ indicator: Int?) {
    var seen: [Rows.Role] = layout.levels.map(\.role).filter { $0 == .indicator }
    for place in layout.keys.indices {
      let role = layout.keys[place].role
      guard role != .dimension, role != .attribute(.other) else { continue }
      let isOther = indicator.map { role == .indicator && layout.keys[place].column != $0 } ?? false
      if seen.contains(role) || isOther {
        layout.keys[place].role = role == .indicator ? .dimension : .attribute(.other)
      }
      seen.append(role)
    }
  }

  /// Keys at the left whose empty cells repeat what stands above, as merged cells do.
  private mutating func findFilledDown() {
    let body = sample.rows[layout.firstRow...].filter { row in
      layout.figures.contains { CellLikeness.isFigure(row.bytes($0.column)) }
    }
    for place in layout.keys.indices.dropLast() {
      let (column, next) = (layout.keys[place].column, layout.keys[place + 1].column)
      guard let first = body.first, !first.bytes(column).isEmpty,
        place == 0 || layout.keys[place - 1].isFilledDown
      else { return }
      let empty = body.count { $0.bytes(column).isEmpty }
      let followed = body.count { $0.bytes(column).isEmpty && !$0.bytes(next).isEmpty }
      guard empty > 0, empty == followed, layout.isWide || empty * 2 >= body.count else { return }
      layout.keys[place].isFilledDown = true
    }
  }
}
