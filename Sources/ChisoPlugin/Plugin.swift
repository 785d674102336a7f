/// A domain, or a library of functions: it has a name and registers what it brings.
///
/// For example:
///
///     struct HealthPlugin: Plugin {
///       let name = "health"
///       func register(_ registration: inout Registration) {
///         registration.define(#"indicator beds { label: "Beds"  unit: bed  kind: stock }"#)
///       }
///     }
public protocol Plugin: Sendable {
  /// The first part of the full names of all it brings: `economy` in `economy.gdp`.
  var name: String { get }
  /// One line for `:list plugins`.
  var summary: String { get }
  /// Hands over everything the plugin has.
  func register(_ registration: inout Registration)
  /// Tests that ship with the plugin; asked for when it is verified, not when it is loaded.
  var tests: [PluginTest] { get }
}

extension Plugin {
  /// No summary.
  public var summary: String { "" }
  /// No tests.
  public var tests: [PluginTest] { [] }
}
