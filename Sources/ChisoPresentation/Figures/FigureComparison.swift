import ChisoKernel

/// The figures that a loaded file states, held against those that its statements yield now.
package struct FigureComparison: Sendable {
  /// A figure that is no longer what it was.
  package struct Change: Sendable {
    package var statement: String
    package var place: String
    package var before: String
    package var now: String
  }

  /// How many figures were stated.
  package private(set) var count = 0
  /// Those that differ.
  package private(set) var changes: [Change] = []

  package init() {}

  /// Holds `figures` against what is stated below their statement.
  package mutating func compare(_ figures: [StatedFigure], with stated: [String], of statement: String) {
    guard !stated.isEmpty else { return }
    var open = figures
    for text in stated {
      count += 1
      let wanted = StatedFigure(reading: text, among: figures)
      if let place = open.firstIndex(where: { $0.place == wanted.place }) {
        let figure = open.remove(at: place)
        if figure.value != wanted.value {
          changes.append(
            Change(statement: statement, place: wanted.place, before: wanted.value, now: figure.value))
        }
      } else {
        changes.append(Change(statement: statement, place: wanted.place, before: wanted.value, now: ""))
      }
    }
    for figure in open {
      changes.append(Change(statement: statement, place: figure.place, before: "", now: figure.value))
    }
  }
}

extension StatedFigure {
  /// The figure that a comment states; `known` tells whether its beginning is a place.
  fileprivate init(reading text: String, among known: [StatedFigure]) {
    if let colon = text.firstRange(of: ": ") {
      let place = String(text[..<colon.lowerBound])
      if known.contains(where: { $0.place == place }) || !known.contains(where: \.place.isEmpty) {
        self.init(place: place, value: String(text[colon.upperBound...]))
        return
      }
    }
    self.init(place: "", value: text)
  }
}
