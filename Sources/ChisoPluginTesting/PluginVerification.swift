import ChisoDiagnostics
import ChisoKernel
import ChisoModel
public import ChisoPlugin
import ChisoSyntax

extension PluginReport {
  /// Looks at all that can be known of a plugin without knowing what it is about: that its definitions are right, its
  /// names and units known, everything documented, every claim with a source, everything answered that is asked of it,
  /// every example true, every test passed, and that its functions say the same twice, return what fits, make nothing of
  /// nothing, and keep to a budget.
  ///
  /// For example, in a test of the plugin:
  ///
  ///     @Test func thePluginKeepsToTheRules() async {
  ///       let report = await PluginReport(verifying: HealthPlugin(), beside: [StandardPlugin()])
  ///       #expect(report.isWell, "\(report)")
  ///     }
  ///
  /// - Parameters:
  ///   - plugin: The plugin.
  ///   - others: The plugins that it needs, the standard library among them.
  ///   - asking: Told what is asked of the plugin next, as "for `beds[2023]`", so that whoever waits in vain can name it.
  nonisolated(nonsending) public init(
    verifying plugin: any Plugin, beside others: [any Plugin],
    asking: @escaping @Sendable (_ question: String) -> Void = { _ in }
  ) async {
    self.init(plugin: plugin.name)
    asking("to register")
    var session = Session(Kernel(plugins: others))
    let problems = session.load(plugin)
    let verification = PluginVerification(plugin: plugin, others: others, session: session, asking: asking)
    checks.append(verification.definitions(problems))
    guard problems.isEmpty else { return }
    checks += [
      verification.names(), verification.units(), verification.documentation(), verification.sources(),
    ]
    checks.append(await verification.answers())
    checks.append(await verification.examples())
    checks.append(await verification.tests())
    checks.append(await verification.determinism())
    checks += [verification.results(), verification.missingValues()]
    checks.append(await verification.budgets())
  }
}

/// One plugin, loaded beside others, while it is looked at.
struct PluginVerification {
  let plugin: any Plugin
  let others: [any Plugin]
  let session: Session
  let asking: @Sendable (_ question: String) -> Void

  var catalogue: Catalogue { session.catalogue }
  var name: String { plugin.name }
  var indicators: [IndicatorEntry] { catalogue.indicators.filter { $0.plugin == name } }
  var functions: [FunctionEntry] { catalogue.functions.filter { $0.plugin == name } }

  /// Whether what it registers is right.
  func definitions(_ problems: [DefinitionProblem]) -> PluginReport.Check {
    var registration = Registration()
    plugin.register(&registration)
    let count =
      registration.files.count + registration.functions.count + registration.indicators.count
      + registration.observationSources.count + registration.observations.count
      + registration.translations.count
    return PluginReport.Check(
      name: "definitions", examined: count,
      findings: problems.map { problem in
        // What is found late bears the name of what it is in; the text tells the file.
        let file = registration.files.first { parse($0.text).tree.source == problem.source }
        return "\(file?.name ?? problem.file):\(problem.line): \(problem.diagnostic.message)"
      })
  }

  /// Whether names are its own, and written like names.
  func names() -> PluginReport.Check {
    var findings: [String] = []
    let names = indicators.map(\.name) + Set(functions.map(\.name)).sorted()
    if !name.isPlainName {
      findings.append("the plugin is called `\(name)`: lower case, digits and `_` are usual")
    }
    for own in names {
      if !own.isPlainName { findings.append("`\(own)`: lower case, digits and `_` are usual") }
      let meant =
        catalogue.indicators(named: own).count
        + Set(catalogue.functions(named: own).map { catalogue.functions[Int($0)].plugin }).count
      if meant > 1 {
        findings.append(
          "`\(own)` is also the name of something in another plugin: choose another one, as `\(name)_\(own)`"
        )
      }
    }
    let served = Set(catalogue.observationSources.flatMap(\.indicators))
    for full in served.sorted() where full.hasPrefix(name + ".") && catalogue.indicators(named: full).isEmpty
    {
      findings.append(
        "observations are served for `\(full)`, which is not declared: `indicator … { unit: …  kind: … }`")
    }
    return PluginReport.Check(name: "names", examined: names.count + 1, findings: findings)
  }

  /// Whether shares say of what, and inputs of computed indicators can be read.
  func units() -> PluginReport.Check {
    var findings: [String] = []
    for indicator in indicators {
      let declaration = indicator.declaration
      if indicator.unit.isPercent, declaration.base == nil, !declaration.name.contains("growth"),
        !declaration.name.contains("change")
      {
        findings.append("`\(indicator.name)` is a share and does not say of what: `base: …`")
      }
      if indicator.unit.isRank != (declaration.kind == .rank) {
        findings.append(
          "`\(indicator.name)` has the unit or the kind of a rank, and not both: `unit: rank  kind: rank`")
      }
    }
    return PluginReport.Check(name: "units", examined: indicators.count, findings: findings)
  }

  /// Whether everything says what it is.
  func documentation() -> PluginReport.Check {
    var findings: [String] = []
    if plugin.summary.isEmpty {
      findings.append(
        "the plugin has no summary: a first comment in its definitions, or `summary` in Swift, says what it is about"
      )
    }
    for indicator in indicators where (indicator.declaration.labels["en"] ?? "").isEmpty {
      findings.append("`\(indicator.name)` has no label: `label: \"…\"`")
    }
    for function in functions {
      if function.summary.isEmpty {
        findings.append("`\(function.signature)` has no summary: `summary: \"…\"`")
      }
      if function.doc.isEmpty, function.examples.isEmpty {
        findings.append(
          "`\(function.signature)` has neither prose nor an example: `doc: \"…\"`, or `example: … => …`")
      }
    }
    return PluginReport.Check(
      name: "documentation", examined: indicators.count + functions.count + 1, findings: findings)
  }

  /// Whether each source says who published what, and when.
  func sources() -> PluginReport.Check {
    var findings: [String] = []
    var used = Set(catalogue.claims.filter { $0.plugin == name }.map(\.source))
    let known = Set(others.flatMap { Kernel(plugins: [$0]).catalogue.sources.map(\.name) })
    for (index, source) in catalogue.sources.enumerated() where !known.contains(source.name) {
      used.insert(Int32(index))
    }
    for source in used.sorted().map({ catalogue.sources[Int($0)] }) {
      if (source.title ?? "").isEmpty { findings.append("`\(source.name)` has no title: `title: \"…\"`") }
      if (source.publisher ?? "").isEmpty {
        findings.append("`\(source.name)` has no publisher: `publisher: \"…\"`")
      }
      if source.published == nil {
        findings.append(
          "`\(source.name)` does not say when it was published: `published: 2025-01-31`")
      }
    }
    return PluginReport.Check(
      name: "sources", examined: used.count + catalogue.claims.count { $0.plugin == name }, findings: findings
    )
  }
}

extension DefinitionProblem {
  /// The line in which it is.
  fileprivate var line: Int {
    source.utf8.prefix(Int(diagnostic.span.start)).count { $0 == UInt8(ascii: "\n") } + 1
  }
}

extension String {
  /// Whether it is lower case, digits and `_`, a letter first.
  fileprivate var isPlainName: Bool {
    guard let first, first.isLetter else { return false }
    return allSatisfy { ($0.isLetter && $0.lowercased() == String($0)) || $0.isNumber || $0 == "_" }
  }
}
