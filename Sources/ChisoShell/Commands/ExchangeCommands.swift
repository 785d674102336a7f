import ChisoExchange
import ChisoHost
import ChisoKernel
import ChisoPresentation
import ChisoTerminal
import ChisoWords

// Figures from files and into files.
extension ShellCommand {
  static let importing = ShellCommand(
    name: "import", arguments: [Argument("FILE", .file), Argument("OPTIONS", .text, optional: true)],
    summary: "read the figures of a file as statistical offices publish it",
    details: """
      SDMX, JSON-stat, PX, workbooks and tables of any separator are told apart by what is in them, packed or not. An indicator that is not known is declared from the file; what is guessed is told, and so is every \
      figure that is mended, missing or left out. Options say what is guessed wrong: `--indicator`, `--area`, `--period`, \
      `--value` name a column, `--unit "billion USD"`, `--decimal ,`, `--decimals 2`, `--skip 4`, \
      `--sheet NAME`, `--range B5:M80`, `--published 2025-01-31`; \
      `--plot` draws the first indicator, `--keep` keeps the options in a recipe beside the file, which later releases are \
      read by. A table with columns INDICATOR, TIME_PERIOD and OBS_VALUE is one of \
      ours: where one line of it is wrong nothing is read, and each wrong line is told. The figures stand beside the \
      claims: the same rule chooses, and what it does not choose is noted. What was read from the same file before \
      gives way.
      """,
    examples: [":import figures.csv", ":import gdp.csv --period Year --unit \"billion USD\""],
    isSubcommand: true, purpose: .exchange, changesSession: true, takesTime: true
  ) { shell, call throws(CommandFailure) in
    var wanted = try call.importArguments()
    let before = shell.session
    let recipe = try shell.takeRecipe(&wanted, call)
    var reply = try shell.importing(wanted.path, wanted.options, call)
    if let recipe {
      reply.text = reply.text + "\n" + StyledText(shell.words("read by the recipe \(recipe)"), .quiet)
    }
    if wanted.plots { shell.draw(&reply, call) }
    if wanted.keeps { try shell.keepRecipe(wanted, &reply, call) }
    shell.host.record.keep(before, before: ":\(call.command.name) \(call.arguments)")
    return .reply(reply)
  }

  static let exporting = ShellCommand(
    name: "export", arguments: [Argument("FILE", .file), Argument("EXPR", .expression)],
    summary: "write the figures of an expression into a file",
    details:
      "The ending of the name says how: .csv, .json, .md or .xlsx, packed where .gz stands behind it; `--as` before the "
      + "name says it too: `--as sdmx-csv`, `sdmx-json`, `sdmx-structure`, `json-stat`. A name with spaces stands in quotes. "
      + "A file that holds something else is left as it is, unless `--replace` stands before its name.",
    examples: [
      ":export share.csv digital_economy_share[2021..2025]",
      ":export --replace share.csv digital_economy_share",
      ":export --as sdmx-csv share.csv digital_economy_share",
    ], isSubcommand: true, purpose: .exchange, writesFile: true, takesTime: true
  ) { shell, wholeCall throws(CommandFailure) in
    let named = try wholeCall.withoutReplacing.formAndRest()
    let call = (named?.rest ?? wholeCall).withoutReplacing
    let (path, expression, span) = try call.pathAndExpression()
    guard let form = named?.form ?? FileForm(ending: path) else {
      throw CommandFailure(.unknownEnding(path, at: call.span))
    }
    let answers = try shell.answersAtAllLengths(to: expression, at: span)
    var observations: [Observation] = []
    for answer in answers { observations += try shell.observations(of: answer, for: call) }
    let record = AnswerRecord(answers, observations: observations)
    let isReplacing = wholeCall.replaces || (named?.rest.replaces ?? false)
    try shell.write(
      shell.fileBytes(answers, record, as: form, named: path, for: call), to: path, replacing: isReplacing,
      for: call)
    let (count, missing) = record.counts
    let figures: Phrase = count == 1 ? "1 figure in \(path)" : "\(count) figures in \(path)"
    var told: Phrase = missing == 0 ? figures : "\(figures), without one: \(missing)"
    if form == .csv, let reason = record.whyNoTable { told = told + "; " + reason }
    return .reply(
      shell.remark(
        told,
        records: [
          [
            ("file", .string(path)), ("figures", .number(Double(count))),
            ("missing", .number(Double(missing))),
          ]
        ]))
  }
}

extension AnswerRecord {
  /// Why a file of it is no table of figures that `:import` reads; nil where it is one.
  fileprivate var whyNoTable: Phrase? {
    guard case .observations(_, _, .number, let observations) = content else {
      return "`:import` does not read it: it holds no figures"
    }
    return observations.allSatisfy { $0.period != nil }
      ? nil : "`:import` does not read it: a figure without a period has no place in a table"
  }
}

