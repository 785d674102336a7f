package import ChisoDiagnostics
import ChisoModel
package import ChisoPlugin
package import ChisoSyntax

// What a session adds on top of the plugins.
extension Catalogue {
  /// How many names for expressions there are.
  package var definitionCount: Int { definitions.count }

  /// Names an expression; later expressions see it.
  package mutating func define(_ name: String, as value: SyntaxNode) { definitions.append(name, value) }

  /// The names that the session gave, with their expressions, latest last.
  package var namedExpressions: [(name: String, expression: String)] {
    definitions.map { ($0.name, canonicalText(of: $0.value)) }
  }

  /// Adds one declaration of a session; returns what is wrong with it.
  package mutating func declare(inSession statement: StatementSyntax) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for pass in DeclarationPass.allCases {
      diagnostics += declare(statement, pass: pass, origin: DeclarationOrigin(plugin: nil, file: "session"))
    }
    if statement.declaresNames { forgetNames() } else { lazyIndexes = lazyIndexes.withMoreClaims() }
    return diagnostics
  }

  /// Adds a source that a session declares as data; where another one has its name, that one stays.
  package mutating func declare(inSession source: SourceDeclaration) {
    if add(source) { lazyIndexes = lazyIndexes.withMoreClaims() }
  }

  /// Adds an indicator without a definition that a session declares as data; returns what is wrong with it, in which case
  /// nothing changes.
  package mutating func declare(inSession indicator: IndicatorDeclaration) -> [Diagnostic] {
    let problems = add(indicator)
    if problems.isEmpty { forgetNames() }
    return problems
  }

  /// Begins anew what rests on what names mean.
  package mutating func forgetNames() {
    lazyIndexes = LazyIndexes()
    nameCaches = Caches()
  }
}

extension StatementSyntax {
  /// Whether expressions may mean something else after it; claims and sources only say more.
  fileprivate var declaresNames: Bool {
    switch self {
    case .claims, .source: false
    default: true
    }
  }
}

/// The cells of an indicator that observation sources were asked for, as known on a day.
struct FetchedCells: Sendable {
  var indicator: Int32
  /// The day as known on which; nil for the latest.
  var vintage: CivilDate?
  var cells: CellSelection
}
