import ChisoDiagnostics
import ChisoExchange
import ChisoWords

/// The form in which figures are written into a file.
enum FileForm: String, CaseIterable {
  /// A table of our own, which `:import` reads as it was.
  case csv
  case json
  case markdown
  case xlsx
  case sdmxCSV = "sdmx-csv"
  case sdmxJSON = "sdmx-json"
  /// The data structure definition of what `sdmx-csv` and `sdmx-json` write.
  case sdmxStructure = "sdmx-structure"
  case jsonStat = "json-stat"

  /// What the ending of a file's name stands for; nil for any other.
  init?(ending path: String) {
    let endings = path.split(separator: ".").map { $0.lowercased() }
    switch endings.last(where: { $0 != "gz" }) {
    case "csv": self = .csv
    case "json", "jsonl": self = .json
    case "md", "markdown": self = .markdown
    case "xlsx": self = .xlsx
    case "xml": self = .sdmxStructure
    default: return nil
    }
  }

  /// Whether the figures are written in the form of others.
  var isOfOthers: Bool {
    switch self {
    case .csv, .json, .markdown: false
    case .xlsx, .sdmxCSV, .sdmxJSON, .sdmxStructure, .jsonStat: true
    }
  }
}

extension CommandCall {
  /// The option that names the form of a file.
  static let form = "--as"

  /// The form that stands behind `--as` before all else, and the same call without both; nil where there is no such option.
  func formAndRest() throws(CommandFailure) -> (form: FileForm, rest: CommandCall)? {
    guard has(CommandCall.form) else { return nil }
    let rest = without(CommandCall.form)
    let word = rest.arguments.prefix { $0 != " " }
    guard let form = FileForm(rawValue: word.lowercased()) else {
      throw CommandFailure(.unknownForm(String(word), at: rest.span))
    }
    return (form, rest.without(String(word)))
  }
}

extension Diagnostic {
  fileprivate static func unknownForm(_ word: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "bad-option", "`\(word)` is no form of a file.", at: span,
      hints: [Hint("the forms are \(FileForm.allCases.map(\.rawValue).joined(separator: ", "))")])
  }

  /// What is asked for is no data set.
  static func noDataSet(_ form: FileForm, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "no-figures", "It holds no figures of periods, which \(form.rawValue) needs.", at: span,
      hints: [Hint("a file of the ending .csv or .json takes any value")])
  }
}
