import ChisoTerminal

extension LineEditor {
  /// Paints the entry, and behind its end the suggestion.
  func paint(withSuggestion: Bool = true) {
    guard !isDumb, !isSearching else { return }
    let layout = layout
    guard painter.canPaint(layout) else { return }
    var output = painter.painting(of: styledText, in: layout)
    if withSuggestion, let rest = possibleSuggestion,
      let painting = painter.painting(ofSuggestion: rest, in: layout)
    {
      isSuggestionShown = true
      output += painting
    }
    isPainted = true
    write(output)
  }

  /// What may follow the entry where the cursor stands behind it.
  var possibleSuggestion: String? {
    guard painter.colour, buffer.isAtEnd, buffer.count > 0 else { return nil }
    return configuration.suggest?(buffer.text).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Takes the suggestion off the screen before libedit draws again.
  func wipeSuggestion() {
    guard isSuggestionShown else { return }
    write(ControlSequence.clearToEndOfRow)
    isSuggestionShown = false
  }

  /// The text with its roles; plain where nobody tells them or the answer is another text.
  private var styledText: StyledText {
    let text = buffer.text
    guard painter.colour, let styled = configuration.highlight?(text) else { return StyledText(text) }
    return styled.plain.unicodeScalars.elementsEqual(text.unicodeScalars) ? styled : StyledText(text)
  }
}
