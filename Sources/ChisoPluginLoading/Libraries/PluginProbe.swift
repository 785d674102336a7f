import ChisoPlugin

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tries a library in a process of its own, so that a crash at load takes that one down and not the one that asks.
public enum PluginProbe {
  /// The word by which the program is called to try a library.
  public static let command = "probe-plugin"
  /// How long a library may take.
  static let seconds = 10

  /// Tries the library at `path` in a new process of the program at `program`.
  public static func run(_ path: String, program: String) throws(LibraryRefusal) {
    let process: ProbeProcess
    do throws(SystemFailure) {
      process = try ProbeProcess(program, [command, path])
    } catch {
      throw LibraryRefusal(path, .unprobed(error.reason))
    }
    let end = ContinuousClock.now.advanced(by: .seconds(seconds))
    let output = process.output(until: end)
    switch process.end(until: end) {
    case .exited(0):
      // A library may end the process itself, with the status of one that went well.
      guard ProbeVerdict.isWell(output) else {
        throw LibraryRefusal(path, .crashed("it ended the process", said: lastLine(output)))
      }
    case .exited(ProbeVerdict.status):
      if let reason = ProbeVerdict.read(output) { throw LibraryRefusal(path, reason) }
      throw LibraryRefusal(path, .crashed("it ended the process", said: lastLine(output)))
    case .exited(let status):
      throw LibraryRefusal(path, .crashed("it ended with status \(status)", said: lastLine(output)))
    case .killed: throw LibraryRefusal(path, .hung(seconds: seconds))
    case .signalled(let signal):
      let name = String(cString: strsignal(signal))
      throw LibraryRefusal(path, .crashed("signal \(signal), \(name)", said: lastLine(output)))
    }
  }

  /// What the new process does: loads the library, lets it register, and tells on standard output that it may be loaded
  /// or why it is refused.
  public static func answer(_ path: String) -> Int32 {
    do throws(LibraryRefusal) {
      let plugin = try PluginLibrary.load(path)
      var registration = Registration()
      plugin.register(&registration)
      print("\n\(ProbeVerdict.well)")
      return 0
    } catch {
      print(ProbeVerdict.write(error.reason))
      return ProbeVerdict.status
    }
  }

  private static func lastLine(_ output: String) -> String? {
    output.split(whereSeparator: \.isNewline).last.map { String($0.prefix(200)) }
  }
}

/// How a verdict goes from one process to the other: in a line of its own, after whatever the library said.
private enum ProbeVerdict {
  static let status: Int32 = 3
  private static let mark = "chiso-plugin-refused\t"
  /// That it may be loaded.
  static let well = "chiso-plugin-may-be-loaded"

  static func isWell(_ output: String) -> Bool {
    output.split(whereSeparator: \.isNewline).contains { $0 == well }
  }

  static func write(_ reason: LibraryRefusal.Reason) -> String {
    let (word, detail) =
      switch reason {
      case .unloadable(let reason): ("unloadable", reason)
      case .lacksSymbol(let symbol): ("symbol", symbol)
      case .noPlugin(let symbol): ("entry", symbol)
      case .ofAnotherProgram: ("program", "")
      case .otherInterface(let version): ("abi", String(version))
      case .otherCompiler(let compiler): ("compiler", compiler)
      case .otherKernel(let version): ("kernel", version)
      case .otherSources: ("sources", "")
      case .nothingHandedOver, .builtAnew, .crashed, .hung, .unprobed: ("nothing", "")
      }
    return "\n\(mark)\(word)\t\(detail)"
  }

  static func read(_ output: String) -> LibraryRefusal.Reason? {
    for line in output.split(whereSeparator: \.isNewline) where line.hasPrefix(mark) {
      let parts = line.dropFirst(mark.count).split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let detail = String(parts[1])
      switch parts[0] {
      case "unloadable": return .unloadable(detail)
      case "symbol": return .lacksSymbol(detail)
      case "entry": return .noPlugin(missing: detail)
      case "program": return .ofAnotherProgram
      case "abi": return UInt32(detail).map(LibraryRefusal.Reason.otherInterface)
      case "compiler": return .otherCompiler(detail)
      case "kernel": return .otherKernel(detail)
      case "sources": return .otherSources
      case "nothing": return .nothingHandedOver
      default: continue
      }
    }
    return nil
  }
}

/// Why the system does not do what it is asked for.
private struct SystemFailure: Error {
  var reason: String

  init(_ number: Int32) { reason = String(cString: strerror(number)) }
}

/// A process whose output is read.
private struct ProbeProcess {
  enum End {
    case exited(Int32)
    case signalled(Int32)
    /// It was killed because it did not end.
    case killed
  }

  private let identifier: pid_t
  private let descriptor: Int32

  init(_ program: String, _ arguments: [String]) throws(SystemFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemFailure(errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var environment = ProbeProcess.environment.map { strdup($0) } + [nil]
    defer {
      for text in words + environment { free(text) }
    }
    var identifier: pid_t = 0
    let result = posix_spawn(&identifier, program, &actions, nil, &words, &environment)
    close(ends[1])
    guard result == 0 else {
      close(ends[0])
      throw SystemFailure(result)
    }
    self.identifier = identifier
    descriptor = ends[0]
  }

  /// What the program was called with, and that a crash is to be quick.
  private static var environment: [String] {
    var result: [String] = []
    var entry = environ
    while let text = entry.pointee {
      let text = String(cString: text)
      if !text.hasPrefix("SWIFT_BACKTRACE=") { result.append(text) }
      entry = entry.advanced(by: 1)
    }
    return result + ["SWIFT_BACKTRACE=enable=no"]
  }

  /// The last that it puts out, until nobody writes any more or `end` is there, when it is killed.
  func output(until end: ContinuousClock.Instant) -> String {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4_096)
    while ContinuousClock.now < end {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 100) > 0 else { continue }
      let count = read(descriptor, &block, block.count)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      if count > 0 { bytes += block.prefix(count) }
      if bytes.count > 1 << 17 { bytes.removeFirst(1 << 16) }
    }
    kill(identifier, SIGKILL)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Waits for it to end; it is killed at `end`, since it may have closed its output and go on.
  func end(until end: ContinuousClock.Instant) -> End {
    var status: Int32 = 0
    while waitpid(identifier, &status, WNOHANG) == 0 {
      if ContinuousClock.now >= end { kill(identifier, SIGKILL) }
      usleep(100)
    }
    close(descriptor)
    let signal = status & 0x7F
    if signal == SIGKILL { return .killed }
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }
}
