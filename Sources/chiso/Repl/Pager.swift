#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program that turns the pages of what is longer than the screen: `$PAGER`, else less where it is there.
struct Pager {
  private let command: String

  /// The pager of this environment; nil where there is none, or where `$PAGER` is empty or `cat`.
  init?() {
    if let command = Environment["PAGER"] {
      guard !command.isEmpty, command != "cat" else { return nil }
      self.command = command
    } else if Pager.isInstalled("less") {
      command = "less"
    } else {
      return nil
    }
  }

  private static func isInstalled(_ name: String) -> Bool {
    (Environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").contains {
      access("\($0)/\(name)", X_OK) == 0
    }
  }

  /// Shows `text`, and waits until the person has seen enough; false where it cannot be started.
  func show(_ text: String) -> Bool {
    // less leaves short texts on the screen, shows colours, and does not wipe what was read.
    setenv("LESS", "FRX", 0)
    // While the pager reads keys, Ctrl-C is its affair.
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    guard let stream = popen(command, "w") else { return false }
    fputs(text, stream)
    let status = pclose(stream)
    // The status of a shell that does not know the command.
    return status != 127 << 8
  }
}
