import ChisoExchange
import ChisoHost
import ChisoKernel
import ChisoPresentation
import ChisoTerminal
import ChisoWords

extension ShellCommand {
  static let plugin = ShellCommand(
    name: "plugin",
    arguments: [
      Argument("load|list", .choice(["load", "list"])), Argument("PATH", .file, optional: true),
    ],
    summary: "load a plugin from a folder or file, or list those there are",
    details:
      "A folder, or a single file, of definitions (.chiso) and of observations (.csv); or a shared library, which is "
      + "tried in a process of its own first, unless `--trusted` stands before its path. `chiso --plugin PATH` does the "
      + "same from the start.",
    examples: [":plugin load figures/health", ":plugin list"]
  ) { shell, call throws(CommandFailure) in
    let words = call.words
    switch words.first {
    case "list":
      let pattern = NamePattern(words.dropFirst().joined(separator: " "))
      return .reply(shell.reply(.plugins(shell.catalogue, shell.style, pattern)))
    case "load":
      var rest = call.arguments.dropFirst("load".count).drop { $0 == " " }
      let isTrusted = rest.hasPrefix("--trusted ")
      if isTrusted { rest = rest.dropFirst("--trusted ".count).drop { $0 == " " } }
      let path = String(rest).unquoted
      guard !path.isEmpty else {
        throw CommandFailure(.missingArgument(":plugin load PATH", at: call.span))
      }
      let before = shell.session
      do throws(PluginRefusal) {
        let plugin = try shell.host.loadPlugin(at: path, isTrusted: isTrusted)
        shell.host.record.keep(before, before: ":plugin \(call.arguments)")
        var reply = shell.remark("plugin \(plugin.name): \(plugin.contents)", records: [plugin.record])
        reply.warnings = plugin.warnings
        return .reply(reply)
      } catch {
        return .refused(error.problems)
      }
    case nil:
      throw CommandFailure(.missingArgument(":plugin load PATH", at: call.span))
    case let word?:
      throw CommandFailure(
        .badChoice(word, what: .pluginTask, allowed: ["load", "list"], at: call.wordSpan(0)))
    }
  }
}

extension LoadedPlugin {
  fileprivate var record: [(name: String, value: JSONValue)] {
    [
      ("plugin", .string(name)), ("indicators", .number(Double(indicators))),
      ("functions", .number(Double(functions))), ("claims", .number(Double(claims))),
      ("observations", .number(Double(observations))),
    ]
  }
}
