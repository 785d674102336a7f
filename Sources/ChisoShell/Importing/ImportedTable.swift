import ChisoExchange
import ChisoKernel

/// A table of observations on its way into a session: what it says is held against the catalogue, row by row.
struct ImportedTable {
  /// The session, with the source that the file is declared in it where it is needed.
  private(set) var session: Session
  /// How many rows were read.
  private(set) var rowCount = 0
  private let path: String
  private var fileSource: String?
  private var entries: [String: IndicatorEntry] = [:]
  private var groups: [Group: [Figure]] = [:]
  private var order: [Group] = []
  private var seen: [Cell: Int] = [:]
  private var problems: [Diagnostic] = []

  /// What goes into one block.
  private struct Group: Hashable {
    var indicator: String
    var source: String
    var frequency: Frequency
    var dimensions: [String]
  }

  private struct Cell: Hashable {
    var group: Group
    var period: Period
    var codes: [String]
  }

  private struct Figure {
    var period: Period
    var codes: [String]
    var value: Double
    var interval: Interval
    var quality: Quality
  }

  init(in session: Session, path: String) {
    self.session = session
    self.path = path
  }

  /// The blocks of all rows.
  mutating func blocks(
    of source: SourceText, progress: (@Sendable (Progress) -> Void)?
  ) throws(CommandFailure) -> [ObservationBlock] {
    let table: ObservationTable
    do throws(ObservationTable.Failure) { table = try ObservationTable(source.text) } catch {
      throw CommandFailure([.noTable(error)], in: source)
    }
    let dimensions = table.columns.compactMap { column -> String? in
      if case .dimension(let name) = column { return name }
      return nil
    }
    for (index, row) in table.rows.enumerated() {
      if index % 1024 == 0 {
        progress?(Progress(done: index, total: table.rows.count))
        if session.isCancelled() { throw CommandFailure([.stopped(at: SourceSpan(row.range))], in: source) }
      }
      do throws(RowFailure) { try read(row, dimensions) } catch { problems.append(error.diagnostic) }
    }
    guard problems.isEmpty else { throw CommandFailure(problems, in: source) }
    guard rowCount > 0 else { throw CommandFailure([.noTable(.empty)], in: source) }
    var blocks: [ObservationBlock] = []
    for group in order {
      guard let block = block(group) else {
        throw CommandFailure([.tooSparse(group.indicator)], in: SourceText("", name: path))
      }
      blocks.append(block)
    }
    return blocks
  }

  // MARK: Rows

  private mutating func read(_ row: ObservationTable.Row, _ dimensions: [String]) throws(RowFailure) {
    let entry = try indicator(row)
    var period = try self.period(row)
    if entry.declaration.timing == .instant, !period.isInstant { period = Period(day: period.last) }
    let figure = try figure(row, of: entry, at: period, dimensions)
    let group = Group(
      indicator: entry.fullName, source: try self.source(row), frequency: period.frequency,
      dimensions: dimensions)
    let cell = Cell(group: group, period: period, codes: figure.codes)
    if let line = seen[cell] {
      throw RowFailure(row, row.range, "this figure stands in line \(line) already.")
    }
    seen[cell] = row.line
    if groups[group] == nil { order.append(group) }
    groups[group, default: []].append(figure)
    rowCount += 1
  }

  private mutating func indicator(_ row: ObservationTable.Row) throws(RowFailure) -> IndicatorEntry {
    let field = try row.required(.indicator, "the name of an indicator")
    if let known = entries[field.text] { return known }
    let tree = parse(field.text, as: .expression).tree
    let name = SliceSyntax(tree.root)?.base.text ?? field.text
    let found = session.catalogue.indicators(named: name)
    guard let place = found.first else {
      let nearest = nearestNames(to: name, among: session.catalogue.indicators.map(\.name), limit: 1)
      throw RowFailure(
        row, field.range, "there is no indicator `\(name)`.",
        hints: nearest.map { Diagnostic.Hint("did you mean `\($0)`?") } + [
          Diagnostic.Hint("declare it first: `indicator \(name) { unit: USD  kind: flow }`")
        ])
    }
    guard found.count == 1 else {
      let names = found.map { "`\(session.catalogue.indicators[Int($0)].fullName)`" }.joined(separator: ", ")
      throw RowFailure(row, field.range, "`\(name)` is the name of several indicators: \(names).")
    }
    let entry = session.catalogue.indicators[Int(place)]
    entries[field.text] = entry
    return entry
  }

