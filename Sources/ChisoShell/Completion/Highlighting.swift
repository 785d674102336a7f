import ChisoKernel
public import ChisoTerminal

extension Shell {
  /// A text as it is being typed, in colours, its first piece that cannot be right in the role of a mistake.
  ///
  /// - Parameter cursorOffset: Where the cursor stands, counted in UTF-8 bytes: a word that is still being typed there
  ///   may become a right one. Nil where nobody types.
  public func highlighted(_ text: String, cursorOffset: Int? = nil) -> StyledText {
    let (tree, diagnostics) = parse(text)
    guard tree.source.utf8.elementsEqual(text.utf8) else { return StyledText(text) }
    let bytes = Array(text.utf8)
    let pieces = highlighting(of: tree)
    let mistake = TypingMistake(tree, diagnostics, pieces.map(\.span), cursorOffset: cursorOffset, in: self)
    var result = StyledText()
    var end = 0
    func append(_ range: Range<Int>, _ role: ChisoTerminal.Role) {
      result.append(String(decoding: bytes[range], as: UTF8.self), role)
    }
    for (span, role) in pieces where Int(span.start) >= end && Int(span.end) <= bytes.count {
      if end < Int(span.start) { append(end..<Int(span.start), .plain) }
      append(span.range, span == mistake.span ? .mistake : role.textRole)
      end = Int(span.end)
    }
    if end < bytes.count { append(end..<bytes.count, .plain) }
    return result
  }

  /// Whether a text is a whole entry; else it asks for another line.
  public func isComplete(_ text: String) -> Bool { !parse(text).tree.isIncomplete }
}

extension TokenRole {
  /// The role in which the shell shows it.
  fileprivate var textRole: ChisoTerminal.Role {
    switch self {
    case .name: .name
    case .function: .function
    case .label, .punctuation, .infix: .operator
    case .number: .number
    case .unit: .unit
    case .period: .period
    case .text: .text
    case .keyword, .literal: .keyword
    case .comment: .comment
    case .command: .command
    case .error: .error
    }
  }
}
