import ChisoDiagnostics
import ChisoLibraries

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads an XML file piece by piece, and tells a handler what stands there. Nothing outside the file is ever looked up.
///
/// For example: `try XMLReader.read(bytes, to: handler)`.
package final class XMLReader {
  private let expat: Expat
  private let parser: Expat.Parser
  private let handler: any XMLHandler
  private let name: String
  /// Text that came in and was not told yet.
  private var text: [UInt8] = []
  /// What the handler refused.
  private var failure: FileFailure?
  /// An encoding that is not read.
  private var unknownEncoding: String?

  /// Reads all of `bytes`. What is damaged is told with its line; `goesOn` hears how many bytes of how many are done.
  ///
  /// Memory: a piece of the file, whatever its length.
  package static func read(
    _ bytes: ByteStream, to handler: any XMLHandler,
    goesOn: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws(FileFailure) {
    let reader = try XMLReader(handler, name: bytes.name)
    var isFirst = true
    while var piece = try bytes.next() {
      // Some files have an empty line before what must be their first character.
      if isFirst { piece = Array(piece.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }) }
      isFirst = isFirst && piece.isEmpty
      try reader.add(piece, isLast: false)
      guard goesOn(bytes.done, bytes.total) else {
        throw FileFailure(path: bytes.name, reason: "it was stopped")
      }
    }
    try reader.add([], isLast: true)
  }

  /// Reads `bytes`, which failures call `name`.
  package static func read(_ bytes: [UInt8], name: String, to handler: any XMLHandler) throws(FileFailure) {
    try read(ByteStream(bytes, name: name), to: handler)
  }

  private init(_ handler: any XMLHandler, name: String) throws(FileFailure) {
    do throws(LibraryFailure) { expat = try Expat.library.functions() } catch {
      throw FileFailure(path: name, reason: error.phrase, wayOut: error.wayOut)
    }
    guard let parser = expat.makeParser(nil) else {
      throw FileFailure(path: name, reason: "there is no memory left for it")
    }
    (self.parser, self.handler, self.name) = (parser, handler, name)
    let me = Unmanaged.passUnretained(self).toOpaque()
    expat.setUserData(parser, me)
    expat.setElementHandlers(
      parser, { XMLReader.from($0)?.start($1, $2) }, { data, name in XMLReader.from(data)?.end(name) })
    expat.setCharactersHandler(parser) { XMLReader.from($0)?.add($1, $2) }
    expat.setUnknownEncodingHandler(parser, { XMLReader.from($0)?.describe($1, $2) ?? 0 }, me)
  }

  deinit { expat.freeParser(parser) }

  private static func from(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
    data.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private var line: Int { Int(clamping: expat.line(parser)) }

  private func add(_ piece: [UInt8], isLast: Bool) throws(FileFailure) {
    var rest = piece[...]
    repeat {
      let part = rest.prefix(1 << 24)
      rest = rest.dropFirst(part.count)
      let isEnd: CInt = isLast && rest.isEmpty ? 1 : 0
      let code = part.withUnsafeBytes { bytes in
        expat.parse(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count), isEnd)
      }
      if let failure { throw failure }
      guard code == Expat.done else { throw damage() }
    } while !rest.isEmpty
  }

  private func damage() -> FileFailure {
    if let unknownEncoding {
      return FileFailure(
        path: name, reason: "it is in the encoding `\(unknownEncoding)`, which is not read",
        wayOut: "save it as UTF-8")
    }
    let words = expat.errorText(expat.errorCode(parser)).map { String(cString: $0) } ?? "?"
    return FileFailure(
      path: name, reason: "it is damaged XML: line \(line): \(words)",
      wayOut: "fetch it again; `xmllint --noout \(name)` tells whether it is whole")
  }

  private func start(_ name: Expat.Text?, _ attributes: UnsafePointer<Expat.Text?>?) {
    attempt { () throws(FileFailure) in
      try tellText()
      var pairs: [XMLAttribute] = []
      if var next = attributes {
        while let name = next.pointee, let value = (next + 1).pointee {
          if let local = XMLReader.localName(name) {
            let hasPrefix = strlen(name) != local.utf8.count
            pairs.append(XMLAttribute(name: local, value: String(cString: value), hasPrefix: hasPrefix))
          }
          next += 2
        }
      }
      try handler.start(XMLReader.localName(name) ?? "", pairs, line: line)
    }
  }

  private func end(_ name: Expat.Text?) {
    attempt { () throws(FileFailure) in
      try tellText()
      try handler.end(XMLReader.localName(name) ?? "", line: line)
    }
  }

  private func add(_ characters: Expat.Text?, _ count: CInt) {
    guard let characters, failure == nil else { return }
    UnsafeRawBufferPointer(start: characters, count: Int(count)).withMemoryRebound(to: UInt8.self) {
      text.append(contentsOf: $0)
    }
  }

  private func tellText() throws(FileFailure) {
    guard !text.isEmpty else { return }
    defer { text.removeAll(keepingCapacity: true) }
    try handler.characters(String(decoding: text, as: UTF8.self))
  }

  /// Does what a handler is told, unless it refused something before.
  private func attempt(_ body: () throws(FileFailure) -> Void) {
    guard failure == nil else { return }
    do throws(FileFailure) { try body() } catch {
      failure = error
      _ = expat.stop(parser, 0)
    }
  }

  /// A name without the prefix of its namespace; nil for a declaration of one.
  private static func localName(_ name: Expat.Text?) -> String? {
    guard let name else { return nil }
    var (start, next) = (name, name)
    while next.pointee != 0 {
      if next.pointee == CChar(UInt8(ascii: ":")) { start = next + 1 }
      next += 1
    }
    let bytes = UnsafeRawBufferPointer(start: name, count: next - name)
    if bytes.starts(with: "xmlns".utf8), bytes.count == 5 || start == name + 6 { return nil }
    return String(cString: start)
  }

  private func describe(_ name: Expat.Text?, _ description: UnsafeMutableRawPointer?) -> CInt {
    guard let name, let description else { return 0 }
    let encoding = String(cString: name)
    guard let characters = XMLEncoding.characters[encoding.lowercased()] else {
      unknownEncoding = encoding
      return 0
    }
    XMLEncoding.describe(characters, at: description)
    return 1
  }
}