  private func period(_ row: ObservationTable.Row) throws(RowFailure) -> Period {
    let field = try row.required(.period, "a period")
    guard let period = Period(field.text) else {
      throw RowFailure(
        row, field.range, "`\(field.text)` is no period.",
        hints: [Diagnostic.Hint("periods are written `2025`, `2024-S1`, `2024-Q3`, `2024-M06`, `2024-10-12`")]
      )
    }
    return period
  }

  private mutating func source(_ row: ObservationTable.Row) throws(RowFailure) -> String {
    if let field = row.fields[.source], !field.text.isEmpty {
      guard session.catalogue.source(named: field.text) != nil else {
        let nearest = nearestNames(to: field.text, among: session.catalogue.sources.map(\.name), limit: 1)
        throw RowFailure(
          row, field.range, "no source `\(field.text)` is declared.",
          hints: nearest.map { Diagnostic.Hint("did you mean `\($0)`?") } + [
            Diagnostic.Hint(
              "declare it first: `source \(field.text) { title: \"…\"  published: 2025-01-31 }`")
          ])
      }
      return field.text
    }
    if let fileSource { return fileSource }
    let name = declaredFile()
    fileSource = name
    return name
  }

  /// Declares the file itself as the source of what names none.
  private mutating func declaredFile() -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    var name = SearchText(stem).words.joined(separator: "_")
    if name.first?.isLetter != true { name = "file_" + name }
    let title = file.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    var number = 1
    while true {
      let candidate = number == 1 ? name : "\(name)_\(number)"
      let isFree = session.catalogue.source(named: candidate) == nil
      let outcome = session.run("source \(candidate) { title: \"\(title)\" }").first?.outcome
      if case .declared? = outcome { return candidate }
      // A file that is read again is the source that it was.
      if !isFree,
        session.catalogue.source(named: candidate).map({ session.catalogue.sources[Int($0)].title }) == file
      {
        return candidate
      }
      number += 1
    }
  }

  // MARK: Figures

  private func figure(
    _ row: ObservationTable.Row, of entry: IndicatorEntry, at period: Period, _ dimensions: [String]
  ) throws(RowFailure) -> Figure {
    var codes: [String] = []
    for name in dimensions { codes.append(try row.required(.dimension(name), "a code of `\(name)`").text) }
    var quality = try self.quality(row)
    guard let field = row.fields[.value], !["", "..", "-", "–", "NA", "NaN", ":"].contains(field.text) else {
      quality.status = .missing
      return Figure(period: period, codes: codes, value: .nan, interval: .unbounded, quality: quality)
    }
    let literal = try row.number(field)
    let scale = try multiplier(row)
    let conversion = try self.conversion(row, to: entry)
    let value = conversion(literal.scaledValue(scale))
    let printed =
      literal.decimals == 0 && scale == 0 && (entry.unit.isCount || entry.unit.isRank)
      ? Interval(exactly: literal.value) : literal.printedInterval(scale: scale)
    let interval = try bounds(row, scale, conversion) ?? conversion(printed)
    guard interval.lower <= value, value <= interval.upper else {
      throw RowFailure(row, field.range, "`\(field.text)` does not lie between its bounds.")
    }
    return Figure(period: period, codes: codes, value: value, interval: interval, quality: quality)
  }

  /// What the columns of bounds say; an empty one leaves its side open. Nil where there are no such columns.
  private func bounds(
    _ row: ObservationTable.Row, _ scale: Int, _ conversion: UnitConversion
  ) throws(RowFailure) -> Interval? {
    guard row.fields[.lower] != nil || row.fields[.upper] != nil else { return nil }
    var lower = -Double.infinity
    var upper = Double.infinity
    if let field = row.fields[.lower], !field.text.isEmpty {
      lower = try row.number(field).scaledValue(scale)
    }
    if let field = row.fields[.upper], !field.text.isEmpty {
      upper = try row.number(field).scaledValue(scale)
    }
    guard lower <= upper else {
      let place = row.fields[.lower] ?? row.fields[.upper]
      throw RowFailure(row, place?.range ?? row.range, "the lower bound is above the upper one.")
    }
    return conversion(Interval(lower: lower, upper: upper))
  }

  private func multiplier(_ row: ObservationTable.Row) throws(RowFailure) -> Int {
    guard let field = row.fields[.multiplier], !field.text.isEmpty else { return 0 }
    guard let scale = Int(field.text), (-12...15).contains(scale) else {
      throw RowFailure(row, field.range, "`\(field.text)` is no power of ten: 6 stands for millions.")
    }
    return scale
  }

  private func conversion(
    _ row: ObservationTable.Row, to entry: IndicatorEntry
  ) throws(RowFailure) -> UnitConversion {
    guard let field = row.fields[.unit], !field.text.isEmpty else { return .identity }
    guard let unit = session.catalogue.units.unitOfMeasure(field.text) else {
      throw RowFailure(
        row, field.range, "there is no unit `\(field.text)`.",
        hints: session.catalogue.units.nearest(to: field.text).prefix(1).map {
          Diagnostic.Hint("did you mean `\($0)`?")
        })
    }
    guard let conversion = unit.conversion(to: entry.unit) else {
      throw RowFailure(
        row, field.range, "`\(entry.name)` is in `\(entry.unit)`, and this is in `\(unit)`.")
    }
    return conversion
  }

  private func quality(_ row: ObservationTable.Row) throws(RowFailure) -> Quality {
    var quality = Quality.normal
    if let field = row.fields[.status], !field.text.isEmpty {
      switch field.text {
      case "B": quality.isBreak = true
      case "D": quality.hasDifferentDefinition = true
      case let letter:
        guard let status = ObservationStatus(rawValue: letter) else {
          throw RowFailure(
            row, field.range, "`\(letter)` is no status.",
            hints: [
              Diagnostic.Hint(
                "it is A normal, P provisional, E estimated, I imputed, F forecast, M missing, B break or D definition differs"
              )
            ])
        }
        quality.status = status
      }
    }
    if let field = row.fields[.role], !field.text.isEmpty, field.text.lowercased() != "reported" {
      throw RowFailure(
        row, field.range, "`\(field.text)` is no figure that was observed.",
        hints: [
          Diagnostic.Hint("a target is a claim: `from session_10 { target gdp[2030] = 780 billion USD }`")
        ])
    }
    return quality
  }

  // MARK: Blocks

  /// The dense block of a group; nil where it would be too large.
  private func block(_ group: Group) -> ObservationBlock? {
    let figures = groups[group] ?? []
    let periods = Array(Set(figures.map(\.period))).sorted(by: PeriodAxis.isOrderedBefore)
    let axes = group.dimensions.indices.map { index in
      figures.map { $0.codes[index] }.reduce(into: [String: Int]()) { if $0[$1] == nil { $0[$1] = $0.count } }
    }
    let dimensions = zip(group.dimensions, axes).map { name, codes in
      Grid.Dimension(name, codes.sorted { $0.value < $1.value }.map(\.key))
    }
    let grid = Grid(dimensions: dimensions, periods: PeriodAxis(periods))
    guard grid.count <= ImportedTable.maximumCells else { return nil }
    var values = Array(repeating: Double.nan, count: grid.count)
    var lower = Array(repeating: -Double.infinity, count: grid.count)
    var upper = Array(repeating: Double.infinity, count: grid.count)
    var quality = Array(repeating: Quality.missing, count: grid.count)
    let places = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
    for figure in figures {
      var index = 0
      for (axis, code) in zip(axes, figure.codes) { index = index * axis.count + (axis[code] ?? 0) }
      index = index * periods.count + (places[figure.period] ?? 0)
      values[index] = figure.value
      lower[index] = figure.interval.lower
      upper[index] = figure.interval.upper
      quality[index] = figure.quality
    }
    return ObservationBlock(
      indicator: group.indicator, source: group.source, grid: grid, values: values, lower: lower,
      upper: upper,
      quality: .values(quality))
  }

  private static let maximumCells = 50_000_000
}

/// Why a row cannot be read.
struct RowFailure: Error {
  var diagnostic: Diagnostic

  init(_ row: ObservationTable.Row, _ range: Range<Int>, _ reason: Phrase, hints: [Diagnostic.Hint] = []) {
    diagnostic = Diagnostic(
      "bad-row", "Line \(row.line): \(reason)", at: SourceSpan(range), hints: hints)
  }
}

extension ObservationTable.Row {
  fileprivate func required(_ column: ObservationTable.Column, _ what: Phrase) throws(RowFailure)
    -> ObservationTable.Field
  {
    guard let field = fields[column], !field.text.isEmpty else {
      throw RowFailure(self, fields[column]?.range ?? range, "\(what) is missing.")
    }
    return field
  }

  fileprivate func number(_ field: ObservationTable.Field) throws(RowFailure) -> DecimalLiteral {
    guard let literal = DecimalLiteral(field.text) else {
      throw RowFailure(
        self, field.range, "`\(field.text)` is no number.",
        hints: [Diagnostic.Hint("a point marks decimals, and nothing stands between thousands: `1928311.5`")])
    }
    return literal
  }
}
