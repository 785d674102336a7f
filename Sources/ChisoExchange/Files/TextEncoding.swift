import ChisoDiagnostics

/// In which way bytes are no text that is read here: only UTF-8 is.
enum ForeignEncoding {
  /// Two or four bytes a sign, by the name that `iconv` has for it.
  case wide(String)
  /// A byte that no text has, in a line counted from 1.
  case zero(line: Int)

  /// How many bytes are looked at to tell one encoding from the other.
  private static let sampled = 4096

  /// What is the matter with `bytes`; nil where they may be UTF-8.
  init?(_ bytes: [UInt8]) {
    let marks: [(bytes: [UInt8], name: String)] = [
      ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE], "UTF-16"),
      ([0xFE, 0xFF], "UTF-16"),
    ]
    if let mark = marks.first(where: { bytes.starts(with: $0.bytes) }) {
      self = .wide(mark.name)
      return
    }
    guard let zero = bytes.place(of: 0, below: bytes.count) else { return nil }
    // Where nothing marks it, every other byte of signs that ASCII has too is zero.
    let sample = bytes.prefix(ForeignEncoding.sampled)
    let zeros = sample.indices.filter { sample[$0] == 0 }
    let odd = zeros.count { !$0.isMultiple(of: 2) }
    if zeros.count >= 2, zeros.count * 3 > sample.count, odd == zeros.count || odd == 0 {
      self = .wide(odd == 0 ? "UTF-16BE" : "UTF-16LE")
    } else {
      self = .zero(line: 1 + bytes[..<zero].count { $0 == UInt8(ascii: "\n") })
    }
  }

  /// What is said of the file at `path`.
  func failure(_ path: String) -> FileFailure {
    switch self {
    case .wide(let name):
      FileFailure(
        path: path, reason: "it is \(String(name.prefix(6))), and UTF-8 is read here",
        wayOut: "write it anew: `iconv -f \(name) -t UTF-8 \(path) > utf8-\(fileName(path))`")
    case .zero(let line):
      FileFailure(
        path: path, reason: "line \(line) holds a byte that is zero, which no text does",
        wayOut: "see what it is: `file \(path)`; a table is saved as CSV in UTF-8")
    }
  }

  /// The last part of a path.
  private func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
