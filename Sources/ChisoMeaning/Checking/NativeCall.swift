import ChisoDiagnostics
package import ChisoModel
package import ChisoPlugin

/// What is known of an argument of a native function before any data is read.
package enum ArgumentType: Hashable, Sendable {
  /// A series or figure; `name` is what it is called, for messages and for the base of a share, where it has a name.
  case series(SeriesType, name: String?)
  case period(Period)
  case text(String)
  case unit(UnitOfMeasure)
  /// A name out of a list: an axis, a method.
  case word(String)

  /// The type of a series argument; nil for the others.
  package var series: SeriesType? {
    if case .series(let type, _) = self { return type }
    return nil
  }
}

/// A call of a native function as its type sees it. Nothing is known of an argument that is not given yet, and no call is
/// refused because of one.
package struct NativeCall {
  let function: FunctionEntry
  let type: FunctionType
  /// One for each parameter; nil where nothing is known.
  let arguments: [ArgumentType?]
  let units: UnitTable

  /// A call of `function`, which is a native one of `type`.
  package init(
    _ function: FunctionEntry, _ type: FunctionType, _ arguments: [ArgumentType?], in units: UnitTable
  ) {
    self.function = function
    self.type = type
    self.arguments = arguments
    self.units = units
  }

  /// What comes out; nil where that depends on what is not known. Throws where a requirement is not met.
  package func result() throws(FunctionError) -> SeriesType? {
    for requirement in type.requirements {
      if let error = refusal(by: requirement) { throw error }
    }
    guard var result = try unitOfResult() else { return nil }
    let form = type.result
    if let kind = form.kind { result.kind = kind }
    switch form.base {
    case .counted(let whole)?:
      if case .series(let type, let name)? = argument(whole) { result.base = type.unit.countingNoun ?? name }
    case .any?: result.base = firstKnown(\.base)
    case nil: break
    }
    switch form.better {
    case .same(let argument)?: result.better = series(argument)?.better
    case .fixed(let direction)?: result.better = direction
    case nil: break
    }
    if form.keepsTiming { result.timing = firstKnown(\.timing) }
    return result
  }

  /// The unit of the result, and the rest of its type where that is an argument's.
  private func unitOfResult() throws(FunctionError) -> SeriesType? {
    switch type.result.unit {
    case .same(let argument): return series(argument)
    case .amount(let argument): return series(argument).map { $0.isBoolean ? .number : $0 }
    case .fixed(let unit): return unit == .one ? .number : SeriesType(unit: unit)
    case .named(let text):
      guard let unit = units.unitOfMeasure(text) else { throw .noUnit(text) }
      return SeriesType(unit: unit)
    case .given(let argument):
      guard case .unit(let unit)? = self.argument(argument) else { return nil }
      return SeriesType(unit: unit)
    case .product(let exponents):
      var unit = UnitOfMeasure.one
      for (argument, exponent) in exponents {
        guard let type = series(argument) else { return nil }
        unit = unit.multiplied(by: type.unit.raised(to: exponent))
      }
      return SeriesType(unit: unit)
    case .condition: return .boolean
    }
  }

  /// The place of the parameter `name`; nil where there is none.
  func place(_ name: String) -> Int? { function.parameters.firstIndex { $0.name == name } }

  private func argument(_ name: String) -> ArgumentType? {
    place(name).flatMap { arguments.indices.contains($0) ? arguments[$0] : nil }
  }

  private func series(_ name: String) -> SeriesType? { argument(name)?.series }

  private func firstKnown<Value>(_ part: (SeriesType) -> Value?) -> Value? {
    for case .series(let type, _)? in arguments {
      if let value = part(type) { return value }
    }
    return nil
  }

  /// Whether a requirement is one of this call; nil where that is not known. And what it is, without the condition.
  func applied(_ requirement: Requirement) -> (isCertain: Bool, Requirement)? {
    guard case .when(let argument, let word, let inner) = requirement else { return (true, requirement) }
    guard let given = self.argument(argument) else { return (false, inner) }
    return given == .word(word) ? applied(inner) : nil
  }
}

extension Catalogue {
  /// A call of a native function; that of a window is that of the reduction which is named.
  package func call(
    of function: FunctionEntry, _ native: NativeFunction, _ arguments: [ArgumentType?]
  ) throws(FunctionError) -> NativeCall {
    guard case .rolling = native.shape else { return NativeCall(function, native.type, arguments, in: units) }
    guard let place = function.parameters.firstIndex(where: { $0.kind == .function }),
      case .word(let name)? = arguments[place]
    else { throw .noFunction }
    guard let reduction = reduction(named: name), let type = reduction.native?.type else {
      throw .noReduction(name)
    }
    return NativeCall(reduction, type, Array(arguments.prefix(1)) + [.word("period")], in: units)
  }
}

