import ChisoDiagnostics
import ChisoExchange
import ChisoHost
import ChisoKernel
import ChisoPresentation
import ChisoTerminal
import ChisoWords

// What `:import` does with a file, and what it says of it.
extension Shell {
  /// What stands in a file that is to be imported.
  private enum Imported {
    /// A table in our own form.
    case ownTable(String)
    /// What an office publishes.
    case official(FileContent)
  }

  /// Reads the file at `path` into the session: a table of our own, or what an office publishes.
  mutating func importing(
    _ path: String, _ options: ReadingOptions, _ call: CommandCall
  ) throws(CommandFailure) -> CommandReply {
    if let unit = options.unit, catalogue.observationNames().units.unitOfMeasure(unit) == nil {
      throw CommandFailure(.unknownImportUnit(unit, at: call.span))
    }
    switch try read(path, options, call) {
    case .ownTable(let text):
      let reading = try TableImport(
        SourceText(text, name: path), into: session, progress: host.reportProgress)
      session = reading.session
      return reply(to: reading, from: path)
    case .official(let content):
      host.structures.formUnion(content.structures)
      if content.dataSets.isEmpty, !content.structures.isEmpty { return reply(to: content, from: path) }
      let reading = try FileImport(
        content, from: path, options, into: session, progress: host.reportProgress)
      session = reading.session
      return reply(to: reading, from: path)
    }
  }

  /// Takes the options that were kept for a table where none are given; the path of the recipe.
  func takeRecipe(_ wanted: inout ImportArguments, _ call: CommandCall) throws(CommandFailure) -> String? {
    let path = ImportArguments.recipePath(for: wanted.path)
    guard wanted.path != "-", wanted.options == ReadingOptions(), FileStamp(path) != nil else { return nil }
    let text: String
    do throws(FileFailure) { text = try TextFile.read(path, limit: 1 << 16) } catch {
      throw CommandFailure(.unreadableFile(error, at: call.span))
    }
    wanted.options = try call.recipe(text)
    return path
  }

  /// Keeps the options of an import for the next release of the same table.
  mutating func keepRecipe(
    _ wanted: ImportArguments, _ reply: inout CommandReply, _ call: CommandCall
  ) throws(CommandFailure) {
    let path = ImportArguments.recipePath(for: wanted.path)
    do throws(FileFailure) { try TextFile.write(wanted.options.words, to: path) } catch {
      throw CommandFailure(.unwritableFile(error, at: call.span))
    }
    reply.text = reply.text + "\n" + StyledText(words("the options are kept in \(path)"), .quiet)
  }

  /// Adds a chart of the first indicator that was read, where it can be drawn.
  mutating func draw(_ reply: inout CommandReply, _ call: CommandCall) {
    guard case .array(let names)? = reply.records.first?.first(where: { $0.name == "indicators" })?.value,
      case .string(let name)? = names.first
    else { return }
    do throws(CommandFailure) {
      let answer = try answer(to: name, at: call.span)
      let plot = AnswerPlot(style: style, width: capabilities.width ?? 80, height: capabilities.height ?? 24)
      guard let chart = plot.text(answer, try observations(of: answer, for: call)) else { return }
      reply.text = reply.text + "\n" + chart
    } catch {
      // What was read stands, though it cannot be drawn.
    }
  }

  private func read(
    _ path: String, _ options: ReadingOptions, _ call: CommandCall
  ) throws(CommandFailure) -> Imported {
    do throws(FileFailure) {
      guard options == ReadingOptions(), try isOwnTable(path) else {
        return .official(try host.read(path, options))
      }
      return .ownTable(
        try TextFile.read(path, limit: TextFile.largest, isCancelled: session.isCancelled))
    } catch {
      throw CommandFailure(
        session.isCancelled() ? .stopped(at: call.span) : .unreadableFile(error, at: call.span))
    }
  }

