public import ChisoPlugin

/// A plugin whose every call is watched over. What it registers is asked for once, when it is wrapped.
public struct WatchedPlugin: Plugin {
  /// The name of the plugin.
  public let name: String
  /// What the plugin says of itself.
  public let summary: String
  /// What watches over it.
  public let watch: PluginWatch
  private let registration: Registration
  private let plugin: any Plugin

  /// Lets `plugin` register, and watches over what it brought.
  public init(_ plugin: any Plugin) {
    self.plugin = plugin
    name = plugin.name
    summary = plugin.summary
    let watch = PluginWatch(name)
    var brought = Registration()
    plugin.register(&brought)
    var registration = Registration()
    for file in brought.files { registration.define(file.text, file: file.name) }
    for function in brought.functions { registration.add(function.watched(by: watch)) }
    for indicator in brought.indicators { registration.add(WatchedIndicator(indicator, watch)) }
    for source in brought.observationSources { registration.add(WatchedSource(source, watch)) }
    registration.add(brought.observations)
    for translation in brought.translations { registration.add(translation) }
    self.watch = watch
    self.registration = registration
  }

  /// The tests that the plugin ships.
  public var tests: [PluginTest] { watch.call(or: []) { plugin.tests } }

  /// Hands over what the plugin brought.
  public func register(_ registration: inout Registration) { registration = self.registration }
}

private struct WatchedIndicator: Indicator {
  let declaration: IndicatorDeclaration
  let inputs: [ExpressionText]
  private let indicator: any Indicator
  private let watch: PluginWatch

  init(_ indicator: any Indicator, _ watch: PluginWatch) {
    declaration = indicator.declaration
    inputs = indicator.inputs
    self.indicator = indicator
    self.watch = watch
  }

  func compute(_ inputs: [Series], in context: Context) throws(FunctionError) -> Series {
    try watch.call { () throws(FunctionError) in
      try watch.checked(try indicator.compute(inputs, in: watch.ending(context)), from: inputs)
    }
  }
}

private struct WatchedSource: ObservationSource {
  let indicators: [String]
  let choosesBy: CellSelection.Criteria
  private let source: any ObservationSource
  private let watch: PluginWatch

  init(_ source: any ObservationSource, _ watch: PluginWatch) {
    indicators = source.indicators
    choosesBy = source.choosesBy
    self.source = source
    self.watch = watch
  }

  func observations(for request: ObservationRequest) async throws(FunctionError) -> [ObservationBlock] {
    let source = source
    return try await watch.call { () async throws(FunctionError) in
      try await source.observations(for: request)
    }
  }
}

extension NativeFunction {
  /// The same function, watched over.
  fileprivate func watched(by watch: PluginWatch) -> NativeFunction {
    var result = self
    result.shape = shape.watched(by: watch)
    return result
  }
}
