/// On which side of a column its text stands.
public enum Alignment: Hashable, Sendable {
  /// At the left edge.
  case left
  /// At the right edge.
  case right
  /// Decimal marks under one another; in a single text like `right`.
  case decimalPoint
}

extension StyledText {
  /// How many columns the text takes; of several lines, the widest.
  public var displayWidth: Int {
    pieces.contains { $0.text.utf8.contains(0x0A) }
      ? lines.map(\.rowWidth).max() ?? 0
      : rowWidth
  }

  private var rowWidth: Int { pieces.reduce(0) { $0 + $1.text.displayWidth } }

  /// The lines of the text, without their line feeds; at least one.
  public var lines: [StyledText] {
    var lines = [StyledText()]
    for piece in pieces {
      for (number, part) in piece.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if number > 0 { lines.append(StyledText()) }
        lines[lines.count - 1].append(String(part), piece.role)
      }
    }
    return lines
  }

  /// The text filled up with spaces to `width` columns; unchanged where it is wider.
  public func padded(to width: Int, _ alignment: Alignment = .left) -> StyledText {
    let missing = width - displayWidth
    guard missing > 0 else { return self }
    let spaces = StyledText(String(repeating: " ", count: missing))
    return alignment == .left ? self + spaces : spaces + self
  }

  /// The text cut to `width` columns, with `…` where something is left out.
  public func truncated(to width: Int) -> StyledText {
    guard displayWidth > width else { return self }
    guard width > 0 else { return StyledText() }
    var result = StyledText()
    var room = width - 1
    cutting: for piece in pieces {
      for character in piece.text {
        let taken = character.displayWidth
        if taken > room || character == "\n" {
          result.append("…", piece.role)
          break cutting
        }
        room -= taken
        result.append(String(character), piece.role)
      }
    }
    return result
  }

  /// The text broken at spaces into lines of at most `width` columns; a longer word is broken behind a `/`, `-`, `_` or `|`,
  /// and only where it has none anywhere.
  ///
  /// - Parameter indentation: Columns left free before every line but the first.
  public func wrapped(to width: Int, indentation: Int = 0) -> [StyledText] {
    if fitsOneRow(of: width) { return [self] }
    let width = max(width, 1)
    let indentation = min(indentation, width - 1)
    var result: [StyledText] = []
    for line in lines {
      var wrapping = Wrapping(width: width, indentation: indentation, startsText: result.isEmpty)
      wrapping.add(line)
      result += wrapping.finished()
    }
    return result
  }
}

extension StyledText {
  /// The text with its lines that are wider than `width` wrapped, two columns further in than they begin.
  public func fitted(to width: Int) -> StyledText {
    guard displayWidth > width else { return self }
    let rows = lines.flatMap { line -> [StyledText] in
      guard line.displayWidth > width else { return [line] }
      let margin = line.plain.prefix { $0 == " " }.count
      return line.wrapped(to: width, indentation: min(margin + 2, width / 2))
    }
    return rows.joined(separator: "\n")
  }

  /// The first `count` characters, and the others.
  fileprivate func split(at count: Int) -> (StyledText, StyledText) {
    var (first, second) = (StyledText(), StyledText())
    var room = count
    for piece in pieces {
      let start = piece.text.prefix(room)
      first.append(String(start), piece.role)
      second.append(String(piece.text.dropFirst(start.count)), piece.role)
      room -= start.count
    }
    return (first, second)
  }

  /// Whether it is one line of ASCII that needs no breaking, as nearly every answer is; spaces at its end would go.
  private func fitsOneRow(of width: Int) -> Bool {
    var room = width
    for piece in pieces {
      room -= piece.text.utf8.count
      guard room >= 0, piece.text.isPlainASCII else { return false }
    }
    return pieces.last?.text.utf8.last != UInt8(ascii: " ")
  }
}

/// One line of text on its way into rows: the row so far, and the word that has not found its place.
private struct Wrapping {
  let width: Int
  let indentation: Int
  let startsText: Bool
  var rows: [StyledText] = []
  var row = StyledText()
  var rowWidth = 0
  var spaces = StyledText()
  var spacesWidth = 0
  var word = StyledText()
  var wordWidth = 0
  /// How many characters the word has, and how many with how many columns up to where it may be broken.
  var wordCount = 0
  var breakable: (count: Int, width: Int)?

  var isFirst: Bool { rows.isEmpty && startsText }
  var room: Int { width - (isFirst ? 0 : indentation) }

  mutating func add(_ line: StyledText) {
    for piece in line.pieces {
      for character in piece.text {
        if character == " " {
          placeWord()
          spaces.append(" ", piece.role)
          spacesWidth += 1
        } else {
          let taken = character.displayWidth
          if wordWidth + taken > width - indentation { placeStart() }
          word.append(String(character), piece.role)
          wordWidth += taken
          wordCount += 1
          if "/-_|".contains(character) { breakable = (wordCount, wordWidth) }
        }
      }
    }
  }

  /// Places as much of a word that is too long as there is a good place to break it behind.
  mutating func placeStart() {
    guard let breakable else { return placeWord() }
    let (start, rest) = word.split(at: breakable.count)
    let (restWidth, restCount) = (wordWidth - breakable.width, wordCount - breakable.count)
    (word, wordWidth) = (start, breakable.width)
    placeWord()
    (word, wordWidth, wordCount) = (rest, restWidth, restCount)
  }

  mutating func placeWord() {
    (breakable, wordCount) = (nil, 0)
    guard wordWidth > 0 else { return }
    if rowWidth > 0 && rowWidth + spacesWidth + wordWidth > room {
      closeRow()
    } else if spacesWidth + wordWidth <= room {
      row += spaces
      rowWidth += spacesWidth
    }
    row += word
    rowWidth += wordWidth
    (spaces, spacesWidth, word, wordWidth) = (StyledText(), 0, StyledText(), 0)
  }

  mutating func closeRow() {
    let margin = StyledText(String(repeating: " ", count: isFirst ? 0 : indentation))
    rows.append(margin + row)
    (row, rowWidth) = (StyledText(), 0)
  }

  mutating func finished() -> [StyledText] {
    placeWord()
    closeRow()
    return rows
  }
}
