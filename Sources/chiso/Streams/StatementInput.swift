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
  private var waiting: [UInt8] = []
  private var nextLine = 1
  private var isAtEnd = false

  /// The statements that come in at `descriptor`.
  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next statements, one or many; nil at the end of the stream.
  ///
  /// - Parameter beforeWaiting: Is called before the stream is waited for.
  mutating func next(beforeWaiting: () -> Void) -> ParsedSource? {
    while true {
      let hasMore = !isAtEnd && StatementInput.isReadable(descriptor)
      let isLargeEnough = waiting.count >= 1 << 18
      if !hasMore || isLargeEnough, let parsed = takeComplete(mayContinue: hasMore) { return parsed }
      if isAtEnd { return nil }
      if !hasMore { beforeWaiting() }
      readBlock()
    }
  }

  /// Cuts off what is complete; where more is at hand, the last statement might go on in it.
  private mutating func takeComplete(mayContinue: Bool) -> ParsedSource? {
    let newline = UInt8(ascii: "\n")
    guard let count = isAtEnd ? waiting.count : waiting.lastIndex(of: newline).map({ $0 + 1 }), count > 0
    else {
      return nil
    }
    let text = String(decoding: waiting[..<count], as: UTF8.self)
    let parsed = ParsedSource(SourceText(text, name: "stdin", firstLine: nextLine))
    if isAtEnd { return take(count, as: parsed) }
    if !parsed.source.text.utf8.elementsEqual(text.utf8) {
      // Offsets are those of the text in normal form.
      waiting.replaceSubrange(..<count, with: parsed.source.text.utf8)
      return takeComplete(mayContinue: mayContinue)
    }
    guard let last = parsed.statements.last else { return take(count, as: parsed) }
    if !mayContinue, !parse(last.text).tree.isIncomplete { return take(count, as: parsed) }
    let start = Int(last.span.start)
    return start > 0 ? take(start, as: parsed.droppingLastStatement()) : nil
  }

  private mutating func take(_ count: Int, as parsed: ParsedSource) -> ParsedSource {
    nextLine += waiting[..<count].count { $0 == UInt8(ascii: "\n") }
    waiting.removeFirst(count)
    return parsed
  }

  private mutating func readBlock() {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &block, block.count)
    if count > 0 {
      waiting += block.prefix(count)
    } else if count == 0 || errno != EINTR {
      isAtEnd = true
    }
  }

  /// Whether reading would not wait.
  private static func isReadable(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }
}
