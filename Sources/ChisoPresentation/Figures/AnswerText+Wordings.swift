package import ChisoKernel
package import ChisoTerminal
import ChisoWords

// An answer in a few words, for where there is little room.
extension AnswerText {
  /// All that is said of an answer; the same without what it is a share of; the least.
  package func wordings(of answer: Answer) -> [StyledText] {
    let base = baseParts(answer.type)
    guard let (value, rest) = parts(answer) else { return [] }
    let wordings = [[value] + base + rest, [value] + rest, [value]]
    return wordings.map { "\("⇒", .quiet) " + $0.joined(separator: AnswerText.separator) }
  }

  /// What an expression would be a figure of, where that takes longer than a preview may.
  package func wordings(ofCostly type: SeriesType) -> [StyledText] {
    let later = StyledText(style.language.text("with Enter"), .quiet)
    let unit = style.unit(type.unit)
    let parts = (unit.isEmpty ? [] : [StyledText(unit, .unit)]) + baseParts(type)
    return [parts + [later], [later]].map { "\("⇒", .quiet) " + $0.joined(separator: AnswerText.separator) }
  }

  /// The value, and what else is said of it.
  private func parts(_ answer: Answer) -> (value: StyledText, rest: [StyledText])? {
    switch answer.kind {
    case .text: return nil
    case .boolean: return answer.observations.first.map { (AnswerText.truth($0, style.language), []) }
    case .number, .figure:
      guard let observation = answer.observations.first,
        let figure = style.figure(observation.value, observation.interval, answer.type.unit)
      else {
        return (StyledText(style.language.word(for: .missing), .warning), [])
      }
      let period = observation.period.map { [StyledText($0.description, .period)] } ?? []
      return (figure, period + qualityParts(observation.quality))
    case .series:
      let observations = answer.observations.filter { !$0.isMissing }
      let periods = observations.compactMap(\.period)
      guard let first = periods.min(by: { $0.first < $1.first }),
        let last = periods.max(by: { $0.last < $1.last })
      else { return nil }
      let count = StyledText(style.language.text(.figures(observations.count)), .number)
      let span = StyledText(first == last ? first.description : "\(first)–\(last)", .period)
      let unit = style.unit(answer.type.unit)
      return (count, [span] + (unit.isEmpty ? [] : [StyledText(unit, .unit)]))
    }
  }

  private func baseParts(_ type: SeriesType) -> [StyledText] {
    guard let base = type.base, type.unit.isPercent else { return [] }
    return [StyledText(style.language.text(("share of \(base)" as Phrase).meaning("before Enter")), .quiet)]
  }
}
