package import ChisoModel
public import ChisoPlugin
import ChisoSyntax

/// All that the plugins brought, and what a session declared on top: immutable, layered, shared between snapshots.
///
/// Files are parsed when they are added; claims and definitions are checked when they are first needed.
public struct Catalogue: Sendable {
  private struct Parts: Sendable {
    var plugins = LayeredArray<PluginEntry>()
    var sources = LayeredArray<SourceDeclaration>()
    var indicators = LayeredArray<IndicatorEntry>()
    var functions = LayeredArray<FunctionEntry>()
    var claims = LayeredArray<ClaimEntry>()
    var rules = LayeredArray<RuleEntry>()
    var observationSources = LayeredArray<any ObservationSource>()
    var blocks = LayeredArray<BlockEntry>()
    var blockPlaces: [Int32: [Int32]] = [:]
    var codelists: [String: Codelist] = [:]
    var fetched: [FetchedCells] = []
    var units = UnitTable.builtIn
    var unitOwners: [String: String] = [:]
    var definitions = SessionDefinitions()
    var problems: [DefinitionProblem] = []
    var indicatorNames = LayeredDictionary<String, [Int32]>()
    var functionNames = LayeredDictionary<String, [Int32]>()
    var sourceNames = LayeredDictionary<String, Int32>()
    let lastingCaches = Caches()
    var pluginCaches = Caches()
    var nameCaches = Caches()
    var lazyIndexes = LazyIndexes()
  }

  /// The parts in one place, since whoever checks, plans or answers holds a catalogue. A state is shared until
  /// somebody who holds it changes it; written only while one value alone refers to it, so that no access overlaps.
  private final class Storage: @unchecked Sendable {
    @exclusivity(unchecked) var parts: Parts

    init(_ parts: Parts) { self.parts = parts }
  }

  private var storage = Storage(Parts())

  private mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.parts) }
  }

  /// The plugins in the order in which they were registered.
  package internal(set) var plugins: LayeredArray<PluginEntry> {
    _read { yield storage.parts.plugins }
    _modify {
      makeUnique()
      yield &storage.parts.plugins
    }
  }
  /// The sources; claims refer to them by place.
  package internal(set) var sources: LayeredArray<SourceDeclaration> {
    _read { yield storage.parts.sources }
    _modify {
      makeUnique()
      yield &storage.parts.sources
    }
  }
  /// The indicators; checked expressions refer to them by place.
  package internal(set) var indicators: LayeredArray<IndicatorEntry> {
    _read { yield storage.parts.indicators }
    _modify {
      makeUnique()
      yield &storage.parts.indicators
    }
  }
  /// The functions; checked expressions refer to them by place.
  package internal(set) var functions: LayeredArray<FunctionEntry> {
    _read { yield storage.parts.functions }
    _modify {
      makeUnique()
      yield &storage.parts.functions
    }
  }
  /// The claims in the order of their sources' texts.
  package internal(set) var claims: LayeredArray<ClaimEntry> {
    _read { yield storage.parts.claims }
    _modify {
      makeUnique()
      yield &storage.parts.claims
    }
  }
  /// The rules.
  package internal(set) var rules: LayeredArray<RuleEntry> {
    _read { yield storage.parts.rules }
    _modify {
      makeUnique()
      yield &storage.parts.rules
    }
  }
  /// Where observations come from that are not claims.
  package internal(set) var observationSources: LayeredArray<any ObservationSource> {
    _read { yield storage.parts.observationSources }
    _modify {
      makeUnique()
      yield &storage.parts.observationSources
    }
  }
  /// Blocks of observations: of tables, and of what the sources served; some may have been replaced.
  package var blocks: LayeredArray<BlockEntry> {
    _read { yield storage.parts.blocks }
    _modify {
      makeUnique()
      yield &storage.parts.blocks
    }
  }
  /// The places of the blocks that count, by indicator.
  var blockPlaces: [Int32: [Int32]] {
    _read { yield storage.parts.blockPlaces }
    _modify {
      makeUnique()
      yield &storage.parts.blockPlaces
    }
  }
  /// What is known of the codes of dimensions, by the names of these.
  package internal(set) var codelists: [String: Codelist] {
    _read { yield storage.parts.codelists }
    _modify {
      makeUnique()
      yield &storage.parts.codelists
    }
  }
  /// Which cells the observation sources were asked for.
  var fetched: [FetchedCells] {
    _read { yield storage.parts.fetched }
    _modify {
      makeUnique()
      yield &storage.parts.fetched
    }
  }
  /// The units known by name.
  package internal(set) var units: UnitTable {
    _read { yield storage.parts.units }
    _modify {
      makeUnique()
      yield &storage.parts.units
    }
  }
  /// The plugin that first declared a unit.
  var unitOwners: [String: String] {
    _read { yield storage.parts.unitOwners }
    _modify {
      makeUnique()
      yield &storage.parts.unitOwners
    }
  }
  /// The session's names for expressions.
  var definitions: SessionDefinitions {
    _read { yield storage.parts.definitions }
    _modify {
      makeUnique()
      yield &storage.parts.definitions
    }
  }
  /// What is wrong in the definition files as far as reading them showed it.
  public internal(set) var problems: [DefinitionProblem] {
    _read { yield storage.parts.problems }
    _modify {
      makeUnique()
      yield &storage.parts.problems
    }
  }
  /// The places of the indicators by bare and by full name.
  var indicatorNames: LayeredDictionary<String, [Int32]> {
    _read { yield storage.parts.indicatorNames }
    _modify {
      makeUnique()
      yield &storage.parts.indicatorNames
    }
  }
  /// The places of the functions by bare and by full name.
  var functionNames: LayeredDictionary<String, [Int32]> {
    _read { yield storage.parts.functionNames }
    _modify {
      makeUnique()
      yield &storage.parts.functionNames
    }
  }
  /// The places of the sources by name.
  var sourceNames: LayeredDictionary<String, Int32> {
    _read { yield storage.parts.sourceNames }
    _modify {
      makeUnique()
      yield &storage.parts.sourceNames
    }
  }
  /// What is kept for this catalogue and all that grow from it.
  package var lastingCaches: Caches { storage.parts.lastingCaches }
  /// What is kept for this catalogue and all that grow from it by what a session declares.
  package var pluginCaches: Caches {
    _read { yield storage.parts.pluginCaches }
    _modify {
      makeUnique()
      yield &storage.parts.pluginCaches
    }
  }
  /// What is kept for this catalogue and all that grow from it by claims and sources alone.
  package var nameCaches: Caches {
    _read { yield storage.parts.nameCaches }
    _modify {
      makeUnique()
      yield &storage.parts.nameCaches
    }
  }
  /// Indexes that are made when first needed; one for each state of the declarations.
  package var lazyIndexes: LazyIndexes {
    _read { yield storage.parts.lazyIndexes }
    _modify {
      makeUnique()
      yield &storage.parts.lazyIndexes
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
  package func indicators(named name: String) -> [Int32] { indicatorNames[name] ?? indicators(coded: name) }

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
