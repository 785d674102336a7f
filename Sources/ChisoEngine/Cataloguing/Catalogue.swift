package import ChisoModel
public import ChisoPlugin
import ChisoSyntax

/// All that the plugins brought, and what a session declared on top: immutable, layered, shared between snapshots.
///
/// Files are parsed when they are added; claims and definitions are checked when they are first needed.
public struct Catalogue: Sendable {
  /// The plugins in the order in which they were registered.
  package internal(set) var plugins = LayeredArray<PluginEntry>()
  /// The sources; claims refer to them by place.
  package internal(set) var sources = LayeredArray<SourceDeclaration>()
  /// The indicators; checked expressions refer to them by place.
  package internal(set) var indicators = LayeredArray<IndicatorEntry>()
  /// The functions; checked expressions refer to them by place.
  package internal(set) var functions = LayeredArray<FunctionEntry>()
  /// The claims in the order of their sources' texts.
  package internal(set) var claims = LayeredArray<ClaimEntry>()
  /// The rules.
  package internal(set) var rules = LayeredArray<RuleEntry>()
  /// Where observations come from that are not claims.
  package internal(set) var observationSources = LayeredArray<any ObservationSource>()
  /// Blocks of observations that the sources served.
  var blocks = LayeredArray<BlockEntry>()
  /// What the observation sources were asked for.
  var fetched: Set<ObservationRequest> = []
  /// The units known by name.
  package internal(set) var units = UnitTable.builtIn
  /// The plugin that first declared a unit.
  var unitOwners: [String: String] = [:]
  /// The session's names for expressions.
  var definitions = LayeredArray<DefinitionEntry>()
  /// What is wrong in the definition files as far as reading them showed it.
  public internal(set) var problems: [DefinitionProblem] = []

  var indicatorNames = LayeredDictionary<String, [Int32]>()
  var functionNames = LayeredDictionary<String, [Int32]>()
  var sourceNames = LayeredDictionary<String, Int32>()
  /// What is known of conflicts, for this catalogue and all that grow from it.
  let conflictCache = ConflictCache()
  /// What is known of the functions of the plugins, for this catalogue and all that grow from it.
  let schemeCache = SchemeCache()
  /// Indexes that are made when first needed; one for each state of the declarations.
  var lazyIndexes = LazyIndexes()

  /// Nothing in it but the units that are built in.
  public init() {}

  /// The catalogue of what `plugins` register, in their order.
  public init(plugins: [any Plugin]) {
    for plugin in plugins { add(plugin) }
    seal()
  }

  /// Makes all that is in it the shared base of what follows.
  mutating func seal() {
    plugins.seal()
    sources.seal()
    indicators.seal()
    functions.seal()
    claims.seal()
    rules.seal()
    observationSources.seal()
    definitions.seal()
    blocks.seal()
    indicatorNames.seal()
    functionNames.seal()
    sourceNames.seal()
  }
}

extension Catalogue {
  /// The indicators that `name` may mean: one by its full name, or all with that bare name.
  package func indicators(named name: String) -> [Int32] { indicatorNames[name] ?? [] }

  /// The functions that `name` may mean, overloads included.
  package func functions(named name: String) -> [Int32] { functionNames[name] ?? [] }

  /// The place of the source `name`; nil where there is none.
  package func source(named name: String) -> Int32? { sourceNames[name] }

  /// The place of the session's name, as far as `limit` definitions are visible.
  func definition(named name: String, before limit: Int32) -> Int32? {
    var index = min(Int(limit), definitions.count) - 1
    while index >= 0 {
      if definitions[index].name == name { return Int32(index) }
      index -= 1
    }
    return nil
  }

  /// Every name that an expression may use, for completion and "did you mean".
  package var namesInExpressions: [String] {
    var names = Set(indicators.lazy.map(\.name))
    names.formUnion(functions.lazy.map(\.name))
    names.formUnion(definitions.lazy.map(\.name))
    names.formUnion(Form.allCases.lazy.map(\.rawValue))
    return names.sorted()
  }

  /// The indicators that are exchange rates between the two currencies, and whether values are divided by them.
  func exchangeRate(from: String, to: String) -> CheckedOperation.Rate? {
    for (index, indicator) in indicators.enumerated() where indicator.unit.factors.count == 2 {
      guard let above = indicator.unit.factors.first(where: { $0.exponent == 1 }),
        let below = indicator.unit.factors.first(where: { $0.exponent == -1 }),
        above.unit.category == .currency, below.unit.category == .currency
      else { continue }
      let pair = (above.unit.name, below.unit.name)
      guard pair == (to, from) || pair == (from, to) else { continue }
      return CheckedOperation.Rate(
        indicator: Int32(index), divides: pair == (from, to), text: indicator.unit.description)
    }
    return nil
  }
}
