import ChisoDiagnostics
import ChisoModel

/// Reads the rows of any format as figures: periods, numbers, units and statuses, and which indicators they are of.
///
/// It goes through the rows twice: first to know which indicators, units and decimals there are, then to read the figures.
/// Complexity: linear in the rows; about 50 bytes a figure beside the rows themselves.
package struct ObservationMapping {
  let rows: Rows
  let options: ReadingOptions
  let names: ObservationNames
  /// What an indicator is called that the file has no name for: the name of the file.
  let stem: String
  var result = MappedFigures()
  var groups: [Group] = []
  /// Which group a row is of, by the numbers of its texts.
  private var groupPlaces: [GroupKey: Int] = [:]
  /// The group of each row.
  var groupOfRow: [Int32] = []
  let reader: FigureReader
  let place: Places

  /// The columns by what they are; nil where the file has none.
  struct Places {
    var figure: Int
    var period: Int?
    var indicator, unit, multiplier, decimals, status, frequency, timeFormat, title, role, action: Int?
    var lower, upper, openEnds: Int?
    var dimensions: [Int]
  }

  /// An indicator while it is read.
  struct Group {
    var code: String
    var unitText: String
    var guess: UnitGuess
    var unit: UnitOfMeasure
    var unitName: String
    var label: [String: String]
    var prices: String?
    var precision = PrecisionGuess()
    var hasPercent = false
    var decimals = 0
    var multiplier: Int
    var known: ObservationNames.Indicator?
  }

  private struct GroupKey: Hashable { var indicator, unit, multiplier, title: Int32 }

  /// The figures of `rows`.
  ///
  /// - Parameters:
  ///   - stem: What an indicator is called that the file has no name for.
  ///   - goesOn: Told now and then how many rows of how many are read; nil is returned where it says no.
  package static func figures(
    of rows: Rows, _ options: ReadingOptions, names: ObservationNames, stem: String,
    goesOn: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) -> MappedFigures? {
    guard var mapping = ObservationMapping(rows, options, names: names, stem: stem) else {
      var nothing = MappedFigures()
      nothing.counts.skipped = rows.skipped.reduce(0) { $0 + $1.count }
      return nothing
    }
    guard mapping.findIndicators(goesOn), mapping.readFigures(goesOn) else { return nil }
    return mapping.result
  }

  private init?(_ rows: Rows, _ options: ReadingOptions, names: ObservationNames, stem: String) {
    guard let figure = rows.column(.figure), rows.count > 0 else { return nil }
    let measure = rows.column(.indicator) ?? rows.measureDimension
    func attribute(_ attribute: Rows.Attribute) -> Int? { rows.column(.attribute(attribute)) }
    self.rows = rows
    self.options = options
    self.names = names
    self.stem = stem
    place = Places(
      figure: figure, period: rows.column(.period), indicator: measure,
      unit: attribute(.unit), multiplier: attribute(.multiplier), decimals: attribute(.decimals),
      status: attribute(.status), frequency: attribute(.frequency), timeFormat: attribute(.timeFormat),
      title: attribute(.title), role: attribute(.role), action: attribute(.action),
      lower: attribute(.lower), upper: attribute(.upper), openEnds: attribute(.openEnds),
      dimensions: rows.columns.indices.filter { rows.columns[$0].role == .dimension && $0 != measure })
    var comma = options.hasDecimalComma ?? rows.hasDecimalComma ?? rows.columns[figure].cells.hasDecimalComma
    if comma == nil, rows.columns[figure].cells.hasThousandsByPoint {
      comma = true
      result.guesses.append(
        "points part thousands, as in 1.020, which is assumed; `--decimal .` says otherwise")
    }
    reader = FigureReader(hasDecimalComma: comma, missingMarks: rows.missingMarks)
    groupOfRow.reserveCapacity(rows.count)
    result.published = options.published ?? rows.published
    result.publisher = rows.publisher
    result.guesses = rows.guesses + result.guesses
    for skipped in rows.skipped {
      var odd = OddCells(.skipped(skipped.reason))
      odd.count = skipped.count
      odd.examples = [(Phrase(verbatim: skipped.place), "", nil)]
      result.odd.append(odd)
      result.counts.skipped += skipped.count
    }
  }

  /// The first way through the rows.
  private mutating func findIndicators(_ goesOn: (Int, Int) -> Bool) -> Bool {
    var last: (key: GroupKey, group: Int)?
    for row in 0..<rows.count {
      if row % 4096 == 0, !goesOn(row / 2, rows.count) { return false }
      let key = GroupKey(
        indicator: number(place.indicator, row), unit: number(place.unit, row),
        multiplier: number(place.multiplier, row), title: number(place.title, row))
      let group: Int
      if let last, last.key == key {
        group = last.group
      } else {
        group = groupPlaces[key] ?? newGroup(row)
        groupPlaces[key] = group
        last = (key, group)
      }
      groupOfRow.append(Int32(truncatingIfNeeded: group))
      let bytes = rows.columns[place.figure].cells.bytes(ofRow: row)
      if let decimals = groups[group].precision.add(plain: bytes) {
        groups[group].decimals = max(groups[group].decimals, decimals)
        continue
      }
      guard case .number(let figure) = reader.read(bytes) else { continue }
      groups[group].precision.add(figure.literal)
      if figure.isPercent { groups[group].hasPercent = true }
      groups[group].decimals = max(groups[group].decimals, figure.literal.decimals)
    }
    return true
  }

  /// The number of the text that a row has in a column; -1 without the column.
  private func number(_ column: Int?, _ row: Int) -> Int32 {
    column.map { Int32(truncatingIfNeeded: rows.columns[$0].cells.textNumber(ofRow: row)) } ?? -1
  }

  /// What a row says in a column; nothing without the column.
  func text(_ column: Int?, _ row: Int) -> String { column.map { rows.columns[$0].cells[row] } ?? "" }

  /// The labels of a code in a column.
  func labels(_ column: Int?, _ code: String) -> [String: String] {
    column.flatMap { rows.columns[$0].codelist?[code]?.labels } ?? [:]
  }
}

