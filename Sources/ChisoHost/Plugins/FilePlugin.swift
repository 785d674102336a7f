import ChisoExchange
import ChisoKernel
import ChisoWords

/// A plugin that was read from files.
struct FilePlugin: Plugin {
  let name: String
  let summary: String
  let definitions: [SourceText]
  let translations: [SourceText]
  let tests: [PluginTest]
  let observations: [ObservationBlock]
  /// What is hardly meant in its tables.
  let warnings: [PlacedDiagnostic]

  /// The plugin of `files`, with what its tables hold.
  init(
    _ files: PluginFiles, observations: [ObservationBlock] = [], warnings: [PlacedDiagnostic] = []
  ) {
    let name = files.name
    self.name = name
    summary = files.summary
    definitions = files.definitions
    translations = files.translations
    tests = files.tests.map { PluginTest($0.name ?? name, script: $0.text) }
    self.observations = observations
    self.warnings = warnings
  }

  /// The file that holds `text`, which is the text of a tree.
  func file(holding text: String) -> SourceText? {
    translations.first { $0.text == text }
      ?? definitions.first { $0.text == text || parse($0.text).tree.source == text }
  }

  func register(_ registration: inout Registration) {
    for file in definitions { registration.define(file.text, file: file.name ?? name) }
    for file in translations { registration.add(Translation(name: file.name ?? name, text: file.text)) }
    registration.add(observations)
  }
}

extension ObservationBlock {
  /// What the table `file` holds.
  init(_ columns: ObservationColumns, of file: String?) {
    self.init(
      indicator: columns.indicator, source: columns.source, grid: columns.grid, values: columns.values,
      lower: columns.lower, upper: columns.upper, openEnds: columns.openEnds, quality: columns.quality,
      file: file,
      published: columns.published)
  }
}
