import ChisoKernel

extension Assistance {
  /// Behind `as of` the days on which something was published; nil where the cursor is not behind it.
  func completeVintage(_ bytes: [UInt8], to cursor: Int) -> Completion? {
    var start = cursor
    while start > 0, bytes[start - 1] == UInt8(ascii: "-") || (0x30...0x39).contains(bytes[start - 1]) {
      start -= 1
    }
    var end = start
    for word in ["of", "as"] {
      let wordEnd = end
      while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      guard end < wordEnd, CompletionPlace.word(before: end, in: bytes) == word else { return nil }
      end -= word.utf8.count
    }
    let typed = String(decoding: bytes[start..<cursor], as: UTF8.self)
    let days = publicationCandidates.filter { $0.text.hasPrefix(typed) }
    return Completion(replacement: start..<cursor, days)
  }

  /// The days on which something was published, the latest first.
  package var publicationCandidates: [Completion.Candidate] {
    Set(catalogue.sources.compactMap(\.published)).sorted(by: >).map { day in
      let sources = catalogue.sources.filter { $0.published == day }.map(\.name)
      return Completion.Candidate(day.description, .period, [.text(sources.joined(separator: ", "))])
    }
  }
}
