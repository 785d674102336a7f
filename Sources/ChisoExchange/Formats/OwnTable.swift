/// Tables in the form that Chiso writes itself, in which every wrong line is told and nothing is guessed.
package enum OwnTable {
  /// Whether a text begins like one: its header names INDICATOR, or TIME_PERIOD and OBS_VALUE, and no structure of SDMX.
  package static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    // In UTF-16 every other byte is zero.
    var line: [UInt8] = []
    for byte in bytes.drop(while: { $0 > 0x7F || $0 == 0 }) where byte != 0 {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if line.isEmpty { continue } else { break }
      }
      line.append(byte)
    }
    if line.isEmpty { return true }
    let separators: Set<Character> = [",", ";", "\t", "\r\n"]
    let names = String(decoding: line, as: UTF8.self).uppercased().split { separators.contains($0) }
      .map { $0.filter { $0 != "\"" && $0 != " " } }
    guard let first = names.first, !["DATAFLOW", "STRUCTURE"].contains(first) else { return false }
    return names.contains("INDICATOR") || (names.contains("TIME_PERIOD") && names.contains("OBS_VALUE"))
  }
}
