import ChisoModel

/// Reads what stands above the header of a table: its title, who publishes it, and when.
enum TableTitles {
  /// Takes lines above a header into what is known of a data set.
  static func read(_ lines: [[String]], into rows: inout Rows) {
    for line in lines {
      guard let first = line.first else { continue }
      if let (name, value) = pair(line) {
        let folded = KnownColumn.folded(name)
        if ["releasedate", "lastupdateddate", "lastupdated", "published", "updated", "ngàycôngbố"].contains(
          folded)
        {
          rows.published = rows.published ?? CivilDate(value)
          continue
        }
        if ["datasource", "source", "nguồn", "publisher"].contains(folded) {
          rows.publisher = rows.publisher ?? value
          continue
        }
      }
      for text in line where text.utf8.count <= longestUnit { takeUnit(text, into: &rows) }
      // A number of the table may stand before its title.
      let longest = line.max { $0.utf8.count < $1.utf8.count } ?? first
      if line.count <= 2, rows.labels.isEmpty, longest.contains(" ") || line.count == 1 {
        rows.labels["en"] = longest
      }
    }
  }

  /// How long a text can be that is a unit: `Đơn vị tính: nghìn tỷ đồng`.
  private static let longestUnit = 48

  /// A line like `£ million` is the unit of all figures.
  private static func takeUnit(_ text: String, into rows: inout Rows) {
    guard rows.count > 0, rows.column(.attribute(.unit)) == nil, text.contains(where: \.isLetter) else {
      return
    }
    let words = text.split { !$0.isLetter && !"$€£%".contains($0) }
    guard words.count <= 6, UnitText.isWholly(text) else { return }
    var cells = CellTexts()
    cells.append(text)
    cells.appendAgain(rows.count - 1)
    rows.columns.append(Rows.Column("Unit", .attribute(.unit), cells: cells))
  }

  /// `Release date: 2026-07-10`, or both in two cells.
  private static func pair(_ line: [String]) -> (name: String, value: String)? {
    if line.count == 2 { return (line[0], line[1]) }
    guard line.count == 1, let colon = line[0].firstIndex(of: ":") else { return nil }
    let value = line[0][line[0].index(after: colon)...].drop { $0 == " " }
    return (String(line[0][..<colon]), String(value))
  }
}
