import ChisoTerminal

/// Paints an entry once more over what libedit has drawn: in colours, and with the suggestion behind it.
///
/// Each painting is one write that ends with the cursor where libedit believes it to be. It is worth its
/// bytes without colours too: near the margin libedit misplaces wide signs and composed letters.
struct EntryPainter {
  var columns: Int
  var rows: Int
  var promptWidth: Int
  let colour: Bool
  /// Whether the terminal can move its cursor.
  let canMove: Bool

  /// Whether the whole entry is on the screen, so that its rows are known.
  func canPaint(_ layout: EntryLayout) -> Bool {
    canMove && layout.rowCount <= rows && promptWidth < columns
  }

  /// The sequence that repaints `text`.
  func painting(of text: StyledText, in layout: EntryLayout) -> String {
    let lastRow = max(layout.lastInkedRow, layout.cursor.row)
    var result = ControlSequence.up(layout.cursor.row) + "\r"
    for (row, line) in screenRows(of: text, in: layout, through: lastRow).enumerated() {
      result += row == 0 ? ControlSequence.forward(promptWidth) : "\r" + ControlSequence.down(1)
      result += line.rendered(colour: colour)
      // Behind the last column the cursor still stands on the last sign: nothing may be wiped there.
      if layout.inkedColumns(ofRow: row) < columns {
        result += row < lastRow ? ControlSequence.clearToEndOfRow : ControlSequence.clearToEndOfScreen
      }
    }
    return result + ControlSequence.up(lastRow - layout.cursor.row) + "\r"
      + ControlSequence.forward(layout.cursor.column)
  }

  /// What of `suggestion` is shown behind the entry: its first line, cut at the margin.
  func shown(suggestion: String, in layout: EntryLayout) -> StyledText {
    let lines = StyledText(suggestion, .suggestion).lines
    guard let first = lines.first else { return StyledText() }
    return (lines.count > 1 ? first + StyledText("…", .suggestion) : first)
      .truncated(to: columns - layout.end.column - 1)
  }

  /// The sequence that shows `suggestion` behind the entry and the first wording of `preview` for which there is room at
  /// the right edge of its last row, and leaves the cursor where it was.
  func painting(suggestion: StyledText, preview: [StyledText], in layout: EntryLayout) -> String? {
    guard layout.end.row <= max(layout.lastInkedRow, layout.cursor.row) else { return nil }
    let textEnd = layout.end.column + suggestion.displayWidth
    // The last column stays free, so that no terminal wraps the row.
    let room = columns >= Self.narrowestWithPreview ? columns - 1 - textEnd - Self.previewGap : 0
    let fitting = preview.first { $0.displayWidth <= room }
    guard !suggestion.isEmpty || fitting != nil else { return nil }
    var output = suggestion.rendered(colour: colour)
    if let fitting {
      output += ControlSequence.forward(columns - 1 - textEnd - fitting.displayWidth)
      output += fitting.rendered(colour: colour)
    }
    return goingToEnd(of: layout) + output + returning(in: layout)
  }

  /// The sequence that wipes what stands behind the entry.
  func wiping(behind layout: EntryLayout) -> String {
    goingToEnd(of: layout) + ControlSequence.clearToEndOfRow + returning(in: layout)
  }

  private static let narrowestWithPreview = 40
  private static let previewGap = 3

  private func goingToEnd(of layout: EntryLayout) -> String {
    guard layout.end != layout.cursor else { return "" }
    return ControlSequence.down(layout.end.row - layout.cursor.row) + "\r"
      + ControlSequence.forward(layout.end.column)
  }

  private func returning(in layout: EntryLayout) -> String {
    ControlSequence.up(layout.end.row - layout.cursor.row) + "\r"
      + ControlSequence.forward(layout.cursor.column)
  }

  /// The text row by row as it stands on the screen.
  private func screenRows(of text: StyledText, in layout: EntryLayout, through lastRow: Int) -> [StyledText] {
    var rows = [StyledText](repeating: StyledText(), count: lastRow + 1)
    var number = 0
    for piece in text.pieces {
      for _ in piece.text.unicodeScalars {
        let cell = layout.cells[number]
        if cell.row <= lastRow { rows[cell.row].append(cell.text, piece.role) }
        if cell.row < lastRow { rows[cell.row + 1].append(cell.overflow, piece.role) }
        number += 1
      }
    }
    return rows
  }
}
