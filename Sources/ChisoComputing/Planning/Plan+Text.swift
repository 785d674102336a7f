package import ChisoMeaning
import ChisoModel
import ChisoPlugin

extension Plan {
  /// The plan as text, a line for each step in their order: `#2  pick 2025 of #1  (gdp[2025])`. Scans say which cells they read.
  package func lines(in catalogue: Catalogue) -> [String] {
    let operations = steps.enumerated().map { index, step in
      "#\(index + 1)".padded(to: "#\(steps.count)".count) + "  " + step.operation.text(in: catalogue)
    }
    let width = min(48, operations.map(\.count).max() ?? 0)
    return zip(steps, operations).map { step, operation in
      guard let reference = step.reference, reference.expression < expressions.count else { return operation }
      let asked = expressions[reference.expression].text(of: reference.node, in: catalogue)
      return operation.padded(to: width) + "  " + asked
    }
  }
}

extension PlanOperation {
  /// What it does: `scan gdp, annual, 2025`, `divide #2, #5`.
  fileprivate func text(in catalogue: Catalogue) -> String {
    let slots = operands.map { "#\($0 + 1)" }.joined(separator: ", ")
    return switch self {
    case .constant(let value, _): "constant \(NumberFormat.plain(value))"
    case .stored(let place): "kept value _\(place + 1)"
    case .scan(let scan): "scan \(scan.text)"
    case .suppose: "suppose \(slots)"
    case .heed: "what was supposed must be read by \(slots)"
    case .prefer: "claimed, else computed: \(slots)"
    case .lastInPeriod(_, let frequency, _): "last day of each period, \(frequency), of \(slots)"
    case .sumOfParts(_, let frequency), .cover(_, let frequency): "sum of parts, \(frequency), of \(slots)"
    case .endOfPeriod(_, let frequency): "end of each period, \(frequency), of \(slots)"
    case .pick(_, let period, _): "pick \(period) of \(slots)"
    case .latest: "latest of \(slots)"
    case .mean(_, let period): "mean in \(period) of \(slots)"
    case .window(_, let range): "range \(range) of \(slots)"
    case .select(_, let dimension, let code): "select \(dimension): \"\(code)\" of \(slots)"
    case .whole(_, let dimension, _, _): "total of \(dimension) of \(slots)"
    case .retype: "as another type: \(slots)"
    case .cellwise(.binary(let operation), let sides):
      sides.map { "#\($0 + 1)" }.joined(separator: " \(operation.text) ")
    case .cellwise(let operation, _): "\(operation.text) \(slots)"
    case .outcomes: "without targets: \(slots)"
    case .openWithoutOutcome: "open without outcome: \(slots)"
    case .infer(let question): "infer \(question.name)"
    case .tabulate(let form, let question): "\(form) of \(question.name)"
    case .revisions: "revisions \(slots)"
    case .taken(let place): "taken over \(place + 1)"
    case .requireRate(_, _, let text, _): "needs \(text): \(slots)"
    case .rate(_, let unit, _): "rate to \(unit) of \(slots)"
    case .native(let function, let arguments):
      "\(catalogue.functions[Int(function)].name)(\(arguments.map(\.text).joined(separator: ", ")))"
    case .computation(let indicator, _): "compute \(catalogue.indicators[Int(indicator)].name) of \(slots)"
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
    if cells.periods != .all { parts.append(cells.periods.description) }
    parts += cells.codes.map { "\($0.dimension): \($0.codes.joined(separator: " "))" }
    switch filter {
    case .all: break
    case .reported: parts.append("reported")
    case .targets: parts.append("targets")
    case .outcomes: parts.append("outcomes")
    }
    if let vintage { parts.append("as of \(vintage)") }
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
