/// The few sequences that move the cursor or change the mode of a terminal.
///
/// Every escape code of the program stands in this file; others ask for it by what it does.
public enum ControlSequence {
  static func appearance(_ parameters: String) -> String { "\u{1B}[\(parameters)m" }

  /// Up by `count` rows, in the same column; nothing for 0.
  public static func up(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)A" : "" }

  /// Down by `count` rows, never scrolling; nothing for 0.
  public static func down(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)B" : "" }

  /// Right by `count` columns; nothing for 0.
  public static func forward(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)C" : "" }

  /// Left by `count` columns; nothing for 0.
  public static func back(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)D" : "" }

  /// Wipes from the cursor to the end of the row.
  public static let clearToEndOfRow = "\u{1B}[K"

  /// Wipes from the cursor to the end of the screen.
  public static let clearToEndOfScreen = "\u{1B}[J"

  /// From now on the terminal says where a paste begins and ends.
  public static let bracketedPasteOn = "\u{1B}[?2004h"

  /// Pastes come as if they were typed again.
  public static let bracketedPasteOff = "\u{1B}[?2004l"

  /// What the terminal sends before a paste, without its ESC.
  public static let pasteBegins = "[200~"

  /// What the terminal sends behind a paste.
  public static let pasteEnds = "\u{1B}[201~"
}
