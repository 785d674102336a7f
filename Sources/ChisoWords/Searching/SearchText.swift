@_spi(_Unicode) import Swift

/// A text as search sees it: without case, accents, or signs between words; `đ` is `d`.
///
/// For example `Tỷ trọng kinh tế số` and `ty trong kinh te so` are the same to it.
package struct SearchText: Hashable {
  /// The words, folded.
  package let words: [Substring]
  /// The words with single spaces between them.
  package let text: String

  package init(_ original: some StringProtocol) {
    var folded = ""
    for scalar in String(original).lowercased()._nfd {
      switch scalar {
      case "đ": folded += "d"
      case _ where scalar.properties.generalCategory == .nonspacingMark: break
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        folded.unicodeScalars.append(scalar)
      default: if folded.last != " " { folded += " " }
      }
    }
    words = folded.split(separator: " ")
    text = words.joined(separator: " ")
  }

  package var isEmpty: Bool { words.isEmpty }

  /// Whether `other` stands somewhere in the text.
  package func contains(_ other: SearchText) -> Bool { text.contains(other.text) }

  /// How well the text answers a search for `wanted`, 0 for not at all.
  ///
  /// All of it before its beginning, that before words side by side, those before words anywhere, beginnings of
  /// words before insides.
  package func relevance(of wanted: SearchText) -> Int {
    guard !wanted.isEmpty, !isEmpty else { return 0 }
    if text == wanted.text { return 100 }
    if text.hasPrefix(wanted.text + " ") { return 90 }
    if (" " + text + " ").contains(" " + wanted.text + " ") { return 80 }
    if text.hasPrefix(wanted.text) { return 70 }
    if (" " + text).contains(" " + wanted.text) { return 60 }
    if wanted.words.allSatisfy({ words.contains($0) }) { return 50 }
    if wanted.words.allSatisfy({ word in words.contains { $0.hasPrefix(word) } }) { return 40 }
    if text.contains(wanted.text) { return 30 }
    if wanted.words.allSatisfy({ text.contains($0) }) { return 20 }
    return 0
  }
}

/// A pattern of names: `digital*`, or a piece of text that stands anywhere.
package struct NamePattern {
  private let pattern: [Character]
  private let search: SearchText
  private let hasStars: Bool

  package init(_ text: String) {
    pattern = Array(text.lowercased())
    search = SearchText(text)
    hasStars = pattern.contains("*") || pattern.contains("?")
  }

  /// Whether a name fits, or, where there are no stars, one of the labels.
  package func matches(_ name: String, labels: some Sequence<String> = [String]()) -> Bool {
    if pattern.isEmpty { return true }
    if hasStars { return NamePattern.matches(pattern[...], Array(name.lowercased())[...]) }
    return SearchText(name).contains(search) || labels.contains { SearchText($0).contains(search) }
  }

  private static func matches(_ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>) -> Bool {
    var (pattern, text) = (pattern, text)
    var retry: (pattern: ArraySlice<Character>, text: ArraySlice<Character>)?
    while true {
      if let first = pattern.first {
        if first == "*" {
          pattern.removeFirst()
          retry = (pattern, text)
          continue
        }
        if let next = text.first, first == "?" || first == next {
          pattern.removeFirst()
          text.removeFirst()
          continue
        }
      } else if text.isEmpty {
        return true
      }
      guard let last = retry, !last.text.isEmpty else { return false }
      text = last.text.dropFirst()
      pattern = last.pattern
      retry = (last.pattern, text)
    }
  }
}
