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

  /// The sequence that shows `suggestion` behind the cursor, cut at the margin; nil where there is no room.
  func painting(ofSuggestion suggestion: String, in layout: EntryLayout) -> String? {
    let lines = StyledText(suggestion, .suggestion).lines
    guard let first = lines.first else { return nil }
    let shown = (lines.count > 1 ? first + StyledText("…", .suggestion) : first)
      .truncated(to: columns - layout.cursor.column - 1)
    guard !shown.isEmpty else { return nil }
    return shown.rendered(colour: true) + ControlSequence.back(shown.displayWidth)
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
