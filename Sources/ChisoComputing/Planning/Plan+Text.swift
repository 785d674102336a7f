package import ChisoMeaning
import ChisoModel
import ChisoPlugin

extension Plan {
  /// The plan as text, a line for each step in their order: `#2  pick(#1, 2025)  gdp[2025]`. Scans say which
  /// cells they read.
  package func lines(in catalogue: Catalogue) -> [String] {
    let operations = steps.enumerated().map { index, step in
      "#\(index + 1)".padded(to: "#\(steps.count)".count) + "  " + step.operation.text(in: catalogue)
    }
    let width = min(64, operations.map(\.count).max() ?? 0)
    return zip(steps, operations).map { step, operation in
      guard let reference = step.reference, reference.expression < expressions.count else { return operation }
      let asked = expressions[reference.expression].text(of: reference.node, in: catalogue)
      return operation.padded(to: width) + "  " + asked
    }
  }
}

extension PlanOperation {
  /// What it does, written as a call: `scan(gdp, annual, 2025)`, `pick(#1, 2025)`, `#2 / #5`.
  fileprivate func text(in catalogue: Catalogue) -> String {
    let slots = operands.map { "#\($0 + 1)" }
    func call(_ name: String, _ more: String...) -> String {
      "\(name)(\((slots + more).joined(separator: ", ")))"
    }
    return switch self {
    case .constant(let value, _): NumberFormat.plain(value)
    case .stored(let place): "_\(place + 1)"
    case .scan(let scan): call("scan", scan.text)
    case .suppose: call("suppose")
    case .heed: call("require_read")
    case .prefer: call("prefer")
    case .lastInPeriod(_, let frequency, _): call("last_in_period", frequency.description)
    case .sumOfParts(_, let frequency), .cover(_, let frequency): call("sum_of_parts", frequency.description)
    case .endOfPeriod(_, let frequency): call("end_of_period", frequency.description)
    case .pick(_, let period, _): call("pick", period.description)
    case .latest: call("latest")
    case .mean(_, let period): call("mean_in", period.description)
    case .window(_, let range): call("range", range.description)
    case .select(_, let dimension, let code): call("select", DimensionCode(dimension, code).selector)
    case .whole(_, let dimension, _, _): call("total", dimension)
    case .retype: call("retype")
    case .cellwise(.binary(let operation), _): slots.joined(separator: " \(operation.text) ")
    case .cellwise(let operation, _): call(operation.text)
    case .outcomes: call("outcomes")
    case .openWithoutOutcome: call("open_without_outcome")
    case .infer(let question): call("infer", question.name)
    case .tabulate(let form, let question): call(form.rawValue, question.name)
    case .revisions: call("revisions")
    case .taken(let place): call("taken", "\(place + 1)")
    case .requireRate(_, _, let text, _): call("require_rate", text)
    case .rate(_, let unit, _): call("rate", unit)
    case .native(let function, let arguments):
      "\(catalogue.functions[Int(function)].name)(\(arguments.map(\.text).joined(separator: ", ")))"
    case .computation(let indicator, _): call(catalogue.indicators[Int(indicator)].name)
    }
  }
}

extension PlanArgument {
  fileprivate var text: String {
    switch self {
    case .slot(let slot): "#\(slot + 1)"
    case .value(.period(let period)): period.description
    case .value(.text(let text)): "\"\(text)\""
    case .value(.unit(let unit)): unit.description
    case .value(.word(let word)): word
    case .value(.series): "…"
    }
  }
}

extension Scan {
  fileprivate var text: String {
    var parts = [name, frequency.description]
    if let first = cells.periods.first, first == cells.periods.last {
      parts.append(first.description)
    } else if cells.periods != .all {
      parts.append(cells.periods.description)
    }
    parts += cells.codes.flatMap { dimension in
      dimension.codes.map { DimensionCode(dimension.dimension, $0).selector }
    }
    switch filter {
    case .all: break
    case .reported: parts.append("reported")
    case .targets: parts.append("targets")
    case .outcomes: parts.append("outcomes")
    }
    if let vintage { parts.append("as_of: \(vintage)") }
    return parts.joined(separator: ", ")
  }
}

extension FusedOperation {
  fileprivate var text: String {
    switch self {
    case .binary(let operation): operation.text
    case .not: "not"
    case .negate: "negate"
    case .magnitude: "abs"
    case .conditional: "if"
    case .scale: "convert"
    case .rounding: "round"
    case .cellwise, .cellwisePair: "compute"
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
