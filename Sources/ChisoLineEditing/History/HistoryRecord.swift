/// One entry in the history file: when it was made, what it was, and whether it was answered.
public struct HistoryRecord: Hashable, Sendable {
  /// The moment, in UTC: `2025-02-06T09:30:00Z`.
  public var time: String
  /// The entry, in NFC.
  public var text: String
  /// Whether it was answered without an error.
  public var ok: Bool

  /// A record of `text`.
  public init(time: String, text: String, ok: Bool) {
    self.time = time
    self.text = Composition.composed(text)
    self.ok = ok
  }

  /// The record as one line: a JSON object.
  var line: String {
    "{\"time\":\(JSONText.quoted(time)),\"text\":\(JSONText.quoted(text)),\"ok\":\(ok)}"
  }

  /// The record in a line of the file; nil where the line is damaged.
  init?(line: ArraySlice<UInt8>) {
    guard let fields = JSONText.fields(of: line), case .text(let text) = fields["text"] else {
      return nil
    }
    if case .text(let time) = fields["time"] { self.time = time } else { time = "" }
    self.text = Composition.composed(text)
    ok = fields["ok"] != .word("false")
  }
}
