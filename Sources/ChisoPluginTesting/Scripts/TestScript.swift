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
/// Statements stand at the margin and may go on over several lines while a brace is open; what is expected of one
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
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      if let (start, begun) = open {
        open = nil
        add(begun + "\n" + line, from: start, startsAnew: startsAnew, &open)
      } else if line.allSatisfy(\.isWhitespace) {
        continue
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
      } else if line.hasPrefix("#") {
        continue
      } else if let first = line.first, first.isWhitespace {
        throw TestScriptError(
          description:
            "\(name):\(index + 1): what is expected stands two spaces further in than its statement.")
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

extension StringProtocol {
  /// What stands between spaces.
  package var words: [SubSequence] { split(separator: " ") }
}
