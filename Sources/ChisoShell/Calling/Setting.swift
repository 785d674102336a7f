import ChisoHost
import ChisoKernel
import ChisoTerminal
import ChisoWords

/// A setting of the shell: its name, what it may be, what it is.
struct Setting: Sendable {
  let name: String
  let summary: Phrase
  /// The values there are; empty where they cannot be listed.
  let values: [String]
  let read: @Sendable (Shell) -> String
  /// Sets a value that is one of `values`, or any where there are none.
  let write: @Sendable (inout Shell, String, CommandCall) throws(CommandFailure) -> Void

  static let all: [Setting] = [
    format, intervals, colour, locale, area, timing, pager, deadline, asOf, prefer,
  ]

  static let format = Setting(
    name: "format", summary: "the form of answers", values: OutputFormat.allCases.map(\.rawValue),
    read: { $0.settings.format.rawValue },
    write: { shell, value, _ throws(CommandFailure) in
      shell.settings.format = OutputFormat(rawValue: value) ?? .text
      shell.csvColumns = nil
    })

  static let intervals = Setting(
    name: "intervals", summary: "whether what a figure can be is shown", values: ["on", "off"],
    read: { $0.settings.showsIntervals ? "on" : "off" },
    write: { shell, value, _ throws(CommandFailure) in shell.settings.showsIntervals = value == "on" })

  static let colour = Setting(
    name: "colour", summary: "whether colours are used", values: ["automatic", "always", "never"],
    read: { $0.settings.colour.rawValue },
    write: { shell, value, _ throws(CommandFailure) in
      shell.settings.colour = .init(rawValue: value) ?? .automatic
    })

  static let locale = Setting(
    name: "locale", summary: "the language of labels and numbers", values: Language.allCases.map(\.rawValue),
    read: { $0.settings.language.rawValue },
    write: { shell, value, _ throws(CommandFailure) in
      shell.settings.language = Language(rawValue: value) ?? .english
    })

  static let area = Setting(
    name: "area", summary: "the area whose figures are shown where there are several: a code, or `all`",
    values: [],
    read: { $0.settings.area ?? "all" },
    write: { shell, value, call throws(CommandFailure) in
      // What an observation source may yet bring nobody knows.
      let known = shell.catalogue.codes(of: Shell.areaAxis)
      let isLeftOpen = !shell.catalogue.observationSources.isEmpty && !value.contains(" ")
      guard value == "all" || known.contains(value) || isLeftOpen else {
        throw CommandFailure(.badAreaCode(value, known: known, at: call.span))
      }
      shell.settings.area = value == "all" ? nil : value
    })

  static let timing = Setting(
    name: "timing", summary: "whether the time that a statement took is told", values: ["on", "off"],
    read: { $0.settings.showsTiming ? "on" : "off" },
    write: { shell, value, _ throws(CommandFailure) in shell.settings.showsTiming = value == "on" })

  static let pager = Setting(
    name: "pager", summary: "whether what is longer than the screen is shown page by page",
    values: ["on", "off"],
    read: { $0.settings.turnsPages ? "on" : "off" },
    write: { shell, value, _ throws(CommandFailure) in shell.settings.turnsPages = value == "on" })

  static let deadline = Setting(
    name: "deadline", summary: "how many seconds an evaluation may take, or `off`", values: [],
    read: { shell in
      guard let components = shell.session.settings.budget.deadline?.components else { return "off" }
      return NumberFormat.plain(Double(components.seconds) + Double(components.attoseconds) / 1e18)
    },
    write: { shell, value, call throws(CommandFailure) in
      if value == "off" {
        shell.session.settings.budget.deadline = nil
      } else if let seconds = DecimalLiteral(value)?.value, seconds > 0, seconds <= 1e6 {
        shell.session.settings.budget.deadline = .milliseconds(max(1, Int64(seconds * 1_000)))
      } else {
        throw CommandFailure(.badDeadline(value, at: call.span))
      }
    })

  static let asOf = Setting(
    name: "as-of", summary: "the day as known on which figures are given", values: [],
    read: { $0.session.settings.asOf?.description ?? "latest" },
    write: { shell, value, call throws(CommandFailure) in
      try shell.setVintage(value, at: call.span, by: call)
    })

  static let prefer = Setting(
    name: "prefer",
    summary: "whose claims answer first: `latest`, sources by name, or `INDICATOR=SOURCE` for one indicator",
    values: [],
    read: { shell in
      let preference = shell.session.settings.preference
      let general = preference.sources.isEmpty ? ["latest"] : [preference.sources.joined(separator: ",")]
      let single = preference.sourcesByIndicator.sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value.isEmpty ? "latest" : $0.value.joined(separator: ","))" }
      return (general + single).joined(separator: " ")
    },
    write: { shell, value, call throws(CommandFailure) in
      let before = shell.session
      let sides = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.filter { $0 != " " } }
      guard !sides.contains(""), !sides.contains(",") else {
        throw CommandFailure(.badPreference(value, at: call.span))
      }
      let sources = try preferredSources(sides.last ?? "", shell, call)
      if sides.count == 2 {
        let name = sides[0]
        guard let indicator = shell.catalogue.indicators(named: name).first else {
          let nearest = nearestNames(to: name, among: shell.catalogue.indicators.map(\.name))
          throw CommandFailure(.nothingNamed(name, nearest: nearest, at: call.span))
        }
        let bare = shell.catalogue.indicators[Int(indicator)].name
        shell.session.settings.preference.sourcesByIndicator[bare] = sources
      } else {
        shell.session.settings.preference = Preference(sources: sources)
      }
      shell.host.record.keep(before, before: ":\(call.command.name) \(call.arguments)")
    })

  /// The sources that a value names, best first; none for `latest`.
  private static func preferredSources(
    _ text: String, _ shell: Shell, _ call: CommandCall
  ) throws(CommandFailure) -> [String] {
    let names = text.split { $0 == "," || $0 == " " }.map(String.init)
    if names == ["latest"] { return [] }
    for name in names where shell.catalogue.source(named: name) == nil {
      let nearest = nearestNames(to: name, among: shell.catalogue.sources.map(\.name))
      throw CommandFailure(.unknownSource(name, nearest: nearest, at: call.span))
    }
    return names
  }
}
