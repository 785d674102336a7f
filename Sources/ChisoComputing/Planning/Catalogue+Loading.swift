import ChisoDiagnostics
package import ChisoMeaning
package import ChisoPlugin
import ChisoSyntax

// Plugins that come later than the others, on top of them.
extension Catalogue {
  /// Adds a plugin on top of what there is; returns what is wrong in its definitions, and in those of others because
  /// of it.
  package mutating func load(_ plugin: any Plugin) -> [DefinitionProblem] {
    let before = self
    add(plugin)
    pluginCaches = Caches()
    forgetNames()
    let problems = verified()
    guard problems.contains(where: { $0.plugin != plugin.name }) else { return problems }
    let known = Set(before.verified())
    return gathered(problems.filter { !known.contains($0) }, from: plugin.name)
  }

  /// The same problems, but those of others who no longer know which of two things a name means: each such name is told
  /// once, where the plugin declares it.
  private func gathered(_ problems: [DefinitionProblem], from plugin: String) -> [DefinitionProblem] {
    var taken: Set<String> = []
    let others = problems.filter { problem in
      guard problem.plugin != plugin, problem.diagnostic.id == Diagnostic.ambiguousNameID else { return true }
      let span = problem.diagnostic.span
      let name = String(decoding: Array(problem.source.utf8)[Int(span.start)..<Int(span.end)], as: UTF8.self)
      guard declaration(of: name, in: plugin) != nil else { return true }
      taken.insert(name)
      return false
    }
    let own = taken.sorted().compactMap { name -> DefinitionProblem? in
      guard var problem = declaration(of: name, in: plugin) else { return nil }
      let names =
        functions(named: name).map { functions[Int($0)].fullName }
        + indicators(named: name).map { indicators[Int($0)].fullName }
      let meant = Set(names.filter { $0 != "\(plugin).\(name)" }).sorted()
      problem.diagnostic = .nameOfOthers(name, meant: meant, in: plugin, at: problem.diagnostic.span)
      return problem
    }
    return own + others
  }

  /// Where the plugin declares `name`, with nothing said about it yet.
  private func declaration(of name: String, in plugin: String) -> DefinitionProblem? {
    func problem(_ file: String, _ source: String, _ span: SourceSpan) -> DefinitionProblem {
      DefinitionProblem(
        plugin: plugin, file: file, source: source, diagnostic: .alreadyDeclared(name, at: span))
    }
    for function in functions(named: name).map({ functions[Int($0)] }) where function.plugin == plugin {
      if let syntax = function.declaration { return problem(name, syntax.node.tree.source, syntax.name.span) }
      let signature = function.signature
      return problem("\(signature) (Swift)", signature, SourceSpan(0..<name.utf8.count))
    }
    for indicator in indicators(named: name).map({ indicators[Int($0)] }) where indicator.plugin == plugin {
      let span = indicator.nameSpan ?? SourceSpan(0..<indicator.source.utf8.count)
      return problem(name, indicator.source, span)
    }
    return nil
  }
}
