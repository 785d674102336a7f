extension ShellCommand {
  /// Every command, in the order in which help lists them.
  public static let all: [ShellCommand] = [
    help, list, find, describe, explain, target, check, sources, plot, vintage, set, timing, load, save,
    importing,
    exporting, plugin, undo, redo, history, quit,
  ]

  /// The command that answers to `name`.
  static func named(_ name: String) -> ShellCommand? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// Every name and alias.
  static let allNames: [String] = all.flatMap { [$0.name] + $0.aliases }
}
