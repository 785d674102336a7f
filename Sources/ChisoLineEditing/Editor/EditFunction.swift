import CLibEdit

/// The commands that the editor adds to libedit's own; users may bind them in `~/.editrc`.
enum EditFunction: String, CaseIterable {
  /// Ends the entry if it is complete, else opens another line.
  case enter = "chiso-enter"
  /// Opens another line.
  case openLine = "chiso-open-line"
  /// Completes the word, or lists what it can become.
  case complete = "chiso-complete"
  /// A row up inside the entry, else an earlier entry.
  case older = "chiso-older"
  /// A row down inside the entry, else a later entry.
  case newer = "chiso-newer"
  /// A character to the right; at the end takes the suggestion.
  case forward = "chiso-forward"
  /// To the start of the row, from there to that of the entry.
  case rowStart = "chiso-row-start"
  /// To the end of the row, from there to that of the entry.
  case rowEnd = "chiso-row-end"
  /// Deletes the next character; on an empty line ends the session.
  case deleteOrEnd = "chiso-delete-or-end"
  /// Inserts what was pasted.
  case paste = "chiso-paste"
  /// Puts the composed letter in place of the one before the cursor.
  case compose = "chiso-compose"
  /// Draws the entry again where the cursor is.
  case redraw = "chiso-redraw"
  /// Draws the entry again for a new size of the terminal.
  case resize = "chiso-resize"

  /// What the function does, in words; `bind -l` prints it.
  var help: String {
    switch self {
    case .enter: "End the entry if it is complete, else open another line"
    case .openLine: "Open another line"
    case .complete: "Complete the word or list what it can become"
    case .older: "A row up, or an earlier entry that starts alike"
    case .newer: "A row down, or a later entry that starts alike"
    case .forward: "A character to the right, or take the suggestion"
    case .rowStart: "To the start of the row, or of the entry"
    case .rowEnd: "To the end of the row, or of the entry"
    case .deleteOrEnd: "Delete the next character, or end the session"
    case .paste: "Insert what was pasted"
    case .compose: "Compose a letter with its mark"
    case .redraw: "Draw the entry again"
    case .resize: "Draw the entry for a new size"
    }
  }

  var implementation: chiso_edit_function {
    switch self {
    case .enter: { editLine, _ in LineEditor.owner(of: editLine)?.enter() ?? Outcome.failed }
    case .openLine: { editLine, _ in LineEditor.owner(of: editLine)?.openLine() ?? Outcome.failed }
    case .complete: { editLine, _ in LineEditor.owner(of: editLine)?.complete() ?? Outcome.failed }
    case .older: { editLine, _ in LineEditor.owner(of: editLine)?.older() ?? Outcome.failed }
    case .newer: { editLine, _ in LineEditor.owner(of: editLine)?.newer() ?? Outcome.failed }
    case .forward: { editLine, _ in LineEditor.owner(of: editLine)?.forward() ?? Outcome.failed }
    case .rowStart: { editLine, _ in LineEditor.owner(of: editLine)?.moveToRowStart() ?? Outcome.failed }
    case .rowEnd: { editLine, _ in LineEditor.owner(of: editLine)?.moveToRowEnd() ?? Outcome.failed }
    case .deleteOrEnd: { editLine, _ in LineEditor.owner(of: editLine)?.deleteOrEnd() ?? Outcome.failed }
    case .paste: { editLine, _ in LineEditor.owner(of: editLine)?.insertPaste() ?? Outcome.failed }
    case .compose: { editLine, _ in LineEditor.owner(of: editLine)?.composeLetter() ?? Outcome.failed }
    case .redraw: { editLine, _ in LineEditor.owner(of: editLine)?.redraw() ?? Outcome.failed }
    case .resize: { editLine, _ in LineEditor.owner(of: editLine)?.resize() ?? Outcome.failed }
    }
  }
}

/// What an edit function tells libedit.
enum Outcome {
  /// Nothing has changed on the screen.
  static let unchanged = UInt8(CC_NORM)
  /// Draw what has changed.
  static let changed = UInt8(CC_REFRESH)
  /// Draw everything.
  static let redraw = UInt8(CC_REDISPLAY)
  /// Nothing could be done: beep.
  static let failed = UInt8(CC_ERROR)
  /// The session ends.
  static let end = UInt8(CC_EOF)
}
