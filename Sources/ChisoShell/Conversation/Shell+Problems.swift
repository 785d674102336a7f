import ChisoKernel
import ChisoPresentation
import ChisoWords

extension Shell {
  /// Writes messages about files: for people with the lines they are about, for programs with file, line and column in
  /// the message.
  func write(_ problems: [PlacedDiagnostic], of statement: StatementPlace, to sink: Sink) {
    guard settings.format == .json else {
      for problem in problems.prefix(20) {
        guard !problem.source.text.isEmpty else {
          var diagnostic = problem.diagnostic
          diagnostic.span = statement.span
          write(failures: [diagnostic], of: statement, to: sink)
          continue
        }
        write(
          failures: [problem.diagnostic],
          of: StatementPlace(span: problem.diagnostic.span, source: problem.source),
          to: sink)
      }
      if problems.count > 20 { writeRest(problems.count - 20, to: sink) }
      return
    }
    for problem in problems.prefix(20) {
      var diagnostic = problem.diagnostic
      if !problem.source.text.isEmpty {
        let place = DiagnosticText(problem.source, width: nil).place(diagnostic)
        diagnostic.phrase = "\(place): \(diagnostic.phrase)"
      }
      diagnostic.span = statement.span
      write(failures: [diagnostic], of: statement, to: sink)
    }
  }
}
