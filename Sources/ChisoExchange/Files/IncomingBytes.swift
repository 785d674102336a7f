import ChisoDiagnostics
import ChisoLibraries

/// The bytes of a file that come in pieces, unpacked where their beginning says that gzip packed them.
struct IncomingBytes {
  /// How many bytes tell whether the others are packed.
  private static let markLength = 4

  private let name: String
  private let limit: Int
  private var bytes: [UInt8] = []
  private var isKnown = false
  private var packed: GzipReading?

  /// Nothing yet of what failures call `name`, and what unpacks to `limit` bytes at most.
  init(name: String, limit: Int) {
    self.name = name
    self.limit = limit
  }

  /// Adds what came in.
  mutating func add(_ piece: ArraySlice<UInt8>) throws(FileFailure) {
    do throws(PackingFailure) {
      guard packed == nil else {
        try packed?.unpack(piece, into: &bytes)
        return
      }
      bytes += piece
      if !isKnown, bytes.count >= IncomingBytes.markLength { try know() }
    } catch {
      throw error.failure(name)
    }
  }

  /// All of them, where they end here.
  mutating func takeAll() throws(FileFailure) -> [UInt8] {
    do throws(PackingFailure) {
      if !isKnown { try know() }
      try packed?.end()
    } catch {
      throw error.failure(name)
    }
    defer { bytes = [] }
    return bytes
  }

  private mutating func know() throws(PackingFailure) {
    isKnown = true
    if bytes.starts(with: ZipArchive.mark) || bytes.starts(with: ZipArchive.emptyMark) { throw .archive }
    guard bytes.starts(with: GzipReading.mark) else { return }
    let beginning = bytes
    bytes = []
    packed = try GzipReading(limit: limit)
    try packed?.unpack(beginning[...], into: &bytes)
  }
}

extension PackingFailure {
  /// What is said of the file at `path`.
  func failure(_ path: String) -> FileFailure {
    let again: Phrase = "fetch it again; `gzip -t \(path)` tells whether it is whole"
    let (reason, wayOut): (Phrase, Phrase?) =
      switch self {
      case .library(let failure): (failure.phrase, failure.wayOut)
      case .cutOff: ("it is cut off: the end of what gzip packed is missing", again)
      case .damaged(let words): ("it is damaged: zlib says “\(words)”", again)
      case .followedByOthers: ("behind what gzip packed stands something else", again)
      case .tooLarge(let limit): ("it unpacks to more than \(limit >> 20) MiB", nil)
      case .archive:
        (
          "it is a ZIP archive or a workbook, and a single file is read here",
          "unpack it: `unzip \(path)`; a workbook is saved as CSV in UTF-8"
        )
      }
    return FileFailure(path: path, reason: reason, wayOut: wayOut)
  }
}
