import CChisoIdentityDefinitions
public import ChisoPlugin

/// Electronic identity, chip cards, the population database: indicators, and what the sources say of them.
public struct IdentityPlugin: Plugin {
  /// `identity`.
  public let name = "identity"
  /// One line for `:list plugins`.
  public let summary = "Electronic identity, chip cards, the population database"

  /// The plugin; it has no settings.
  public init() {}

  /// What it is asked for first, with the answers; and what it refuses.
  public var tests: [PluginTest] { PluginTest.embedded(CChisoIdentityTests()) }

  /// Hands over the definition files of this folder and the indicator written in Swift.
  public func register(_ registration: inout Registration) {
    registration.define(embedded: CChisoIdentityDefinitions())
    registration.add(ChipCardPace())
  }
}
