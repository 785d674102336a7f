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
      if line.count == 1, rows.labels.isEmpty { rows.labels["en"] = first }
    }
  }

  /// `Release date: 2026-07-10`, or both in two cells.
  private static func pair(_ line: [String]) -> (name: String, value: String)? {
    if line.count == 2 { return (line[0], line[1]) }
    guard line.count == 1, let colon = line[0].firstIndex(of: ":") else { return nil }
    let value = line[0][line[0].index(after: colon)...].drop { $0 == " " }
    return (String(line[0][..<colon]), String(value))
  }
}
