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

  /// The option that has the first indicator of a file drawn.
  static let plotting = "--plot"

  /// The path, what is said of how the file is to be read, and whether it is drawn. Where no option stands, the whole line is
  /// the path.
  func importArguments() throws(CommandFailure) -> (path: String, options: ReadingOptions, plots: Bool) {
    var options = ReadingOptions()
    var plots = false
    let words = arguments.quotedWords
    guard words.contains(where: { !$0.isQuoted && $0.text.hasPrefix("--") }) else {
      return (try path(), options, false)
    }
    var path: [String] = []
    var place = 0
    while place < words.count {
      let word = words[place]
      guard !word.isQuoted, word.text.hasPrefix("--") else {
        path.append(word.text)
        place += 1
        continue
      }
      if word.text == CommandCall.plotting {
        plots = true
        place += 1
        continue
      }
      guard CommandCall.importOptions.contains(word.text) else {
        throw CommandFailure(.unknownImportOption(word.text, at: span))
      }
      guard place + 1 < words.count else {
        throw CommandFailure(.importOptionWithoutValue(word.text, at: span))
      }
      guard options.set(word.text, to: words[place + 1].text) else {
        throw CommandFailure(.badImportOption(word.text, words[place + 1].text, at: span))
      }
      place += 2
    }
    guard !path.isEmpty else { throw CommandFailure(.missingArgument(command.usage, at: span)) }
    return (path.joined(separator: " "), options, plots)
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
          "its options are \((CommandCall.importOptions + [CommandCall.plotting]).joined(separator: ", "))")
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
