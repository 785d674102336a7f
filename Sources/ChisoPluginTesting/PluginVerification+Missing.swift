import ChisoEngine
import ChisoModel
import ChisoPlugin

// What it makes of nothing: missing is missing, never zero.
extension PluginVerification {
  /// Whether functions and metrics in Swift make nothing of nothing.
  func missingValues() -> PluginReport.Check {
    var registration = Registration()
    plugin.register(&registration)
    var findings: [String] = []
    for function in registration.functions where makesSomethingOfNothing(function) {
      findings.append("`\(function.signature)` makes a figure of missing ones")
    }
    for indicator in registration.indicators {
      let inputs = indicator.inputs.map { _ in missingSeries }
      guard let result = try? indicator.compute(inputs, in: Context()) else { continue }
      if result.values.contains(where: { !$0.isNaN }) {
        findings.append("`\(indicator.declaration.name)` makes a figure of missing ones")
      }
    }
    return PluginReport.Check(
      name: "missing values", examined: registration.functions.count + registration.indicators.count,
      findings: findings)
  }

  private var missingSeries: Series {
    let periods = (2021...2023).map { Period(year: $0) }
    return Series(
      type: .number, grid: Grid(periods: PeriodAxis(periods)), values: [.nan, .nan, .nan],
      quality: .constant(.missing))
  }

  /// Whether a function computes a figure where all it is given is missing. Those that the kernel computes itself, and
  /// those that are only given what is there, cannot. A condition or a status may well be about what is missing.
  private func makesSomethingOfNothing(_ function: NativeFunction) -> Bool {
    let count = self.function(function)?.parameters.count ?? 1
    let types = Array(repeating: ArgumentType.series(.number, name: nil), count: count)
    let type = try? function.type(types)
    if let type, type.isBoolean || type.unit.isStatus { return false }
    if case .whole(let body) = function.shape {
      // One that takes something else than figures says so by its rule of types.
      guard let type, self.function(function)?.parameters.allSatisfy({ $0.kind == .series }) ?? false,
        let made = try? body(Array(repeating: .series(missingSeries), count: count), type, Context())
      else { return false }
      return made.values.contains { !$0.isNaN }
    }
    return makesSomethingOfNothing(function.shape)
  }

  /// The function as the catalogue has it.
  private func function(_ function: NativeFunction) -> FunctionEntry? {
    functions.first { $0.native?.signature == function.signature }
  }

  private func makesSomethingOfNothing(_ shape: FunctionShape) -> Bool {
    let missing: [Double] = [.nan, .nan, .nan]
    var output = missing
    var span = output.mutableSpan
    switch shape {
    case .cellwise(let body), .alongPeriods(let body): body(missing.span, &span)
    case .cellwisePair(let body):
      let present: [Double] = [1, 2, 3]
      body(missing.span, present.span, &span)
      if (0..<3).contains(where: { !span[$0].isNaN }) { return true }
      body(present.span, missing.span, &span)
    case .selection(let choose): return choose(missing.span).map { missing.indices.contains($0) } ?? false
    case .acrossAxis(let body):
      return body([nil, nil, nil], []).contains { $0.map { !$0.value.isNaN } ?? false }
    default: return false
    }
    return (0..<3).contains { !span[$0].isNaN }
  }
}
