import ChisoKernel
import ChisoWords

/// What the sources say about one indicator: which claims and figures of tables there are, and of which periods.
struct Coverage {
  /// A claim about a figure of the indicator itself.
  struct Figure {
    var claim: ClaimEntry
    var period: Period?
  }

  /// The claims about its figures, in the order of the catalogue.
  private(set) var figures: [Figure] = []
  /// The claims about something made from it: its growth, its change.
  private(set) var derived: [ClaimEntry] = []
  /// What tables and observation sources have of it.
  let tables: [TableCoverage]

  /// What the claims of `catalogue` say about `indicator`.
  init(of indicator: IndicatorEntry, in catalogue: Catalogue) {
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
  var periods: [Period] {
    Period.longestFirst(
      figures.filter { $0.claim.role == .reported }.compactMap(\.period) + tables.flatMap(\.periods))
  }

  /// The periods for which there is a target.
  var targets: [Figure] { figures.filter { $0.claim.role == .target } }

  /// How much a source says.
  struct Share {
    /// The place of the source in the catalogue.
    var source: Int32
    /// How many claims it makes.
    var claims = 0
    /// How many figures its tables have.
    var figures = 0
    /// The files that these were read from.
    var files: [String] = []
  }

  /// The sources in the order of the catalogue, with how much each says.
  var sources: [Share] {
    var shares: [Int32: Share] = [:]
    for claim in figures.map(\.claim) + derived {
      shares[claim.source, default: Share(source: claim.source)].claims += 1
    }
    for table in tables { shares[table.source, default: Share(source: table.source)].add(table) }
    return shares.values.sorted { $0.source < $1.source }
  }
}

extension Coverage.Share {
  mutating func add(_ table: TableCoverage) {
    figures += table.figureCount
    if let file = table.file, !files.contains(file) { files.append(file) }
  }
}

extension Catalogue {
  /// Whether `name`, written in a file of `plugin`, means `indicator`.
  func means(_ name: String, _ indicator: IndicatorEntry, in plugin: String?) -> Bool {
    if name == indicator.fullName { return true }
    guard name == indicator.name else { return false }
    return indicators(named: name).count == 1 || plugin == indicator.plugin
  }

  /// The names of the indicators and functions whose definitions use something of this name.
  func users(of topic: Topic) -> [String] {
    func uses(_ node: SyntaxNode?, _ plugin: String?) -> Bool {
      guard let node else { return false }
      if case .indicator(let entry) = topic { return node.names.contains { means($0, entry, in: plugin) } }
      return node.names.contains(topic.name)
    }
    var users: [String] = []
    for indicator in indicators {
      let inputs = indicator.computation?.inputs ?? []
      let isUsed =
        uses(indicator.definition, indicator.plugin)
        || inputs.contains { uses(parse($0.description, as: .expression).tree.root, indicator.plugin) }
      if isUsed { users.append(callName(of: indicator)) }
    }
    for function in functions where uses(function.body, function.plugin) && !users.contains(function.name) {
      users.append(function.name)
    }
    return users
  }
}

extension SyntaxNode {
  /// The names that stand in it, those of functions included.
  var names: Set<String> {
    var names: Set<String> = []
    var open = [self]
    while let node = open.popLast() {
      if node.kind == .name { names.insert(node.text) }
      open.append(contentsOf: node.children)
    }
    return names
  }
}
