import ChisoDiagnostics
import ChisoModel

/// A file of figures in a DDF folder, whose name says its columns: `ddf--datapoints--gdp--by--geo--time.csv`.
///
/// Names and units are in files beside it: `ddf--concepts.csv`, `ddf--entities--geo--country.csv`.
struct DDFDatapoints {
  /// The columns that tell figures apart.
  let keys: [String]

  /// What a file name says; nil where it is no such name.
  init?(fileName: String) {
    var name = fileName.split(separator: "/").last.map(String.init) ?? fileName
    for ending in [".gz", ".csv"] where name.hasSuffix(ending) { name = String(name.dropLast(ending.count)) }
    let parts = DDFDatapoints.parts(name)
    guard parts.count >= 5, parts[0] == "ddf", parts[1] == "datapoints", let by = parts.firstIndex(of: "by")
    else {
      return nil
    }
    // `--geo-usa--time`: some keys have the values that the file is limited to behind them.
    keys = parts[(by + 1)...].map { $0.split(separator: "-").first.map(String.init) ?? $0 }
    guard !keys.isEmpty else { return nil }
  }

  /// The parts of a name between two dashes.
  static func parts(_ name: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(name)
    while let range = rest.firstRange(of: "--") {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }

  /// Reads the figures, and what files beside them say of concepts and entities.
  func read(
    _ bytes: ByteStream, _ context: ReadingContext, _ folder: DDFFolder
  ) throws(FileFailure) -> FileContent {
    var text = try DelimitedText(bytes, separator: UInt8(ascii: ","), goesOn: context.goesOn)
    var options = context.options
    options.skip = options.skip ?? 0
    let sample = try TableSample(&text, skip: 0)
    guard let first = sample.rows.first else { throw FileFailure(path: bytes.name, reason: "it is empty") }
    let names = first.texts
    let times = ["time", "year", "quarter", "month", "week", "day", "date"]
    options.period = options.period ?? keys.last { times.contains($0) } ?? keys.last
    if options.values.isEmpty { options.values = names.filter { !keys.contains($0) } }
    var layout = try LayoutGuess.layout(of: sample, options, named: bytes.name)
    let measures = layout.figures.map { layout.name(of: $0.column) }
    layout.levels = [TableLayout.Level(name: "Indicator", role: .indicator)]
    for place in layout.figures.indices { layout.figures[place].texts = [measures[place]] }
    layout.figureName = "Value"
    for place in layout.keys.indices where keys.contains(layout.keys[place].name) {
      layout.keys[place].role = .dimension
      layout.keys[place].isOpen = false
    }
    var taken = LaidOutRows(layout, sheet: nil, offset: 0)
    for row in sample.rows[layout.firstRow...] { taken.take(row) }
    var row = CellRow()
    while try text.next(into: &row) { taken.take(row) }
    var rows = taken.rows()
    rows.places = .lines(taken.lines)
    folder.complete(&rows, measures)
    return FileContent(format: "DDF", dataSets: [rows])
  }
}
