package import ChisoDiagnostics
import ChisoModel
import ChisoPlugin
import ChisoSyntax

/// What was found out about functions while one is looked at: a session's functions may be declared anew, so that no
/// more than this is kept of them.
final class SchemeMemory {
  var schemes: [Int32: FunctionScheme?] = [:]
}

extension Catalogue {
  /// What is known of the function at a place of `functions` by itself; nil where its body makes no sense.
  package func scheme(ofFunction function: Int32) -> FunctionScheme? {
    try? scheme(of: function, open: [], depth: 0, memory: SchemeMemory())
  }

  /// Why no call of the function at a place of `functions` can make sense; nil where some can.
  package func problem(ofFunction function: Int32) -> Diagnostic? {
    do throws(DiagnosticError) {
      _ = try scheme(of: function, open: [], depth: 0, memory: SchemeMemory())
      return nil
    } catch {
      return error.diagnostic
    }
  }

  /// What is known of a function, on one line: `per_account(x: series in U) → U/account`; nil where its body makes no
  /// sense.
  package func type(of function: FunctionEntry) -> String? {
    let index = functions(named: function.fullName).first { functions[Int($0)] === function }
    return index.flatMap(scheme(ofFunction:))?.text(name: function.name, units: units)
  }

  /// The scheme of `function`, found out while those of `open` are.
  func scheme(
    of function: Int32, open: [Int32], depth: Int, memory: SchemeMemory
  ) throws(DiagnosticError) -> FunctionScheme? {
    if let known = memory.schemes[function] { return known }
    let entry = functions[Int(function)]
    if entry.plugin != nil, let known = schemeCache.scheme(of: function) { return known }
    var run = SchemeChecker(function, in: self, open: open, depth: depth, memory: memory)
    do throws(DiagnosticError) {
      let scheme = try run.scheme(of: function, entry)
      memory.schemes[function] = .some(scheme)
      if entry.plugin != nil { schemeCache.keep(scheme, of: function) }
      return scheme
    } catch {
      // Whether the way leads back depends on where it began.
      if error.diagnostic.id != "recursion" { memory.schemes[function] = .some(nil) }
      throw error
    }
  }
}

extension SchemeChecker {
  /// Infers the body and generalises: what is still open then is open to every call.
  mutating func scheme(
    of function: Int32, _ entry: FunctionEntry
  ) throws(DiagnosticError) -> FunctionScheme {
    let inferred: Inferred
    let place: SourceSpan
    if let native = entry.native {
      let head = parse(native.signature, as: .signature).tree.root
      place = head.span
      let arguments = entry.parameters.compactMap { parameters[$0.name] }
      inferred = .value(try apply(native, function, arguments, at: head))
    } else if let body = entry.body {
      place = body.span
      inferred = try infer(body)
    } else {
      throw fail(.unreadable(at: SourceSpan(start: 0, end: 0)))
    }
    var rest: [FunctionScheme.Conversion] = []
    for conversion in conversions where try !isSettled(conversion) {
      rest.append(
        FunctionScheme.Conversion(
          dimension: dimensions.resolved(conversion.dimension), unit: conversion.unit))
    }
    var result: FunctionScheme.Result?
    switch inferred {
    case .value(let value):
      let node = value.node.map { checker[$0] }
      result = FunctionScheme.Result(
        sort: sort(value.sort), dimension: dimensions.resolved(value.dimension), unit: node?.type.unit,
        extent: value.extent, mayBeConstant: value.mayBeConstant || node?.operation.isLiteral == true)
    case .other(let id, _, _):
      guard case .text = checker[id].operation else {
        throw fail(.notAFigure(checker[id].operation, at: place))
      }
    }
    return FunctionScheme(
      parameters: entry.parameters.map { parameter($0) }, result: result, conversions: rest)
  }

  private func parameter(_ entry: ParameterEntry) -> FunctionScheme.Parameter {
    var parameter = FunctionScheme.Parameter(
      name: entry.name, kind: entry.kind, sort: .figure, dimension: .dimensionless)
    switch parameters[entry.name] {
    case .value(let value):
      parameter.sort = sort(value.sort)
      parameter.dimension = dimensions.resolved(value.dimension)
    case .other(_, _, let dimension): parameter.dimension = dimensions.resolved(dimension)
    case nil: break
    }
    return parameter
  }

  private func sort(_ index: Int) -> FunctionScheme.Sort {
    switch sorts.sort(index) {
    case .figure: .figure
    case .truth: .truth
    case nil: .open(sorts.representative(index))
    }
  }
}
