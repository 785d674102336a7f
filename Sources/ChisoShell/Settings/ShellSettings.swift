import ChisoPresentation
public import ChisoTerminal
public import ChisoWords

/// In which form answers are given.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  /// For people.
  case text
  /// One JSON object a line.
  case json
  /// Comma-separated values, a row an observation.
  case csv
  /// Tables in Markdown.
  case markdown

  /// Whether another program reads it, so that nothing is put into words.
  var isForMachines: Bool { self == .json || self == .csv }
}

/// What may be set for a shell; `:set` changes it.
public struct ShellSettings: Hashable, Sendable {
  /// In which form answers are given.
  public var format = OutputFormat.text
  /// Whether what a figure can be is shown beside it.
  public var showsIntervals = true
  /// Whether colours are used.
  public var colour = TerminalCapabilities.ColourPreference.automatic
  /// The language of labels, numbers and words.
  public var language = Language.english
  /// Whether the time that a statement took is told.
  public var showsTiming = false
  /// Whether what is longer than the screen is shown page by page.
  public var turnsPages = true
  /// The code of the area whose figures alone are shown, where there are several; nil for all.
  public var area: String?

  /// The usual settings.
  public init() {}
}
