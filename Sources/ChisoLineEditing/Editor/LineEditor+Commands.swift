import ChisoTerminal
import CLibEdit

// The commands behind the keys. Each returns what libedit must draw.
extension LineEditor {
  func enter() -> UInt8 {
    guard configuration.isComplete(Composition.composed(buffer.text)) else { return openLine() }
    // libedit's own command goes to the last row first, and its line feed tells an empty entry from the end.
    push(.finish)
    return Outcome.unchanged
  }

  func openLine() -> UInt8 {
    let line = buffer.textBeforeCursor.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let margin = String(line.prefix { $0 == " " })
    buffer.insert("\n" + (margin.isEmpty ? configuration.indentation : margin))
    return Outcome.changed
  }

  func older() -> UInt8 {
    let before = buffer.textBeforeCursor
    if before.contains("\n") {
      push(.previousRow)
      return Outcome.unchanged
    }
    return replace(with: navigation.older(than: buffer.text, beforeCursor: before))
  }

  func newer() -> UInt8 {
    if buffer.scalars.dropFirst(buffer.cursor).contains("\n") {
      push(.nextRow)
      return Outcome.unchanged
    }
    return replace(with: navigation.newer(than: buffer.text))
  }

  func forward() -> UInt8 {
    if let rest = possibleSuggestion {
      buffer.insert(rest)
      return Outcome.changed
    }
    if !buffer.isAtEnd { push(.nextCharacter) }
    return Outcome.unchanged
  }

  func moveToRowStart() -> UInt8 {
    let before = Array(buffer.scalars.prefix(buffer.cursor))
    let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    buffer.moveCursor(to: start == buffer.cursor ? 0 : start)
    return Outcome.changed
  }

  func moveToRowEnd() -> UInt8 {
    let behind = buffer.scalars.dropFirst(buffer.cursor)
    let length = behind.prefix { $0 != "\n" }.count
    buffer.moveCursor(to: length == 0 ? buffer.count : buffer.cursor + length)
    return Outcome.changed
  }

  func deleteOrEnd() -> UInt8 {
    if buffer.count == 0 {
      ending = .endOfInput
      write("\r\n")
      return Outcome.end
    }
    if !buffer.isAtEnd { push(.deleteCharacter) }
    return Outcome.unchanged
  }

  func insertPaste() -> UInt8 {
    defer { pastedText = "" }
    return buffer.insert(pastedText) ? Outcome.changed : Outcome.failed
  }

  func composeLetter() -> UInt8 {
    guard let letter = composedLetter else { return Outcome.unchanged }
    composedLetter = nil
    buffer.deleteBeforeCursor(1)
    buffer.insert(String(letter))
    return Outcome.changed
  }

  /// Draws the entry from the row on where the cursor is. libedit goes back up to the row where it believes
  /// the entry begins, so it is given as many rows.
  func redraw() -> UInt8 {
    if measureTerminal() {
      if !isDumb { beginInThisRow() }
      el_resize(editLine)
    } else if !isDumb {
      write(String(repeating: "\n", count: min(layout.cursor.row, painter.rows - 1)))
    }
    return Outcome.redraw
  }

  /// What libedit has drawn is wiped from its first row on. Terminals differ in whether they wrap old rows anew: going up
  /// the fewer rows never wipes what stood before the prompt.
  func resize() -> UInt8 {
    let before = layout.cursor.row
    measureTerminal()
    if !isDumb {
      write(ControlSequence.up(min(before, layout.cursor.row)) + "\r" + ControlSequence.clearToEndOfScreen)
      beginInThisRow()
    }
    el_resize(editLine)
    return Outcome.redraw
  }

  /// Has libedit believe that the entry begins in this row: it draws an empty one there, which is wiped. With a new size
  /// some of its versions forget in which row they are, and some do not; in the first row that makes no difference.
  private func beginInThisRow() {
    let (text, position) = (buffer.text, buffer.cursor)
    buffer.replace(with: "")
    chiso_edit_draw_anew(editLine)
    buffer.insert(text)
    buffer.moveCursor(to: position)
    write("\r" + ControlSequence.clearToEndOfScreen)
  }

  private func replace(with text: String?) -> UInt8 {
    guard let text else { return Outcome.failed }
    buffer.replace(with: text)
    return Outcome.changed
  }
}
