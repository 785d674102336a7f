import ChisoMeaning
import ChisoModel
import ChisoPlugin

// What its functions in Swift return: as many cells as they got, places that there are, values inside of their bounds.
extension PluginVerification {
  /// Whether what functions return along an axis fits what they were given.
  func results() -> PluginReport.Check {
    asking("what it makes of three figures")
    var findings: [String] = []
    let natives = functions.filter { $0.native != nil }
    for function in natives {
      guard let fault = fault(ofResultsOf: function) else { continue }
      findings.append("`\(function.signature)` \(fault)")
    }
    return PluginReport.Check(name: "results", examined: natives.count, findings: findings)
  }

  private func fault(ofResultsOf function: FunctionEntry) -> String? {
    let values = [3.0, 1, 2]
    guard let shape = function.native?.shape, let arguments = arguments(of: function, figures: values) else {
      return nil
    }
    switch shape {
    case .selection(let choose):
      guard let place = choose(values.span), !values.indices.contains(place) else { return nil }
      return "chose the cell \(place) of \(values.count)"
    case .subset(let choose):
      let chosen = (try? choose(values, arguments)) ?? []
      return chosen.first { !values.indices.contains($0) }.map { "chose the place \($0) of \(values.count)" }
    case .acrossAxis(let body):
      let made = body(values.map { BoundedValue($0, Interval(exactly: $0)) }, arguments)
      guard made.count == values.count else {
        return "returned \(made.count) \(made.count == 1 ? "cell" : "cells") for \(values.count)"
      }
      let isOutside = made.contains { $0.map { !$0.value.isNaN && !$0.interval.spans($0.value) } ?? false }
      return isOutside ? "returned a value outside of its bounds" : nil
    default: return nil
    }
  }

  /// Arguments of the kinds that a function takes, with `figures` of three years for each figure; nil where it takes what
  /// cannot be made up.
  func arguments(of function: FunctionEntry, figures: [Double]) -> [Argument]? {
    var arguments: [Argument] = []
    for parameter in function.parameters {
      switch parameter.kind {
      case .series: arguments.append(.series(series(of: figures)))
      case .number: arguments.append(.series(Series(1, type: .number)))
      case .text: arguments.append(.text("A"))
      case .period: arguments.append(.period(Period(year: 2022)))
      case .unit: arguments.append(.unit(.one))
      case .axis: arguments.append(.word("period"))
      case .word(let words): arguments.append(.word(words.first ?? ""))
      case .range, .function: return nil
      }
    }
    return arguments
  }

  /// Figures of the years 2021 to 2023; those that are NaN are missing.
  func series(of figures: [Double]) -> Series {
    let axis = PeriodAxis(figures.indices.map { Period(year: 2021 + $0) })
    let isMissing = figures.allSatisfy(\.isNaN)
    return Series(
      type: .number, grid: Grid(periods: axis), values: figures,
      quality: .constant(isMissing ? .missing : .normal))
  }
}
