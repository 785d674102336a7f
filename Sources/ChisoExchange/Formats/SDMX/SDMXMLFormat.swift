/// SDMX-ML 2.1 and 3.0, and of 2.0 what is like them: messages of data and of structures.
///
/// Codes, periods and figures stay the texts that they are. For example: `try SDMXMLFormat().read(bytes, context)`.
package struct SDMXMLFormat: FileFormat {
  package init() {}

  private static let roots: Set<String> = [
    "StructureSpecificData", "StructureSpecificTimeSeriesData", "GenericData", "GenericTimeSeriesData",
    "CompactData",
    "CrossSectionalData", "Structure", "MessageGroup",
  ]

  package func recognizes(_ beginning: ArraySlice<UInt8>, named name: String) -> Bool {
    guard let root = SDMXMLFormat.root(beginning) else { return false }
    let words = root.split(whereSeparator: \.isWhitespace)
    guard let tag = words.first else { return false }
    let local = String(tag.split(separator: ":").last ?? tag)
    return SDMXMLFormat.roots.contains(local) && root.lowercased().contains("sdmx")
  }

  package func read(_ bytes: ByteStream, _ context: ReadingContext) throws(FileFailure) -> FileContent {
    let root = SDMXMLFormat.root(try bytes.peek(1 << 16)) ?? ""
    let message = SDMXMLMessage(known: context.structures)
    try XMLReader.read(bytes, to: message, goesOn: context.goesOn)
    return message.content(format: SDMXMLFormat.title(message.root, root))
  }

  /// What the message is, for people: `SDMX-ML 2.1, GenericData`.
  private static func title(_ name: String, _ root: String) -> String {
    let versions = [("v2_1", "2.1"), ("v3_0", "3.0"), ("v3_1", "3.1"), ("v2_0", "2.0"), ("v1_0", "1.0")]
    let version = versions.first { root.contains($0.0) }?.1
    return "SDMX-ML" + (version.map { " " + $0 } ?? "") + ", " + name
  }

  /// The first tag of a message, behind what may stand before it: its name and its attributes.
  private static func root(_ beginning: ArraySlice<UInt8>) -> String? {
    var rest = beginning
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      // Nothing but the mark of UTF-8 and spaces stands before a tag here.
      guard rest[..<open].allSatisfy({ $0 <= 0x20 || $0 >= 0x80 }) else { return nil }
      let inside = rest[(open + 1)...]
      switch inside.first {
      case UInt8(ascii: "?"): rest = behind("?>", in: inside)
      case UInt8(ascii: "!"): rest = behind(inside.starts(with: "!--".utf8) ? "-->" : ">", in: inside)
      default: return String(decoding: inside.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
      }
    }
    return nil
  }

  private static func behind(_ mark: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.firstRange(of: Array(mark.utf8)).map { bytes[$0.upperBound...] } ?? []
  }
}
