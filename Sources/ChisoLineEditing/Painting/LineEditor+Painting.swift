import ChisoTerminal

extension LineEditor {
  /// Paints the entry's colours, and behind its end the suggestion.
  func paint(withSuggestion: Bool = true) {
    guard painter.colour, !isSearching else { return }
    let layout = layout
    guard painter.canPaint(layout) else { return }
    let text = buffer.text
    var output = ""
    if let highlight = configuration.highlight, !text.isEmpty {
      output += painter.painting(of: roles(of: text, by: highlight), in: layout)
    }
    if withSuggestion, let rest = possibleSuggestion,
      let painting = painter.painting(ofSuggestion: rest, in: layout)
    {
      isSuggestionShown = true
      output += painting
    }
    isPainted = true
    if !output.isEmpty { write(output) }
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

  /// The text with its roles; plain where the answer is another text.
  private func roles(of text: String, by highlight: (String) -> StyledText) -> StyledText {
    let styled = highlight(text)
    return styled.plain.unicodeScalars.elementsEqual(text.unicodeScalars) ? styled : StyledText(text)
  }
}
