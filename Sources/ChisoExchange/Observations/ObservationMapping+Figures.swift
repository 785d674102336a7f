import ChisoDiagnostics
import ChisoModel

// The second way through the rows: what each figure is, put into the cell that was found for it.
extension ObservationMapping {
  /// A figure that was read.
  struct ReadFigure {
    var value: Double
    var interval: Interval
    var quality: Quality
    /// Whether it takes back what was said before, or may replace it.
    var action: Action
  }

  enum Action { case say, replace, takeBack }

  mutating func readFigures(_ goesOn: (Int, Int) -> Bool) -> Bool {
    let axes = axes()
    guard var layout = CubeLayout(self, axes, goesOn) else { return false }
    groupOfRow = []
    var odd = OddList()
    let texts = AttributeTexts(self)
    let scales = groups.map { FigureScale($0, options, names) }
    for row in 0..<rows.count {
      if row % 4096 == 0, !goesOn((rows.count + row) / 2, rows.count) { return false }
      let block = Int(layout.blockOfRow[row])
      guard block >= 0 else {
        skipPeriod(row, &odd)
        continue
      }
      let bytes = rows.columns[place.figure].cells.bytes(ofRow: row)
      let figure = figure(bytes, row, scales[Int(layout.blocks[block].group)], texts, &odd)
      let cell = layout.cell(ofRow: row, in: self)
      put(figure, row, into: cell, of: &layout.blocks[block].cube, &odd)
    }
    if layout.hasFiscalYears {
      result.guesses.append("a year like 2021/22 is read as the twelve months from July on, which is assumed")
    }
    buildIndicators(&layout)
    result.odd += odd.kinds
    return true
  }

  private mutating func skipPeriod(_ row: Int, _ odd: inout OddList) {
    let period = text(place.period, row)
    let reason: Phrase =
      PeriodText.isBeforeChrist(period)
      ? "its year lies before the year 1, where periods begin" : "its period cannot be read"
    odd.add(.skipped(reason), rows, row, period, nil)
    result.counts.skipped += 1
  }

  /// What a cell says, in the unit of its indicator; counts it.
  private mutating func figure(
    _ bytes: ArraySlice<UInt8>, _ row: Int, _ scale: FigureScale, _ texts: AttributeTexts,
    _ odd: inout OddList
  ) -> ReadFigure {
    let action = texts.action(row, rows)
    let nothing = ReadFigure(value: .nan, interval: .unbounded, quality: .missing, action: action)
    let bounds = statedBounds(row, scale, texts)
    switch reader.read(bytes) {
    case .missing:
      if let bounds, !bounds.isUnbounded {
        // A figure that is known by its bounds alone.
        result.counts.read += 1
        var quality = texts.status(row, rows).quality
        if quality.status == .missing { quality.status = .normal }
        if texts.isTarget(row, rows) { quality.role = .target }
        return ReadFigure(value: .nan, interval: bounds, quality: quality, action: action)
      }
      result.counts.missing += 1
      return nothing
    case .unreadable:
      result.counts.missing += 1
      odd.add(.unreadable, rows, row, String(decoding: bytes, as: UTF8.self), nil)
      return nothing
    case .number(let figure):
      let status = texts.status(row, rows)
      if status.isMissing {
        result.counts.skipped += 1
        odd.add(
          .skipped("its status says that there is none"), rows, row, String(decoding: bytes, as: UTF8.self),
          nil)
        return nothing
      }
      var quality = status.quality
      if !figure.flags.isEmpty {
        let own = StatusText.quality(figure.flags).quality
        if own != .normal, own.status != .missing { quality = own }
      }
      if texts.isTarget(row, rows) { quality.role = .target }
      if let mended = figure.mended {
        result.counts.mended += 1
        odd.add(.mended, rows, row, String(decoding: bytes, as: UTF8.self), mended)
      } else {
        result.counts.read += 1
      }
      let (value, interval) = scale.numbers(
        figure, multiplier: texts.multiplier(row, rows), stated: options.decimals ?? texts.decimals(row, rows)
      )
      return ReadFigure(value: value, interval: bounds ?? interval, quality: quality, action: action)
    }
  }

