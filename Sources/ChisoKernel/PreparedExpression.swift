public import ChisoEngine
import Synchronization

/// An expression that is checked and planned once and evaluated many times, each time with other arguments.
///
/// For example:
///
///     let share = try kernel.prepare("share(digital_economy, gdp, p)", parameters: [.period("p")])
///     try share.evaluate([.period(Period(year: 2025))]).observations[0].value   // 20.5
///
/// A value: any number of threads may evaluate one. It answers from the kernel that prepared it; `following` gives the
/// same expression on another snapshot.
public struct PreparedExpression: Sendable {
  /// What stands for a name in the expression each time.
  public enum Parameter: Hashable, Sendable {
    /// A number with a unit, which arguments are brought into.
    case quantity(String, in: UnitOfMeasure)
    /// A series of a type.
    case series(String, SeriesType)
    /// A period.
    case period(String)
    /// A code of a dimension or another text: `beds[2023, area: a]`.
    case text(String)

    /// The name that it has in the expression.
    public var name: String {
      switch self {
      case .quantity(let name, _), .series(let name, _), .period(let name), .text(let name): name
      }
    }

    /// A plain number.
    public static func number(_ name: String) -> Parameter { .quantity(name, in: .one) }
  }

  /// What a parameter is given.
  public enum Argument: Sendable {
    /// A number with its unit.
    case quantity(Quantity)
    /// A series.
    case series(Series)
    /// A period.
    case period(Period)
    /// A code or text.
    case text(String)

    /// A plain number.
    public static func number(_ value: Double) -> Argument { .quantity(Quantity(value, .one)) }
  }

  /// The expression as it was written.
  public let text: String
  /// What stands for names in it.
  public let parameters: [Parameter]
  /// The kernel that answers.
  public let kernel: Kernel
  /// What one evaluation may use.
  public var budget = Budget.standard
  let observations = PreparedObservations()
  private let store: PreparedStore
  /// The program of an expression of numbers alone.
  private let scalar: ScalarProgram?

