import CChisoEconomyDefinitions
public import ChisoPlugin

/// GDP, the digital economy, the ICT industry, e-commerce: indicators, and what the sources say of them.
public struct EconomyPlugin: Plugin {
  /// `economy`.
  public let name = "economy"
  /// One line for `:list plugins`.
  public let summary = "GDP, the digital economy, the ICT industry, e-commerce"

  /// The plugin; it has no settings.
  public init() {}

  /// What it is asked for first, with the answers; and what it refuses.
  public var tests: [PluginTest] { PluginTest.embedded(CChisoEconomyTests()) }

  /// Hands over the definition files of this folder and the indicator written in Swift.
  public func register(_ registration: inout Registration) {
    registration.define(embedded: CChisoEconomyDefinitions())
    registration.add(DigitalEconomyShareTrend())
  }
}
