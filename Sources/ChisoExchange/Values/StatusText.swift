package import ChisoModel

/// Statuses as files write them: the codes of SDMX, the flags of Eurostat, words.
package enum StatusText {
  /// What a text says of a figure.
  ///
  /// - Returns: The quality; whether it says that there is no figure; and the words that say nothing here.
  package static func quality(_ text: String) -> (quality: Quality, isMissing: Bool, unknown: [String]) {
    guard !text.isEmpty else { return (.normal, false, []) }
    var quality = Quality.normal
    var (isMissing, unknown) = (false, [String]())
    for word in text.split(whereSeparator: { " ,;|".contains($0) }).map(String.init) {
      let letters = meanings[word] ?? meanings[word.lowercased()]
      // Two letters together are two flags: `ep`.
      let found = letters.map { [$0] } ?? word.map { meanings[String($0)] ?? .unknown }
      for meaning in found {
        switch meaning {
        case .status(let status): if status.rank > quality.status.rank { quality.status = status }
        case .seriesBreak: quality.isBreak = true
        case .definition: quality.hasDifferentDefinition = true
        case .missing: isMissing = true
        case .nothing: break
        case .unknown: if !unknown.contains(word) { unknown.append(word) }
        }
      }
    }
    return (isMissing ? .missing : quality, isMissing, unknown)
  }

  private enum Meaning { case status(ObservationStatus), seriesBreak, definition, missing, nothing, unknown }

  /// Codes of SDMX's `CL_OBS_STATUS` in capitals; flags of Eurostat in small letters; words.
  private static let meanings: [String: Meaning] = [
    "A": .nothing, "B": .seriesBreak, "D": .definition, "E": .status(.estimated), "F": .status(.forecast),
    "G": .status(.estimated), "H": .missing, "I": .status(.imputed), "J": .definition, "K": .nothing,
    "L": .missing, "M": .missing, "N": .nothing, "O": .missing, "P": .status(.provisional), "Q": .missing,
    "R": .nothing, "S": .nothing, "T": .nothing, "U": .nothing, "V": .nothing, "W": .nothing,
    "b": .seriesBreak, "c": .nothing, "d": .definition, "e": .status(.estimated), "f": .status(.forecast),
    "i": .status(.imputed), "n": .nothing, "p": .status(.provisional), "r": .nothing,
    "s": .status(.estimated),
    "u": .nothing, "z": .missing, "m": .missing, "a": .nothing,
    "normal": .nothing, "final": .nothing, "provisional": .status(.provisional),
    "preliminary": .status(.provisional), "estimate": .status(.estimated), "estimated": .status(.estimated),
    "forecast": .status(.forecast), "projection": .status(.forecast), "imputed": .status(.imputed),
    "missing": .missing, "break": .seriesBreak, "revised": .nothing, "confidential": .nothing,
  ]
}
