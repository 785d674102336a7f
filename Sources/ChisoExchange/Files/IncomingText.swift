#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A text whose bytes come in pieces, read as `TextFile.read` reads the whole of it: without the mark that it is UTF-8,
/// with `�` for what is not, and refused where it is UTF-16 or holds a byte that is zero.
///
/// It is handed out by whole lines, since a sign never goes on behind the end of one.
///
/// For example:
///
///     var text = IncomingText(name: "stdin")
///     text.add([0x31, 0x0A, 0x32])
///     try text.takeLines()   // "1\n"
///     try text.takeRest()    // "2"
public struct IncomingText: Sendable {
  private let name: String
  /// What was added and is not handed out.
  private var bytes: [UInt8] = []
  /// How many of `bytes` hold no end of a line, from the first one on.
  private var searched = 0
  private var lineCount = 0
  private var isAtStart = true

  /// Nothing yet of a text that failures call `name`.
  public init(name: String) { self.name = name }

  /// Adds what came in.
  public mutating func add(_ piece: some Collection<UInt8>) { bytes += piece }

  /// The lines that are complete, with their ends; nothing where none is. Those above a byte that is zero are handed out
  /// before it is told.
  public mutating func takeLines() throws(FileFailure) -> String {
    let newline = UInt8(ascii: "\n")
    guard let last = bytes[searched...].lastIndex(of: newline) else {
      searched = bytes.count
      return ""
    }
    return try take(last + 1)
  }

  /// What is left of a text that has ended, until nothing is; the lines above a byte that is zero come first.
  public mutating func takeRest() throws(FileFailure) -> String { try take(bytes.count) }

  private mutating func take(_ wanted: Int) throws(FileFailure) -> String {
    var count = wanted
    if isAtStart {
      if case .wide(let encoding)? = ForeignEncoding(bytes) {
        throw ForeignEncoding.wide(encoding).failure(name)
      }
      if bytes.starts(with: TextFile.mark) { (count, bytes) = (count - 3, Array(bytes.dropFirst(3))) }
      isAtStart = false
    }
    let newline = UInt8(ascii: "\n")
    if let zero = bytes.place(of: 0, below: count) {
      count = bytes[..<zero].lastIndex(of: newline).map { $0 + 1 } ?? 0
      if count == 0 { throw ForeignEncoding.zero(line: lineCount + 1).failure(name) }
    }
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    var start = 0
    while let end = bytes.place(of: newline, from: start, below: count) {
      (start, lineCount) = (end + 1, lineCount + 1)
    }
    bytes.removeFirst(count)
    searched = 0
    return text
  }
}

extension [UInt8] {
  /// The first place of a byte from `start` on and before `end`, many bytes looked at at a time.
  func place(of byte: UInt8, from start: Int = 0, below end: Int) -> Int? {
    withUnsafeBytes { bytes in
      guard start < end, let first = bytes.baseAddress else { return nil }
      return memchr(first + start, Int32(byte), end - start).map { first.distance(to: UnsafeRawPointer($0)) }
    }
  }
}
