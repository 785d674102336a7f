#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension TerminalCapabilities {
  /// What the open file `descriptor` of this process can show; 1 is standard output, 2 standard error.
  public static func current(
    descriptor: Int32 = 1, environment: [String: String], preference: ColourPreference = .automatic
  ) -> TerminalCapabilities {
    TerminalCapabilities(
      environment: environment, isTerminal: isatty(descriptor) == 1, size: size(of: descriptor),
      preference: preference)
  }

  /// What the terminal behind `descriptor` says of its size; nil where it is none.
  public static func size(of descriptor: Int32) -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}