  /// What a row says that its figure can be, in the unit of the indicator; nil where it says nothing. A row that leaves both
  /// bounds empty which others have says that nothing is known of them.
  private func statedBounds(_ row: Int, _ scale: FigureScale, _ texts: AttributeTexts) -> Interval? {
    guard place.lower != nil || place.upper != nil else { return nil }
    let multiplier = texts.multiplier(row, rows)
    func end(_ column: Int?) -> Double? {
      guard let column, case .number(let figure) = reader.read(rows.columns[column].cells.bytes(ofRow: row))
      else {
        return nil
      }
      return scale.end(figure.literal, multiplier: multiplier)
    }
    let (lower, upper) = (end(place.lower), end(place.upper))
    guard lower != nil || upper != nil else {
      return place.lower != nil && place.upper != nil ? .unbounded : nil
    }
    guard lower ?? -.infinity <= upper ?? .infinity else { return nil }
    let open = text(place.openEnds, row).uppercased()
    var ends: Interval.OpenEnds = []
    if open.contains("LOWER") { ends.insert(.lower) }
    if open.contains("UPPER") { ends.insert(.upper) }
    return Interval(lower: lower ?? -.infinity, upper: upper ?? .infinity, openEnds: ends)
  }

  /// Puts a figure into its cell; what is said of one cell twice is told.
  private mutating func put(
    _ figure: ReadFigure, _ row: Int, into cell: Int, of cube: inout FigureCube, _ odd: inout OddList
  ) {
    guard cube.isFilled(cell), figure.action == .say else {
      if figure.action == .takeBack {
        cube.empty(cell)
      } else {
        cube.put(figure.value, figure.interval, figure.quality, cell)
      }
      return
    }
    if figure.value.isNaN, figure.interval.isUnbounded { return }
    if cube.isMissing(cell) {
      cube.put(figure.value, figure.interval, figure.quality, cell)
      return
    }
    let isSame = cube.values[cell] == figure.value || (cube.values[cell].isNaN && figure.value.isNaN)
    result.counts.skipped += 1
    if result.counts.read > 0 { result.counts.read -= 1 } else { result.counts.mended -= 1 }
    let reason: Phrase =
      isSame
      ? "another row says the same of the same cell"
      : "another row gives another figure for the same cell, which is the first in the file"
    odd.add(.skipped(reason), rows, row, text(place.figure, row), nil)
  }
}

/// How the figures of an indicator become numbers in its unit.
struct FigureScale {
  private let scale: Int
  private let guessedScale: Int
  private let conversion: UnitConversion?
  private let isCount: Bool
  private let decimals: Int
  private let precision: PrecisionGuess

  init(_ group: ObservationMapping.Group, _ options: ReadingOptions, _ names: ObservationNames) {
    guessedScale = group.guess.scale
    scale = group.guess.scale - group.unit.scale
    isCount = (group.unit.isCount || group.unit.isRank) && group.decimals == 0
    decimals = group.decimals
    precision = group.precision
    if let known = group.known, let unit = names.units.unitOfMeasure(group.guess.unit) {
      conversion = UnitOfMeasure(scale: 0, factors: unit.factors).conversion(
        to: UnitOfMeasure(scale: 0, factors: known.unit.factors))
    } else {
      conversion = nil
    }
  }

  /// The number and its bounds in the unit of the indicator.
  func numbers(_ figure: Figure, multiplier: Int, stated: Int?) -> (Double, Interval) {
    var (value, interval) = printed(figure.literal, multiplier, stated)
    if let conversion { (value, interval) = (conversion(value), conversion(interval)) }
    switch figure.bound {
    case .greater?: return (.nan, Interval(lower: value, upper: .infinity, openEnds: .lower))
    case .atLeast?: return (.nan, Interval(lower: value, upper: .infinity))
    case .less?: return (.nan, Interval(lower: -.infinity, upper: value, openEnds: .upper))
    case .atMost?: return (.nan, Interval(lower: -.infinity, upper: value))
    case .negligible?:
      let half = DecimalLiteral("0.5e\(-decimals)")?.scaledValue(scale + multiplier) ?? 0.5
      return (.nan, Interval(lower: -half, upper: half))
    case nil: return (value, interval)
    }
  }

