import ChisoTerminal
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What comes from the keyboard: scalars, whole pastes, signals.
///
/// Keys are read byte by byte, so that what is typed ahead stays for whoever reads next.
struct KeyboardInput {
  enum Event {
    case scalar(Unicode.Scalar)
    /// A paste between the terminal's brackets.
    case paste(String)
    case signal(Int32)
    /// The terminal is gone.
    case end
  }

  private let signals: SignalWatch
  private var bytes: [UInt8] = []
  private static let sequenceTimeout: Int32 = 30

  init(signals: SignalWatch) {
    self.signals = signals
  }

  /// Whether more is there already.
  var isPending: Bool { !bytes.isEmpty || wait(milliseconds: 0) == .key }

  /// Whether nothing comes for so long, neither key nor signal.
  func isQuiet(for milliseconds: Int32) -> Bool {
    bytes.isEmpty && wait(milliseconds: milliseconds) == .nothing
  }

  /// Tells whether a key or a signal has come since; may be asked on any thread, and so often that it looks but every
  /// now and then.
  var watch: @Sendable () -> Bool {
    let signalDescriptor = signals.descriptor
    let look = PacedLook {
      var descriptors = [
        pollfd(fd: signalDescriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      ]
      return poll(&descriptors, nfds_t(descriptors.count), 0) > 0
    }
    return { look.hasSeen }
  }

  /// Whether an ESC that was just taken begins a longer key, such as an arrow.
  var isInsideKey: Bool { bytes.first == UInt8(ascii: "[") || bytes.first == UInt8(ascii: "O") }

  /// Takes the rest of an arrow key, behind its ESC; nil where it is none.
  mutating func takeArrow() -> PrivateKey? {
    guard isInsideKey, bytes.count >= 2, let key = PrivateKey(arrow: bytes[1]) else { return nil }
    bytes.removeFirst(2)
    return key
  }

  /// Forgets what was read ahead.
  mutating func discard() {
    bytes = []
  }

  /// Waits for what comes next.
  mutating func next() -> Event {
    while true {
      if let scalar = takeScalar() {
        if scalar == "\u{1B}", startsPaste() { return .paste(readPaste()) }
        return .scalar(scalar)
      }
      switch wait(milliseconds: -1) {
      case .signal: if let number = signals.next() { return .signal(number) }
      case .key: if !fill(1) { return .end }
      case .nothing: continue
      }
    }
  }

  private enum Wait { case key, signal, nothing }

  private func wait(milliseconds: Int32) -> Wait {
    if signals.isWaiting { return .signal }
    var descriptors = [
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else { return .nothing }
    if descriptors[0].revents != 0 { return .signal }
    return descriptors[1].revents != 0 ? .key : .nothing
  }

  /// Reads up to `count` bytes that are there; false where the terminal is gone.
  private mutating func fill(_ count: Int) -> Bool {
    var buffer = [UInt8](repeating: 0, count: count)
    let got = read(STDIN_FILENO, &buffer, count)
    if got > 0 { bytes += buffer.prefix(got) }
    return got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN))
  }

  /// The first scalar of the bytes, once it is whole; what is no UTF-8 becomes U+FFFD.
  private mutating func takeScalar() -> Unicode.Scalar? {
    guard let first = bytes.first else { return nil }
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    let isBroken = bytes.prefix(length).dropFirst().contains { $0 & 0xC0 != 0x80 }
    guard bytes.count >= length || isBroken else { return nil }
    let taken = isBroken ? 1 : length
    defer { bytes.removeFirst(taken) }
    return String(decoding: bytes.prefix(taken), as: UTF8.self).unicodeScalars.first
  }

  /// Whether what follows an ESC announces a paste; then it is taken.
  private mutating func startsPaste() -> Bool {
    for (position, byte) in ControlSequence.pasteBegins.utf8.enumerated() {
      if bytes.count <= position {
        guard wait(milliseconds: Self.sequenceTimeout) == .key, fill(1) else { return false }
      }
      guard bytes.indices.contains(position), bytes[position] == byte else { return false }
    }
    bytes.removeFirst(ControlSequence.pasteBegins.utf8.count)
    return true
  }

  /// The text up to the end of the paste; what has come where a signal or the end of input cuts it off.
  private mutating func readPaste() -> String {
    let end = Array(ControlSequence.pasteEnds.utf8)
    var searched = 0
    while true {
      if let start = position(of: end, from: searched) {
        defer { bytes.removeFirst(start + end.count) }
        return String(decoding: bytes.prefix(start), as: UTF8.self)
      }
      searched = max(0, bytes.count - end.count)
      guard wait(milliseconds: -1) == .key, fill(4096) else {
        defer { bytes = [] }
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  private func position(of needle: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= needle.count, start <= bytes.count - needle.count else { return nil }
    return (start...(bytes.count - needle.count)).first {
      bytes[$0..<($0 + needle.count)].elementsEqual(needle)
    }
  }
}

/// Looks for something, not more than a few thousand times a second however often it is asked; what was seen once stays
/// seen.
private final class PacedLook: Sendable {
  private let isThere: @Sendable () -> Bool
  private let wasSeen = Atomic<Bool>(false)
  private let nextLook = Atomic<Int64>(0)
  private static let pause: Int64 = 200_000

  init(_ isThere: @escaping @Sendable () -> Bool) { self.isThere = isThere }

  var hasSeen: Bool {
    if wasSeen.load(ordering: .relaxed) { return true }
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let now = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    guard now >= nextLook.load(ordering: .relaxed) else { return false }
    nextLook.store(now + PacedLook.pause, ordering: .relaxed)
    guard isThere() else { return false }
    wasSeen.store(true, ordering: .relaxed)
    return true
  }
}
