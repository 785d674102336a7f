import ChisoDiagnostics
import ChisoExchange
import ChisoModel
import ChisoWords

// The path and the options of `:import`.
extension CommandCall {
  /// The options, each with one word or quoted text behind it.
  static let importOptions = [
    "--indicator", "--area", "--period", "--value", "--unit", "--decimal", "--decimals", "--skip", "--sheet",
    "--range", "--published",
  ]

  /// The options without a word behind them: draw the first indicator, keep the options for the next release.
  static let (plotting, keeping) = ("--plot", "--keep")

  /// What stands behind `:import`. Where no option stands, the whole line is the path.
  func importArguments() throws(CommandFailure) -> ImportArguments {
    var result = ImportArguments()
    let words = arguments.quotedWords
    guard words.contains(where: { !$0.isQuoted && $0.text.hasPrefix("--") }) else {
      result.path = try path()
      return result
    }
    result.path = try read(words, into: &result)
    guard !result.path.isEmpty else { throw CommandFailure(.missingArgument(command.usage, at: span)) }
    return result
  }

  /// What the recipe in `text` says, which is written as the options are.
  func recipe(_ text: String) throws(CommandFailure) -> ReadingOptions {
    var result = ImportArguments()
    _ = try read(text.quotedWords, into: &result)
    return result.options
  }

  /// Takes options; what is none of them, joined.
  private func read(
    _ words: [(text: String, isQuoted: Bool)], into result: inout ImportArguments
  ) throws(CommandFailure) -> String {
    var path: [String] = []
    var place = 0
    while place < words.count {
      let word = words[place]
      guard !word.isQuoted, word.text.hasPrefix("--") else {
        path.append(word.text)
        place += 1
        continue
      }
      if word.text == CommandCall.plotting || word.text == CommandCall.keeping {
        if word.text == CommandCall.plotting { result.plots = true } else { result.keeps = true }
        place += 1
        continue
      }
      guard CommandCall.importOptions.contains(word.text) else {
        throw CommandFailure(.unknownImportOption(word.text, at: span))
      }
      guard place + 1 < words.count else {
        throw CommandFailure(.importOptionWithoutValue(word.text, at: span))
      }
      guard result.options.set(word.text, to: words[place + 1].text) else {
        throw CommandFailure(.badImportOption(word.text, words[place + 1].text, at: span))
      }
      place += 2
    }
    return path.joined(separator: " ")
  }
}

/// What stands behind `:import`.
struct ImportArguments {
  var path = ""
  /// How the file is to be read.
  var options = ReadingOptions()
  /// Whether the first indicator is drawn.
  var plots = false
  /// Whether the options are kept for the next release of the same table.
  var keeps = false

  /// The file that keeps options for a table and its later releases: `gdp.recipe` beside `gdp-2024.csv` and `gdp-2025.csv`.
  static func recipePath(for path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    var words = stem.split { !$0.isLetter }.joined(separator: "_")
    if words.isEmpty { words = stem }
    return "\(path.dropLast(name.count))\(words).recipe"
  }
}

extension ReadingOptions {
  /// The options as they are written behind `:import`; the day of a release is of one release alone, and left out.
  var words: String {
    let single: [(name: String, value: String?)] = [
      ("indicator", indicator), ("area", area), ("period", period), ("unit", unit),
      ("decimal", hasDecimalComma.map { $0 ? "," : "." }), ("decimals", decimals.map { "\($0)" }),
      ("skip", skip.map { "\($0)" }), ("sheet", sheet), ("range", range),
    ]
    let all =
      single.compactMap { option in option.value.map { (option.name, $0) } } + values.map { ("value", $0) }
    return all.map { name, value in value.contains("\"") ? "--\(name) '\(value)'" : "--\(name) \"\(value)\"" }
      .joined(separator: "\n") + "\n"
  }
}

extension ReadingOptions {
  /// Takes an option; false where the value does not fit it.
  fileprivate mutating func set(_ option: String, to value: String) -> Bool {
    switch option {
    case "--indicator": indicator = value
    case "--area": area = value
    case "--period": period = value
    case "--value": values.append(value)
    case "--unit": unit = value
    case "--sheet": sheet = value
    case "--range": range = value
    case "--decimal":
      guard value == "," || value == "." else { return false }
      hasDecimalComma = value == ","
    case "--decimals":
      guard let count = Int(value), (0...15).contains(count) else { return false }
      decimals = count
    case "--skip":
      guard let count = Int(value), (0...1_000_000).contains(count) else { return false }
      skip = count
    default:
      guard let day = CivilDate(value) else { return false }
      published = day
    }
    return true
  }
}

extension String {
  /// The words; what stands in quotes is one, without them.
  fileprivate var quotedWords: [(text: String, isQuoted: Bool)] {
    var words: [(text: String, isQuoted: Bool)] = []
    var rest = self[...]
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard let first = rest.first else { return words }
      if first == "\"" || first == "'" {
        let inner = rest.dropFirst()
        let end = inner.firstIndex(of: first) ?? inner.endIndex
        words.append((String(inner[..<end]), true))
        rest = end < inner.endIndex ? inner[inner.index(after: end)...] : ""
      } else {
        let word = rest.prefix { !$0.isWhitespace }
        words.append((String(word), false))
        rest = rest[word.endIndex...]
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownImportOption(_ option: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-option", "`:import` has no option `\(option)`.", at: span,
      hints: [
        Hint(
          "its options are \((CommandCall.importOptions + [CommandCall.plotting, CommandCall.keeping]).joined(separator: ", "))"
        )
      ])
  }

  fileprivate static func importOptionWithoutValue(_ option: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "missing-argument", "Nothing stands behind `\(option)`.", at: span,
      hints: [Hint("write what it is to be: `--period Year`, `--unit \"billion USD\"`")])
  }

  /// The unit of `--unit` is not declared.
  static func unknownImportUnit(_ unit: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-unit", "There is no unit `\(unit)`.", at: span,
      hints: [
        Hint(
          "`:list units` shows them; a new one is declared: `unit \(LegalName.folding(unit, prefix: "unit"))`"
        )
      ])
  }

  fileprivate static func badImportOption(_ option: String, _ value: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      "bad-option", "`\(value)` does not fit `\(option)`.", at: span,
      hints: [
        Hint(
          "`--decimal` takes `,` or `.`, `--decimals` and `--skip` a number, `--published` a day: 2025-01-31")
      ])
  }
}
