package import ChisoPlugin

// Plugins that come later than the others, on top of them.
extension Catalogue {
  /// Adds a plugin on top of what there is; returns what is wrong in its definitions, and in those of others because
  /// of it.
  package mutating func load(_ plugin: any Plugin) -> [DefinitionProblem] {
    let before = self
    add(plugin)
    lazyIndexes = LazyIndexes()
    schemeCache = SchemeCache()
    partCache = PartCache()
    let problems = verified()
    guard problems.contains(where: { $0.plugin != plugin.name }) else { return problems }
    let known = Set(before.verified())
    return problems.filter { !known.contains($0) }
  }
}
