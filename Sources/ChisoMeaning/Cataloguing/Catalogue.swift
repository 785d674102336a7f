package import ChisoModel
public import ChisoPlugin
import ChisoSyntax

/// All that the plugins brought, and what a session declared on top: immutable, layered, shared between snapshots.
///
/// Files are parsed when they are added; claims and definitions are checked when they are first needed.
public struct Catalogue: Sendable {
  /// The parts in one place, since whoever checks, plans or answers holds a catalogue. A state is shared until
  /// somebody who holds it changes it; written only while one value alone refers to it, so that no access overlaps.
  private final class Storage: @unchecked Sendable {
    @exclusivity(unchecked) var plugins: LayeredArray<PluginEntry>
    @exclusivity(unchecked) var sources: LayeredArray<SourceDeclaration>
    @exclusivity(unchecked) package var indicators: LayeredArray<IndicatorEntry>
    @exclusivity(unchecked) var functions: LayeredArray<FunctionEntry>
    @exclusivity(unchecked) package var claims: LayeredArray<ClaimEntry>
    @exclusivity(unchecked) var rules: LayeredArray<RuleEntry>
    @exclusivity(unchecked) var observationSources: LayeredArray<any ObservationSource>
    @exclusivity(unchecked) package var blocks: LayeredArray<BlockEntry>
    @exclusivity(unchecked) var blockPlaces: [Int32: [Int32]]
    @exclusivity(unchecked) var fetched: Set<ObservationRequest>
    @exclusivity(unchecked) var units: UnitTable
    @exclusivity(unchecked) var unitOwners: [String: String]
    @exclusivity(unchecked) var definitions: SessionDefinitions
    @exclusivity(unchecked) package var problems: [DefinitionProblem]
    @exclusivity(unchecked) var indicatorNames: LayeredDictionary<String, [Int32]>
    @exclusivity(unchecked) var functionNames: LayeredDictionary<String, [Int32]>
    @exclusivity(unchecked) var sourceNames: LayeredDictionary<String, Int32>
    let lastingCaches: Caches
    @exclusivity(unchecked) package var pluginCaches: Caches
    @exclusivity(unchecked) package var nameCaches: Caches
    @exclusivity(unchecked) package var lazyIndexes: LazyIndexes

    init() {
      plugins = LayeredArray()
      sources = LayeredArray()
      indicators = LayeredArray()
      functions = LayeredArray()
      claims = LayeredArray()
      rules = LayeredArray()
      observationSources = LayeredArray()
      blocks = LayeredArray()
      blockPlaces = [:]
      fetched = []
      units = .builtIn
      unitOwners = [:]
      definitions = SessionDefinitions()
      problems = []
      indicatorNames = LayeredDictionary()
      functionNames = LayeredDictionary()
      sourceNames = LayeredDictionary()
      lastingCaches = Caches()
      pluginCaches = Caches()
      nameCaches = Caches()
      lazyIndexes = LazyIndexes()
    }

    init(_ other: Storage) {
      plugins = other.plugins
      sources = other.sources
      indicators = other.indicators
      functions = other.functions
      claims = other.claims
      rules = other.rules
      observationSources = other.observationSources
      blocks = other.blocks
      blockPlaces = other.blockPlaces
      fetched = other.fetched
      units = other.units
      unitOwners = other.unitOwners
      definitions = other.definitions
      problems = other.problems
      indicatorNames = other.indicatorNames
      functionNames = other.functionNames
      sourceNames = other.sourceNames
      lastingCaches = other.lastingCaches
      pluginCaches = other.pluginCaches
      nameCaches = other.nameCaches
      lazyIndexes = other.lazyIndexes
    }
  }

  private var storage = Storage()

