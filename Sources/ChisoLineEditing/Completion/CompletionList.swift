import ChisoTerminal

/// The candidates as they are listed under an entry: names in columns, or one a row beside its description.
struct CompletionList {
  let candidates: [CompletionAnswer.Candidate]
  let width: Int
  let rowLimit: Int

  /// The rows; what is beyond the limit is counted instead of asked about.
  var rows: [StyledText] {
    let isDescribed = candidates.contains { !$0.description.isEmpty }
    let (rows, perRow) = isDescribed ? (describedRows, 1) : columns
    guard rows.count > rowLimit else { return rows }
    let shown = max(rowLimit - 1, 1)
    let hidden = isDescribed ? candidates.count - shown : max(candidates.count - shown * perRow, 1)
    return rows.prefix(shown) + [StyledText("… and \(hidden) more", .quiet)]
  }

  private var describedRows: [StyledText] {
    let nameWidth = min(candidates.map { name($0).displayWidth }.max() ?? 0, max(width / 2, 8))
    return candidates.map { candidate in
      let description = candidate.description.lines.first?.inRole(.quiet) ?? StyledText()
      return (name(candidate).truncated(to: nameWidth).padded(to: nameWidth) + "  " + description)
        .truncated(to: width - 1)
    }
  }

  /// Read downwards, like a page.
  private var columns: (rows: [StyledText], perRow: Int) {
    let columnWidth = (candidates.map { name($0).displayWidth }.max() ?? 0) + 2
    let perRow = max((width - 1 + 2) / columnWidth, 1)
    let height = (candidates.count + perRow - 1) / perRow
    let rows = (0..<height).map { row in
      stride(from: row, to: candidates.count, by: height)
        .map { position in
          let isLast = position + height >= candidates.count
          return isLast ? name(candidates[position]) : name(candidates[position]).padded(to: columnWidth)
        }
        .joined()
        .truncated(to: width - 1)
    }
    return (rows, perRow)
  }

  private func name(_ candidate: CompletionAnswer.Candidate) -> StyledText {
    StyledText(sanitized(candidate.text), .name)
  }
}
