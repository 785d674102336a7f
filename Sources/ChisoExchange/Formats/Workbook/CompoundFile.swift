/// A compound file, which holds streams like files in a folder (Microsoft, MS-CFB): what an XLS is in.
struct CompoundFile {
  private let bytes: [UInt8]
  private let sectorShift: Int
  private let miniShift: Int
  private let miniLimit: Int
  /// Which sector goes on with which.
  private var chain: [UInt32] = []
  private var miniChain: [UInt32] = []
  private var miniStream: [UInt8] = []
  private var entries: [(name: String, start: UInt32, count: Int)] = []

  /// The largest number that is a sector.
  private static let lastSector: UInt32 = 0xFFFF_FFFA

  /// Reads the table of sectors and the directory; nil where the bytes are no compound file.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count >= 512 else { return nil }
    sectorShift = bytes.number(0x1E, 2)
    miniShift = bytes.number(0x20, 2)
    miniLimit = bytes.number(0x38, 4)
    guard (7...16).contains(sectorShift), (2...12).contains(miniShift) else { return nil }
    readChain()
    miniChain = numbers(stream(UInt32(truncatingIfNeeded: bytes.number(0x3C, 4))))
    let directory = stream(UInt32(truncatingIfNeeded: bytes.number(0x30, 4)))
    for place in stride(from: 0, to: directory.count - 127, by: 128) {
      let length = directory.number(place + 0x40, 2)
      guard length >= 2, length <= 64, directory[place + 0x42] != 0 else { continue }
      let units = (0..<(length / 2 - 1)).map { UInt16(directory.number(place + $0 * 2, 2)) }
      entries.append(
        (
          String(decoding: units, as: UTF16.self),
          UInt32(truncatingIfNeeded: directory.number(place + 0x74, 4)),
          directory.number(place + 0x78, 4)
        ))
    }
    if let root = entries.first { miniStream = stream(root.start) }
  }

  /// The bytes of a stream by its name; nil where there is none.
  func stream(named name: String) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    guard entry.count < miniLimit else { return Array(stream(entry.start).prefix(entry.count)) }
    var content: [UInt8] = []
    var sector = entry.start
    let size = 1 << miniShift
    while sector < CompoundFile.lastSector, Int(sector) < miniChain.count, content.count < entry.count {
      let start = Int(sector) << miniShift
      guard start < miniStream.count else { break }
      content += miniStream[start..<min(start + size, miniStream.count)]
      sector = miniChain[Int(sector)]
    }
    return Array(content.prefix(entry.count))
  }

  private mutating func readChain() {
    let perSector = (1 << sectorShift) / 4
    var tables = (0..<109).map { UInt32(truncatingIfNeeded: bytes.number(0x4C + $0 * 4, 4)) }
    var next = UInt32(truncatingIfNeeded: bytes.number(0x44, 4))
    var left = bytes.count >> sectorShift
    while next < CompoundFile.lastSector, left > 0 {
      let start = (Int(next) + 1) << sectorShift
      guard start + (1 << sectorShift) <= bytes.count else { break }
      tables += (0..<(perSector - 1)).map { UInt32(truncatingIfNeeded: bytes.number(start + $0 * 4, 4)) }
      next = UInt32(truncatingIfNeeded: bytes.number(start + (perSector - 1) * 4, 4))
      left -= 1
    }
    for table in tables where table < CompoundFile.lastSector {
      let start = (Int(table) + 1) << sectorShift
      guard start < bytes.count else { continue }
      chain += numbers(Array(bytes[start..<min(start + (1 << sectorShift), bytes.count)]))
    }
  }

  private func numbers(_ bytes: [UInt8]) -> [UInt32] {
    stride(from: 0, to: bytes.count - 3, by: 4).map { UInt32(truncatingIfNeeded: bytes.number($0, 4)) }
  }

  /// The bytes of all sectors from `start` on; a chain that comes round ends there.
  private func stream(_ start: UInt32) -> [UInt8] {
    var content: [UInt8] = []
    var sector = start
    while sector < CompoundFile.lastSector, content.count <= bytes.count {
      let place = (Int(sector) + 1) << sectorShift
      guard place < bytes.count else { break }
      content += bytes[place..<min(place + (1 << sectorShift), bytes.count)]
      guard Int(sector) < chain.count else { break }
      sector = chain[Int(sector)]
    }
    return content
  }
}
