import ChisoAssistance
import ChisoExchange
public import ChisoHost
public import ChisoKernel
import ChisoPluginLoading
import ChisoPresentation
public import ChisoTerminal

/// A conversation in text: statements and commands go in, answers come out in the chosen format.
///
/// It knows no terminal and keeps no stream; whoever holds it decides where its output goes. A value, like the
/// session in it.
///
/// For example:
///
///     var shell = Shell(kernel)
///     shell.run(SourceText("share(digital_economy, gdp, 2025)")) { print($0.text, terminator: "") }
public struct Shell: Sendable {
  /// The session, and what was loaded into it.
  public var host: Host
  /// What is set for output.
  public var settings = ShellSettings()
  /// What the output for answers can show.
  public var capabilities: TerminalCapabilities
  /// What the output for diagnostics can show.
  public var diagnosticCapabilities: TerminalCapabilities
  /// The entries that were typed, the oldest first; `:history` lists them.
  public var entries: [String] = []
  /// How much of the processor's time completion may spend on what makes sense at a place; what there is no time to
  /// try is not held back.
  public var completionTime: Duration = .milliseconds(3)
  /// Whether `:quit` was given.
  public internal(set) var isFinished = false

  /// Whether whoever shows the output can turn its pages, so that long tables need no cut.
  public var canTurnPages = false

  /// Whether what succeeds is recorded, so that `:save` can write it; a stream of statements has no need of it.
  public var isRecording = false

  /// The figures that a file states, held against those that it yields now; nil where none is loaded.
  var comparison: FigureComparison?
  /// The columns of the CSV table that is being written.
  var csvColumns: [String]?
  /// The names of indicators, for completion.
  let nameIndex = NameIndex()
  /// The files that commands wrote in this conversation, as they were left.
  var writtenFiles: [String: FileStamp] = [:]
  /// How many files are being loaded, one out of another.
  var loadingDepth = 0

  static let maximumLoadingDepth = 32

  /// A shell for `kernel`.
  public init(
    _ kernel: Kernel, settings: ShellSettings = ShellSettings(), capabilities: TerminalCapabilities = .file,
    diagnosticCapabilities: TerminalCapabilities = .file
  ) {
    host = Host(kernel)
    self.settings = settings
    self.capabilities = capabilities
    self.diagnosticCapabilities = diagnosticCapabilities
  }

  /// What is declared, and what is set for evaluations.
  public package(set) var session: Session {
    _read { yield host.session }
    _modify { yield &host.session }
  }

  /// Stops evaluations once `isAsked` says so.
  public mutating func stopEvaluating(when isAsked: @escaping @Sendable () -> Bool) {
    session.isCancelled = isAsked
  }

  /// Sets the day as known on which figures are given; nil for the latest.
  public mutating func setVintage(_ day: CivilDate?) { session.settings.asOf = day }

  var catalogue: Catalogue { host.session.catalogue }

  func usesColour(_ capabilities: TerminalCapabilities) -> Bool {
    switch settings.colour {
    case .automatic: capabilities.colour
    case .always: true
    case .never: false
    }
  }
}
