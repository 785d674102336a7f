import ChisoDiagnostics
package import ChisoExchange
package import ChisoKernel
import ChisoModel
package import ChisoWords

/// A file of a statistics office on its way into a session, whatever its format: what is not declared is declared from it.
package struct FileImport {
  /// The session with the figures of the file.
  package private(set) var session: Session
  /// What the file is, for people: `SDMX-ML 2.1`.
  package let format: String
  /// What was read of each data set.
  package private(set) var dataSets: [MappedFigures] = []
  /// The names of the indicators that have figures now, in the order of the file.
  package private(set) var indicators: [String] = []
  /// Those of them that were declared from the file.
  package private(set) var declared: [String] = []
  /// What the figures are called by: the source.
  package let source: String
  /// The day of the release that nobody says: of the name of the file, or today; nil where the file or somebody says it.
  package private(set) var assumedDay: CivilDate?
  /// What was read.
  package private(set) var blocks: [ObservationBlock] = []
  /// How it stands to what was known before.
  package private(set) var comparison: BlockComparison
  /// What became of every figure of the file.
  package var counts: FigureCounts { dataSets.reduce(FigureCounts()) { $0 + $1.counts } }

  /// Puts what was read of the file at `path` into `before`: all of it, or nothing.
  package init(
    _ content: FileContent, from path: String, _ options: ReadingOptions, into before: Session,
    progress: (@Sendable (Progress) -> Void)?
  ) throws(CommandFailure) {
    session = before
    comparison = before.catalogue.comparison(with: [])
    format = content.format
    let file = path == "-" ? "standard_input" : before.catalogue.tableFile(at: path)
    source = before.catalogue.sourceName(ofFile: file)
    let names = session.catalogue.observationNames()
    for rows in content.dataSets {
      let read = ObservationMapping.figures(of: rows, options, names: names, stem: source) { done, total in
        progress?(Progress(done: done, total: total))
        return !before.isCancelled()
      }
      guard let read else { throw CommandFailure(.importStopped) }
      dataSets.append(read)
    }
    let publisher = dataSets.lazy.compactMap(\.publisher).first
    let published = dataSets.compactMap(\.published).max()
    if published == nil { assumedDay = CivilDate(inFileName: path) ?? .today }
    session.declare(
      SourceDeclaration(
        name: source, title: file, publisher: publisher,
        published: published ?? assumedDay))
    for place in dataSets.indices { try keep(place, file) }
    guard !blocks.isEmpty else { throw CommandFailure(.nothingRead(path, format)) }
    for read in dataSets {
      for (dimension, codelist) in read.codelists { session.add(codelist, of: dimension) }
    }
    comparison = session.catalogue.comparison(with: blocks)
    do throws(EvaluationError) { try session.add(blocks) } catch { throw CommandFailure(error.diagnostics) }
  }

  /// Declares the indicators of a data set and makes blocks of their figures.
  private mutating func keep(_ place: Int, _ file: String) throws(CommandFailure) {
    for indicator in dataSets[place].indicators where !indicator.columns.isEmpty {
      let name: String
      if let known = indicator.knownName {
        name = known
      } else {
        name = try declare(indicator.declaration)
        if !declared.contains(name) { declared.append(name) }
      }
      let entry = session.catalogue.indicators(named: name).first
      let fullName = entry.map { session.catalogue.indicators[Int($0)].fullName } ?? name
      if !indicators.contains(fullName) { indicators.append(fullName) }
      for var columns in indicator.columns {
        columns.indicator = fullName
        columns.source = source
        blocks.append(ObservationBlock(columns, of: file))
      }
    }
  }

  /// Declares an indicator under its name, or under one with a number behind it where that is somebody else's; one that was
  /// declared alike is taken again.
  private mutating func declare(_ wanted: IndicatorDeclaration) throws(CommandFailure) -> String {
    var problems: [Diagnostic] = []
    for number in 1...99 {
      var declaration = wanted
      if !isName(declaration.name) { declaration.name = "\(source)_\(declaration.name)" }
      // Somebody else's name gets that of the file before it, and then a number behind it.
      if number > 1, !declaration.name.hasPrefix("\(source)_") {
        declaration.name = "\(source)_\(declaration.name)"
      }
      if number > 2 { declaration.name += "_\(number - 1)" }
      if let known = session.catalogue.indicators(named: declaration.name).first {
        if session.catalogue.indicators[Int(known)].declaration == declaration { return declaration.name }
        continue
      }
      problems = session.declare(declaration)
      if problems.isEmpty { return declaration.name }
    }
    throw CommandFailure(problems.isEmpty ? [.importStopped] : problems)
  }
}

extension Diagnostic {
  /// The import was stopped before its end.
  static var importStopped: Diagnostic {
    Diagnostic("cancelled", "It was stopped, and nothing is read.", at: SourceSpan(start: 0, end: 0))
  }

  /// A file has no figure that could be kept.
  static func nothingRead(_ path: String, _ format: String) -> Diagnostic {
    Diagnostic(
      "no-figures", "The file `\(path)` is read as \(format), and holds no figure.",
      at: SourceSpan(start: 0, end: 0),
      hints: [
        Hint(
          "say where they stand: `:import \(path) --period COLUMN --value COLUMN`, `--skip LINES`, `--sheet NAME`"
        )
      ])
  }
}
