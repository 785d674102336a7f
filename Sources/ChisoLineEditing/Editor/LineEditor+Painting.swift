import ChisoTerminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands behind an entry on the screen without being part of it.
struct ShownExtras {
  /// The layout of the entry when they were painted.
  var layout: EntryLayout
}

extension LineEditor {
  /// Paints the entry, behind its end the suggestion, and at the right edge the preview where it is known.
  func paint(withExtras: Bool = true) {
    guard !isDumb, !isSearching else { return }
    let layout = layout
    guard painter.canPaint(layout) else { return }
    isPainted = true
    var output = painter.painting(of: styledText, in: layout)
    if withExtras {
      let known = knownPreview?.text == buffer.text ? knownPreview : nil
      output += painting(ofExtras: known?.wordings ?? [], in: layout) ?? ""
    }
    write(output)
  }

  /// Works out what the entry means and shows it, unless a key comes first.
  func showPreview() {
    guard !isDumb, !isSearching, let preview = configuration.preview else { return }
    let text = buffer.text
    guard knownPreview?.text != text, isPainted || text.isEmpty, input.isQuiet(for: previewDelay) else {
      return
    }
    let start = clock()
    let answer = preview(text, input.watch)
    // What takes long twice will do so again: then only a pause in typing is long enough. The first one may have had
    // to make what the others find.
    let took = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    slowPreviews = took < 0.01 ? 0 : slowPreviews + 1
    previewDelay = slowPreviews < 2 ? 0 : Int32(min(took * 10_000, 1000))
    guard input.isQuiet(for: 0) else { return }
    knownPreview = (text, answer)
    let layout = layout
    guard !answer.isEmpty, painter.canPaint(layout) else { return }
    write(painting(ofExtras: answer, in: layout) ?? "")
  }

  private func painting(ofExtras preview: [StyledText], in layout: EntryLayout) -> String? {
    let suggestion = possibleSuggestion.map { painter.shown(suggestion: $0, in: layout) }
    guard
      let painting = painter.painting(
        suggestion: suggestion ?? StyledText(), preview: preview, in: layout)
    else { return nil }
    shownExtras = ShownExtras(layout: layout)
    return painting
  }

  /// What may follow the entry where the cursor stands behind it.
  var possibleSuggestion: String? {
    guard painter.colour, buffer.isAtEnd, buffer.count > 0 else { return nil }
    let text = buffer.text
    if let knownSuggestion, knownSuggestion.text == text { return knownSuggestion.rest }
    let rest = configuration.suggest?(text).flatMap { $0.isEmpty ? nil : $0 }
    knownSuggestion = (text, rest)
    return rest
  }

  /// Takes the suggestion and the preview off the screen before libedit draws again.
  func wipeExtras() {
    guard let shownExtras else { return }
    write(painter.wiping(behind: shownExtras.layout))
    self.shownExtras = nil
  }

  /// The text with its roles; plain where nobody tells them or the answer is another text.
  private var styledText: StyledText {
    let text = buffer.text
    guard painter.colour,
      let styled = configuration.highlight?(text, buffer.textBeforeCursor.utf8.count)
    else { return StyledText(text) }
    return styled.plain.unicodeScalars.elementsEqual(text.unicodeScalars) ? styled : StyledText(text)
  }
}
