import ChisoTerminal

/// A line of source with marks under it and what they say.
///
/// For example:
///
///     gdp + 3 account
///     ---   --------- a count of `account`
///     |
///     `USD`
struct MarkedLine {
  /// A stretch of the line, in columns, and a few words about it.
  struct Mark {
    var columns: Range<Int>
    var message: String
    var isPrimary: Bool

    var role: Role { isPrimary ? .error : .hint }
  }

  /// The line, harmless, and cut to what is shown of it.
  private(set) var text: String
  private var marks: [Mark]

  /// The line with its marks; one that is wider than `width` is cut around the first mark.
  init(_ text: String, marks: [Mark], width: Int) {
    self.text = text
    self.marks = marks.sorted {
      ($0.columns.lowerBound, $0.columns.upperBound) < ($1.columns.lowerBound, $1.columns.upperBound)
    }
    cut(to: max(20, width))
  }

  private mutating func cut(to width: Int) {
    guard text.displayWidth > width else { return }
    let first = marks.first?.columns.lowerBound ?? 0
    let start = first < width * 2 / 3 ? 0 : first - width / 3
    var kept = start > 0 ? "…" : ""
    var column = 0
    var firstShown: Int?
    for character in text {
      let next = column + character.displayWidth
      if column >= start, firstShown == nil { firstShown = column }
      if column >= start, next - start <= width - 2 { kept.append(character) }
      column = next
    }
    let shift = (firstShown ?? start) - (start > 0 ? 1 : 0)
    if column - start > width - 2 { kept += "…" }
    text = kept
    let limit = kept.displayWidth
    marks = marks.map { mark in
      var mark = mark
      let low = min(max(0, mark.columns.lowerBound - shift), limit)
      mark.columns = low..<min(max(low, mark.columns.upperBound - shift), limit)
      return mark
    }
  }

  /// The rows under the line.
  func rows(width: Int) -> [StyledText] {
    guard let last = marks.last else { return [] }
    var waiting = marks.filter { !$0.message.isEmpty }
    var rows: [StyledText] = []
    var first = underlines()
    let inlineWidth = first.displayWidth + 1 + last.message.displayWidth
    let isFree = marks.dropLast().allSatisfy { $0.columns.upperBound <= last.columns.lowerBound }
    if !last.message.isEmpty, isFree, inlineWidth <= width || waiting.count == 1 {
      waiting.removeLast()
      first += " " + StyledText(last.message, last.role)
    }
    rows.append(first)
    if !waiting.isEmpty { rows.append(connectors(waiting)) }
    while let mark = waiting.popLast() {
      let indent = connectors(waiting).padded(to: mark.columns.lowerBound)
      rows.append(indent + StyledText(mark.message, mark.role))
    }
    return rows
  }

  private func underlines() -> StyledText {
    var cells: [Int: Mark] = [:]
    var width = 0
    // The primary mark lies on top.
    for mark in marks.sorted(by: { !$0.isPrimary && $1.isPrimary }) {
      let columns =
        mark.columns.isEmpty ? mark.columns.lowerBound..<mark.columns.lowerBound + 1 : mark.columns
      for column in columns { cells[column] = mark }
      width = max(width, columns.upperBound)
    }
    var row = StyledText()
    for column in 0..<width {
      if let mark = cells[column] {
        row.append(mark.isPrimary ? "^" : "-", mark.role)
      } else {
        row.append(" ")
      }
    }
    return row
  }

  private func connectors(_ marks: [Mark]) -> StyledText {
    var row = StyledText()
    for mark in marks where mark.columns.lowerBound >= row.displayWidth {
      row = row.padded(to: mark.columns.lowerBound) + StyledText("|", mark.role)
    }
    return row
  }
}
