import CChisoPublicServicesDefinitions
public import ChisoPlugin

/// Procedures, online services, e-government ranks, plans: indicators, and what the sources say of them.
public struct PublicServicesPlugin: Plugin {
  /// `public_services`.
  public let name = "public_services"
  /// One line for `:list plugins`.
  public let summary = "Procedures, online services, e-government ranks, plans"

  /// The plugin; it has no settings.
  public init() {}

  /// What it is asked for first, with the answers; and what it refuses.
  public var tests: [PluginTest] { PluginTest.embedded(CChisoPublicServicesTests()) }

  /// Hands over the definition files of this folder and the indicator written in Swift.
  public func register(_ registration: inout Registration) {
    registration.define(embedded: CChisoPublicServicesDefinitions())
    registration.add(EGovernmentStanding())
  }
}
