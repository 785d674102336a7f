import ChisoExchange
package import ChisoKernel
package import ChisoWords

extension AnswerRecord {
  /// The answer in the form that other programs read; `observations` are all of its own, where they are there already.
  package init(_ answer: Answer, observations: [Observation]? = nil) {
    let content: Content
    switch answer.kind {
    case .text(let text): content = .value(unit: nil, .string(text))
    case .boolean where !answer.observations.contains(where: { !$0.sources.isEmpty }):
      let value = answer.observations.first?.value
      content = .value(unit: nil, value.map { .bool($0 != 0) } ?? .null)
    case .number:
      let cell = answer.observations.first
      let interval = cell.flatMap { $0.interval.isExact ? nil : $0.interval }
      content = .value(
        unit: answer.type.unit.description, .number(orNull: cell?.value), interval: interval)
    case .boolean, .figure, .series:
      content = .observations(
        unit: answer.type.unit.description, dimensions: answer.series.grid.dimensions.map(\.name),
        values: answer.type.isBoolean
          ? .truth : answer.type.unit.isWorded ? .words(answer.type.unit) : .number,
        observations ?? answer.observations)
    }
    self.init(expression: answer.expression, content: content, notes: answer.notes.map(\.message))
  }
}

extension AnswerRecord {
  /// One answer at several lengths of period, with all `observations` of them.
  package init(_ answers: [Answer], observations: [Observation]) {
    self.init(answers[0], observations: observations)
    guard case .observations(let unit, var dimensions, let values, let all) = content else { return }
    for answer in answers.dropFirst() {
      for dimension in answer.series.grid.dimensions.map(\.name) where !dimensions.contains(dimension) {
        dimensions.append(dimension)
      }
      for note in answer.notes.map(\.message) where !notes.contains(note) { notes.append(note) }
    }
    content = .observations(unit: unit, dimensions: dimensions, values: values, all)
  }
}

extension FailureRecord {
  /// A diagnostic about a statement.
  package init(_ diagnostic: Diagnostic, of statement: StatementPlace) {
    let bytes = statement.source.text.utf8
    let start = min(Int(statement.span.start), bytes.count)
    func scalars(_ offset: Int32) -> Int {
      let length = min(max(start, Int(offset)), bytes.count) - start
      return bytes.dropFirst(start).prefix(length).count { $0 & 0xC0 != 0x80 }
    }
    let low = scalars(diagnostic.span.start)
    self.init(
      expression: statement.text, id: diagnostic.id, message: diagnostic.message,
      scalars: low..<max(low, scalars(diagnostic.span.end)), hints: diagnostic.hints.map(\.message))
  }
}
