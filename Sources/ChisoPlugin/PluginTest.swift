public import CChisoDefinitions

/// A test that ships with a plugin: statements of the language, and what is expected of each.
///
/// It is run by `chiso plugin verify` and by `PluginReport`, never when the plugin is loaded. For example:
///
///     PluginTest("nurses are counted", "nurses[2023]", answers: "51_800 nurse")
///     PluginTest("nurses are no beds", "nurses[2023] + beds[2023]", isRefused: "do not add up")
///     PluginTest("two years", script: """
///       change(nurses, 2022, 2023)
///         => 900 nurse
///         period none
///       """)
public struct PluginTest: Hashable, Sendable {
  /// What it is called in reports: a name, or that of its file.
  public var name: String
  /// The statements, each at the margin, and what is expected below it, two spaces further in: the form of `.chisotest`
  /// files.
  public var script: String

  /// A test of several statements.
  public init(_ name: String, script: String) {
    self.name = name
    self.script = script
  }

  /// `statement` answers `value`, as it would be printed: `20.5 %`.
  public init(_ name: String, _ statement: String, answers value: String) {
    self.init(name, script: "\(statement)\n  => \(value)\n")
  }

  /// `statement` is refused with a message in which `words` stand.
  public init(_ name: String, _ statement: String, isRefused words: String) {
    self.init(name, script: "\(statement)\n  message \(words)\n")
  }

  /// The scripts that were embedded into the binary, as their C target hands them over; each is a test of its own.
  public static func embedded(_ list: UnsafePointer<EmbeddedDefinitionFile>) -> [PluginTest] {
    EmbeddedFile.all(list).map { PluginTest($0.name, script: DefinitionFile($0).text) }
  }
}
