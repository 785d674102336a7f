import ChisoKernel

/// A script of statements and what is expected of each: tests that read as documentation.
///
///     # Prose stands behind a hash at the margin.
///     share(digital_economy, gdp, 2025)
///       => 20.5 %
///       in 20.45..20.55
///       role target
///     ---
///     gdp[2024] + population[2024]
///       error incompatible-units
///
/// Statements stand at the margin and may go on over several lines while a bracket is open; what is expected of one
/// stands behind it, indented by two spaces. `---` forgets all that was declared. What can be expected is in
/// `Expectation`.
package struct TestScript: Sendable {
  /// A statement with what is expected of it.
  package struct Case: Sendable {
    package var line: Int
    package var statement: String
    package var expectations: [Expectation]
    /// Whether all that was declared before is forgotten first.
    package var startsAnew: Bool
  }

  package var name: String
  package var cases: [Case] = []

  /// The script `name` with `text`.
  package init(name: String, text: String) throws(TestScriptError) {
    self.name = name
    var startsAnew = true
    var open: (line: Int, text: String)?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let (start, begun) = open {
        open = nil
        add(begun + "\n" + line, from: start, startsAnew: startsAnew, &open)
      } else if line.hasPrefix("    "), let last = cases.last?.expectations.last, last.takesRows {
        cases[cases.count - 1].expectations[cases[cases.count - 1].expectations.count - 1].rows.append(
          line.words)
        continue
      } else if line.hasPrefix("  ") {
        guard !cases.isEmpty, let expectation = Expectation(line.dropFirst(2)) else {
          throw TestScriptError(description: "\(name):\(index + 1): what is expected by `\(line)`?")
        }
        cases[cases.count - 1].expectations.append(expectation)
        continue
      } else if line == "---" {
        startsAnew = true
        continue
      } else if line.isEmpty || line.hasPrefix("#") {
        continue
      } else {
        add(String(line), from: index + 1, startsAnew: startsAnew, &open)
      }
      if open == nil { startsAnew = false }
    }
    if let (line, _) = open {
      throw TestScriptError(description: "\(name):\(line): the statement does not end.")
    }
  }

  private mutating func add(
    _ text: String, from line: Int, startsAnew: Bool, _ open: inout (line: Int, text: String)?
  ) {
    // A statement that must fail may be unfinished, so only open braces carry on to the next line.
    let depth = text.reduce(0) { depth, character in
      character == "{" ? depth + 1 : character == "}" ? depth - 1 : depth
    }
    guard depth <= 0 else {
      open = (line, text)
      return
    }
    cases.append(Case(line: line, statement: text, expectations: [], startsAnew: startsAnew))
  }
}

/// Why a script cannot be read.
package struct TestScriptError: Error, CustomStringConvertible {
  package var description: String
}

/// One thing that is expected of a statement.
package struct Expectation: Sendable {
  /// What it is about; the raw value is how it is written.
  package enum Subject: String, CaseIterable, Sendable {
    /// `=> 20.5 %`, `=> missing`, `=> true`: the value of a figure, at the digits that are printed here.
    case value = "=>"
    /// `in 20.45..20.55`, `in 20..`: the bounds in the unit of the value above, at the digits printed here.
    case bounds = "in"
    /// `exact`: the bounds are the value.
    case exact
    /// `period 2024-10-12`, `period none`.
    case period
    /// `role target`.
    case role
    /// `status E`.
    case status
    /// `source session_10`, `source none`; several are separated by spaces.
    case source
    /// `published 2025-02-06`.
    case published
    /// `base gdp`.
    case base
    /// `kind series`.
    case kind
    /// `expression growth(gdp)[2024]`: the canonical text.
    case expression
    /// `note disagreement`, `note none`; or words that one of the notes contains.
    case note
    /// `series`: the rows below, each `[codes] [period] value [status or role]`.
    case series
    /// `command as-of`: a command for whoever shows the session.
    case command
    /// `declared name`: something was declared for the session.
    case declared
    /// `type twice(x: series in U) → U`: what is known of a function that was declared.
    case type
    /// `error incompatible-units`.
    case error
    /// `message …`: words that the message contains.
    case message
    /// `at population[2024]`: what the message points at.
    case place = "at"
    /// `hint …`: words that one of the hints contains.
    case hint
    /// `fix gdp[2024] / population[2024]`: the statement with a hint applied.
    case fix
  }

  package var subject: Subject
  package var words: String
  package var rows: [[Substring]] = []

  /// It as it is written.
  var text: String { words.isEmpty ? subject.rawValue : "\(subject.rawValue) \(words)" }

  /// Whether it says that the statement is refused, and how.
  var isOfARefusal: Bool { [.error, .message, .place, .hint, .fix].contains(subject) }

  /// Whether indented lines below belong to it.
  var takesRows: Bool { subject == .series }

  /// The expectation that `line` states.
  package init?(_ line: Substring) {
    guard let first = line.words.first, let subject = Subject(rawValue: String(first)) else { return nil }
    self.subject = subject
    words = String(line.dropFirst(first.count).drop { $0 == " " })
  }
}

extension StringProtocol {
  /// What stands between spaces.
  package var words: [SubSequence] { split(separator: " ") }
}
