import CChisoInfrastructureDefinitions
public import ChisoPlugin

/// Fibre, mobile subscribers, speeds, data centres: indicators, and what the sources say of them.
public struct InfrastructurePlugin: Plugin {
  /// `infrastructure`.
  public let name = "infrastructure"
  /// One line for `:list plugins`.
  public let summary = "Fibre, mobile subscribers, speeds, data centres"

  /// The plugin; it has no settings.
  public init() {}

  /// What it is asked for first, with the answers; and what it refuses.
  public var tests: [PluginTest] { PluginTest.embedded(CChisoInfrastructureTests()) }

  /// Hands over the definition files of this folder and the indicator written in Swift.
  public func register(_ registration: inout Registration) {
    registration.define(embedded: CChisoInfrastructureDefinitions())
    registration.add(HouseholdFibrePace())
  }
}
