import ChisoTerminal
import CLibEdit

/// The list that the last Tab left above the entry.
struct ShownList {
  var page: Int
  var rowCount: Int
  /// The entry for which it was shown.
  var text: String
}

extension LineEditor {
  /// Tab: inserts what all candidates share, or lists them where that is nothing more; the next one turns the page.
  func complete() -> UInt8 {
    let isRepeated = keyCount == lastCompletionKey + 1
    lastCompletionKey = keyCount
    let text = buffer.text
    if !isRepeated || shownList?.text != text { shownList = nil }
    let cursor = buffer.textBeforeCursor.utf8.count
    let answer = configuration.complete(text, cursor)
    if answer.candidates.isEmpty { return indent() }
    if insertPrefix(of: answer, in: text, cursor: cursor) {
      return Outcome.changed
    }
    guard answer.total > 1 else { return Outcome.unchanged }
    return list(answer, for: text)
  }

  /// At the start of a line Tab is what it is in any editor.
  private func indent() -> UInt8 {
    let line = buffer.textBeforeCursor.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    guard line.allSatisfy({ $0 == " " }) else { return Outcome.unchanged }
    buffer.insert(configuration.indentation)
    return Outcome.changed
  }

  /// Puts the common beginning in place of what was typed, if that is progress.
  private func insertPrefix(of answer: CompletionAnswer, in text: String, cursor: Int) -> Bool {
    let utf8 = text.utf8
    let replaced = answer.replacement.clamped(to: 0..<utf8.count)
    let start = utf8.index(utf8.startIndex, offsetBy: replaced.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: replaced.upperBound)
    let typed = String(decoding: utf8[start..<end], as: UTF8.self)
    let prefix = answer.commonPrefix
    guard prefix != typed, answer.total == 1 || prefix.utf8.count >= typed.utf8.count else {
      return false
    }
    let behind = String(decoding: utf8[..<end], as: UTF8.self).unicodeScalars.count
    // What stands behind the cursor may be what is inserted already: `gdp[20|24]`.
    let following = String(decoding: utf8[end...], as: UTF8.self).unicodeScalars
    let inserted = prefix.unicodeScalars.dropFirst(
      prefix.hasPrefix(typed) ? typed.unicodeScalars.count : prefix.unicodeScalars.count)
    let known = zip(inserted, following).prefix { $0 == $1 }.count
    buffer.moveCursor(to: behind + known)
    buffer.deleteBeforeCursor(typed.unicodeScalars.count + known)
    buffer.insert(prefix)
    return true
  }

  private func list(_ answer: CompletionAnswer, for text: String) -> UInt8 {
    let list = CompletionList(
      answer: answer, width: painter.columns, rowLimit: max(painter.rows - layout.rowCount - 2, 3),
      note: configuration.notePage)
    let page = shownList.map { ($0.page + 1) % list.pageCount } ?? 0
    if let shownList {
      if list.pageCount == 1 { return Outcome.unchanged }
      // The next page takes the place of the one before.
      write(
        ControlSequence.up(layout.cursor.row + shownList.rowCount) + "\r" + ControlSequence.clearToEndOfScreen
      )
    } else {
      leaveEntry(showing: "")
    }
    let rows = list.rows(ofPage: page)
    for row in rows { write(row.rendered(colour: painter.colour) + "\r\n") }
    shownList = isDumb ? nil : ShownList(page: page, rowCount: rows.count, text: text)
    return redraw()
  }
}
