package import ChisoKernel
import ChisoWords

/// What the sources say about one indicator: which claims and figures of tables there are, and of which periods.
package struct Coverage {
  /// A claim about a figure of the indicator itself.
  package struct Figure {
    package var claim: ClaimEntry
    package var period: Period?
  }

  /// The claims about its figures, in the order of the catalogue.
  package private(set) var figures: [Figure] = []
  /// The claims about something made from it: its growth, its change.
  package private(set) var derived: [ClaimEntry] = []
  /// What tables and observation sources have of it.
  package let tables: [TableCoverage]

  /// What the claims of `catalogue` say about `indicator`.
  package init(of indicator: IndicatorEntry, in catalogue: Catalogue) {
    tables = catalogue.tables(of: indicator.fullName)
    for claim in catalogue.claims {
      let subject = claim.syntax.subject
      let base = SliceSyntax(subject)?.base ?? subject
      if base.kind == .name {
        guard catalogue.means(base.text, indicator, in: claim.plugin) else { continue }
        let period = SliceSyntax(subject)?.arguments.first.flatMap { Period($0.value.text) }
        figures.append(Figure(claim: claim, period: period))
      } else if subject.names.contains(where: { catalogue.means($0, indicator, in: claim.plugin) }) {
        derived.append(claim)
      }
    }
  }

  /// The periods for which something is reported, the longest first, each once.
  package var periods: [Period] {
    Period.longestFirst(
      figures.filter { $0.claim.role == .reported }.compactMap(\.period) + tables.flatMap(\.periods))
  }

  /// The periods for which there is a target.
  package var targets: [Figure] { figures.filter { $0.claim.role == .target } }

  /// How much a source says.
  package struct Share {
    /// The place of the source in the catalogue.
    package var source: Int32
    /// How many claims it makes.
    package var claims = 0
    /// How many figures its tables have.
    package var figures = 0
    /// The files that these were read from.
    package var files: [String] = []

    package init(source: Int32) { self.source = source }
  }

  /// The sources in the order of the catalogue, with how much each says.
  package var sources: [Share] {
    var shares: [Int32: Share] = [:]
    for claim in figures.map(\.claim) + derived {
      shares[claim.source, default: Share(source: claim.source)].claims += 1
    }
    for table in tables { shares[table.source, default: Share(source: table.source)].add(table) }
    return shares.values.sorted { $0.source < $1.source }
  }
}

extension Coverage.Share {
  package mutating func add(_ table: TableCoverage) {
    figures += table.figureCount
    if let file = table.file, !files.contains(file) { files.append(file) }
  }
}

extension Catalogue {
  /// Whether `name`, written in a file of `plugin`, means `indicator`.
  package func means(_ name: String, _ indicator: IndicatorEntry, in plugin: String?) -> Bool {
    if name == indicator.fullName { return true }
    guard name == indicator.name else { return false }
    return indicators(named: name).count == 1 || plugin == indicator.plugin
  }
}

extension SyntaxNode {
  /// The names that stand in it, those of functions included.
  package var names: Set<String> {
    var names: Set<String> = []
    var open = [self]
    while let node = open.popLast() {
      if node.kind == .name { names.insert(node.text) }
      open.append(contentsOf: node.children)
    }
    return names
  }
}