  /// Whether a file is a table of our own, or something that its reader refuses: a device, a folder without tables.
  private func isOwnTable(_ path: String) throws(FileFailure) -> Bool {
    if path == "-" { return false }
    switch try PathKind(path) {
    case .file:
      let bytes = try ByteStream(path: path)
      let names = catalogue.observationNames()
      return OwnTable.begins(try bytes.peek(OwnTable.beginning).prefix(OwnTable.beginning)) { name in
        names.indicators[name] != nil || names.ambiguous[name] != nil || indicatorName(in: name) != name
          || !nearestNames(to: name, among: names.indicators.keys, limit: 1).isEmpty
      }
    case .folder: return !OfficialFile.isFolderOfTables(path)
    case .other: return true
    }
  }

  /// What is said of a message that brings structures alone.
  private func reply(to content: FileContent, from path: String) -> CommandReply {
    let count = content.structures.count
    let structures: Phrase = count == 1 ? "1 structure" : "\(count) structures"
    return remark(
      "\(content.format): \(structures), kept for the data that refer to them",
      records: [[("file", .string(path)), ("structures", .number(Double(count)))]])
  }

  /// What is said of a file that an office publishes: what was made of it, what was guessed, and what is odd in it.
  private func reply(to reading: FileImport, from path: String) -> CommandReply {
    let lines =
      [summary(of: reading)] + guesses(of: reading) + accounts(of: reading) + oddities(of: reading)
      + differences(reading.comparison)
    let counts = reading.counts
    return CommandReply(
      StyledText(lines.map(words).joined(separator: "\n"), .quiet),
      records: [
        [
          ("file", .string(path)), ("format", .string(reading.format)), ("source", .string(reading.source)),
          ("figures", .number(Double(counts.read + counts.mended))), ("read", .number(Double(counts.read))),
          ("mended", .number(Double(counts.mended))), ("missing", .number(Double(counts.missing))),
          ("skipped", .number(Double(counts.skipped))),
          ("indicators", .array(reading.indicators.map(JSONValue.string))),
          ("declared", .array(reading.declared.map(JSONValue.string))),
          ("changed", .number(Double(reading.comparison.changed))),
          ("gone", .number(Double(reading.comparison.gone))),
          ("otherwise", .number(Double(reading.comparison.otherwise))),
        ]
      ])
  }

  /// How many names are told before the rest is left to `:list`.
  private static let shownNames = 4

  private func summary(of reading: FileImport) -> Phrase {
    let names = reading.indicators
    let figures = reading.counts.read + reading.counts.mended
    let made: Phrase = names.count == 1 ? "1 indicator" : "\(names.count) indicators"
    let read: Phrase = figures == 1 ? "1 figure" : "\(figures) figures"
    let shown = names.prefix(Shell.shownNames).joined(separator: ", ")
    let told: Phrase =
      names.count > Shell.shownNames ? "\(shown), …; `:list indicators` shows all" : "\(shown)"
    return "\(reading.format): \(made), \(read); source \(reading.source); \(told)"
  }

  private func guesses(of reading: FileImport) -> [Phrase] {
    var lines: [Phrase] = []
    let dimensions = reading.dataSets.flatMap(\.dimensions).unique
    if !dimensions.isEmpty { lines.append("by \(dimensions.joined(separator: ", "))") }
    let constants = reading.dataSets.flatMap(\.constants).map { "\($0.name) \($0.code)" }.unique
    if !constants.isEmpty {
      let shown = constants.prefix(8).joined(separator: ", ") + (constants.count > 8 ? ", …" : "")
      lines.append("the same throughout, and left out: \(shown)")
    }
    for guess in reading.dataSets.flatMap(\.guesses) where !lines.contains(guess) { lines.append(guess) }
    lines += unitGuesses(reading.dataSets.flatMap(\.indicators).filter { $0.knownName == nil })
    if let day = reading.assumedDay {
      lines.append(
        "the day of the release is taken to be \(day.description), since the file does not say it; `--published` says it"
      )
    }
    return Array(lines.prefix(7))
  }

