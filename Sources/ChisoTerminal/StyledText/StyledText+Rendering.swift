extension StyledText: CustomStringConvertible {
  /// The characters without their roles, made harmless.
  public var description: String { rendered(colour: false) }

  /// The text for an output: with the colours of a terminal, or without.
  ///
  /// Control characters in the text itself are made visible, so nothing that a label or a file brings along
  /// can steer the terminal. Each line is closed, so that a colour never runs past its line.
  ///
  /// - Parameters:
  ///   - colour: Whether roles become colours.
  ///   - guardMark: A character to stand before and behind each escape sequence. Line editors ask for it,
  ///     so that they know what takes no room on the screen.
  public func rendered(colour: Bool, guardMark: Character? = nil) -> String {
    guard colour else { return sanitized(plain, keepingLines: true) }
    let mark = guardMark.map(String.init) ?? ""
    var result = ""
    for piece in pieces {
      let text = sanitized(piece.text, keepingLines: true)
      guard let appearance = piece.role.appearance else {
        result += text
        continue
      }
      let open = mark + ControlSequence.appearance(appearance) + mark
      let close = mark + ControlSequence.appearance("0") + mark
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if number > 0 { result += "\n" }
        if !line.isEmpty { result += open + line + close }
      }
    }
    return result
  }
}

extension Role {
  /// The parameters of the escape sequence that shows the role; nil where the terminal's own colour serves.
  ///
  /// Only the sixteen colours that every theme defines, so that both dark and light backgrounds can be read.
  var appearance: String? {
    switch self {
    case .plain, .name, .operator: nil
    case .emphasis, .heading: "1"
    case .quiet, .comment, .suggestion: "90"
    case .number, .period: "36"
    case .unit: "32"
    case .function, .command: "34"
    case .keyword: "35"
    case .text: "33"
    case .error: "1;31"
    case .mistake: "4;31"
    case .warning: "1;33"
    case .hint: "36"
    case .good: "32"
    case .target: "35"
    case .estimate: "33"
    case .prompt: "1;36"
    }
  }
}
