/// Walks through earlier entries, by what was typed before the walk began.
///
/// After `sha` only entries that start with `sha` come up; on an empty line, all do.
struct HistoryNavigation {
  private(set) var entries: [String]
  private var position: Int?
  private var prefix = ""
  private var draft = ""
  private var shown: String?

  init(entries: [String]) {
    self.entries = entries
  }

  /// Adds the newest entry; one that repeats the newest is not kept twice.
  mutating func add(_ entry: String) {
    if entries.last != entry { entries.append(entry) }
    startOver()
  }

  /// Forgets the walk; the next one starts from the newest entry.
  mutating func startOver() {
    (position, shown, prefix, draft) = (nil, nil, "", "")
  }

  /// The next earlier entry that fits, for an entry that now reads `text`.
  mutating func older(than text: String, beforeCursor: String) -> String? {
    if text != shown {
      startOver()
      (prefix, draft) = (beforeCursor, text)
    }
    let start = position ?? entries.count
    guard let found = entries[..<start].lastIndex(where: { fits($0) && $0 != text }) else { return nil }
    return show(found)
  }

  /// The next later entry that fits; behind the newest, what had been typed.
  mutating func newer(than text: String) -> String? {
    guard let start = position, text == shown else { return nil }
    if let found = entries[(start + 1)...].firstIndex(where: { fits($0) && $0 != text }) {
      return show(found)
    }
    let draft = draft
    startOver()
    return draft
  }

  private func fits(_ entry: String) -> Bool { entry.utf8.starts(with: prefix.utf8) }

  private mutating func show(_ found: Int) -> String {
    position = found
    shown = entries[found]
    return entries[found]
  }
}
