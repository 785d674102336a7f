import ChisoExchange
import ChisoKernel

/// A plugin that was read from files.
struct FilePlugin: Plugin {
  let name: String
  let summary: String
  let definitions: [SourceText]
  let tests: [PluginTest]
  let observations: TabulatedObservations?

  /// The plugin of `files`, with what its tables hold.
  init(_ files: PluginFiles, observations: [ObservationColumns] = []) {
    let name = files.name
    self.name = name
    summary = files.summary
    definitions = files.definitions
    tests = files.tests.map { PluginTest($0.name ?? name, script: $0.text) }
    self.observations = observations.isEmpty ? nil : TabulatedObservations(observations)
  }

  /// The file that holds `text`, which is the text of a tree.
  func file(holding text: String) -> SourceText? {
    definitions.first { $0.text == text || parse($0.text).tree.source == text }
  }

  func register(_ registration: inout Registration) {
    for file in definitions { registration.define(file.text, file: file.name ?? name) }
    if let observations { registration.add(observations) }
  }
}

/// Serves the observations of tables that were read before.
struct TabulatedObservations: ObservationSource {
  let indicators: [String]
  /// How many there are.
  let count: Int
  private let blocks: [String: [ObservationBlock]]

  init(_ columns: [ObservationColumns]) {
    var blocks: [String: [ObservationBlock]] = [:]
    for block in columns {
      blocks[block.indicator, default: []].append(
        ObservationBlock(
          indicator: block.indicator, source: block.source, grid: block.grid, values: block.values,
          lower: block.lower, upper: block.upper, quality: block.quality))
    }
    self.blocks = blocks
    count = columns.reduce(0) { $0 + $1.values.count { !$0.isNaN } }
    indicators = blocks.keys.sorted()
  }

  func observations(for request: ObservationRequest) async throws(FunctionError) -> [ObservationBlock] {
    blocks[request.indicator] ?? []
  }
}