  /// What is said of units that were guessed, or that nobody knows.
  private func unitGuesses(_ indicators: [MappedFigures.Indicator]) -> [Phrase] {
    let unknown = indicators.map(\.unknownUnit).filter { !$0.isEmpty }.unique
    let assumed = indicators.filter { $0.isAssumed && $0.unknownUnit.isEmpty }
    var lines: [Phrase] = []
    if !unknown.isEmpty {
      let shown = unknown.prefix(4).joined(separator: ", ") + (unknown.count > 4 ? ", …" : "")
      lines.append("figures in units that are not known here are plain numbers: \(shown); `--unit` says one")
    }
    if assumed.isEmpty { return lines }
    let units = assumed.map(\.declaration.unit).unique
    if units.count == 1, assumed.count == indicators.count, let unit = units.first {
      lines.append(
        unit == "ratio"
          ? "the figures are taken for plain numbers, since the file says no unit; `--unit` says one"
          : "the unit is assumed to be \(unit), since the file does not say it; `--unit` says it")
    } else {
      lines.append(
        "units are assumed where the file does not say them: \(assumed.count) of the indicators; `--unit` says one"
      )
    }
    return lines
  }

  /// The four numbers, where not every figure was read as written.
  private func accounts(of reading: FileImport) -> [Phrase] {
    let counts = reading.counts
    guard counts.read != counts.all else { return [] }
    return [
      "\(counts.all) cells in the file = \(counts.read) read + \(counts.mended) mended + \(counts.missing) missing + \(counts.skipped) skipped"
    ]
  }

  private func oddities(of reading: FileImport) -> [Phrase] {
    reading.dataSets.flatMap(\.odd).prefix(8).map { odd in
      let examples = odd.examples.map { example -> Phrase in
        let text = String(example.text.prefix(40))
        guard let reading = example.reading else {
          return text.isEmpty ? example.place : "`\(text)` (\(example.place))"
        }
        return "`\(text)` as \(reading) (\(example.place))"
      }
      var shown = examples.first ?? ""
      for example in examples.dropFirst() { shown = "\(shown), \(example)" }
      if odd.count > examples.count { shown = "\(shown), …" }
      return switch odd.treatment {
      case .mended: "malformed, and read by the one reading that there is: \(odd.count): \(shown)"
      case .unreadable: "no figure can be read, and it is missing: \(odd.count): \(shown)"
      case .skipped(let reason): "left out, since \(reason): \(odd.count): \(shown)"
      }
    }
  }

  /// How what was read stands to what was known.
  private func differences(_ comparison: BlockComparison) -> [Phrase] {
    var lines: [Phrase] = []
    if comparison.changed + comparison.gone > 0 {
      lines.append(
        "in place of what was read from it before: \(comparison.changed) changed, \(comparison.gone) gone")
    }
    if comparison.otherwise > 0 {
      lines.append(
        "figures that another source or table gives otherwise: \(comparison.otherwise); answers say which, and `claims`"
      )
    }
    return lines
  }

  private func reply(to reading: TableImport, from path: String) -> CommandReply {
    let names = reading.blocks.map(\.indicator).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let shown = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
    let comparison = reading.comparison
    let (figures, missing) = reading.counts
    var lines: [Phrase] = [figures == 1 ? "1 figure of \(shown)" : "\(figures) figures of \(shown)"]
    if missing > 0 { lines.append("without a figure: \(missing)") }
    for (name, expression) in reading.declared {
      lines.append("\(name) stands for \(expression), which is no indicator by itself")
    }
    lines += differences(comparison)
    var reply = CommandReply(
      StyledText(lines.map(words).joined(separator: "\n"), .quiet),
      records: [
        [
          ("file", .string(path)), ("figures", .number(Double(figures))),
          ("missing", .number(Double(missing))),
          ("indicators", .array(names.map(JSONValue.string))),
          ("changed", .number(Double(comparison.changed))), ("gone", .number(Double(comparison.gone))),
          ("otherwise", .number(Double(comparison.otherwise))),
          ("warnings", .array(reading.warnings.map { .string(placed($0)) })),
        ]
      ])
    reply.warnings = reading.warnings
    return reply
  }

  private func placed(_ warning: PlacedDiagnostic) -> String {
    let place = DiagnosticText(warning.source, width: nil).place(warning.diagnostic)
    return "\(place): \(warning.diagnostic.message)"
  }
}

extension [String] {
  /// Each once, in their order.
  fileprivate var unique: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
