import ChisoExchange
import ChisoKernel
import ChisoShell

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Statements from a stream: read in blocks, cut where a statement ends.
///
/// A writer that waits for an answer before it goes on gets it: what is complete is handed out before the
/// stream is waited for. What is not, because a bracket is open, waits for more.
struct StatementInput {
  private let descriptor: Int32
  private let name: String
  private var incoming: IncomingText
  /// Lines that no statement was cut from, well-formed and mostly in normal form.
  private var waiting: [UInt8] = []
  private var nextLine = 1
  private var isAtEnd = false
  /// Why the stream cannot be read any further.
  private var failure: FileFailure?

  /// The statements that come in at `descriptor`, called `name` in messages.
  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    incoming = IncomingText(name: name)
  }

  /// The next statements, one or many; nil at the end of the stream. What cannot be read ends it, and is told after all
  /// that stands before it.
  ///
  /// - Parameter beforeWaiting: Is called before the stream is waited for.
  mutating func next(beforeWaiting: () -> Void) throws(FileFailure) -> ParsedSource? {
    while true {
      let hasMore = !isAtEnd && StatementInput.isReadable(descriptor)
      let isLargeEnough = waiting.count >= 1 << 18
      if !hasMore || isLargeEnough, let parsed = takeComplete(mayContinue: hasMore) { return parsed }
      if let failure { throw failure }
      if isAtEnd { return nil }
      if !hasMore { beforeWaiting() }
      // What stands before it is run first.
      do throws(FileFailure) { try readBlock() } catch {
        failure = error
        isAtEnd = true
      }
    }
  }

  /// Cuts off what is complete; where more is at hand, the last statement might go on in it.
  private mutating func takeComplete(mayContinue: Bool) -> ParsedSource? {
    guard !waiting.isEmpty else { return nil }
    let parsed = ParsedSource(
      SourceText(String(decoding: waiting, as: UTF8.self), name: name, firstLine: nextLine))
    // Offsets are those of the text in normal form.
    if !StatementInput.isSame(parsed.source.text, waiting) { waiting = Array(parsed.source.text.utf8) }
    if isAtEnd { return take(waiting.count, as: parsed) }
    guard let last = parsed.statements.last else { return take(waiting.count, as: parsed) }
    if !mayContinue, !parse(last.text).tree.isIncomplete { return take(waiting.count, as: parsed) }
    let start = Int(last.span.start)
    return start > 0 ? take(start, as: parsed.droppingLastStatement()) : nil
  }

  /// Whether a text has these bytes.
  private static func isSame(_ text: String, _ bytes: [UInt8]) -> Bool {
    let isSame = text.utf8.withContiguousStorageIfAvailable { text in
      text.count == bytes.count
        && bytes.withUnsafeBytes { bytes in
          guard let first = text.baseAddress, let second = bytes.baseAddress else { return true }
          return memcmp(first, second, text.count) == 0
        }
    }
    return isSame ?? text.utf8.elementsEqual(bytes)
  }

  private mutating func take(_ count: Int, as parsed: ParsedSource) -> ParsedSource {
    nextLine += waiting[..<count].count { $0 == UInt8(ascii: "\n") }
    waiting.removeFirst(count)
    return parsed
  }

  private mutating func readBlock() throws(FileFailure) {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &block, block.count)
    if count > 0 {
      incoming.add(block.prefix(count))
      var lines = try incoming.takeLines()
      lines.withUTF8 { waiting += $0 }
    } else if count == 0 {
      isAtEnd = true
      while true {
        var rest = try incoming.takeRest()
        if rest.isEmpty { break }
        rest.withUTF8 { waiting += $0 }
      }
    } else if errno == EAGAIN {
      StatementInput.wait(for: descriptor)
    } else if errno != EINTR {
      throw TextFile.failure(name)
    }
  }

  /// Whether reading would not wait.
  private static func isReadable(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  /// Waits for a stream of which nothing can be read at once.
  private static func wait(for descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&request, 1, -1)
  }
}
