package import ChisoKernel

/// What succeeded in a conversation, so that it can be saved, taken back and done again.
package struct SessionRecord: Sendable {
  /// A statement or command that changed something or was answered.
  package struct Entry: Sendable {
    /// As it was written.
    package var text: String
    /// What it was answered with, as the comments of a script state it; empty for what has no value.
    package var comments: [String]
  }

  /// A state to go back to: the session as it was before a statement.
  private struct Earlier {
    var statement: String
    var session: Session
    var entryCount: Int
  }

  /// A state to come back to, with what was recorded until then.
  private struct Later {
    var statement: String
    var session: Session
    var entries: [Entry]
  }

  /// What succeeded, the oldest first.
  package private(set) var entries: [Entry] = []
  /// Whether more succeeded than is kept, so that what is kept is not the whole.
  package private(set) var isCut = false
  private var earlier: [Earlier] = []
  private var later: [Later] = []

  package static let maximumEntries = 20_000
  private static let maximumUndo = 200

  /// Records what succeeded.
  package mutating func add(_ text: String, comments: [String] = []) {
    later = []
    if entries.count < SessionRecord.maximumEntries {
      entries.append(Entry(text: text, comments: comments))
    } else {
      isCut = true
    }
  }

  /// Remembers the session as it was before `statement`.
  package mutating func keep(_ session: Session, before statement: String) {
    later = []
    earlier.append(Earlier(statement: statement, session: session.atRest, entryCount: entries.count))
    if earlier.count > SessionRecord.maximumUndo { earlier.removeFirst() }
  }

  /// Takes back the last change: the session as it was before, and what is taken back; nil where nothing is left.
  mutating func undo(_ session: inout Session) -> String? {
    guard let last = earlier.popLast() else { return nil }
    later.append(
      Later(statement: last.statement, session: session.atRest, entries: Array(entries[last.entryCount...])))
    entries.removeSubrange(last.entryCount...)
    session = last.session.watched(like: session)
    return last.statement
  }

  /// Does again what was taken back last; nil where nothing was.
  mutating func redo(_ session: inout Session) -> String? {
    guard let next = later.popLast() else { return nil }
    earlier.append(Earlier(statement: next.statement, session: session.atRest, entryCount: entries.count))
    entries += next.entries
    session = next.session.watched(like: session)
    return next.statement
  }
}

extension Session {
  /// The same session, watched by nobody: what is kept shall not hold on to who watched.
  fileprivate var atRest: Session {
    var session = self
    session.isCancelled = { false }
    session.reportProgress = { _, _ in }
    return session
  }

  /// The same session, watched by those who watch `other`.
  fileprivate func watched(like other: Session) -> Session {
    var session = self
    session.isCancelled = other.isCancelled
    session.reportProgress = other.reportProgress
    return session
  }
}
