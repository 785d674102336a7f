import CLibEdit

extension PrivateKey {
  /// The command that it calls.
  var command: String {
    switch self {
    case .paste: EditFunction.paste.rawValue
    case .compose: EditFunction.compose.rawValue
    case .redraw: EditFunction.redraw.rawValue
    case .resize: EditFunction.resize.rawValue
    case .finish: "ed-newline"
    case .previousRow: "ed-prev-line"
    case .nextRow: "ed-next-line"
    case .nextCharacter: "ed-next-char"
    case .deleteCharacter: "ed-delete-next-char"
    case .up: EditFunction.older.rawValue
    case .down: EditFunction.newer.rawValue
    case .right: EditFunction.forward.rawValue
    case .left: "ed-prev-char"
    }
  }
}

/// Which key calls which command.
enum KeyBindings {
  /// Without these there are no entries of several lines.
  static let essential: [(key: String, function: EditFunction)] = [("^M", .enter), ("^J", .enter)]

  /// Keys for our functions.
  static let own: [(key: String, function: EditFunction)] = [
    ("^I", .complete), ("^D", .deleteOrEnd),
    ("^P", .older), ("\\033[A", .older), ("\\033OA", .older),
    ("^N", .newer), ("\\033[B", .newer), ("\\033OB", .newer),
    ("^F", .forward), ("\\033[C", .forward), ("\\033OC", .forward),
    ("^A", .rowStart), ("\\033[H", .rowStart), ("\\033OH", .rowStart), ("\\033[1~", .rowStart),
    ("^E", .rowEnd), ("\\033[F", .rowEnd), ("\\033OF", .rowEnd), ("\\033[4~", .rowEnd),
    ("\\033^M", .openLine), ("\\033^J", .openLine),
  ]

  /// Keys that people know from other programs and libedit leaves out or gives another meaning.
  static let customary: [(key: String, command: String)] = [
    ("^R", "em-inc-search-prev"), ("^W", "ed-delete-prev-word"), ("^U", "vi-kill-line-prev"),
    ("\\033[1;5C", "em-next-word"), ("\\033[1;5D", "ed-prev-word"),
    ("\\033[1;3C", "em-next-word"), ("\\033[1;3D", "ed-prev-word"),
    ("\\033[3~", "ed-delete-next-char"),
    ("\\033[2~", "ed-ignore"), ("\\033[5~", "ed-ignore"), ("\\033[6~", "ed-ignore"),
  ]

  /// Makes our functions known, binds the keys and lets the user's `.editrc` have the last word, except
  /// about the private keys and Enter. An editor switched to vi starts with a fresh map and gets them again.
  ///
  /// - Returns: The words that libedit keeps pointing at; to be given back after it has ended.
  static func install(in editLine: OpaquePointer) -> [UnsafeMutablePointer<wchar_t>] {
    var words: [UnsafeMutablePointer<wchar_t>] = []
    for function in EditFunction.allCases {
      let name = WideText.memory(of: function.rawValue)
      let help = WideText.memory(of: function.help)
      chiso_edit_add_function(editLine, name, help, function.implementation)
      words += [name, help]
    }
    chiso_edit_use_emacs(editLine)
    bindAll(in: editLine)
    _ = el_source(editLine, nil)
    if chiso_edit_uses_vi(editLine) { bindVi(in: editLine) }
    bindEssential { chiso_edit_bind(editLine, WideText.codes($0), WideText.codes($1)) }
    return words
  }

  private static func bindAll(in editLine: OpaquePointer) {
    for (key, command) in customary {
      chiso_edit_bind(editLine, WideText.codes(key), WideText.codes(command))
    }
    for (key, function) in own {
      chiso_edit_bind(editLine, WideText.codes(key), WideText.codes(function.rawValue))
    }
  }

  /// In vi's maps ESC changes to command mode, so that no key that begins with it can be bound; arrows come as private
  /// keys.
  private static func bindVi(in editLine: OpaquePointer) {
    for (key, function) in own {
      if key.hasPrefix("\\033") { continue }
      chiso_edit_bind(editLine, WideText.codes(key), WideText.codes(function.rawValue))
    }
    bindEssential { chiso_edit_bind_alternative(editLine, WideText.codes($0), WideText.codes($1)) }
  }

  private static func bindEssential(_ bind: (_ key: String, _ command: String) -> Void) {
    for (key, function) in essential { bind(key, function.rawValue) }
    for key in PrivateKey.allCases { bind(String(key.scalar), key.command) }
  }
}
