import ChisoKernel

/// The first piece of a text that cannot be right, while the text is being typed.
///
/// What is only not finished is no mistake: an open bracket, an operator without its operand, the beginning of a name.
struct TypingMistake {
  /// Where the piece stands; nil where all may be right.
  let span: SourceSpan?

  /// Texts longer than so many bytes are not looked at: they are pastes, and a key must not wait for them.
  private static let maximumLength = 8192

  /// The mistake in `tree`, which has `diagnostics`; `pieces` are those that are coloured.
  init(
    _ tree: SyntaxTree, _ diagnostics: [Diagnostic], _ pieces: [SourceSpan], cursorOffset: Int?,
    in shell: Shell
  ) {
    guard tree.source.utf8.count <= TypingMistake.maximumLength else {
      span = nil
      return
    }
    let place = TypingMistake.place(tree, diagnostics, in: shell)
    guard let place, let piece = pieces.first(where: { $0.end > place.start && $0.start < place.end }) else {
      span = nil
      return
    }
    let isBeingTyped = Int(piece.end) == cursorOffset
    span = isBeingTyped && shell.hasLongerWord(beginningWith: piece.text(in: tree.source)) ? nil : piece
  }

  private static func place(
    _ tree: SyntaxTree, _ diagnostics: [Diagnostic], in shell: Shell
  ) -> SourceSpan? {
    if tree.isIncomplete { return shell.firstUnknownName(in: tree) }
    if let error = diagnostics.first(where: { $0.severity == .error }) { return error.span }
    for statement in tree.statements {
      if let command = CommandSyntax(statement), ShellCommand.named(command.name) == nil {
        return SourceSpan(
          start: command.span.start, end: command.span.start + 1 + Int32(command.name.utf8.count))
      }
    }
    guard let mistake = shell.session.firstMistake(in: tree) else { return nil }
    // Of two that do not go together the second was the one too many.
    return mistake.labels.last?.span ?? mistake.span
  }
}

extension Shell {
  /// Whether a name, a word of the language or a command begins with `text` and goes on.
  fileprivate func hasLongerWord(beginningWith text: String) -> Bool {
    func goesOn(_ word: String) -> Bool { word.utf8.count > text.utf8.count && word.hasPrefix(text) }
    if text.hasPrefix(":") { return ShellCommand.allNames.contains { goesOn(":" + $0) } }
    if Shell.infixWords.contains(where: goesOn) || ScaleWord.all.contains(where: goesOn) { return true }
    if catalogue.units.all.contains(where: { goesOn($0.name) }) { return true }
    let bytes = Array(text.utf8)
    let place = CompletionPlace(bytes, from: 0, to: bytes.count)
    return completeName(place, bytes, also: []).candidates.contains { goesOn($0.text) }
  }

  /// The first name that means nothing, in a text that is not finished and cannot be checked yet.
  fileprivate func firstUnknownName(in tree: SyntaxTree) -> SourceSpan? {
    for statement in tree.statements {
      // The names of a declaration are its own.
      guard StatementSyntax(statement).isForExpressions else { return nil }
      var open = [statement]
      while let node = open.popLast() {
        if node.kind == .name, !means(node.text) { return node.span }
        // Labels and what stands behind them are words of the function.
        if node.kind == .labelledArgument || node.kind == .unitFactor { continue }
        open += node.children.reversed()
      }
    }
    return nil
  }

  /// Whether a name may mean something somewhere.
  private func means(_ name: String) -> Bool {
    !catalogue.indicators(named: name).isEmpty || !catalogue.functions(named: name).isEmpty
      || Form(rawValue: name) != nil || name.hasPrefix("_") || catalogue.units.unit(named: name) != nil
      || catalogue.namedExpressions.contains { $0.name == name }
      || catalogue.functions.contains { function in
        function.parameters.contains {
          if case .word(let words) = $0.kind { words.contains(name) } else { false }
        }
      }
      || name == "period" || name == "area"
  }
}

extension StatementSyntax {
  /// Whether all its names are those of the catalogue.
  fileprivate var isForExpressions: Bool {
    if case .expression = self { return true }
    return false
  }
}
