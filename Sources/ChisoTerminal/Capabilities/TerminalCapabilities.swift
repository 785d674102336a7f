/// What an output can show. Made from values, so it can be tested without a terminal.
public struct TerminalCapabilities: Hashable, Sendable {
  /// Whether colours are wished for.
  public enum ColourPreference: String, Hashable, Sendable, CaseIterable {
    /// On a terminal that can show them, unless `NO_COLOR` is set.
    case automatic
    /// Always.
    case always
    /// Never.
    case never
  }

  /// Whether a person looks at the output.
  public var isTerminal: Bool
  /// The columns there are; nil where nothing limits them, as in a file.
  public var width: Int?
  /// The rows there are, where a terminal tells.
  public var height: Int?
  /// Whether colours may be used.
  public var colour: Bool
  /// Whether the cursor cannot be moved: `TERM=dumb`.
  public var isDumb: Bool

  /// What an output can show by its environment.
  ///
  /// - Parameters:
  ///   - environment: The values of `NO_COLOR`, `TERM` and `COLUMNS`; others are not looked at.
  ///   - isTerminal: Whether the output is a terminal.
  ///   - size: What the terminal says of its size.
  ///   - preference: What the user asked for.
  public init(
    environment: [String: String], isTerminal: Bool, size: (columns: Int, rows: Int)? = nil,
    preference: ColourPreference = .automatic
  ) {
    let terminalName = environment["TERM"] ?? ""
    let wishesNone = !(environment["NO_COLOR"] ?? "").isEmpty
    self.isTerminal = isTerminal
    isDumb = terminalName.isEmpty || terminalName == "dumb"
    colour =
      switch preference {
      case .automatic: isTerminal && !isDumb && !wishesNone
      case .always: true
      case .never: false
      }
    let stated = environment["COLUMNS"].flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
    let measured = size.flatMap { $0.columns > 0 ? $0.columns : nil }
    width = stated ?? (isTerminal ? measured ?? 80 : nil)
    height = size.flatMap { $0.rows > 0 ? $0.rows : nil }
  }

  /// An output that is read by programs: no colour, no limit of width.
  public static let file = TerminalCapabilities(environment: [:], isTerminal: false)
}