  private mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage) }
  }

  /// The plugins in the order in which they were registered.
  package internal(set) var plugins: LayeredArray<PluginEntry> {
    _read { yield storage.plugins }
    _modify {
      makeUnique()
      yield &storage.plugins
    }
  }
  /// The sources; claims refer to them by place.
  package internal(set) var sources: LayeredArray<SourceDeclaration> {
    _read { yield storage.sources }
    _modify {
      makeUnique()
      yield &storage.sources
    }
  }
  /// The indicators; checked expressions refer to them by place.
  package internal(set) var indicators: LayeredArray<IndicatorEntry> {
    _read { yield storage.indicators }
    _modify {
      makeUnique()
      yield &storage.indicators
    }
  }
  /// The functions; checked expressions refer to them by place.
  package internal(set) var functions: LayeredArray<FunctionEntry> {
    _read { yield storage.functions }
    _modify {
      makeUnique()
      yield &storage.functions
    }
  }
  /// The claims in the order of their sources' texts.
  package internal(set) var claims: LayeredArray<ClaimEntry> {
    _read { yield storage.claims }
    _modify {
      makeUnique()
      yield &storage.claims
    }
  }
  /// The rules.
  package internal(set) var rules: LayeredArray<RuleEntry> {
    _read { yield storage.rules }
    _modify {
      makeUnique()
      yield &storage.rules
    }
  }
  /// Where observations come from that are not claims.
  package internal(set) var observationSources: LayeredArray<any ObservationSource> {
    _read { yield storage.observationSources }
    _modify {
      makeUnique()
      yield &storage.observationSources
    }
  }
  /// Blocks of observations: of tables, and of what the sources served; some may have been replaced.
  package var blocks: LayeredArray<BlockEntry> {
    _read { yield storage.blocks }
    _modify {
      makeUnique()
      yield &storage.blocks
    }
  }
  /// The places of the blocks that count, by indicator.
  var blockPlaces: [Int32: [Int32]] {
    _read { yield storage.blockPlaces }
    _modify {
      makeUnique()
      yield &storage.blockPlaces
    }
  }
  /// What the observation sources were asked for.
  var fetched: Set<ObservationRequest> {
    _read { yield storage.fetched }
    _modify {
      makeUnique()
      yield &storage.fetched
    }
  }
  /// The units known by name.
  package internal(set) var units: UnitTable {
    _read { yield storage.units }
    _modify {
      makeUnique()
      yield &storage.units
    }
  }
  /// The plugin that first declared a unit.
  var unitOwners: [String: String] {
    _read { yield storage.unitOwners }
    _modify {
      makeUnique()
      yield &storage.unitOwners
    }
  }
  /// The session's names for expressions.
  var definitions: SessionDefinitions {
    _read { yield storage.definitions }
    _modify {
      makeUnique()
      yield &storage.definitions
    }
  }
  /// What is wrong in the definition files as far as reading them showed it.
  public internal(set) var problems: [DefinitionProblem] {
    _read { yield storage.problems }
    _modify {
      makeUnique()
      yield &storage.problems
    }
  }
  /// The places of the indicators by bare and by full name.
  var indicatorNames: LayeredDictionary<String, [Int32]> {
    _read { yield storage.indicatorNames }
    _modify {
      makeUnique()
      yield &storage.indicatorNames
    }
  }
  /// The places of the functions by bare and by full name.
  var functionNames: LayeredDictionary<String, [Int32]> {
    _read { yield storage.functionNames }
    _modify {
      makeUnique()
      yield &storage.functionNames
    }
  }
  /// The places of the sources by name.
  var sourceNames: LayeredDictionary<String, Int32> {
    _read { yield storage.sourceNames }
    _modify {
      makeUnique()
      yield &storage.sourceNames
    }
  }
  /// What is kept for this catalogue and all that grow from it.
  package var lastingCaches: Caches { storage.lastingCaches }
  /// What is kept for this catalogue and all that grow from it by what a session declares.
  package var pluginCaches: Caches {
    _read { yield storage.pluginCaches }
    _modify {
      makeUnique()
      yield &storage.pluginCaches
    }
  }
  /// What is kept for this catalogue and all that grow from it by claims and sources alone.
  package var nameCaches: Caches {
    _read { yield storage.nameCaches }
    _modify {
      makeUnique()
      yield &storage.nameCaches
    }
  }
  /// Indexes that are made when first needed; one for each state of the declarations.
  package var lazyIndexes: LazyIndexes {
    _read { yield storage.lazyIndexes }
    _modify {
      makeUnique()
      yield &storage.lazyIndexes
    }
  }

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

  /// Every name that an expression may use, for completion and "did you mean".
  package var namesInExpressions: [String] {
    var names = Set(indicators.lazy.map(\.name))
    names.formUnion(functions.lazy.map(\.name))
    names.formUnion(definitions.lazy.map(\.name))
    names.formUnion(Form.allCases.lazy.map(\.rawValue))
    return names.sorted()
  }
}
