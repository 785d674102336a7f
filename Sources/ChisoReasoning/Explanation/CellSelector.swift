import ChisoModel

/// What names one cell of a series: `[2023, area: "VN-HN"]`.
struct CellSelector {
  /// The period; nil for a figure.
  var period: Period?
  /// The dimensions in order, each with its code.
  var codes: [(dimension: String, code: String)]

  /// As the language writes it; nothing for the only cell.
  var text: String {
    let parts = (period.map { [$0.description] } ?? []) + codes.map { "\($0.dimension): \"\($0.code)\"" }
    return parts.isEmpty ? "" : "[\(parts.joined(separator: ", "))]"
  }
}

extension Grid {
  /// `[2023, area: "VN-HN"]` for the cell at `index`.
  func selector(ofCell index: Int) -> String {
    CellSelector(period: period(ofCell: index), codes: codes(ofCell: index)).text
  }
}
