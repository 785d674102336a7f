import ChisoKernel
import ChisoWords

extension Assistance {
  /// What may follow `text`: the rest of the latest entry that begins so, else of the name that is being typed.
  ///
  /// - Parameter entries: Entries to choose from, the oldest first.
  public func suggestion(for text: String, among entries: [String]) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 != UInt8(ascii: " ") }) else { return nil }
    if let entry = entries.last(where: { $0.utf8.count > bytes.count && $0.utf8.starts(with: bytes) }) {
      return String(decoding: entry.utf8.dropFirst(bytes.count), as: UTF8.self)
    }
    return suggestedName(bytes)
  }

  /// The rest of the shortest name that begins with the word at the end and makes sense there.
  private func suggestedName(_ bytes: [UInt8]) -> String? {
    let place = CompletionPlace(bytes, to: bytes.count)
    let key = SearchText.nameKey(place.word)
    guard !place.isInert, !place.expectsUnit, !place.expectsSource, place.word.utf8.count > 1,
      place.word.first?.isNumber == false,
      bytes[place.statementStart...].first(where: { $0 != UInt8(ascii: " ") }) != UInt8(ascii: ":"),
      catalogue.indicators(named: place.word).isEmpty, place.previousWord.map(isKnown) ?? true
    else { return nil }
    let query = NameQuery(manner: .name, words: [key], acceptedTypes: nil, limit: 12)
    let found = index.find(query, in: catalogue).places
      .map { catalogue.callName(of: catalogue.indicators[Int($0)]) }
      .filter { $0.hasPrefix(place.word) && $0 != place.word }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    let probe = CompletionProbe(place, bytes, in: session)
    let name =
      found.first { probe.accepts($0) }
      ?? functions(beginningWith: place.word, at: place, bytes, nil).map(\.text)
      .first { $0.hasPrefix(place.word) && $0 != place.word } ?? found.first
    return name.map { String(decoding: $0.utf8.dropFirst(place.word.utf8.count), as: UTF8.self) }
  }
}
