package import ChisoKernel

extension Language {
  /// The status in a word; nothing for a normal value.
  package func word(for status: ObservationStatus) -> String {
    switch status {
    case .normal: ""
    case .provisional: choose("provisional", "tạm tính")
    case .estimated: choose("estimate", "ước tính")
    case .imputed: choose("inferred", "suy ra")
    case .forecast: choose("forecast", "dự báo")
    case .missing: choose("missing", "không có số liệu")
    }
  }

  /// All that a quality says beyond "normal and reported", in words.
  package func words(for quality: Quality) -> [String] {
    var words: [String] = []
    if quality.role == .target { words.append(choose("target", "mục tiêu")) }
    if quality.status != .normal { words.append(word(for: quality.status)) }
    if quality.isGiven { words.append(choose("supposed", "giả định")) }
    if quality.isBreak { words.append(choose("series breaks here", "chuỗi bị ngắt")) }
    if quality.hasDifferentDefinition { words.append(choose("definition differs", "định nghĩa khác")) }
    return words
  }
}
