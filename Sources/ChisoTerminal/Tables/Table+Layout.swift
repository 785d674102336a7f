extension Table {
  private static let gap = 2
  private static let narrowestWrap = 16
  private static let narrowestCut = 4

  /// The table for a terminal, without a line feed at its end.
  ///
  /// Where it is wider than `width`, the last column wraps, and stands below the others where they leave too little
  /// room beside them; where that is not enough, the widest columns are cut with `…`. Without a width it takes the
  /// room it needs.
  public func laidOut(width: Int? = nil) -> StyledText {
    guard !columns.isEmpty else { return StyledText() }
    let (header, blocks) = parts(width: width)
    var lines = header
    for (row, block) in blocks.enumerated() {
      if let headline = headlines[row] { lines.append(headline) }
      lines += block
    }
    if let headline = headlines[rows.count], !rows.isEmpty { lines.append(headline) }
    return lines.joined(separator: "\n")
  }

  /// The header, and each row, as lines.
  private func parts(width: Int?) -> (header: [StyledText], rows: [[StyledText]]) {
    let aligned = alignedCells()
    let natural = naturalWidths(aligned)
    let widths = fittingWidths(natural: natural, into: width)
    if let width, let last = columns.indices.last, last > 0, columns[last].alignment == .left,
      widths[last] < min(natural[last], Self.narrowestWrap)
    {
      return stackedParts(width: width)
    }
    let alignments = columns.map { $0.alignment == .left ? Alignment.left : .right }
    let blocks = rows.indices.map { row in
      let cells = columns.indices.map { widths[$0] < natural[$0] ? cell(row, $0) : aligned[$0][row] }
      return physicalRows(cells, widths, alignments)
    }
    return (hasHeader ? header(widths, alignments) : [], blocks)
  }

  /// The same with each cell of the last column below its row.
  private func stackedParts(width: Int) -> (header: [StyledText], rows: [[StyledText]]) {
    let last = columns.count - 1
    var others = self
    others.columns.removeLast()
    let (header, blocks) = others.parts(width: width)
    let margin = indentation + Self.gap
    func below(_ text: StyledText) -> [StyledText] {
      guard !text.isEmpty else { return [] }
      return text.wrapped(to: max(1, width - margin)).map {
        StyledText(String(repeating: " ", count: margin)) + $0
      }
    }
    return (
      header + below(columns[last].title.inRole(.heading)),
      blocks.enumerated().map { row, block in block + below(cell(row, last)) }
    )
  }

  /// The cells by column. Those of a decimal column are padded to one width, so they stand as a block.
  private func alignedCells() -> [[StyledText]] {
    columns.indices.map { column in
      let cells = rows.indices.map { cell($0, column) }
      guard columns[column].alignment == .decimalPoint else { return cells }
      return DecimalAlignment(decimalMark: decimalMark).aligned(cells)
    }
  }

  private func naturalWidths(_ cells: [[StyledText]]) -> [Int] {
    columns.indices.map { column in
      max(columns[column].title.displayWidth, cells[column].map(\.displayWidth).max() ?? 0)
    }
  }

  private func fittingWidths(natural: [Int], into width: Int?) -> [Int] {
    guard let width, let last = natural.indices.last else { return natural }
    var widths = natural
    var excess = natural.reduce(0, +) + Self.gap * last + indentation - width
    if excess > 0, columns[last].alignment == .left {
      let given = min(excess, max(0, widths[last] - Self.narrowestWrap))
      widths[last] -= given
      excess -= given
    }
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      guard widths[widest] > Self.narrowestCut else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func header(_ widths: [Int], _ alignments: [Alignment]) -> [StyledText] {
    let titles = physicalRows(columns.map { $0.title.inRole(.heading) }, widths, alignments)
    guard hasRule else { return titles }
    let rules = widths.map { StyledText(String(repeating: "─", count: $0), .quiet) }
    return titles + physicalRows(rules, widths, alignments)
  }

  /// One row of cells as rows of the screen: cells of several lines, and the last column wrapped.
  private func physicalRows(
    _ cells: [StyledText], _ widths: [Int], _ alignments: [Alignment]
  ) -> [StyledText] {
    let last = cells.count - 1
    let blocks = cells.enumerated().map { column, cell in
      column == last && alignments[column] == .left
        ? cell.wrapped(to: widths[column])
        : cell.lines.map { $0.truncated(to: widths[column]) }
    }
    let margin = StyledText(String(repeating: " ", count: indentation))
    let gap = StyledText(String(repeating: " ", count: Self.gap))
    return (0..<(blocks.map(\.count).max() ?? 0)).map { line in
      let parts = blocks.enumerated().map { column, block in
        (block.indices.contains(line) ? block[line] : StyledText())
          .padded(to: widths[column], alignments[column])
      }
      return (margin + parts.joined(separator: gap)).withoutTrailingSpaces
    }
  }
}

extension StyledText {
  /// The text without the spaces at its end.
  var withoutTrailingSpaces: StyledText {
    var pieces = pieces
    while let piece = pieces.popLast() {
      let kept = piece.text.reversed().drop { $0 == " " }
      guard kept.isEmpty else { return StyledText(pieces + [Piece(String(kept.reversed()), piece.role)]) }
    }
    return StyledText()
  }
}
