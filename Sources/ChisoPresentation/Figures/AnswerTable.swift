import ChisoKernel
import ChisoTerminal
import ChisoWords

/// A series as a table for people: a row a period; columns in which nothing stands are left out.
struct AnswerTable {
  let style: FigureStyle
  let width: Int?

  /// Whether whoever reads can turn pages, so that nearly all rows may stand there.
  var isPaged = false

  /// Rows beyond these are left out, with a word about it.
  private var shownRows: (first: Int, last: Int) { isPaged ? (20_000, 1000) : (120, 40) }

  /// The table, without a line feed at its end.
  func text(_ answer: Answer) -> StyledText {
    let cells = answer.cells
    let count = cells.count
    guard count > 0 else {
      return StyledText(style.language.text("no observations"), .quiet)
    }
    if let panel = PanelTable(answer, style: style) {
      return panel.text(width: width, shownRows: shownRows)
    }
    let shown = shownRows
    guard count > shown.first + shown.last else {
      return setApart(answer, cells.map(answer.observation(at:)))
    }
    let places = Array(0..<shown.first) + Array(count - shown.last..<count)
    var table = table(answer, places.map { answer.observation(at: cells[$0]) })
    let omitted = count - places.count
    table.headlines[shown.first] = StyledText(
      style.language.text(
        "… \(omitted) rows left out; `:export FILE.csv EXPR` writes them all"), .quiet)
    return table.laidOut(width: width)
  }

  /// What is reported with its course as a row of bars, then the targets.
  private func setApart(_ answer: Answer, _ observations: [Observation]) -> StyledText {
    let isApart = answer.series.grid.dimensions.isEmpty
    let targets = isApart ? observations.filter { $0.quality.role == .target && !$0.isMissing } : []
    let reported =
      isApart ? observations.filter { $0.quality.role != .target || $0.isMissing } : observations
    var table = table(answer, reported + targets)
    let course = isApart ? self.course(answer, reported) : nil
    if !targets.isEmpty, !reported.isEmpty {
      let heading = StyledText(style.language.text("targets"), .heading)
      table.headlines[reported.count] = course.map { $0 + "\n" + heading } ?? heading
    } else if let course {
      table.headlines[table.rows.count] = course
    }
    return table.laidOut(width: width)
  }

  /// `▁▃▅█  2021 to 2024`, where there is a course to be seen.
  private func course(_ answer: Answer, _ observations: [Observation]) -> StyledText? {
    let known = observations.filter { $0.value != nil }
    guard known.count >= 3, !answer.type.isBoolean, !answer.type.unit.isWorded, known.count <= 60,
      let first = known.first?.period, let last = known.last?.period
    else { return nil }
    // From the first figure to the last, with the gaps between them.
    let start = observations.prefix { $0.value == nil }.count
    let end = observations.reversed().prefix { $0.value == nil }.count
    let bars = sparkline(observations.dropFirst(start).dropLast(end).map(\.value))
    guard !bars.isEmpty else { return nil }
    return StyledText(bars, .number)
      + StyledText("  " + style.language.text("\(first) to \(last)"), .quiet)
  }

  /// The observations as a table; also what Markdown is made from.
  func table(_ answer: Answer, _ observations: [Observation]) -> Table {
    let unit = answer.type.unit
    let isExact = observations.allSatisfy { $0.isMissing || $0.interval.isOneDecimal }
    let magnitude = Magnitude(for: observations.flatMap(\.sizes), in: unit, isExact: isExact)
    var columns: [(column: Table.Column, cells: [StyledText])] = []
    func add(
      _ title: String, _ cells: [StyledText], _ alignment: ChisoTerminal.Alignment = .left,
      always: Bool = false
    ) {
      guard always || cells.contains(where: { !$0.isEmpty }) else { return }
      columns.append((Table.Column(StyledText(title), alignment), cells))
    }
    let language = style.language
    add(
      language.text("period"), observations.map { StyledText($0.period?.description ?? "", .period) })
    for dimension in answer.series.grid.dimensions {
      add(dimension.name, observations.map { StyledText($0.key[dimension.name] ?? "", .name) })
    }
    if answer.type.isBoolean {
      add("", observations.map { AnswerText.truth($0, language) }, always: true)
    } else {
      let title = style.unit(magnitude.applied(to: unit))
      add(
        title.isEmpty ? language.text("value") : title,
        observations.map { value($0, magnitude, unit) }, .decimalPoint, always: true)
      if style.showsIntervals {
        add(
          language.text("range"),
          observations.map { StyledText(range($0, magnitude), .quiet) })
      }
    }
    add("", observations.map { words($0) })
    add(language.text("source"), observations.map { source($0) })
    var table = Table(columns.map(\.column), decimalMark: style.language.decimalMark)
    for row in observations.indices { table.append(columns.map { $0.cells[row] }) }
    return table
  }

  private func value(_ observation: Observation, _ magnitude: Magnitude, _ unit: UnitOfMeasure) -> StyledText
  {
    if let word = observation.value.flatMap(unit.word) {
      return StyledText(style.language.word(for: word, of: unit), .number)
    }
    // Where the range stands beside it, it tells of a lone bound.
    let text = style.cell(
      observation.value, observation.interval, magnitude, showsBound: !style.showsIntervals)
    return text.map { StyledText($0, .number) } ?? StyledText("–", .quiet)
  }

  private func range(_ observation: Observation, _ magnitude: Magnitude) -> String {
    guard let value = observation.value else { return "" }
    let interval = observation.interval
    if let qualifier = style.qualifier(value, interval) {
      let number = style.number(value, magnitude, digits: 15)
      if interval.lower.isFinite, !interval.isLowerOpen {
        return style.language.text("\(number) or more")
      }
      if interval.upper.isFinite, !interval.isUpperOpen {
        return style.language.text("\(number) or less")
      }
      if !interval.isUnbounded { return "\(qualifier) \(number)" }
      return qualifier
    }
    return style.interval(value, interval, magnitude) ?? ""
  }

  private func words(_ observation: Observation) -> StyledText {
    let words = style.language.words(for: observation.quality).joined(separator: ", ")
    return StyledText(words, observation.quality.textRole)
  }

  private func source(_ observation: Observation) -> StyledText {
    guard !observation.isMissing, !observation.sources.isEmpty else { return "" }
    let names = observation.sources.joined(separator: ", ")
    return StyledText(observation.published.map { "\(names), \($0)" } ?? names, .quiet)
  }
}
