/// Keys that nobody types, C1 characters, through which the reading hook and our functions call commands.
///
/// libedit may draw and change the entry only inside a command, and a command of ours cannot call one of its.
enum PrivateKey: UInt8, CaseIterable {
  case paste = 0x91
  case compose, redraw, resize
  case finish, previousRow, nextRow, nextCharacter, deleteCharacter
  case up, down, right, left

  /// The character that stands for it.
  var scalar: Unicode.Scalar { Unicode.Scalar(rawValue) }

  /// The key for an arrow, by the letter that ends what a terminal sends for it: `A` for up.
  init?(arrow letter: UInt8) {
    switch letter {
    case UInt8(ascii: "A"): self = .up
    case UInt8(ascii: "B"): self = .down
    case UInt8(ascii: "C"): self = .right
    case UInt8(ascii: "D"): self = .left
    default: return nil
    }
  }
}
