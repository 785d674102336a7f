import ChisoPluginLoading
import ChisoShell

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output and standard error: answers are collected and leave in large pieces, messages at once, and
/// in the order in which they came.
final class Output {
  private var waiting: [UInt8] = []

  /// Takes a piece of output.
  func write(_ output: ShellOutput) {
    switch output.channel {
    case .answers:
      // In one piece: byte by byte it takes half as long as writing the words.
      var text = output.text
      text.withUTF8 { waiting += $0 }
      // What a plugin's crash would take along does not wait.
      if waiting.count >= 1 << 16 || PluginLibrary.isAnyLoaded { flush() }
    case .diagnostics:
      flush()
      send(Array(output.text.utf8), to: STDERR_FILENO)
    }
  }

  /// Sends all that is waiting.
  func flush() {
    guard !waiting.isEmpty else { return }
    let bytes = waiting
    waiting.removeAll(keepingCapacity: true)
    send(bytes, to: STDOUT_FILENO)
  }

  private func send(_ bytes: [UInt8], to descriptor: Int32) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Output.writeBytes(descriptor, $0) }
      if count > 0 {
        sent += count
      } else if errno == EPIPE {
        // Nobody reads any more: `chiso … | head`.
        exit(0)
      } else if errno != EINTR && errno != EAGAIN {
        exit(1)
      }
    }
  }

  private static func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    systemWrite(descriptor, bytes.baseAddress, bytes.count)
  }
}

/// `write`, under a name that the methods do not hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
