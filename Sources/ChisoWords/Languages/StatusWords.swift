package import ChisoKernel

extension Language {
  /// The status in a word; nothing for a normal value.
  package func word(for status: ObservationStatus) -> String {
    switch status {
    case .normal: ""
    case .provisional: text("provisional")
    case .estimated: text("estimate")
    case .imputed: text("inferred")
    case .forecast: text("forecast")
    case .missing: text("missing")
    }
  }

  /// All that a quality says beyond "normal and reported", in words.
  package func words(for quality: Quality) -> [String] {
    var words: [String] = []
    if quality.role == .target { words.append(text("target")) }
    if quality.status != .normal { words.append(word(for: quality.status)) }
    if quality.isGiven { words.append(text("supposed")) }
    if quality.isBreak { words.append(text("series breaks here")) }
    if quality.hasDifferentDefinition { words.append(text("definition differs")) }
    return words
  }
}
