/// Brings the decimal marks of a column under one another.
///
/// What is aligned is the end of the whole part of a cell's first number, so `152 billion USD` stands well
/// under `18.3 %`; a cell without a digit ends there as a whole.
struct DecimalAlignment {
  let decimalMark: Character

  /// The cells, padded on both sides to one width.
  func aligned(_ cells: [StyledText]) -> [StyledText] {
    let heads = cells.map { headWidth(of: $0.plain) }
    let widest = heads.max() ?? 0
    let shifted = zip(cells, heads).map { cell, head in
      StyledText(String(repeating: " ", count: cell.isEmpty ? 0 : widest - head)) + cell
    }
    let width = shifted.map(\.displayWidth).max() ?? 0
    return shifted.map { $0.padded(to: width) }
  }

  /// How many columns stand before the decimal mark.
  private func headWidth(of text: String) -> Int {
    guard let start = text.firstIndex(where: isDigit) else { return text.displayWidth }
    var end = text.index(after: start)
    while end < text.endIndex, text[end] != decimalMark {
      let next = text.index(after: end)
      let isGrouping = isGroupSeparator(text[end]) && next < text.endIndex && isDigit(text[next])
      guard isDigit(text[end]) || isGrouping else { break }
      end = next
    }
    return text[..<end].displayWidth
  }

  private func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private func isGroupSeparator(_ character: Character) -> Bool {
    character != decimalMark && "_,.'\u{A0}\u{202F}".contains(character)
  }
}
