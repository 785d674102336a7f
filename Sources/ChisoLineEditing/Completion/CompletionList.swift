import ChisoTerminal

/// The candidates as they are listed above an entry, page by page: names in columns, or one a row beside its
/// description.
struct CompletionList {
  let answer: CompletionAnswer
  let width: Int
  /// How many rows a page may have, the one that counts the rest included.
  let rowLimit: Int
  /// What stands below a page that is not the whole.
  let note: (CompletionPage) -> String

  /// What is left for descriptions where there is little room.
  private static let descriptionWidth = 12

  private var candidates: [CompletionAnswer.Candidate] { answer.candidates }
  private var isDescribed: Bool { candidates.contains { !$0.description.isEmpty } }
  private var columnWidth: Int { (candidates.map { name($0).displayWidth }.max() ?? 0) + 2 }
  private var perRow: Int { isDescribed ? 1 : max((width - 1 + 2) / columnWidth, 1) }
  private var perPage: Int {
    let rowCount = (answer.total + perRow - 1) / perRow
    return (rowCount > rowLimit ? max(rowLimit - 1, 1) : rowLimit) * perRow
  }

  /// How many pages there are.
  var pageCount: Int { max((candidates.count + perPage - 1) / perPage, 1) }

  /// The rows of a page, counted from 0; the last one tells what else there is.
  func rows(ofPage page: Int) -> [StyledText] {
    let start = page * perPage
    let shown = Array(candidates[start..<min(start + perPage, candidates.count)])
    let rows = isDescribed ? describedRows(shown) : columns(shown)
    guard answer.total > shown.count else { return rows }
    let isLastListed = page == pageCount - 1 && candidates.count < answer.total
    let place = CompletionPage(
      first: start + 1, last: start + shown.count, total: answer.total, endsList: isLastListed)
    return rows + [StyledText(note(place), .quiet).truncated(to: width - 1)]
  }

  private func describedRows(_ candidates: [CompletionAnswer.Candidate]) -> [StyledText] {
    // Wide enough for every page, so that the columns stay where they are; a name matters more than what is said of it.
    let nameWidth = min(columnWidth - 2, max(width / 2, width - CompletionList.descriptionWidth, 8))
    return candidates.map { candidate in
      let description = candidate.description.lines.first ?? StyledText()
      return (name(candidate).truncated(to: nameWidth).padded(to: nameWidth) + "  " + description)
        .truncated(to: width - 1)
    }
  }

  /// Read downwards, like a page.
  private func columns(_ candidates: [CompletionAnswer.Candidate]) -> [StyledText] {
    let height = (candidates.count + perRow - 1) / perRow
    return (0..<height).map { row in
      stride(from: row, to: candidates.count, by: height)
        .map { position in
          let isLast = position + height >= candidates.count
          return isLast ? name(candidates[position]) : name(candidates[position]).padded(to: columnWidth)
        }
        .joined()
        .truncated(to: width - 1)
    }
  }

  private func name(_ candidate: CompletionAnswer.Candidate) -> StyledText {
    StyledText(sanitized(candidate.text), candidate.role)
  }
}
