import ChisoExchange
import ChisoKernel
import ChisoTerminal
import ChisoWords

extension ShellCommand {
  static let set = ShellCommand(
    name: "set",
    arguments: [
      Argument("NAME", .setting, optional: true), Argument("VALUE", .settingValue, optional: true),
    ],
    summary: "change a setting; without arguments list them",
    examples: [":set format json", ":set locale vi", ":set intervals off", ":set prefer session_9"],
    changesSession: true
  ) { shell, call throws(CommandFailure) in
    let words = call.words
    guard let name = words.first else { return .reply(settings(Setting.all, of: shell)) }
    let wanted = name == "color" ? "colour" : name
    guard let setting = Setting.all.first(where: { $0.name == wanted }) else {
      throw CommandFailure(
        .badChoice(name, what: .setting, allowed: Setting.all.map(\.name), at: call.wordSpan(0)))
    }
    if words.count > 1 {
      let value = words.dropFirst().joined(separator: " ")
      let chosen = setting.name == "colour" ? ["on": "always", "off": "never"][value] ?? value : value
      guard setting.values.isEmpty || setting.values.contains(chosen) else {
        throw CommandFailure(
          .badChoice(value, what: .value(of: setting.name), allowed: setting.values, at: call.wordSpan(1))
        )
      }
      var valueCall = call
      valueCall.span = call.wordSpan(1)
      try setting.write(&shell, chosen, valueCall)
    }
    let value = setting.read(shell)
    return .reply(
      shell.remark(
        "\(setting.name) is \(value)",
        records: [[("name", .string(setting.name)), ("value", .string(value))]]))
  }

  static let timing = ShellCommand(
    name: "timing", arguments: [Argument("VALUE", .choice(["on", "off"]), optional: true)],
    summary: "tell how long each statement takes, or stop telling it", examples: [":timing", ":timing off"]
  ) { shell, call throws(CommandFailure) in
    switch call.arguments {
    case "": shell.settings.showsTiming.toggle()
    case "on", "off": shell.settings.showsTiming = call.arguments == "on"
    default:
      throw CommandFailure(
        .badChoice(call.arguments, what: .value(of: "timing"), allowed: ["on", "off"], at: call.span))
    }
    let value = Setting.timing.read(shell)
    return .reply(
      shell.remark("timing is \(value)", records: [[("name", .string("timing")), ("value", .string(value))]]))
  }

  private static func settings(_ settings: [Setting], of shell: Shell) -> CommandReply {
    var table = Table(
      (["setting", "value", "possible", ""] as [Phrase]).map { Table.Column(StyledText(shell.words($0))) })
    for setting in settings {
      table.append([
        StyledText(setting.name, .name), StyledText(setting.read(shell), .text),
        StyledText(setting.values.joined(separator: "|"), .quiet),
        StyledText(shell.words(setting.summary), .quiet),
      ])
    }
    return CommandReply(
      table.laidOut(width: shell.capabilities.width),
      records: settings.map {
        [
          ("name", .string($0.name)), ("value", .string($0.read(shell))),
          ("values", .array($0.values.map(JSONValue.string))), ("summary", .string($0.summary.text)),
        ]
      }, tables: [table])
  }
}

extension CommandCall {
  /// Where the word at `index` of the arguments stands.
  func wordSpan(_ index: Int) -> SourceSpan {
    let bytes = Array(arguments.utf8)
    var starts: [Int] = []
    for position in bytes.indices where bytes[position] != UInt8(ascii: " ") {
      if position == 0 || bytes[position - 1] == UInt8(ascii: " ") { starts.append(position) }
    }
    guard starts.indices.contains(index) else { return span }
    let end = bytes[starts[index]...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
    return SourceSpan(start: span.start + Int32(starts[index]), end: span.start + Int32(end))
  }
}
