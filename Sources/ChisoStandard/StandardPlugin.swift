import CChisoStandardDefinitions
public import ChisoPlugin

/// The standard library: shares, change, targets, time, aggregation, numbers. It comes through the same door as any
/// other plugin, and what the language can say is written in it.
public struct StandardPlugin: Plugin {
  /// `standard`.
  public let name = "standard"
  /// One line for `:list plugins`.
  public let summary = "Shares, change, targets, time, aggregation and numbers"

  /// The library; it has no settings.
  public init() {}

  /// What it is asked for first, with the answers; and what it refuses.
  public var tests: [PluginTest] { PluginTest.embedded(CChisoStandardTests()) }

  /// Hands over the definition files and the native functions.
  public func register(_ registration: inout Registration) {
    registration.define(embedded: CChisoStandardDefinitions())
    for function in Self.quotients + Self.shifts + Self.durations + Self.selections + Self.aggregates
      + Self.frequencies + Self.requirements + Self.numbers + Self.bounds + Self.distribution + Self.gaps
      + Self.targetStates
    {
      registration.add(function)
    }
  }
}
