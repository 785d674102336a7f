import ChisoKernel
import ChisoTerminal
import ChisoWords

/// A series with areas or other dimensions and several periods, as a matrix: a row a code, a column a period.
///
/// For example:
///
///     billion USD   2021   2022   2023
///     VN           366.1  410.3  430 E  ▁▅█
///     TH               –    495  515    ▁█
///     E estimate
struct PanelTable {
  private let style: FigureStyle
  private let answer: Answer
  private let dimensions: [String]
  private let periods: [Period]
  private let magnitude: Magnitude

  /// Columns that the course of a row takes at most.
  private static let longestCourse = 24

  /// The matrix of an answer; nil for what is shown better by rows: a single axis, claims, truth values.
  init?(_ answer: Answer, style: FigureStyle) {
    let grid = answer.series.grid
    let names = grid.dimensions.map(\.name)
    guard let axis = grid.periods, axis.count > 1, !names.isEmpty, grid.count > axis.count,
      !names.contains("source"),
      !names.contains("published"), !answer.type.isBoolean, !answer.type.unit.isWorded
    else { return nil }
    self.style = style
    self.answer = answer
    dimensions = names
    periods = axis.periods
    let series = answer.series
    let known = series.values.indices.flatMap { index in
      series.values[index].isNaN ? series.interval(at: index).finiteEnds : [series.values[index]]
    }
    let isExact = series.values.indices.allSatisfy {
      let interval = series.interval(at: $0)
      return interval.isOneDecimal || series.values[$0].isNaN && interval.isUnbounded
    }
    magnitude = Magnitude(for: known, in: answer.type.unit, isExact: isExact)
  }

  /// The matrix: the latest periods that fit into the width, the first rows and the last, and what is left out.
  func text(width: Int?, shownRows: (first: Int, last: Int)) -> StyledText {
    let rowCount = answer.series.grid.count / max(1, periods.count)
    let isCut = rowCount > shownRows.first + shownRows.last
    let rows =
      isCut
      ? Array(0..<shownRows.first) + Array(rowCount - shownRows.last..<rowCount) : Array(0..<rowCount)
    let shown = fittingPeriods(rows, width: width)
    var table = table(rows, shown)
    if isCut {
      let omitted = rowCount - rows.count
      table.headlines[shownRows.first] = StyledText(
        style.language.text(
          "… \(omitted) rows left out; `:export FILE.csv EXPR` writes them all"), .quiet)
    }
    var text = table.laidOut(width: width)
    if let legend = legend(rows) { text += "\n" + legend }
    if shown.lowerBound > 0 {
      let (first, last) = (periods[0], periods[shown.lowerBound - 1])
      let isName = answer.expression.allSatisfy { $0.isLetter || $0.isNumber || "_.".contains($0) }
      let range = first == last ? "[\(first)]" : "[\(first)..\(last)]"
      let example = (isName ? answer.expression : "(\(answer.expression))") + range
      text += StyledText(
        "\n" + style.language.text("left out for want of room: \(example)"), .quiet)
    }
    return text
  }

  /// The whole matrix, for Markdown.
  var table: Table { table(Array(0..<answer.series.grid.count / max(1, periods.count)), 0..<periods.count) }

  // MARK: Rows and columns

  private func table(_ rows: [Int], _ shown: Range<Int>) -> Table {
    let unit = style.unit(magnitude.applied(to: answer.type.unit))
    var columns = dimensions.indices.map { Table.Column(StyledText($0 == 0 ? unit : dimensions[$0])) }
    columns += shown.map { Table.Column(StyledText(periods[$0].description), .decimalPoint) }
    let hasCourse = periods.count >= 3
    if hasCourse { columns.append(Table.Column("")) }
    var table = Table(columns, decimalMark: style.language.decimalMark)
    for row in rows {
      let codes = self.codes(of: row)
      var cells = codes.map { StyledText($0, .name) }
      cells += shown.map { cell(row * periods.count + $0) }
      if hasCourse { cells.append(StyledText(course(of: row), .number)) }
      table.append(cells)
    }
    return table
  }

  private func codes(of row: Int) -> [String] {
    let observation = answer.observation(at: row * periods.count)
    return dimensions.map { observation.key[$0] ?? "" }
  }

  /// `430 E`: the number, and the mark of what it is; `> 20` and `8 to 10`, since no column tells of bounds.
  private func cell(_ index: Int) -> StyledText {
    let value = answer.series.values[index]
    let interval = answer.series.interval(at: index)
    guard let known = style.cell(value.isNaN ? nil : value, interval, magnitude, showsBound: true) else {
      return StyledText("–", .quiet)
    }
    let text = StyledText(known, .number)
    let quality = answer.series.quality[index]
    let marks = PanelTable.marks(of: quality)
    return marks.isEmpty ? text : text + StyledText(" " + marks, quality.textRole)
  }

  /// The letter of a status that is not normal, `T` for a target, `B` and `D` for the flags.
  private static func marks(of quality: Quality) -> String {
    var marks = quality.role == .target ? "T" : ""
    if quality.status != .normal { marks += quality.status.rawValue }
    if quality.isBreak { marks += "B" }
    if quality.hasDifferentDefinition { marks += "D" }
    return marks
  }

  /// The latest periods as a row of bars.
  private func course(of row: Int) -> String {
    let first = max(0, periods.count - PanelTable.longestCourse)
    return sparkline(
      (first..<periods.count).map { column in
        let index = row * periods.count + column
        let value = answer.series.values[index]
        return value.isNaN || answer.series.quality[index].role == .target ? nil : value
      })
  }

  /// As many of the latest periods as there is room for, at least one.
  private func fittingPeriods(_ rows: [Int], width: Int?) -> Range<Int> {
    guard let width else { return 0..<periods.count }
    let unit = style.unit(magnitude.applied(to: answer.type.unit))
    let names = dimensions.indices.map { index in
      ([index == 0 ? unit : dimensions[index]] + rows.map { codes(of: $0)[index] }).map(\.displayWidth).max()
        ?? 0
    }
    var room = width - names.reduce(0) { $0 + $1 + 2 }
    if periods.count >= 3 { room -= min(periods.count, PanelTable.longestCourse) + 2 }
    var first = periods.count
    while first > 0 {
      let cells = rows.map { cell($0 * periods.count + first - 1) }
      let wide = Table(
        [Table.Column(StyledText(periods[first - 1].description), .decimalPoint)],
        rows: cells.map { [$0] }, decimalMark: style.language.decimalMark
      ).laidOut().displayWidth
      guard wide <= room || first == periods.count else { break }
      room -= wide + 2
      first -= 1
    }
    return first..<periods.count
  }

  /// What the marks mean, those that occur.
  private func legend(_ rows: [Int]) -> StyledText? {
    var found: Set<Quality> = []
    for index in answer.series.values.indices
    where !answer.series.values[index].isNaN || !answer.series.interval(at: index).isUnbounded {
      found.insert(answer.series.quality[index])
    }
    var keys: [(mark: String, word: String)] = []
    for quality in found {
      let words = style.language.words(for: quality)
      for (mark, word) in zip(PanelTable.marks(of: quality).map(String.init), words)
      where !keys.contains(where: { $0.mark == mark }) {
        keys.append((mark, word))
      }
    }
    guard !keys.isEmpty else { return nil }
    return StyledText(
      keys.sorted { $0.mark < $1.mark }.map { "\($0.mark) \($0.word)" }.joined(separator: " · "), .quiet)
  }
}
