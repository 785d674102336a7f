package import ChisoKernel
package import ChisoTerminal
import ChisoWords

/// A series as a chart for people.
package struct AnswerPlot {
  let style: FigureStyle
  let width: Int
  /// The rows of the screen; the chart leaves some of them free.
  let height: Int

  package init(style: FigureStyle, width: Int, height: Int) {
    self.style = style
    self.width = width
    self.height = height
  }

  private static let maximumLines = 6
  private static let maximumBars = 40
  private static let lineRoles: [ChisoTerminal.Role] = [.function, .text, .good, .keyword, .hint, .error]

  /// The chart of an answer, with what its marks mean, without a line feed at its end; nil where there is nothing to
  /// draw.
  ///
  /// - Parameter observations: All that the answer has.
  package func text(_ answer: Answer, _ observations: [Observation]) -> StyledText? {
    let unit = answer.type.unit
    guard !answer.type.isBoolean, !unit.isWorded else { return nil }
    let values = observations.compactMap(\.value).filter(\.isFinite)
    guard values.count > 1 else { return nil }
    let isExact = observations.allSatisfy { $0.isMissing || $0.interval.isOneDecimal }
    let magnitude = Magnitude(for: values, in: unit, isExact: isExact)
    let head = style.unit(magnitude.applied(to: unit))
    let body =
      Set(observations.compactMap(\.period)).count > 1
      ? chart(answer, observations, magnitude) : bars(answer, observations, magnitude)
    let title = StyledText(answer.expression, .emphasis) + StyledText(head.isEmpty ? "" : ", \(head)", .unit)
    return [title, body].joined(separator: "\n")
  }

  // MARK: Over time

  private func chart(_ answer: Answer, _ observations: [Observation], _ magnitude: Magnitude) -> StyledText {
    let names = answer.series.grid.dimensions.map(\.name)
    var groups: [[String]: [Observation]] = [:]
    var codes: [[String]] = []
    for observation in observations {
      let own = names.map { observation.key[$0] ?? "" }
      if groups[own] == nil { codes.append(own) }
      groups[own, default: []].append(observation)
    }
    let shown = codes.prefix(AnswerPlot.maximumLines)
    let lines = shown.enumerated().map { index, code in
      LineChart.Line(
        (groups[code] ?? []).compactMap { point($0, magnitude) }.connected,
        role: codes.count > 1 ? AnswerPlot.lineRoles[index % AnswerPlot.lineRoles.count] : .quiet)
    }
    let periods = Period.longestFirst(observations.filter { $0.value != nil }.compactMap(\.period))
      .sorted { $0.last < $1.last }
    let style = style
    let chart = LineChart(
      lines, labels: periods.map { (AnswerPlot.place(of: $0), $0.description) },
      numberText: { style.language.numberFormat.string($0) })
    let rows = min(max(6, height - 8), 18)
    var text = chart.laidOut(width: width, height: rows)
    text += "\n" + legend(observations)
    if let apart = withoutPoint(observations, magnitude) { text += "\n" + apart }
    if codes.count > 1 {
      let keys = shown.enumerated().map { index, code in
        StyledText(
          "━ \(code.joined(separator: " "))", AnswerPlot.lineRoles[index % AnswerPlot.lineRoles.count])
      }
      text += "\n" + keys.joined(separator: "  ")
      if codes.count > shown.count {
        let rest = codes.count - shown.count
        text += StyledText("  " + style.language.text("and \(rest) more"), .quiet)
      }
    }
    return text
  }

  private func point(_ observation: Observation, _ magnitude: Magnitude) -> LineChart.Point? {
    guard let value = observation.value, value.isFinite, let period = observation.period else { return nil }
    let (mark, role) = AnswerPlot.mark(observation.quality)
    return LineChart.Point(
      x: AnswerPlot.place(of: period), y: magnitude.scaled(value), mark: mark, role: role,
      isConnected: observation.quality.role == .reported)
  }

  /// The middle of a period, in days.
  private static func place(of period: Period) -> Double {
    let first = Double(period.first.dayNumber)
    return first + Double(period.dayCount - 1) / 2
  }

  private static func mark(_ quality: Quality) -> (Character, ChisoTerminal.Role) {
    if quality.role == .target { return ("◆", .target) }
    return quality.status == .normal ? ("●", .number) : ("○", .estimate)
  }

  /// The figures that have bounds and no value, and so no point: `without a point: 2025 (8 to 10)`.
  private func withoutPoint(_ observations: [Observation], _ magnitude: Magnitude) -> StyledText? {
    let apart = observations.filter { $0.value == nil && !$0.isMissing }.compactMap { observation in
      style.cell(nil, observation.interval, magnitude, showsBound: true).map { bounds in
        "\(observation.period?.description ?? "") (\(bounds))"
      }
    }
    guard !apart.isEmpty else { return nil }
    let shown = apart.prefix(6).joined(separator: ", ") + (apart.count > 6 ? ", …" : "")
    return StyledText(style.language.text("without a point: \(shown)"), .quiet)
  }

  /// What the marks mean, those that occur.
  private func legend(_ observations: [Observation]) -> StyledText {
    var keys: [StyledText] = []
    var seen: Set<Character> = []
    for observation in observations where observation.value != nil {
      let (mark, role) = AnswerPlot.mark(observation.quality)
      guard seen.insert(mark).inserted else { continue }
      let word =
        switch mark {
        case "◆": style.language.text("target")
        case "○": style.language.text("estimate, forecast or inferred")
        default: style.language.text("reported")
        }
      keys.append(StyledText(String(mark), role) + StyledText(" \(word)", .quiet))
    }
    return keys.joined(separator: "  ")
  }

  // MARK: Without time

  private func bars(_ answer: Answer, _ observations: [Observation], _ magnitude: Magnitude) -> StyledText {
    let names = answer.series.grid.dimensions.map(\.name)
    // Those of which only bounds are known have no bar, and come last.
    let sorted =
      observations.filter { $0.value != nil }.sorted { ($0.value ?? 0) > ($1.value ?? 0) }
      + observations.filter { $0.value == nil && !$0.isMissing }
    let bars = sorted.prefix(AnswerPlot.maximumBars).map { observation in
      let number = style.cell(observation.value, observation.interval, magnitude, showsBound: true) ?? ""
      return BarChart.Bar(
        name: StyledText(names.compactMap { observation.key[$0] }.joined(separator: " "), .name),
        value: observation.value, text: StyledText(number, .number),
        role: AnswerPlot.mark(observation.quality).1)
    }
    var text = BarChart(bars).laidOut(width: width)
    if sorted.count > bars.count {
      let rest = sorted.count - bars.count
      text += StyledText("\n" + style.language.text("and \(rest) more"), .quiet)
    }
    return text
  }
}

extension [LineChart.Point] {
  /// The points from left to right, the first without a line to it, and none led to from a point that stands apart.
  fileprivate var connected: [LineChart.Point] {
    let reported = filter(\.isConnected).sorted { $0.x < $1.x }
    var first = reported
    if !first.isEmpty { first[0].isConnected = false }
    return first + filter { !$0.isConnected }.sorted { $0.x < $1.x }
  }
}