extension CommandCall {
  /// The first word, or what stands in quotes, as a path, and the rest as an expression with its place.
  fileprivate func pathAndExpression() throws(CommandFailure) -> (String, String, SourceSpan) {
    let bytes = Array(arguments.utf8)
    let quote = bytes.first.flatMap { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") ? $0 : nil }
    let end =
      quote.map { quote in (bytes.dropFirst().firstIndex(of: quote) ?? bytes.count - 1) + 1 }
      ?? bytes.firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
    let rest = bytes[end...].drop { $0 == UInt8(ascii: " ") }
    guard end > 0, !rest.isEmpty else {
      throw CommandFailure(.missingArgument(command.usage, at: span))
    }
    let start = span.start + Int32(clamping: rest.startIndex)
    return (
      String(decoding: bytes[..<end], as: UTF8.self).unquoted, String(decoding: rest, as: UTF8.self),
      SourceSpan(start: start, end: span.end)
    )
  }
}

extension Shell {
  /// The value of an expression at every length of period for which something is said of it, its own first.
  fileprivate func answersAtAllLengths(
    to expression: String, at span: SourceSpan
  ) throws(CommandFailure) -> [Answer] {
    let answer = try answer(to: expression, at: span)
    guard let statement = ParsedSource(SourceText(expression)).statements.first else { return [answer] }
    return [answer] + session.answersAtOtherLengths(of: statement, than: answer)
  }

  /// The value of an expression that stands behind a command; the session keeps nothing of it.
  func answer(to expression: String, at span: SourceSpan) throws(CommandFailure) -> Answer {
    var trial = host
    let parsed = ParsedSource(SourceText(expression))
    guard parsed.errors.isEmpty else {
      throw CommandFailure(parsed.errors.map { $0.moved(by: span.start) })
    }
    guard let statement = parsed.statements.first, statement.kind.isExpression else {
      throw CommandFailure(.noExpression(at: span))
    }
    switch trial.run(statement) {
    case .answer(let answer): return answer
    case .failure(let diagnostics):
      throw CommandFailure(diagnostics.map { $0.moved(by: span.start) })
    default: throw CommandFailure(.noExpression(at: span))
    }
  }

  /// The observations of an answer; it may be stopped while there are more of them to come.
  func observations(of answer: Answer, for call: CommandCall) throws(CommandFailure) -> [Observation] {
    var observations: [Observation] = []
    let cells = answer.cells
    observations.reserveCapacity(cells.count)
    for (place, cell) in cells.enumerated() {
      if place % 4096 == 0, session.isCancelled() { throw CommandFailure(.stopped(at: call.span)) }
      observations.append(answer.observation(at: cell))
    }
    return observations
  }

  /// The whole of a file with an answer in it, which is at several lengths of period perhaps.
  fileprivate func fileBytes(
    _ answers: [Answer], _ record: AnswerRecord, as form: FileForm, named path: String, for call: CommandCall
  ) throws(CommandFailure) -> [UInt8] {
    if form.isOfOthers { return try publishedBytes(answers, record, as: form, named: path, for: call) }
    switch form {
    case .csv:
      let text = record.csvFile(withoutSourcesOf: catalogue.filesOfOwnSources) { !session.isCancelled() }
      guard let text else { throw CommandFailure(.stopped(at: call.span)) }
      return Array(text.utf8)
    case .json: return Array((record.json.text + "\n").utf8)
    default:
      let text = AnswerText(style: style, width: nil)
      return Array((answers.map(text.markdown).joined(separator: "\n\n") + "\n").utf8)
    }
  }

  /// The figures of an answer in a form of others.
  private func publishedBytes(
    _ answers: [Answer], _ record: AnswerRecord, as form: FileForm, named path: String, for call: CommandCall
  ) throws(CommandFailure) -> [UInt8] {
    let entry = catalogue.indicators(named: record.expression).first.map { catalogue.indicators[Int($0)] }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    let data = PublishedData(
      record, id: entry?.declaration.name ?? stem,
      title: entry?.declaration.labels["en"] ?? record.expression,
      prepared: .today, codelists: catalogue.codelists)
    guard let data, data.hasPeriods else { throw CommandFailure(.noDataSet(form, at: call.span)) }
    switch form {
    case .sdmxCSV: return Array(data.sdmxCSV.utf8)
    case .sdmxJSON: return Array((data.sdmxJSON.text + "\n").utf8)
    case .sdmxStructure: return Array(data.sdmxStructure.utf8)
    case .jsonStat: return Array((data.jsonStat.text + "\n").utf8)
    default:
      do throws(FileFailure) { return try data.xlsx(named: path) } catch {
        throw CommandFailure(.unwritableFile(error, at: call.span))
      }
    }
  }
}