// Requirements.
extension NativeCall {
  /// Why a requirement is not met; nil where it is, or where that is not known.
  private func refusal(by requirement: Requirement) -> FunctionError? {
    guard let (isCertain, requirement) = applied(requirement), isCertain else { return nil }
    switch requirement {
    case .figures(let argument, let noun):
      return series(argument)?.isBoolean == true ? .conditionHasNone(noun) : nil
    case .scaled(let argument, let noun, let hint):
      guard let unit = series(argument)?.unit else { return nil }
      if unit == .targetState { return .statesHaveNone(noun) }
      if unit.isWorded { return .statusesHaveNone(noun) }
      return unit.isRank ? .ranksHaveNone(noun, hint: hint) : nil
    case .condition(let argument, let error): return series(argument)?.isBoolean == false ? error : nil
    case .unranked(let arguments, let error):
      return arguments.contains { series($0)?.unit.isRank == true } ? error : nil
    case .plainNumber(let argument):
      guard let unit = series(argument)?.unit else { return nil }
      return unit.isDimensionless && !unit.isPercent && !unit.isPoints
        ? nil : .noPlainNumber(unit, function: function.name)
    case .dimensionless(let argument, let error):
      return series(argument)?.unit.isDimensionless == false ? error : nil
    case .flow(let argument, let axis): return series(argument).flatMap { whyNoFlow($0, along: axis) }
    case .time(let argument):
      guard case .unit(let unit)? = self.argument(argument), !unit.isTime else { return nil }
      return .noTime(unit)
    case .alike(let arguments, let error):
      let types = arguments.compactMap(series)
      guard let first = types.first,
        let other = types.first(where: { $0.unit.dimensionality != first.unit.dimensionality })
      else { return nil }
      return error ?? .unlike(first.unit, other.unit)
    case .sameUnit(let arguments, let error):
      let units = Set(arguments.compactMap { series($0)?.unit })
      return units.count > 1 ? error : nil
    case .parts(let part, let whole): return whyNoPart(part, of: whole)
    case .when: return nil
    }
  }

  private func whyNoFlow(_ type: SeriesType, along axis: String?) -> FunctionError? {
    guard let axis else {
      guard type.unit.isRank || type.kind.map({ $0 != .flow }) == true else { return nil }
      return .onlyFlowsAddUp(type.kind)
    }
    guard argument(axis) == .word("period"), let kind = type.kind, kind != .flow else { return nil }
    return .doesNotAddUp(kind)
  }

  private func whyNoPart(_ partArgument: String, of wholeArgument: String) -> FunctionError? {
    let arguments = (argument(partArgument), argument(wholeArgument))
    for case .series(let type, let name)? in [arguments.0, arguments.1] where type.unit.isRank {
      return .rankHasNoShare(name)
    }
    guard let part = arguments.0?.series, let whole = arguments.1?.series else { return nil }
    let isLike = part.unit.dimensionality == whole.unit.dimensionality
    guard isLike || (part.unit.isCount && whole.unit.isCount) else {
      if let from = part.unit.currency, let to = whole.unit.currency { return .otherCurrency(from, to) }
      return .unlikeParts(part.unit, whole.unit)
    }
    for (share, number) in [(part, whole), (whole, part)] where number.unit.isPlainNumber {
      guard share.unit.isPoints || share.unit.isPercent && share.base != nil else { continue }
      return .shareOfNumber(share.unit)
    }
    if let left = part.base, let right = whole.base, left != right { return .otherBase(left, right) }
    return nil
  }
}

// What a type speaks of.
extension FunctionType {
  /// The names of the arguments that it mentions.
  var arguments: [String] { result.arguments + requirements.flatMap(\.arguments) }
}

extension ResultType {
  fileprivate var arguments: [String] {
    var names: [String] = []
    switch unit {
    case .same(let name), .amount(let name), .given(let name): names.append(name)
    case .product(let exponents): names += exponents.keys.sorted()
    case .fixed, .named, .condition: break
    }
    if case .counted(let name)? = base { names.append(name) }
    if case .same(let name)? = better { names.append(name) }
    return names
  }
}

extension Requirement {
  fileprivate var arguments: [String] {
    switch self {
    case .figures(let name, _), .scaled(let name, _, _), .condition(let name, _), .plainNumber(let name),
      .dimensionless(let name, _), .time(let name), .flow(let name, nil):
      [name]
    case .flow(let name, let axis?): [name, axis]
    case .unranked(let names, _), .alike(let names, _), .sameUnit(let names, _): names
    case .parts(let part, let whole): [part, whole]
    case .when(let name, _, let inner): [name] + inner.arguments
    }
  }
}
