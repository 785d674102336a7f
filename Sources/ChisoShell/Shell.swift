public import ChisoKernel
import ChisoPluginLoading
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
  /// What is declared, and what is set for evaluations.
  public internal(set) var session: Session
  /// What is set for output.
  public var settings = ShellSettings()
  /// What the output for answers can show.
  public var capabilities: TerminalCapabilities
  /// What the output for diagnostics can show.
  public var diagnosticCapabilities: TerminalCapabilities
  /// The entries that were typed, the oldest first; `:history` lists them.
  public var entries: [String] = []
  /// Whether `:quit` was given.
  public internal(set) var isFinished = false

  /// The program that tries a library in a process of its own before it is loaded; nil where libraries are not tried.
  public var probeProgram: String?
  /// What watches over the plugins that were loaded at run time.
  var watches: [PluginWatch] = []

  /// States to go back to, with the statement that left each.
  var earlier: [(statement: String, session: Session)] = []
  /// The columns of the CSV table that is being written.
  var csvColumns: [String]?
  /// The names of indicators, for completion.
  let nameIndex = NameIndex()
  /// How many files are being loaded, one out of another.
  var loadingDepth = 0

  static let maximumLoadingDepth = 32
  static let maximumUndo = 200

  /// A shell for `kernel`.
  public init(
    _ kernel: Kernel, settings: ShellSettings = ShellSettings(), capabilities: TerminalCapabilities = .file,
    diagnosticCapabilities: TerminalCapabilities = .file
  ) {
    session = Session(kernel)
    self.settings = settings
    self.capabilities = capabilities
    self.diagnosticCapabilities = diagnosticCapabilities
  }

  /// Stops evaluations once `isAsked` says so.
  public mutating func stopEvaluating(when isAsked: @escaping @Sendable () -> Bool) {
    session.isCancelled = isAsked
  }

  /// Sets the day as known on which figures are given; nil for the latest.
  public mutating func setVintage(_ day: CivilDate?) { session.settings.asOf = day }

  var catalogue: Catalogue { session.catalogue }

  func usesColour(_ capabilities: TerminalCapabilities) -> Bool {
    switch settings.colour {
    case .automatic: capabilities.colour
    case .always: true
    case .never: false
    }
  }
}
