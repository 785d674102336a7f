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
  mutating func next(beforeWaiting: () -> Void) -> SourceText? {
    while true {
      let hasMore = !isAtEnd && StatementInput.isReadable(descriptor)
      let isLargeEnough = waiting.count >= 1 << 18
      if !hasMore || isLargeEnough, let text = takeComplete(mayContinue: hasMore) { return text }
      if isAtEnd { return nil }
      if !hasMore { beforeWaiting() }
      readBlock()
    }
  }

  /// Cuts off what is complete; where more is at hand, the last statement might go on in it.
  private mutating func takeComplete(mayContinue: Bool) -> SourceText? {
    if waiting.isEmpty { return nil }
    guard let lastEnd = waiting.lastIndex(of: UInt8(ascii: "\n")) else {
      return isAtEnd ? take(waiting.count) : nil
    }
    if isAtEnd { return take(waiting.count) }
    let text = String(decoding: waiting[...lastEnd], as: UTF8.self)
    let tree = parse(text).tree
    if !tree.source.utf8.elementsEqual(waiting[...lastEnd]) {
      // Offsets are those of the text in normal form.
      waiting.replaceSubrange(...lastEnd, with: tree.source.utf8)
      return takeComplete(mayContinue: mayContinue)
    }
    guard let last = tree.statements.last else { return take(lastEnd + 1) }
    let start = Int(last.span.start)
    let tail = String(decoding: waiting[start...lastEnd], as: UTF8.self)
    if !mayContinue, !parse(tail).tree.isIncomplete { return take(lastEnd + 1) }
    return start > 0 ? take(start) : nil
  }

  private mutating func take(_ count: Int) -> SourceText? {
    let bytes = waiting[..<count]
    let text = SourceText(String(decoding: bytes, as: UTF8.self), name: "stdin", firstLine: nextLine)
    nextLine += bytes.count { $0 == UInt8(ascii: "\n") }
    waiting.removeFirst(count)
    return text
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
