import ChisoEconomy
import ChisoIdentity
import ChisoInfrastructure
import ChisoKernel
import ChisoPublicServices
import ChisoStandard

let kernel = Kernel(plugins: [
  StandardPlugin(), EconomyPlugin(), InfrastructurePlugin(), IdentityPlugin(), PublicServicesPlugin(),
])
for problem in kernel.catalogue.verified() {
  print("PROBLEM", problem.plugin ?? "-", problem.file, problem.diagnostic.id, problem.diagnostic.message,
    problem.diagnostic.span.text(in: problem.source))
}
if CommandLine.arguments.last == "check" {
  let report = kernel.catalogue.checkReport()
  for finding in report.findings {
    print(finding.grade, finding.id, finding.summary)
    for claim in finding.claims { print("    ", claim.text, claim.sources.map(\.name)) }
    for line in finding.arithmetic { print("     |", line) }
  }
  print(report.claimCount, report.ruleCount, report.definitionCount, report.consistentCount, report.isComplete)
}
func show(_ node: ExplanationNode, _ depth: Int) {
  let pad = String(repeating: "  ", count: depth)
  print("\(pad)\(node.text) = \(node.value.map(NumberFormat.plain) ?? "missing") \(node.unit.symbolText) (\(node.interval)) \(node.reason) \(node.quality.status.rawValue) \(node.rule ?? "") \(node.remark ?? "")")
  if let claim = node.claim { print("\(pad)  claim: \(claim.text) \(claim.source) \(claim.published?.description ?? "")") }
  for other in node.notChosen { print("\(pad)  not: \(other.text) \(other.source) - \(other.whyNot ?? "")") }
  for child in node.children { show(child, depth + 1) }
}
if CommandLine.arguments.count > 2, CommandLine.arguments[1] == "explain" {
  for root in try Session(kernel).explain(CommandLine.arguments[2]).roots { show(root, 0) }
}
var session = Session(kernel)
for argument in CommandLine.arguments.dropFirst() {
  for result in session.run(argument) {
    switch result.outcome {
    case .answer(let answer):
      print("\(answer.expression)  [\(answer.kind)] unit \(answer.type.unit)")
      for observation in answer.observations {
        print("   ", observation.period?.description ?? "-", observation.value as Any, observation.interval,
          observation.quality.status.rawValue, observation.quality.role, observation.sources, observation.codes)
      }
      for note in answer.notes { print("    note:", note.message) }
    case .failure(let diagnostics):
      for diagnostic in diagnostics {
        print("ERROR \(diagnostic.id): \(diagnostic.message) @\(diagnostic.span.text(in: result.tree.source))")
        for label in diagnostic.labels { print("    label \(label.span.text(in: result.tree.source)): \(label.message)") }
        for hint in diagnostic.hints { print("    hint \(hint.message) => \(Diagnostic.applying(hint, to: result.tree.source) ?? "-")") }
      }
    default: print(result.outcome)
    }
  }
}
