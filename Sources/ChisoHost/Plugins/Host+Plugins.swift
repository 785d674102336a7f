import ChisoExchange
package import ChisoKernel
import ChisoPluginLoading
package import ChisoWords

/// Why a plugin is not loaded.
package struct PluginRefusal: Error {
  package var problems: [PlacedDiagnostic]
}

/// What a plugin brought.
package struct LoadedPlugin {
  package var name: String
  package var indicators: Int
  package var functions: Int
  package var claims: Int
  package var observations: Int
  /// What is hardly meant in its tables.
  package var warnings: [PlacedDiagnostic]
}

extension Host {
  /// Loads the plugin at `path`; nothing changes where it is refused.
  package mutating func loadPlugin(at path: String, isTrusted: Bool) throws(PluginRefusal) -> LoadedPlugin {
    let plugin = try readPlugin(at: path, isTrusted: isTrusted)
    try session.loadNamingFiles(plugin)
    if let watched = plugin as? WatchedPlugin { watches.append(watched.watch) }
    return LoadedPlugin(plugin, in: session.catalogue)
  }

  /// Reads the plugin at `path` without loading it, and the tests that it ships where they are asked for.
  package func readPlugin(
    at path: String, isTrusted: Bool, withTests: Bool = false
  ) throws(PluginRefusal) -> any Plugin {
    guard PluginLibrary.isLibrary(path) else { return try readFiles(at: path, withTests: withTests) }
    let plugin = try readLibrary(at: path, isTrusted: isTrusted)
    guard isName(plugin.name) else {
      throw PluginRefusal(.badPluginName(plugin.name, ofLibrary: true), at: path)
    }
    return plugin
  }

  /// A plugin from a shared library: tried in a process of its own, compared, and watched over from then on.
  private func readLibrary(at path: String, isTrusted: Bool) throws(PluginRefusal) -> WatchedPlugin {
    // Else the system would wait for a pipe, whether the library is tried first or not.
    guard (try? PathKind(path)) != .other else { throw PluginRefusal(.noFileOfAPlugin(path), at: path) }
    let plugin: WatchedPlugin
    do throws(LibraryRefusal) {
      if !isTrusted, let probeProgram { try PluginProbe.run(path, program: probeProgram) }
      plugin = WatchedPlugin(try PluginLibrary.load(path))
    } catch {
      throw PluginRefusal(.refused(error), at: path)
    }
    guard isNew(plugin.name) else {
      throw PluginRefusal(.pluginLoaded(plugin.name, ofLibrary: true), at: path)
    }
    return plugin
  }

  /// A plugin from definitions and tables. The tables are read against what the definitions declare.
  private func readFiles(at path: String, withTests: Bool) throws(PluginRefusal) -> FilePlugin {
    let files: PluginFiles
    do throws(PlacedDiagnostic) {
      files = try PluginFiles(at: path, withTests: withTests)
    } catch {
      throw PluginRefusal(problems: [error])
    }
    guard isNew(files.name) else {
      throw PluginRefusal(.pluginLoaded(files.name, ofLibrary: false), at: path)
    }
    guard !files.tables.isEmpty else { return FilePlugin(files) }
    var attempt = session
    try attempt.loadNamingFiles(FilePlugin(files))
    var observations: [ObservationBlock] = []
    var problems: [PlacedDiagnostic] = []
    var warnings: [PlacedDiagnostic] = []
    let names = attempt.catalogue.observationNames(in: files.name)
    for table in files.tables {
      let defaults = ObservationDefaults(indicator: PluginFiles.name(from: table.name ?? ""))
      let read = ObservationTable(table.text, defaults, names: names)
      observations += read.columns.map { ObservationBlock($0, of: table.name) }
      problems += read.errors.map { PlacedDiagnostic(diagnostic: $0, source: table.withALine) }
      warnings += read.warnings.map { PlacedDiagnostic(diagnostic: $0, source: table) }
    }
    guard problems.isEmpty else { throw PluginRefusal(problems: problems) }
    return FilePlugin(files, observations: observations, warnings: warnings)
  }

  private func isNew(_ name: String) -> Bool { !session.catalogue.plugins.contains { $0.name == name } }
}

extension PluginRefusal {
  /// A refusal of what stands at `path` as a whole.
  fileprivate init(_ diagnostic: Diagnostic, at path: String) {
    self.init(problems: [PlacedDiagnostic(diagnostic: diagnostic, source: SourceText("", name: path))])
  }
}

extension Session {
  /// Adds a plugin; what is wrong names the files that it was read from.
  fileprivate mutating func loadNamingFiles(_ plugin: any Plugin) throws(PluginRefusal) {
    let problems = load(plugin)
    guard problems.isEmpty else {
      let files = plugin as? FilePlugin
      throw PluginRefusal(
        problems: problems.map { problem in
          let file = files?.file(holding: problem.source)
          return PlacedDiagnostic(
            diagnostic: problem.diagnostic,
            source: SourceText(problem.source, name: file?.name ?? problem.place))
        })
    }
  }
}

extension DefinitionProblem {
  /// Where it is, for what is in no file that was read.
  fileprivate var place: String { plugin.map { "\($0): \(file)" } ?? file }
}

extension LoadedPlugin {
  fileprivate init(_ plugin: any Plugin, in catalogue: Catalogue) {
    let name = plugin.name
    let files = plugin as? FilePlugin
    self.init(
      name: name, indicators: catalogue.indicators.count { $0.plugin == name },
      functions: catalogue.functionGroups.count { $0.first?.plugin == name },
      claims: catalogue.claims.count { $0.plugin == name },
      observations: files?.observations.reduce(0) { $0 + $1.values.count { !$0.isNaN } } ?? 0,
      warnings: files?.warnings ?? [])
  }

  /// `2 indicators, 1 function, 12 observations`.
  package var contents: String {
    let parts = [
      (indicators, "indicator"), (functions, "function"), (claims, "claim"), (observations, "observation"),
    ]
    .filter { $0.0 > 0 }
    .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return parts.isEmpty ? "nothing but units and sources" : parts.joined(separator: ", ")
  }
}
