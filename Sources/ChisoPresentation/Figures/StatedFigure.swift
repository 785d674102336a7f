package import ChisoKernel
import ChisoWords

/// A figure as a saved script states it, the same in every language: `2024: 476.3 billion USD, estimate`.
package struct StatedFigure: Hashable, Sendable {
  /// Which one of the answer it is: `2024`, `2024 area VN`; empty where there is but one.
  var place: String
  /// What it is.
  var value: String

  /// The comment that states it: `#= 2024: 476.3 billion USD`.
  package var comment: String { StatedFigure.mark + (place.isEmpty ? value : "\(place): \(value)") }

  /// What a comment that states a figure begins with.
  static let mark = "#= "
  /// What stands for the figures of an answer that has too many to be stated.
  private static let maximumCount = 1000

  /// The figures of an answer, in its order; the first thousand of more.
  package static func all(of answer: Answer) -> [StatedFigure] {
    if case .text(let text) = answer.kind { return [StatedFigure(place: "", value: "\"\(text)\"")] }
    return answer.cells.prefix(maximumCount).map { cell in
      let observation = answer.observation(at: cell)
      let dimensions = answer.series.grid.dimensions.map { "\($0.name) \(observation.key[$0.name] ?? "")" }
      let place = ([observation.period?.description].compactMap { $0 } + dimensions).joined(separator: " ")
      return StatedFigure(place: place, value: value(of: observation, in: answer.type))
    }
  }

  private static func value(of observation: Observation, in type: SeriesType) -> String {
    if observation.isMissing { return Language.english.word(for: .missing) }
    var text: String
    guard let number = observation.value else {
      let ends = [observation.interval.lower, observation.interval.upper].map(NumberFormat.plain)
      text = type.isBoolean ? "open" : "\(ends[0]) to \(ends[1]) \(type.unit)"
      for word in Language.english.words(for: observation.quality) { text += ", \(word)" }
      return text
    }
    if type.isBoolean {
      text = number != 0 ? "true" : "false"
    } else if let word = type.unit.word(for: number) {
      text = word
    } else {
      let magnitude = Magnitude(for: number, in: type.unit, isExact: false)
      let unit = magnitude.applied(to: type.unit)
      text = NumberFormat.plain(magnitude.scaled(number)) + (unit == .one ? "" : " \(unit)")
    }
    for word in Language.english.words(for: observation.quality) { text += ", \(word)" }
    return text
  }

  /// The figures that are stated in the comments of `text`, as written.
  package static func comments(in text: some StringProtocol) -> [String] {
    text.split(separator: "\n").compactMap { line in
      line.hasPrefix(mark) ? line.dropFirst(mark.count).trimmingSpaces : nil
    }
  }
}
