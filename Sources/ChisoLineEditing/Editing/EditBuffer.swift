import CLibEdit

/// The entry inside libedit: read and changed only by its own calls.
struct EditBuffer {
  let editLine: OpaquePointer

  /// The text.
  var text: String { String(scalars) }

  /// The text before the cursor.
  var textBeforeCursor: String { String(String.UnicodeScalarView(Array(scalars).prefix(cursor))) }

  /// The scalars of the text.
  var scalars: String.UnicodeScalarView {
    guard let line = el_wline(editLine)?.pointee, let start = line.buffer, let end = line.lastchar else {
      return String.UnicodeScalarView()
    }
    let codes = UnsafeBufferPointer(start: start, count: max(end - start, 0))
    var scalars = String.UnicodeScalarView()
    for code in codes { scalars.append(Unicode.Scalar(UInt32(bitPattern: code)) ?? "\u{FFFD}") }
    return scalars
  }

  /// How many scalars stand before the cursor.
  var cursor: Int {
    guard let line = el_wline(editLine)?.pointee, let start = line.buffer, let cursor = line.cursor else {
      return 0
    }
    return max(cursor - start, 0)
  }

  /// How many scalars there are.
  var count: Int {
    guard let line = el_wline(editLine)?.pointee, let start = line.buffer, let end = line.lastchar else {
      return 0
    }
    return max(end - start, 0)
  }

  /// Whether the cursor stands behind everything.
  var isAtEnd: Bool { cursor == count }

  /// Inserts `text` before the cursor; false where there is no room.
  @discardableResult
  func insert(_ text: String) -> Bool {
    text.isEmpty || el_winsertstr(editLine, WideText.codes(text)) == 0
  }

  /// Deletes `count` scalars before the cursor.
  func deleteBeforeCursor(_ count: Int) {
    if count > 0 { el_deletestr(editLine, Int32(clamping: count)) }
  }

  /// Moves the cursor behind the first `position` scalars.
  func moveCursor(to position: Int) {
    _ = el_cursor(editLine, Int32(clamping: position - cursor))
  }

  /// Puts `text` in place of everything, the cursor behind it.
  func replace(with text: String) {
    moveCursor(to: count)
    deleteBeforeCursor(count)
    insert(text)
  }
}

/// Text in C's wide characters.
enum WideText {
  /// The scalars of `text`, ended by 0.
  static func codes(_ text: String) -> [wchar_t] {
    text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
  }

  /// The same in memory that stays until it is given back.
  static func memory(of text: String) -> UnsafeMutablePointer<wchar_t> {
    let codes = codes(text)
    let memory = UnsafeMutablePointer<wchar_t>.allocate(capacity: codes.count)
    memory.initialize(from: codes, count: codes.count)
    return memory
  }
}
