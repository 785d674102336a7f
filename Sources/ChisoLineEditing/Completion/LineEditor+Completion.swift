import ChisoTerminal
import CLibEdit

extension LineEditor {
  /// Tab: inserts what all candidates share; a second Tab lists them.
  func complete() -> UInt8 {
    let isSecond = keyCount == lastCompletionKey + 1
    lastCompletionKey = keyCount
    let text = buffer.text
    let cursor = buffer.textBeforeCursor.utf8.count
    let answer = configuration.complete(text, cursor)
    if answer.candidates.isEmpty { return indent() }
    if insertPrefix(of: answer, in: text, cursor: cursor) {
      return Outcome.changed
    }
    guard isSecond, answer.candidates.count > 1 else { return Outcome.unchanged }
    return list(answer.candidates)
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
    guard prefix != typed, answer.candidates.count == 1 || prefix.utf8.count >= typed.utf8.count else {
      return false
    }
    let behind = String(decoding: utf8[..<end], as: UTF8.self).unicodeScalars.count
    buffer.moveCursor(to: behind)
    buffer.deleteBeforeCursor(typed.unicodeScalars.count)
    buffer.insert(prefix)
    return true
  }

  private func list(_ candidates: [CompletionAnswer.Candidate]) -> UInt8 {
    let list = CompletionList(
      candidates: candidates, width: painter.columns, rowLimit: max(painter.rows - layout.rowCount - 2, 3))
    leaveEntry(showing: "")
    for row in list.rows { write(row.rendered(colour: painter.colour) + "\r\n") }
    return redraw()
  }
}
