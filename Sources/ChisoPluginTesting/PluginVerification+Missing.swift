import ChisoMeaning
import ChisoModel
import ChisoPlugin

// What it makes of nothing: missing is missing, never zero.
extension PluginVerification {
  /// Whether functions and indicators in Swift make nothing of nothing.
  func missingValues() -> PluginReport.Check {
    asking("what it makes of missing figures")
    var findings: [String] = []
    let natives = functions.filter { $0.native != nil }
    for function in natives where makesSomethingOfNothing(function) {
      findings.append(
        "`\(function.signature)` makes a figure of missing ones: what is missing is NaN, and stays so")
    }
    let computations = indicators.compactMap(\.computation)
    for computation in computations {
      let inputs = computation.inputs.map { _ in series(of: missing) }
      guard let result = try? computation.compute(inputs, in: Context()) else { continue }
      if result.values.contains(where: { !$0.isNaN }) {
        findings.append(
          "`\(computation.declaration.name)` makes a figure of missing ones: what is missing is NaN, and stays so"
        )
      }
    }
    return PluginReport.Check(
      name: "missing values", examined: natives.count + computations.count, findings: findings)
  }

  private var missing: [Double] { [.nan, .nan, .nan] }

  /// Whether a function computes a figure where all it is given is missing. Those that the kernel computes itself, and
  /// those that are only given what is there, cannot. A condition or a status may well be about what is missing.
  private func makesSomethingOfNothing(_ function: FunctionEntry) -> Bool {
    guard let native = function.native, let arguments = arguments(of: function, figures: missing),
      arguments.contains(where: { $0.series?.values.allSatisfy(\.isNaN) ?? false })
    else { return false }
    let type = try? catalogue.call(of: function, native, arguments.map(ArgumentType.init)).result()
    if let type, type.isBoolean || type.unit.isWorded { return false }
    var output = missing
    var span = output.mutableSpan
    switch native.shape {
    case .cellwise(let body), .alongPeriods(let body): body(missing.span, &span)
    case .cellwisePair(let body):
      let present: [Double] = [1, 2, 3]
      body(missing.span, present.span, &span)
      if (0..<3).contains(where: { !span[$0].isNaN }) { return true }
      body(present.span, missing.span, &span)
    case .selection(let choose):
      return choose(missing.span).map { missing.indices.contains($0) } ?? false
    case .acrossAxis(let body):
      return body([nil, nil, nil], arguments).contains { $0.map { !$0.value.isNaN } ?? false }
    case .whole(let body):
      // Without a type these arguments make no sense, and it is never called with them.
      guard let type, let made = try? body(arguments, type, Context()) else { return false }
      return made.values.contains { !$0.isNaN }
    default: return false
    }
    return (0..<3).contains { !span[$0].isNaN }
  }
}

extension ArgumentType {
  /// What is known of an argument before it is looked at.
  fileprivate init(_ argument: Argument) {
    switch argument {
    case .series(let series): self = .series(series.type, name: nil)
    case .period(let period): self = .period(period)
    case .text(let text): self = .text(text)
    case .unit(let unit): self = .unit(unit)
    case .word(let word): self = .word(word)
    }
  }
}
