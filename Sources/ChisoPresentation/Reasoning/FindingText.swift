package import ChisoExchange
package import ChisoKernel
package import ChisoTerminal
package import ChisoWords

/// What `:check` found, as a journalist could print it.
package struct FindingText {
  let language: Language
  /// The columns there are; 100 at most.
  let width: Int?

  package init(language: Language, width: Int?) {
    self.language = language
    self.width = width
  }

  private var columns: Int { min(max(width ?? 100, 40), 100) }

  /// All findings by grade, and what was looked at.
  package func text(_ report: CheckReport, about name: String? = nil) -> StyledText {
    var lines: [StyledText] = []
    for grade in FindingGrade.allCases {
      let findings = report.findings.filter { $0.grade == grade }
      guard !findings.isEmpty else { continue }
      if !lines.isEmpty { lines.append("") }
      lines.append(StyledText(heading(grade), .heading))
      for (index, finding) in findings.enumerated() { lines += self.lines(finding, number: index + 1) }
    }
    if !lines.isEmpty { lines.append("") }
    lines += StyledText(name.map { concerning($0, report) } ?? summary(report), .quiet).wrapped(
      to: columns, indentation: 0)
    return lines.joined(separator: "\n")
  }

  private func lines(_ finding: Finding, number: Int) -> [StyledText] {
    var lines = StyledText("\(number). \(language.text(finding.phrase))").wrapped(
      to: columns, indentation: 3)
    for claim in finding.claims {
      let names = claim.sources.map { source in
        source.published.map { "\(source.name), \($0)" } ?? source.name
      }
      let text = StyledText(claim.text, .name) + StyledText("  \(names.joined(separator: "; "))", .quiet)
      lines += indented(text, by: 5)
    }
    for step in finding.steps {
      lines += indented(StyledText("→ \(language.text(step))", role(finding.grade)), by: 5)
    }
    return lines
  }

  private func indented(_ text: StyledText, by spaces: Int) -> [StyledText] {
    let prefix = String(repeating: " ", count: spaces)
    return text.wrapped(to: columns - spaces, indentation: 2).map { StyledText(prefix) + $0 }
  }

  private func role(_ grade: FindingGrade) -> ChisoTerminal.Role {
    switch grade {
    case .contradiction: .error
    case .suspicious: .warning
    case .note: .quiet
    }
  }

  private func heading(_ grade: FindingGrade) -> String {
    switch grade {
    case .contradiction: language.text("Cannot be true")
    case .suspicious: language.text("Suspicious")
    case .note: language.text("Worth a note")
    }
  }

  private func concerning(_ name: String, _ report: CheckReport) -> String {
    let count = counted(report.findings.count, "finding", "findings")
    return language.text("\(count) about \(name); `:check` alone shows all.")
  }

  private func counted(_ count: Int, _ one: Phrase, _ many: Phrase) -> Phrase {
    "\(count) \(count == 1 ? one : many)"
  }

  private func summary(_ report: CheckReport) -> String {
    let counts = FindingGrade.allCases.map { grade in report.findings.count { $0.grade == grade } }
    let claims = counted(
      report.claimCount, ("claim" as Phrase).meaning("of a check"), ("claims" as Phrase).meaning("of a check")
    )
    let definitions = counted(report.definitionCount, "definition", "definitions")
    let rules = counted(report.ruleCount, "rule", "rules")
    let contradictions = counted(counts[0], "contradiction", "contradictions")
    let suspicions = counted(counts[1], "suspicion", "suspicions")
    let notes = counted(counts[2], "note", "notes")
    let consistent = counted(report.consistentCount, "claim stands", "claims stand")
    let found = language.text(
      "\(claims), \(definitions) and \(rules) at their periods were examined: \(contradictions), \(suspicions), \(notes); \(consistent) in none of them."
    )
    let more = " " + language.text("The search stopped at its limit: there may be more.")
    return report.isComplete ? found : found + more
  }
}

extension Finding {
  /// The finding for other programs.
  package var record: [(name: String, value: JSONValue)] {
    [
      ("grade", .string(grade.rawValue)), ("id", .string(id)), ("summary", .string(summary)),
      (
        "claims",
        .array(
          claims.map { claim in
            .object([
              ("claim", .string(claim.text)),
              (
                "sources",
                .array(
                  claim.sources.map { source in
                    .object([
                      ("source", .string(source.name)),
                      ("published", .string(orNull: source.published?.description)),
                    ])
                  })
              ),
            ])
          })
      ),
      ("arithmetic", .array(arithmetic.map(JSONValue.string))),
      ("indicators", .array(indicators.map(JSONValue.string))),
    ]
  }
}
