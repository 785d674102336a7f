import ChisoKernel

/// A report of some expressions that stays up to date: each is checked and planned once, and asked again where what it
/// depends on has changed.
struct Dashboard {
  /// A line of the report.
  struct Row {
    let title: String
    var expression: PreparedExpression
    /// The figure as it is shown.
    var text: String
  }

  private(set) var kernel: Kernel
  private(set) var rows: [Row] = []

  /// A report of `questions`, each a title and an expression.
  init(_ kernel: Kernel, questions: [(title: String, expression: String)]) throws {
    self.kernel = kernel
    for question in questions {
      let expression = try kernel.prepare(question.expression)
      rows.append(Row(title: question.title, expression: expression, text: Dashboard.text(of: expression)))
    }
  }

  /// Takes in what `declarations` say: new claims of a source, mostly. Returns the rows that read otherwise now, with
  /// what stood there before.
  mutating func add(_ declarations: String) throws -> [(row: Row, before: String)] {
    let next = try kernel.adding(declarations)
    var changes: [(row: Row, before: String)] = []
    for index in rows.indices {
      let before = rows[index].text
      rows[index].expression = try rows[index].expression.following(next)
      rows[index].text = Dashboard.text(of: rows[index].expression)
      if rows[index].text != before { changes.append((rows[index], before)) }
    }
    kernel = next
    return changes
  }

  /// `20.5 percent · 2025 · target · session_10`, or why there is no figure.
  private static func text(of expression: PreparedExpression) -> String {
    do throws(EvaluationError) {
      let answer = try expression.evaluate()
      return answer.observations.map { text(of: $0, in: answer) }.joined(separator: "; ")
    } catch {
      return "– \(error)"
    }
  }

  private static func text(of observation: Observation, in answer: Answer) -> String {
    guard let value = observation.value else { return "missing" }
    if answer.kind == .boolean { return value == 0 ? "no" : "yes" }
    var unit = answer.type.unit
    var shown = value
    if unit.isMoney || unit.isCount, abs(value) >= 1e9 {
      shown /= 1e9
      unit = unit.withScale(unit.scale + 9)
    }
    var parts = ["\(NumberFormat.english.string(shown)) \(unit)"]
    if let period = observation.period { parts.append(period.description) }
    if observation.quality.role == .target { parts.append("target") }
    if !observation.sources.isEmpty { parts.append(observation.sources.joined(separator: ", ")) }
    return parts.joined(separator: " · ")
  }
}
