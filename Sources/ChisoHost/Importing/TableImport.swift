import ChisoExchange
package import ChisoKernel
package import ChisoWords

/// A table of observations on its way into a session: all of it, or nothing.
package struct TableImport {
  /// The session with the figures of the table.
  package let session: Session
  /// What was read.
  package let blocks: [ObservationBlock]
  /// How many rows give a figure, and how many none.
  package let counts: (figures: Int, missing: Int)
  /// The indicators that stand for expressions which are none.
  package private(set) var declared: [(name: String, expression: String)] = []
  /// How it stands to what was known before.
  package let comparison: BlockComparison
  /// What is hardly meant.
  package let warnings: [PlacedDiagnostic]

  /// Reads `source`, whose name is the path of the file, into `before`.
  package init(
    _ source: SourceText, into before: Session, progress: (@Sendable (Progress) -> Void)?
  ) throws(CommandFailure) {
    var session = before
    // A file that was read before bears the name that it had then, however its path is spelt now.
    let path = before.catalogue.tableFile(at: source.name ?? "")
    let own = session.catalogue.sourceName(ofFile: path)
    var names = session.catalogue.observationNames()
    for expression in ExportedExpression.all(in: source.text, names: names) {
      guard let name = session.declareIndicator(for: expression, named: own) else { continue }
      declared.append((name, expression.text))
      names.indicators[expression.text] = session.catalogue.observationNames().indicators[name]
    }
    let table = ObservationTable(source.text, ObservationDefaults(source: own), names: names) { done, total in
      progress?(Progress(done: done, total: total))
      return !before.isCancelled()
    }
    guard table.errors.isEmpty else { throw CommandFailure(table.errors, in: source.withALine) }
    if table.usesDefaultSource { session.declare(SourceDeclaration(name: own, title: path)) }
    blocks = table.columns.map { ObservationBlock($0, of: path) }
    comparison = session.catalogue.comparison(with: blocks)
    do throws(EvaluationError) { try session.add(blocks) } catch {
      throw CommandFailure(error.diagnostics, in: source)
    }
    counts = (table.figureCount, table.missingCount)
    warnings = table.warnings.map { PlacedDiagnostic(diagnostic: $0, source: source) }
    self.session = session
  }
}

extension SourceText {
  /// The text, with a first line to point at where it is empty.
  var withALine: SourceText { text.isEmpty ? SourceText("\n", name: name) : self }
}

extension Catalogue {
  /// The files of tables that name no source, by the sources that were made for them.
  package var filesOfOwnSources: [String: String] {
    var files: [String: String] = [:]
    for file in tableFiles {
      for name in sourceNames(ofFile: file) {
        if let place = source(named: name), sources[Int(place)].isMade(for: file) { files[name] = file }
      }
    }
    return files
  }

  /// The file at `path` as it was called when it was read before; `path` where it was not.
  func tableFile(at path: String) -> String {
    let files = tableFiles
    if files.contains(path) { return path }
    let whole = Folder.wholePath(of: path)
    return files.sorted().first { Folder.wholePath(of: $0) == whole } ?? path
  }

  /// What the file at `path` is called as the source of what names none: its own name, unless that is somebody else's.
  func sourceName(ofFile path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    var name = SearchText(stem).words.joined(separator: "_")
    if !isName(name) { name = "file_" + name }
    let known = sourceNames(ofFile: path)
    var candidate = name
    var number = 1
    while source(named: candidate) != nil, !known.contains(candidate) {
      number += 1
      candidate = "\(name)_\(number)"
    }
    return candidate
  }
}

extension SourceDeclaration {
  /// Whether nothing is said of the source but that it is the file at `path`.
  fileprivate func isMade(for path: String) -> Bool {
    self == SourceDeclaration(name: name, title: path)
  }
}

extension Session {
  /// Declares an indicator for the figures of an expression that is none, and says its name, which is that of the file as
  /// far as nothing else is called so; nil where that cannot be. One that was declared for the same is taken again.
  fileprivate mutating func declareIndicator(for expression: ExportedExpression, named stem: String)
    -> String?
  {
    let type = inspect(expression.text)?.type
    let unit = expression.unit.isEmpty ? "ratio" : expression.unit
    let timing = type?.timing ?? (expression.isOfDays ? .instant : .period)
    for number in 1...99 {
      let name = number == 1 ? stem : "\(stem)_\(number)"
      if let known = catalogue.indicators(named: name).first {
        guard catalogue.indicators[Int(known)].declaration.labels["en"] == expression.text else { continue }
        return name
      }
      let indicator = IndicatorDeclaration(
        name: name, labels: ["en": expression.text], unit: unit, kind: type?.kind ?? .ratio, timing: timing)
      if declare(indicator).isEmpty { return name }
    }
    return nil
  }
}
