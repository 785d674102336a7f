import ChisoDiagnostics
import ChisoMeaning
package import ChisoModel
import ChisoPlugin

// What is claimed around a figure that is not there.
extension Evaluator {
  /// What is claimed of expressions that an indicator stands in, such as its growth.
  func claimsAround(_ gap: Gap) -> [String] {
    guard gap.question.filter == .all, gap.vintage == nil,
      let indicator = input.catalogue.indicator(ofKey: gap.question.subject)
    else { return [] }
    return input.claims.claims(naming: [indicator]).suffix(3).map { input.catalogue.claimText($0) }
  }

  /// What is claimed of a question without a period, which nothing is computed with.
  func undatedFigures(
    of subject: QuestionKey, _ unit: UnitOfMeasure, _ filter: ClaimFilter, vintage: CivilDate? = nil
  ) -> [Phrase] {
    let claims = input.claims.claims(about: QuestionKey(.parameter).appending(subject)).filter { claim in
      if let vintage, let published = claim.published, published > vintage { return false }
      return filter == .all || (filter == .targets) == (claim.quality.role == .target)
    }
    return claims.suffix(2).map { claim in
      "\(words(for: claim.value, unit)) (\(input.catalogue.sources[Int(claim.source)].name))"
    }
  }

  /// Of what there is no outcome yet, and the targets that there are; nil where nobody says anything of it at all.
  func noOutcome(_ step: PlanStep) -> Diagnostic? {
    guard let reference = step.reference,
      case .native(_, let arguments) = plan.expressions[reference.expression][reference.node].operation,
      let argument = arguments.first
    else { return nil }
    let expression = plan.expressions[reference.expression]
    let key = expression[argument].key
    let unit = expression[argument].type.unit
    var targets: [Phrase] = []
    var due: Period?
    for claim in input.claims.claims(about: key) where claim.quality.role == .target {
      if let vintage = input.context.vintage, let published = claim.published, published > vintage {
        continue
      }
      guard let period = claim.period else { continue }
      due = due ?? period
      targets.append("\(words(for: claim.value, unit)) (\(period))")
    }
    let undated = undatedFigures(of: key, unit, .targets, vintage: input.context.vintage)
    targets += undated.map { "\($0), without a period" }
    guard !targets.isEmpty else { return nil }
    return .noOutcome(
      plan.name(of: NodeReference(expression: reference.expression, node: argument), in: input.catalogue),
      targets: targets, due: due, at: step.span)
  }
}

extension Catalogue {
  /// A claim as it was written, or a figure of a table, with who says it: `gdp[2024] = 476.3 billion USD (gso)`.
  package func claimText(_ claim: Int32) -> String {
    guard let said = statement(claim) else { return "observations" }
    let file = tabled(claim)?.block.file
    let name = provenance(of: claim).map { sources[Int($0.source)].name } ?? ""
    return "\(said.text) (\(file.map { "\(name), \($0)" } ?? name))"
  }

  /// What a claim says as it was written, or a figure of a table as a claim would be, who says it, and since when; nil for
  /// what is neither.
  package func statement(_ claim: Int32) -> (text: String, sayer: String, published: CivilDate?)? {
    if claim >= 0, Int(claim) < claims.count {
      let entry = claims[Int(claim)]
      return (
        entry.writtenText, sources[Int(entry.source)].name, entry.published
      )
    }
    guard let (block, index) = tabled(claim), let index else { return nil }
    let entry = indicators[Int(block.indicator)]
    let period = block.grid.period(ofCell: index)
    let value =
      (block.values[index].isNaN
      ? rangeWords(for: block.interval(at: index), entry.unit)
      : exactWords(for: block.values[index], entry.unit))
      .text
    return (
      "\(entry.name)\(period.map { "[\($0)]" } ?? "") = \(value)", sayer(of: claim),
      block.published
    )
  }
}
