public import ChisoKernel
import ChisoWords

/// A command: what it is called, what it takes, what it is for, and what it does.
///
/// Help, completion and the program's subcommands are made from the table of these.
public struct ShellCommand: Sendable {
  /// What an argument is; decides what completion offers.
  public enum ArgumentKind: Hashable, Sendable {
    /// One of some words.
    case choice([String])
    /// The name of an indicator, a function, a source, a unit.
    case name
    /// The name of a source.
    case source
    /// The name of a command, or of anything that is declared.
    case topic
    /// The name of a setting.
    case setting
    /// The value of the setting before it.
    case settingValue
    /// A day.
    case date
    /// A period for which the indicator before it has a target.
    case targetPeriod
    /// The path of a file.
    case file
    /// An expression: all the rest of the line.
    case expression
    /// Any words.
    case text
  }

  /// An argument: `NAME`, perhaps optional.
  public struct Argument: Sendable {
    /// What it is called in the usage: `NAME`.
    public var placeholder: String
    /// What it is.
    public var kind: ArgumentKind
    /// Whether it may be left out.
    public var isOptional: Bool

    init(_ placeholder: String, _ kind: ArgumentKind, optional isOptional: Bool = false) {
      self.placeholder = placeholder
      self.kind = kind
      self.isOptional = isOptional
    }
  }

  /// What commands are for; help puts those of a kind together.
  public enum Purpose: Sendable, CaseIterable {
    /// To learn what there is.
    case lookUp
    /// To see where figures come from and what they mean.
    case reason
    /// To take figures in and hand them out.
    case exchange
    /// To keep and change the conversation itself.
    case session

    /// What it is called in help.
    var phrase: Phrase {
      switch self {
      case .lookUp: "look up"
      case .reason: "reason"
      case .exchange: "figures"
      case .session: "session"
      }
    }
  }

  /// The name without its colon: `list`.
  public let name: String
  /// Other names it answers to.
  public var aliases: [String] = []
  /// What it takes.
  public var arguments: [Argument] = []
  /// What it does, in half a line.
  public let summary: Phrase
  /// More about it; may be empty.
  public var details: Phrase = ""
  /// Lines to try.
  public var examples: [String] = []
  /// Whether the program has a subcommand of that name.
  public var isSubcommand = false
  /// What it is for.
  var purpose = Purpose.session
  /// Whether it changes what figures are or how they are shown, so that a saved session needs it.
  var changesSession = false
  /// Whether it writes a file, so that `--replace` may stand before its name.
  var writesFile = false
  /// Whether it works something out, so that its time is of interest.
  var takesTime = false
  let action: Action

  typealias Action = @Sendable (inout Shell, CommandCall) throws(CommandFailure) -> CommandOutcome

  /// What it does, in English.
  public var englishSummary: String { summary.text }

  /// How it is written: `:list [plugins|indicators|…] [PATTERN]`.
  public var usage: String {
    let arguments = arguments.map { $0.isOptional ? " [\($0.placeholder)]" : " \($0.placeholder)" }
    return ":\(name)\(arguments.joined())"
  }
}

/// A command with what stands behind it.
struct CommandCall {
  /// The command.
  var command: ShellCommand
  /// The rest of the line, without the spaces around it.
  var arguments: String
  /// Where the arguments stand; where there are none, where they would.
  var span: SourceSpan

  /// The arguments, word by word.
  var words: [String] { arguments.split(whereSeparator: \.isWhitespace).map(String.init) }

  /// All of the line; an error where there is nothing.
  func required() throws(CommandFailure) -> String {
    guard !arguments.isEmpty else { throw CommandFailure(.missingArgument(command.usage, at: span)) }
    return arguments
  }

  /// Refuses arguments.
  func refuseArguments() throws(CommandFailure) {
    guard arguments.isEmpty else { throw CommandFailure(.unwantedArgument(command.usage, at: span)) }
  }
}

/// What a command leads to.
enum CommandOutcome {
  /// Something to say.
  case reply(CommandReply)
  /// A text to run in its place.
  case run(SourceText)
  /// Nothing is done; what is wrong in the files that it was about.
  case refused([PlacedDiagnostic])
}

extension CommandFailure {
  /// What is wrong with an expression that stands behind a command.
  init(_ error: EvaluationError, at call: CommandCall) {
    self.init(error.diagnostics.map { $0.moved(by: call.span.start) })
    if diagnostics.isEmpty { diagnostics = [.noExpression(at: call.span)] }
  }
}
