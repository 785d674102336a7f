package import CChisoDefinitions
package import ChisoDiagnostics

/// A file that was embedded into the binary.
struct EmbeddedFile {
  let name: String
  let bytes: UnsafeBufferPointer<UInt8>

  /// The files of a list that a C target hands over.
  static func all(_ list: UnsafePointer<EmbeddedDefinitionFile>) -> [EmbeddedFile] {
    var files: [EmbeddedFile] = []
    var entry = list
    while let name = entry.pointee.name, let bytes = entry.pointee.bytes {
      let buffer = UnsafeBufferPointer(start: bytes, count: Int(clamping: entry.pointee.count))
      files.append(EmbeddedFile(name: String(cString: name), bytes: buffer))
      entry = entry.advanced(by: 1)
    }
    return files
  }
}

extension Translation {
  /// The files of a list that a C target hands over.
  package static func embedded(_ list: UnsafePointer<EmbeddedDefinitionFile>) -> [Translation] {
    EmbeddedFile.all(list).map { Translation(name: $0.name, embedded: $0.bytes) }
  }
}
