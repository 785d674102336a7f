/// A period as a line of a header writes it, perhaps with a word that its figures are not final: `2023`, `Sơ bộ 2023`,
/// `2024 (p)`, `Prel. 2023`.
struct HeaderPeriod {
  /// The period without that word.
  let text: String
  /// What the word says, as a code of SDMX: `P`; empty where there is none.
  let status: String

  /// The period that a cell of a header is; nil where it is none.
  init?(_ text: String) {
    if CellLikeness.isPeriod(text) {
      (self.text, status) = (text, "")
      return
    }
    guard text.utf8.count >= 5, text.utf8.count <= 40 else { return nil }
    var words = text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    // 2023p
    if let joined = words.firstIndex(where: { $0.utf8.count == 5 && Int($0.prefix(4)) != nil }) {
      let word = words.remove(at: joined)
      words += [String(word.prefix(4)), String(word.suffix(1))]
    }
    let years = words.filter(CellLikeness.isPeriod)
    let others = words.filter { !CellLikeness.isPeriod($0) && Int($0) == nil }
    guard years.count == 1, words.count == years.count + others.count,
      text.contains(where: \.isLetter) || text.contains(where: { "*()[]".contains($0) })
    else { return nil }
    var status = ""
    for word in others {
      guard let code = HeaderPeriod.words[word] else { return nil }
      if !code.isEmpty { status = code }
    }
    (self.text, self.status) = (years[0], status)
  }

  private static let words: [String: String] = [
    "sơ": "P", "bộ": "P", "so": "P", "bo": "P", "prel": "P", "prelim": "P", "preliminary": "P",
    "provisional": "P",
    "p": "P", "ước": "E", "tính": "E", "est": "E", "estimate": "E", "estimated": "E", "estimates": "E",
    "e": "E",
    "f": "F", "forecast": "F", "proj": "F", "projection": "F", "projected": "F", "dự": "F", "báo": "F",
    "r": "",
    "revised": "", "năm": "", "year": "", "fy": "", "actual": "", "chính": "", "thức": "",
  ]
}
