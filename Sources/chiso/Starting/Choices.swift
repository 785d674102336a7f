import ChisoKernel
import ChisoShell
import ChisoTerminal

/// What a person chose on the command line, whatever the command.
struct Choices {
  /// What is set for output.
  var settings = ShellSettings()
  /// The day as known on which figures are given; nil for the latest.
  var vintage: CivilDate?
  /// The paths of plugins to load beside those that come with the program.
  var plugins: [String] = []
  /// Whether libraries are loaded without being tried first.
  var isTrusting = false
  /// Whether the start file is run before the first prompt.
  var runsStartFile = true

  /// A shell of these choices, ready to run; ends the process where a plugin cannot be loaded.
  func makeShell() -> Shell {
    let environment = Environment.values
    var shell = Shell(
      .bundled(), settings: settings, capabilities: .current(descriptor: 1, environment: environment),
      diagnosticCapabilities: .current(descriptor: 2, environment: environment))
    shell.host.probeProgram = ProgramFile.path
    let output = Output()
    for path in plugins where !shell.loadPlugin(path, isTrusted: isTrusting, to: output.write) {
      leave(false)
    }
    shell.setVintage(vintage)
    shell.isRecording = true
    return shell
  }
}
