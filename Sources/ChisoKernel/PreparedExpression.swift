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
  /// The expression as it was written.
  public let text: String
  /// What stands for names in it.
  public let parameters: [Parameter]
  /// The kernel that answers.
  public let kernel: Kernel
  /// What one evaluation may use.
  public var budget = Budget.standard
  private let compiled: CompiledExpressions
  let observations = PreparedObservations()
  /// The program of an expression of numbers alone.
  private let scalar: ScalarProgram?

  init(_ text: String, _ parameters: [Parameter], _ kernel: Kernel) throws(EvaluationError) {
    self.text = text
    self.parameters = parameters
    self.kernel = kernel
    compiled = CompiledExpressions()
    let (tree, diagnostics) = parse(text, as: .expression)
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw EvaluationError(text: tree.source, diagnostics: errors) }
    if let diagnostic = parameters.fault {
      throw EvaluationError(text: tree.source, diagnostics: [diagnostic])
    }
    guard parameters.allSatisfy(\.isValue) else {
      scalar = nil
      return
    }
    let written = PreparedExpression.written(text, parameters, [])
    let checked = try CheckedText(written, parameters, kernel.catalogue)
    compiled.keep(try CompiledExpression(checked, kernel.catalogue), for: written)
    scalar = ScalarProgram(checked.expression)
  }

  /// `earlier` on another kernel in which every name means the same.
  private init(_ earlier: PreparedExpression, on kernel: Kernel) {
    text = earlier.text
    parameters = earlier.parameters
    self.kernel = kernel
    budget = earlier.budget
    scalar = earlier.scalar
    compiled = CompiledExpressions(earlier.compiled) { checked in
      checked.dependencies.map { kernel.claims($0, sameAsIn: earlier.kernel) } ?? false
    }
  }

  /// The same expression on another kernel, usually one that was made of this one by adding.
  ///
  /// Where the two differ in claims alone, nothing is checked again, an answer that does not depend on claims that only
  /// one of them has is kept, and of the others only those parts are computed that do. Throws where the expression
  /// means nothing in the other kernel.
  public func following(_ next: Kernel) throws(EvaluationError) -> PreparedExpression {
    if next.number == kernel.number { return self }
    if next.sharesNames(with: kernel) { return PreparedExpression(self, on: next) }
    var result = try PreparedExpression(text, parameters, next)
    result.budget = budget
    return result
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
    if let quantity = answer.quantity { return quantity }
    guard let truth = answer.truth else { throw refusal(.noSingleFigure) }
    return Quantity(truth ? 1 : 0, .one)
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
    let expression = try compiled(for: arguments)
    if let known = expression.answer(for: arguments) { return known }
    let checked = expression.checked
    let answer: Answer
    if let plan = expression.plan {
      // A plan that was made for an earlier kernel may be the first to ask this one.
      kernel.catalogue.readClaims(about: checked.dependencies ?? [])
      do throws(DiagnosticError) {
        let evaluated = try ChisoComputing.evaluate(
          plan, in: kernel.catalogue, reasoning: .network, stored: stored, budget: budget,
          context: Context(isCancelled: isCancelled), reusingParts: true)
        answer = Answer(evaluated, checked.expression, catalogue: kernel.catalogue)
      } catch {
        throw EvaluationError(text: checked.text, diagnostics: [error.diagnostic])
      }
    } else {
      answer = Answer(
        text: checked.expression.literalText ?? "", syntax: checked.syntax, catalogue: kernel.catalogue)
    }
    compiled.keep(expression.with(answer, for: arguments), for: checked.text)
    return answer
  }

  /// The expression with the periods and texts of `arguments` in it, checked and planned.
  private func compiled(for arguments: [Argument]) throws(EvaluationError) -> CompiledExpression {
    let written = PreparedExpression.written(text, parameters, arguments)
    if let known = compiled.compiled(written) { return known }
    let checked =
      if let known = compiled.checked(written) { known } else {
        try CheckedText(written, parameters, kernel.catalogue)
      }
    let expression = try CompiledExpression(checked, kernel.catalogue)
    compiled.keep(expression, for: written)
    return expression
  }

  private func refusal(_ diagnostic: Diagnostic) -> EvaluationError {
    EvaluationError(text: text, diagnostics: [diagnostic])
  }

  /// The expression with periods and texts in the places of their names.
  static func written(_ text: String, _ parameters: [Parameter], _ arguments: [Argument]) -> String {
    if parameters.allSatisfy(\.isValue) { return text }
    var replacements: [String: String] = [:]
    for (index, parameter) in parameters.enumerated() {
      switch parameter {
      case .quantity, .series: break
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
