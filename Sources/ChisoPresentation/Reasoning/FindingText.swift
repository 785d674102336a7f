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
    case .contradiction: language.choose("Cannot be true", "Không thể cùng đúng")
    case .suspicious: language.choose("Suspicious", "Đáng ngờ")
    case .note: language.choose("Worth a note", "Cần lưu ý")
    }
  }

  private func concerning(_ name: String, _ report: CheckReport) -> String {
    let count = report.findings.count
    return language.choose(
      "\(counted(count, "finding")) about \(name); `:check` alone shows all.",
      "\(count) phát hiện về \(name); `:check` cho xem tất cả.")
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func summary(_ report: CheckReport) -> String {
    let counts = FindingGrade.allCases.map { grade in report.findings.count { $0.grade == grade } }
    let more =
      report.isComplete
      ? ""
      : language.choose(
        " The search stopped at its limit: there may be more.", " Đã dừng ở giới hạn: có thể còn nữa.")
    return language.choose(
      "\(counted(report.claimCount, "claim")), \(counted(report.definitionCount, "definition")) and "
        + "\(counted(report.ruleCount, "rule")) at their periods were examined: \(counted(counts[0], "contradiction")), \(counted(counts[1], "suspicion")), "
        + "\(counted(counts[2], "note")); "
        + "\(report.consistentCount) \(report.consistentCount == 1 ? "claim stands" : "claims stand") in none of them.",
      "Đã xét \(report.claimCount) số liệu, \(report.definitionCount) định nghĩa và \(report.ruleCount) quy tắc: "
        + "\(counts[0]) mâu thuẫn, \(counts[1]) điểm đáng ngờ, \(counts[2]) lưu ý; "
        + "\(report.consistentCount) số liệu không vướng điều gì.") + more
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
