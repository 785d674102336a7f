import ChisoModel

/// What layouts that one publisher always uses mean beside what any table tells.
enum KnownLayouts {
  /// Completes a data set by the layout that its header shows: Open SDG, FRED.
  static func complete(_ rows: inout Rows, _ layout: TableLayout) {
    let names = layout.header.filter { !$0.isEmpty }
    if names.first == "Year", names.last == "Value" { rows.emptyCodeIsTotal = true }
    if names.count >= 2, names[0] == "DATE" || names[0] == "observation_date" { addFrequency(&rows) }
  }

  /// How often a series of FRED is told: its periods are the first days of them.
  private static func addFrequency(_ rows: inout Rows) {
    guard let period = rows.column(.period), rows.column(.attribute(.frequency)) == nil else { return }
    let cells = rows.columns[period].cells
    let days = (0..<min(cells.textCount, 400)).map { CivilDate(cells.text($0)) }
    var months: Set<Int> = []
    for (day, next) in zip(days, days.dropFirst()) {
      guard let day, let next, day.components.day == 1, next.components.day == 1 else { return }
      months.insert(
        (next.components.year - day.components.year) * 12 + next.components.month - day.components.month)
    }
    // A month without a figure makes a longer step.
    guard let step = months.min(), let code = [1: "M", 3: "Q", 6: "S", 12: "A"][step],
      months.allSatisfy({ $0.isMultiple(of: step) })
    else { return }
    var codes = CellTexts()
    codes.append(code)
    codes.appendAgain(rows.count - 1)
    rows.columns.insert(Rows.Column("FREQ", .attribute(.frequency), cells: codes), at: period)
  }
}