extension Rows {
  /// A dimension that tells apart what is measured rather than of whom: by its name, or since its codes are of several units.
  fileprivate var measureDimension: Int? {
    let names: Set<String> = [
      "items", "item", "indicators", "measure", "measures", "contents", "contentscode", "contents_code",
      "variable", "statistic",
      "chi_tieu", "economic_variable", "subject",
    ]
    return columns.indices.first { place in
      let column = columns[place]
      guard column.role == .dimension, column.cells.textCount > 1 else { return false }
      if names.contains(LegalName.folding(column.name, prefix: "dimension")) { return true }
      guard let list = column.codelist, column.cells.textCount <= 100 else { return false }
      let units = (0..<column.cells.textCount).compactMap { number -> String? in
        guard let label = list[column.cells.text(number)]?.label(in: "en"),
          label.contains("(") || label.contains("%")
        else {
          return nil
        }
        let guess = UnitText.guess(code: nil, label: label, title: nil)
        return guess.unit == "ratio" ? nil : guess.unit
      }
      return Set(units).count > 1
    }
  }
}

extension CellTexts {
  /// Whether a comma parts the decimals of its figures: true where some can be read in no other way and none has a point
  /// for decimals; nil where no cell tells.
  fileprivate var hasDecimalComma: Bool? {
    guard contains(UInt8(ascii: ",")) else { return nil }
    var (commas, points) = (0, 0)
    for number in 0..<textCount {
      let text = bytes(ofText: number)
      guard let mark = text.lastIndex(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }) else {
        continue
      }
      let digits = text[(mark + 1)...].prefix { (48...57).contains($0) }.count
      let isComma = text[mark] == UInt8(ascii: ",")
      // Three digits may be thousands, unless the other mark stands before them.
      let other = isComma ? UInt8(ascii: ".") : UInt8(ascii: ",")
      guard digits > 0, digits != 3 || text[..<mark].contains(other) else { continue }
      if isComma { commas += 1 } else { points += 1 }
    }
    guard commas == 0 || points == 0, commas + points > 0 else { return nil }
    return commas > 0
  }

  /// Whether points part thousands: each figure with a point has three digits behind it, and others have no point, where decimals
  /// would have fewer digits now and then.
  fileprivate var hasThousandsByPoint: Bool {
    var (parted, whole) = (0, 0)
    for number in 0..<textCount {
      let text = bytes(ofText: number)
      guard let first = text.first(where: { $0 &- 48 < 10 }) else { continue }
      guard let point = text.firstIndex(of: UInt8(ascii: ".")) else {
        whole += 1
        continue
      }
      let groups = text[point...].split(separator: UInt8(ascii: "."))
      let before = text[..<point].filter { $0 &- 48 < 10 }.count
      guard first != 48, (1...3).contains(before),
        groups.allSatisfy({ $0.count == 3 && $0.allSatisfy { $0 &- 48 < 10 } })
      else { return false }
      parted += 1
    }
    return parted >= 2 && whole >= 1
  }

  /// Whether every cell says the same.
  var isConstant: Bool {
    textCount <= 1 || (1..<count).allSatisfy { bytes(ofRow: $0) == bytes(ofRow: 0) }
  }
}