  /// An end of what a figure can be.
  func end(_ literal: DecimalLiteral, multiplier: Int) -> Double {
    let value = literal.scaledValue(scale + multiplier)
    return conversion.map { $0(value) } ?? value
  }

  /// Half a unit of the last digit that is meant; exact for counts that are written out.
  private func printed(_ literal: DecimalLiteral, _ multiplier: Int, _ stated: Int?) -> (Double, Interval) {
    let scale = scale + multiplier
    if let stated, (0...12).contains(stated), !literal.hasExponent {
      // Decimals that are shown are those that are meant where the digits say no other number.
      if literal.decimals < stated || PrecisionGuess.isNoise(literal, behind: stated),
        let meant = PrecisionGuess.rounded(literal.value, stated)
      {
        return (meant.scaledValue(scale), meant.printedInterval(scale: scale))
      }
    }
    if isCount, guessedScale + multiplier == 0, !literal.hasExponent {
      return (literal.scaledValue(scale), literal.interval(scale: scale))
    }
    return precision.interval(of: literal, scale: scale)
  }
}

/// What is said of figures beside them, each text read once.
struct AttributeTexts {
  private let place: ObservationMapping.Places
  private var statuses: [(quality: Quality, isMissing: Bool)] = []
  private var multipliers: [Int] = []
  private var decimals: [Int?] = []
  private var actions: [ObservationMapping.Action] = []
  private var targets: [Bool] = []

  init(_ mapping: ObservationMapping) {
    place = mapping.place
    func texts(_ column: Int?) -> [String] {
      guard let column else { return [] }
      let cells = mapping.rows.columns[column].cells
      return (0..<cells.textCount).map { cells.text($0) }
    }
    statuses = texts(place.status).map {
      let status = StatusText.quality($0)
      return (status.quality, status.isMissing)
    }
    multipliers = texts(place.multiplier).map { ObservationMapping.multiplier($0) }
    decimals = texts(place.decimals).map { Int($0) }
    actions = texts(place.action).map { text in
      switch text.uppercased() {
      case "D", "DELETE": .takeBack
      case "": .say
      default: .replace
      }
    }
    targets = texts(place.role).map { $0.lowercased() == "target" }
  }

  func status(_ row: Int, _ rows: Rows) -> (quality: Quality, isMissing: Bool) {
    place.status.map { statuses[rows.columns[$0].cells.textNumber(ofRow: row)] } ?? (.normal, false)
  }

  func multiplier(_ row: Int, _ rows: Rows) -> Int {
    place.multiplier.map { multipliers[rows.columns[$0].cells.textNumber(ofRow: row)] } ?? 0
  }

  func decimals(_ row: Int, _ rows: Rows) -> Int? {
    place.decimals.flatMap { decimals[rows.columns[$0].cells.textNumber(ofRow: row)] }
  }

  func action(_ row: Int, _ rows: Rows) -> ObservationMapping.Action {
    place.action.map { actions[rows.columns[$0].cells.textNumber(ofRow: row)] } ?? .say
  }

  func isTarget(_ row: Int, _ rows: Rows) -> Bool {
    place.role.map { targets[rows.columns[$0].cells.textNumber(ofRow: row)] } ?? false
  }
}

/// Odd cells, each kind once.
struct OddList {
  private(set) var kinds: [OddCells] = []

  mutating func add(
    _ treatment: OddCells.Treatment, _ rows: Rows, _ row: Int, _ text: String, _ reading: String?
  ) {
    let place = kinds.firstIndex { $0.treatment == treatment } ?? kinds.count
    if place == kinds.count { kinds.append(OddCells(treatment)) }
    kinds[place].count += 1
    if kinds[place].examples.count < OddCells.exampleLimit {
      kinds[place].examples.append((rows.place(ofRow: row), text, reading))
    }
  }
}
