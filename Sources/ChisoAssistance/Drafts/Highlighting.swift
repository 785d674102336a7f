public import ChisoKernel
import ChisoWords

/// The pieces of a text that is being typed, for whoever colours it.
public struct Highlighting: Sendable {
  /// The pieces with what they are, in order; spaces left out.
  public let pieces: [(span: SourceSpan, role: TokenRole)]
  /// The first piece that cannot be right; nil where all may be.
  ///
  /// What is only not finished is no mistake: an open bracket, an operator without its operand, the beginning of a name.
  public let mistake: SourceSpan?
}

extension Assistance {
  /// What the pieces of a draft are, and which of them is the first that cannot be right.
  ///
  /// - Parameter cursorOffset: Where the cursor stands, counted in UTF-8 bytes: a word that is still being typed there
  ///   may become a right one. Nil where nobody types.
  public func highlighting(of draft: Draft, cursorOffset: Int? = nil) -> Highlighting {
    let pieces = ChisoSyntax.highlighting(of: draft.parsed.tree)
    let piece = place(ofMistakeIn: draft).flatMap { place in
      pieces.first { $0.span.end > place.start && $0.span.start < place.end }?.span
    }
    let mayGoOn = piece.map {
      Int($0.end) == cursorOffset && hasLongerWord(beginningWith: $0.text(in: draft.parsed.source.text))
    }
    return Highlighting(pieces: pieces, mistake: mayGoOn == false ? piece : nil)
  }

  private func place(ofMistakeIn draft: Draft) -> SourceSpan? {
    guard !draft.isTooLong else { return nil }
    if !draft.isComplete { return firstUnknownName(in: draft.parsed.tree) }
    if let error = draft.parsed.errors.first { return error.span }
    for statement in draft.parsed.statements {
      if let command = CommandSyntax(statement), !commandNames.contains(command.name) {
        return SourceSpan(
          start: command.span.start, end: command.span.start + 1 + Int32(command.name.utf8.count))
      }
    }
    guard let mistake = draft.mistake else { return nil }
    // Of two that do not go together the second was the one too many.
    return mistake.labels.last?.span ?? mistake.span
  }

  /// Whether a name, a word of the language or a command begins with `text` and goes on.
  private func hasLongerWord(beginningWith text: String) -> Bool {
    func goesOn(_ word: String) -> Bool { word.utf8.count > text.utf8.count && word.hasPrefix(text) }
    if text.hasPrefix(":") { return commandNames.contains { goesOn(":" + $0) } }
    if Assistance.infixWords.contains(where: goesOn) || ScaleWord.all.contains(where: goesOn) { return true }
    if catalogue.units.all.contains(where: { goesOn($0.name) }) { return true }
    let bytes = Array(text.utf8)
    let place = CompletionPlace(bytes, from: 0, to: bytes.count)
    return completeName(place, bytes, also: []).candidates.contains { goesOn($0.text) }
  }

  /// The first name that means nothing, in a text that is not finished and cannot be checked yet.
  private func firstUnknownName(in tree: SyntaxTree) -> SourceSpan? {
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
