extension Translation {
  /// An entry as a person reads it.
  package struct Entry: Hashable, Sendable {
    /// What tells it from another one with the same template; empty for most.
    package var context: String
    package var template: String
    package var translation: String
    /// Where it begins in the text of the file.
    package var span: SourceSpan
  }

  /// The text of the file.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The entries in their order, without the one that holds the fields.
  package var entries: [Entry] {
    var entries: [Entry] = []
    var reader = TranslationReader(bytes)
    while let entry = reader.next() {
      let (context, template) = (reader.text(entry.context), reader.text(entry.template))
      guard !template.isEmpty else { continue }
      entries.append(
        Entry(
          context: context, template: template, translation: reader.text(entry.translation),
          span: Translation.span(entry.start..<entry.template.upperBound + 1)))
    }
    return entries
  }

  /// What is wrong in the file, each at its place: lines that are none, phrases that are translated twice, gaps that differ.
  package var faults: [Diagnostic] {
    var faults: [Diagnostic] = []
    var reader = TranslationReader(bytes)
    while reader.place < bytes.count {
      let (line, range) = reader.nextLine()
      let isText = ![.blank, .comment, .fuzzy].contains(line)
      if line == .unknown || isText && reader.hasStrayQuote(range) {
        faults.append(.unreadableTranslation(at: Translation.span(range)))
      }
    }
    var seen: [[String]: SourceSpan] = [:]
    for entry in entries {
      if let first = seen.updateValue(entry.span, forKey: [entry.context, entry.template]) {
        faults.append(.repeatedTranslation(entry.template, first: first, at: entry.span))
      }
      let (wanted, found) = (Translation.gaps(entry.template), Translation.gaps(entry.translation))
      if wanted != found, !entry.translation.isEmpty {
        faults.append(.differentGaps(wanted.symmetricDifference(found).sorted(), at: entry.span))
      }
    }
    return faults
  }

  private static func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(start: Int32(clamping: range.lowerBound), end: Int32(clamping: range.upperBound))
  }

  /// The numbers of the gaps of a template.
  private static func gaps(_ template: String) -> Set<Int> {
    Set(
      template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
        Int($0.prefix { $0 != "}" })
      })
  }
}

extension Diagnostic {
  fileprivate static func unreadableTranslation(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unreadable-translation", "This line says nothing that a translation is made of.", at: span,
      hints: [Hint("write `msgid`, `msgstr` or `msgctxt` with a text in quotes, or `#` before a comment")])
  }

  fileprivate static func repeatedTranslation(
    _ template: String, first: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "repeated-translation", "“\(template)” is translated twice.", at: span,
      labels: [Label(first, "the first one")],
      hints: [Hint("keep one, or tell them apart by `msgctxt`")])
  }

  fileprivate static func differentGaps(_ gaps: [Int], at span: SourceSpan) -> Diagnostic {
    let list = gaps.map { "{\($0)}" }.joined(separator: ", ")
    return Diagnostic(
      "different-gaps", "\(list) does not stand in both the text and its translation.", at: span,
      hints: [Hint("a translation has the gaps of its text, in any order")])
  }
}
