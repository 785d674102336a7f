import ChisoDiagnostics

/// A ZIP archive at hand, by its central directory (PKWARE, APPNOTE 6.3).
///
/// For example: `try ZipArchive(bytes, name: "a.zip").entries.map(\.name)`.
struct ZipArchive {
  /// A file in it.
  struct Entry {
    /// Its path inside the archive.
    var name: String
    fileprivate var method: Int
    fileprivate var flags: Int
    fileprivate var packedCount: Int
    fileprivate var count: Int
    fileprivate var offset: Int
  }

  /// How an archive begins that has a file.
  static let mark: [UInt8] = [0x50, 0x4B, 3, 4]
  /// How one begins that has none.
  static let emptyMark: [UInt8] = [0x50, 0x4B, 5, 6]

  /// The files, in the order of the directory.
  private(set) var entries: [Entry] = []
  private let bytes: [UInt8]
  private let name: String

  /// How much a file may unpack to: 4 GiB.
  private static let largest = 1 << 32

  /// Reads the directory of an archive, which failures call `name`.
  init(_ bytes: [UInt8], name: String) throws(FileFailure) {
    (self.bytes, self.name) = (bytes, name)
    guard var place = directory() else {
      throw FileFailure(
        path: name, reason: "it is cut off: the directory of the archive is missing",
        wayOut: "fetch it again; `unzip -t \(name)` tells whether it is whole")
    }
    while place + 46 <= bytes.count, bytes.number(place, 4) == 0x0201_4B50 {
      let (nameCount, extraCount, commentCount) = (
        bytes.number(place + 28, 2), bytes.number(place + 30, 2), bytes.number(place + 32, 2)
      )
      let nameStart = place + 46
      guard nameStart + nameCount + extraCount + commentCount <= bytes.count else { break }
      var entry = Entry(
        name: String(decoding: bytes[nameStart..<(nameStart + nameCount)], as: UTF8.self),
        method: bytes.number(place + 10, 2), flags: bytes.number(place + 8, 2),
        packedCount: bytes.number(place + 20, 4),
        count: bytes.number(place + 24, 4), offset: bytes.number(place + 42, 4))
      readLarge(&entry, nameStart + nameCount, extraCount)
      if !entry.name.hasSuffix("/") { entries.append(entry) }
      place = nameStart + nameCount + extraCount + commentCount
    }
  }

  /// The bytes of a file, unpacked.
  func bytes(of entry: Entry) throws(FileFailure) -> [UInt8] {
    let path = "\(name): \(entry.name)"
    guard entry.flags & 1 == 0 else {
      throw FileFailure(
        path: path, reason: "a password is needed", wayOut: "unpack it yourself: `unzip \(name)`")
    }
    let head = entry.offset
    guard head >= 0, head + 30 <= bytes.count, bytes.number(head, 4) == 0x0403_4B50 else {
      throw damaged(path)
    }
    let start = head + 30 + bytes.number(head + 26, 2) + bytes.number(head + 28, 2)
    guard entry.packedCount >= 0, start + entry.packedCount <= bytes.count else { throw damaged(path) }
    let packed = bytes[start..<(start + entry.packedCount)]
    switch entry.method {
    case 0: return Array(packed)
    case 8:
      do throws(PackingFailure) {
        var rest = packed
        var unpacked: [UInt8] = []
        unpacked.reserveCapacity(min(max(entry.count, 0), 1 << 28))
        let stream = try ZlibStream(packing: false, isBare: true)
        guard try stream.work(on: &rest, into: &unpacked, limit: ZipArchive.largest) else { throw .cutOff }
        return unpacked
      } catch { throw error.failure(path) }
    default:
      throw FileFailure(
        path: path, reason: "it is packed in a way that is not read here",
        wayOut: "unpack it yourself: `unzip \(name)`")
    }
  }

  private func damaged(_ path: String) -> FileFailure {
    FileFailure(
      path: path, reason: "it is damaged: the archive does not have it where its directory says",
      wayOut: "fetch it again; `unzip -t \(name)` tells whether it is whole")
  }

  /// Where the directory begins, by its end, which stands at the end of the archive.
  private func directory() -> Int? {
    var place = bytes.count - 22
    let least = max(0, place - 65_557)
    while place >= least {
      if bytes.number(place, 4) == 0x0605_4B50 {
        let offset = bytes.number(place + 16, 4)
        guard offset == 0xFFFF_FFFF else { return offset <= place ? offset : nil }
        // An archive that is larger tells it before.
        let large = bytes.number(place - 20 + 8, 8)
        guard bytes.number(place - 20, 4) == 0x0706_4B50, large >= 0, large < bytes.count else { return nil }
        return bytes.number(large + 48, 8)
      }
      place -= 1
    }
    return nil
  }

  /// Sizes and places that need eight bytes.
  private func readLarge(_ entry: inout Entry, _ start: Int, _ count: Int) {
    var place = start
    while place + 4 <= start + count {
      let (id, length) = (bytes.number(place, 2), bytes.number(place + 2, 2))
      if id == 1 {
        var next = place + 4
        func take(_ value: inout Int) {
          guard value == 0xFFFF_FFFF else { return }
          value = bytes.number(next, 8)
          next += 8
        }
        take(&entry.count)
        take(&entry.packedCount)
        take(&entry.offset)
      }
      place += 4 + length
    }
  }

  /// An archive of files, each packed by zlib; the same files always give the same bytes.
  static func packed(_ files: [(name: String, bytes: [UInt8])], name: String) throws(FileFailure) -> [UInt8] {
    do throws(PackingFailure) {
      var (archive, directory): ([UInt8], [UInt8]) = ([], [])
      func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
      }
      for file in files {
        let (path, packed) = (Array(file.name.utf8), try gzipped(file.bytes, isBare: true))
        // Version 2.0, names in UTF-8, packed; the first day of 1980, which says nothing.
        let head = number(20, 2) + number(0x800, 2) + number(8, 2) + number(0, 2) + number(0x21, 2)
        let sizes =
          number(Int(try checksum(file.bytes)), 4) + number(packed.count, 4) + number(file.bytes.count, 4)
          + number(path.count, 2) + number(0, 2)
        directory +=
          number(0x0201_4B50, 4) + number(20, 2) + head + sizes + number(0, 10) + number(archive.count, 4)
          + path
        archive += number(0x0403_4B50, 4) + head + sizes + path + packed
      }
      let end =
        number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
        + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
      return archive + directory + end
    } catch { throw error.failure(name) }
  }
}