  init(
    _ text: String, _ parameters: [Parameter], _ kernel: Kernel, compiled: [String: CompiledExpression] = [:]
  ) throws(EvaluationError) {
    self.text = text
    self.parameters = parameters
    self.kernel = kernel
    store = PreparedStore(compiled)
    let (tree, diagnostics) = parse(text, as: .expression)
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw EvaluationError(text: tree.source, diagnostics: errors) }
    guard parameters.allSatisfy(\.isValue) else {
      scalar = nil
      return
    }
    let first: CompiledExpression
    if let known = compiled.first?.value {
      first = known
    } else {
      let written = PreparedExpression.written(text, parameters, [])
      first = try CompiledExpression(written, parameters, kernel.catalogue)
      store.keep(first, for: written)
    }
    scalar = ScalarProgram(first.checked)
  }

  /// The value for `arguments`, one for each parameter in their order. Observation sources are not asked;
  /// `evaluateFetching` does.
  public func evaluate(_ arguments: [Argument] = []) throws(EvaluationError) -> Answer {
    try evaluate(arguments) { false }
  }

  /// The value of an expression of numbers alone for `values`, in the units of the parameters: in a fraction of a
  /// microsecond.
  public func quantity(of values: [Double]) throws(EvaluationError) -> Quantity {
    guard values.count == parameters.count else {
      throw refusal(.wrongNumberOfArguments(values.count, parameters.count))
    }
    if let scalar, let result = scalar.run(values) { return result }
    var arguments: [Argument] = []
    for (value, parameter) in zip(values, parameters) {
      guard case .quantity(_, let unit) = parameter else { throw refusal(.unfitArgument(parameter.name)) }
      arguments.append(.quantity(Quantity(value, unit)))
    }
    let answer = try evaluate(arguments)
    guard let cell = answer.observations.first, answer.observations.count == 1, let value = cell.value else {
      throw refusal(.noSingleFigure)
    }
    return Quantity(value: value, unit: answer.type.unit, interval: cell.interval)
  }

  func evaluate(
    _ arguments: [Argument], isCancelled: @escaping @Sendable () -> Bool
  ) throws(EvaluationError) -> Answer {
    guard arguments.count == parameters.count else {
      throw refusal(.wrongNumberOfArguments(arguments.count, parameters.count))
    }
    var stored = LayeredArray<Evaluated>()
    for (argument, parameter) in zip(arguments, parameters) {
      guard let value = parameter.value(argument) else { throw refusal(.unfitArgument(parameter.name)) }
      if case .series(let series) = value { stored.append(Evaluated(series)) }
    }
    let written = PreparedExpression.written(text, parameters, arguments)
    let compiled: CompiledExpression
    if let known = store[written] {
      if let answer = known.answer { return answer }
      compiled = known
    } else {
      compiled = try CompiledExpression(written, parameters, kernel.catalogue)
      store.keep(compiled, for: written)
    }
    do throws(DiagnosticError) {
      let evaluated: Evaluated
      if let plan = compiled.plan {
        evaluated = try ChisoEngine.evaluate(
          plan, in: kernel.catalogue, stored: stored, budget: budget,
          context: Context(isCancelled: isCancelled))
      } else {
        return Answer(
          text: compiled.checked.literalText ?? "", syntax: compiled.syntax, catalogue: kernel.catalogue)
      }
      let answer = Answer(evaluated, compiled.checked, catalogue: kernel.catalogue)
      if stored.isEmpty { store.keep(compiled.with(answer), for: written) }
      return answer
    } catch {
      throw EvaluationError(text: compiled.text, diagnostics: [error.diagnostic])
    }
  }

  private func refusal(_ diagnostic: Diagnostic) -> EvaluationError {
    EvaluationError(text: text, diagnostics: [diagnostic])
  }

  /// The expression with values by their place, and periods and texts as they are.
  static func written(_ text: String, _ parameters: [Parameter], _ arguments: [Argument]) -> String {
    if parameters.isEmpty { return text }
    var replacements: [String: String] = [:]
    var place = 0
    for (index, parameter) in parameters.enumerated() {
      switch parameter {
      case .quantity, .series:
        place += 1
        replacements[parameter.name] = "_\(place)"
      case .period:
        if index < arguments.count, case .period(let period) = arguments[index] {
          replacements[parameter.name] = period.description
        }
      case .text:
        if index < arguments.count, case .text(let text) = arguments[index] {
          replacements[parameter.name] = quoted(text)
        }
      }
    }
    return replacingNames(in: text, with: replacements)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

extension Kernel {
  /// Prepares an expression, in which `parameters` stand for what each evaluation is given.
  public func prepare(
    _ text: String, parameters: [PreparedExpression.Parameter] = []
  ) throws(EvaluationError) -> PreparedExpression {
    try PreparedExpression(text, parameters, self)
  }
}

// Snapshots.
extension PreparedExpression {
  /// The same expression on another kernel. Where that was made of this one by adding claims, what does not depend on
  /// them is not computed again.
  public func following(_ next: Kernel) throws(EvaluationError) -> PreparedExpression {
    if next.number == kernel.number { return self }
    var kept: [String: CompiledExpression] = [:]
    if next.parent == kernel.number, next.catalogue.addsOnlyClaims(to: kernel.catalogue) {
      let changed = next.catalogue.indicators(claimedSince: kernel.catalogue)
      for (text, compiled) in store.all where compiled.isIndependent(of: changed) { kept[text] = compiled }
    }
    var result = try PreparedExpression(text, parameters, next, compiled: kept)
    result.budget = budget
    return result
  }

  /// How the value changes over snapshots: the first one, and then each that differs from the one before. Observation
  /// sources are asked for each snapshot.
  public func changes<Snapshots: AsyncSequence>(
    over snapshots: Snapshots, arguments: [Argument] = []
  ) -> PreparedChanges<Snapshots> where Snapshots.Element == Kernel {
    PreparedChanges(self, snapshots, arguments)
  }
}

/// The values of a prepared expression over snapshots, each as it differs from the one before.
public struct PreparedChanges<Snapshots: AsyncSequence>: AsyncSequence where Snapshots.Element == Kernel {
  /// A value, or why there is none.
  public typealias Element = Result<Answer, EvaluationError>

  private let prepared: PreparedExpression
  private let snapshots: Snapshots
  private let arguments: [PreparedExpression.Argument]

  init(_ prepared: PreparedExpression, _ snapshots: Snapshots, _ arguments: [PreparedExpression.Argument]) {
    self.prepared = prepared
    self.snapshots = snapshots
    self.arguments = arguments
  }

  /// Begins anew.
  public func makeAsyncIterator() -> Iterator {
    Iterator(prepared: prepared, snapshots: snapshots.makeAsyncIterator(), arguments: arguments)
  }

  /// Goes from snapshot to snapshot.
  public struct Iterator: AsyncIteratorProtocol {
    var prepared: PreparedExpression
    var snapshots: Snapshots.AsyncIterator
    let arguments: [PreparedExpression.Argument]
    var last: PreparedOutcome?

    /// The next value that differs; nil once there are no more snapshots.
    public mutating func next() async throws -> Element? {
      while let kernel = try await snapshots.next() {
        let result: Element
        do throws(EvaluationError) {
          prepared = try prepared.following(kernel)
          result = .success(try await prepared.evaluateFetching(arguments))
        } catch {
          result = .failure(error)
        }
        let outcome = PreparedOutcome(result)
        guard outcome != last else { continue }
        last = outcome
        return result
      }
      return nil
    }
  }
}

/// What is compared of a value.
struct PreparedOutcome: Equatable, Sendable {
  private let observations: [Observation]
  private let notes: [Note]
  private let kind: Answer.Kind?
  private let failures: [Diagnostic]

  init(_ result: Result<Answer, EvaluationError>) {
    switch result {
    case .success(let answer):
      (observations, notes, kind, failures) = (answer.observations, answer.notes, answer.kind, [])
    case .failure(let error): (observations, notes, kind, failures) = ([], [], nil, error.diagnostics)
    }
  }
}

/// What was compiled so far, by the text with periods and codes in it; any thread may add to it.
private final class PreparedStore: Sendable {
  private let compiled: Mutex<[String: CompiledExpression]>
  /// How many are kept before all are forgotten.
  private static let limit = 4_096

  init(_ compiled: [String: CompiledExpression]) { self.compiled = Mutex(compiled) }

  subscript(text: String) -> CompiledExpression? { compiled.withLock { $0[text] } }

  var all: [String: CompiledExpression] { compiled.withLock { $0 } }

  func keep(_ expression: CompiledExpression, for text: String) {
    compiled.withLock { compiled in
      if compiled.count >= PreparedStore.limit { compiled.removeAll() }
      compiled[text] = expression
    }
  }
}

/// A text, checked and planned, with its answer where that is known.
struct CompiledExpression: Sendable {
  let text: String
  let syntax: SyntaxNode
  let checked: CheckedExpression
  /// nil for a text.
  let plan: Plan?
  private(set) var answer: Answer?
  /// The indicators it can depend on; nil for all.
  private let dependencies: Set<Int32>?

  init(
    _ text: String, _ parameters: [PreparedExpression.Parameter], _ catalogue: Catalogue
  ) throws(EvaluationError) {
    let (tree, diagnostics) = parse(text, as: .expression)
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty, let node = tree.statements.first else {
      throw EvaluationError(text: tree.source, diagnostics: errors.isEmpty ? [.noExpression] : errors)
    }
    self.text = tree.source
    syntax = node
    var stored = LayeredArray<Evaluated>()
    for parameter in parameters { if let sample = parameter.sample { stored.append(Evaluated(sample)) } }
    do throws(DiagnosticError) {
      checked = try check(node, in: catalogue, scope: CheckScope(stored: stored))
      plan = checked.literalText == nil ? try ChisoEngine.plan(checked, in: catalogue, vintage: nil) : nil
    } catch {
      throw EvaluationError(text: tree.source, diagnostics: [error.diagnostic])
    }
    dependencies = catalogue.dependencies(of: checked)
  }

  func with(_ answer: Answer) -> CompiledExpression {
    var result = self
    result.answer = answer
    return result
  }

  func isIndependent(of changed: Set<Int32>) -> Bool { dependencies?.isDisjoint(with: changed) ?? false }
}

extension PreparedExpression.Parameter {
  /// Whether it is handed over as a value, and not written into the text.
  var isValue: Bool {
    switch self {
    case .quantity, .series: true
    case .period, .text: false
    }
  }

  /// A value of its type.
  var sample: Series? {
    switch self {
    case .quantity(_, let unit): Series(1, type: SeriesType(unit: unit))
    case .series(_, let type):
      Series(
        type: type, grid: Grid(periods: PeriodAxis([Period(year: 2000), Period(year: 2001)])), values: [1, 1])
    case .period, .text: nil
    }
  }

  /// `argument` as it is used; nil where it does not fit.
  fileprivate func value(_ argument: PreparedExpression.Argument) -> PreparedExpression.Argument? {
    switch (self, argument) {
    case (.quantity(_, let unit), .quantity(let quantity)):
      guard let quantity = quantity.converted(to: unit) else { return nil }
      return .series(
        Series(
          type: SeriesType(unit: unit), grid: .single, values: [quantity.value],
          lower: [quantity.interval.lower],
          upper: [quantity.interval.upper]))
    case (.series(_, let type), .series(let series)):
      return series.type == type && series.fault == nil ? argument : nil
    case (.period, .period), (.text, .text): return argument
    default: return nil
    }
  }
}

extension Diagnostic {
  private static let nowhere = SourceSpan(start: 0, end: 0)

  static func wrongNumberOfArguments(_ count: Int, _ expected: Int) -> Diagnostic {
    Diagnostic(
      "argument-count", "The expression has \(expected) parameters, and \(count) arguments were given.",
      at: nowhere,
      hints: [Hint("give one for each parameter, in their order")])
  }

  static func unfitArgument(_ name: String) -> Diagnostic {
    Diagnostic(
      "unfit-argument", "What was given for `\(name)` is not what it was prepared for.", at: nowhere,
      hints: [Hint("give the kind and unit, or the type of series, that the parameter was declared with")])
  }

  static let noSingleFigure = Diagnostic(
    "no-single-figure", "The expression does not yield one number.", at: nowhere,
    hints: [Hint("`evaluate` gives the whole answer")])
}
