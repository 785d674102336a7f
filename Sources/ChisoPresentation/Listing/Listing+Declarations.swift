package import ChisoExchange
package import ChisoKernel
import ChisoModel
import ChisoTerminal
package import ChisoWords

extension Listing {
  package static func plugins(_ catalogue: Catalogue, _ style: FigureStyle, _ pattern: NamePattern) -> Listing
  {
    var listing = Listing(["plugin", "indicators", "functions", "claims", ""])
    let languages = Language.allCases.map { $0.joined(by: catalogue) }
    for plugin in catalogue.plugins
    where pattern.matches(plugin.name, labels: languages.lazy.map { $0.summary(of: plugin) }) {
      let counts = [
        catalogue.indicators.count { $0.plugin == plugin.name },
        catalogue.functionGroups.count { $0.first?.plugin == plugin.name },
        catalogue.claims.count { $0.plugin == plugin.name },
      ]
      listing.add(
        [StyledText(plugin.name, .name)] + counts.map { StyledText(String($0), .number) }
          + [StyledText(style.language.summary(of: plugin))],
        [
          ("name", .string(plugin.name)), ("summary", .string(plugin.summary)),
          ("indicators", .number(Double(counts[0]))), ("functions", .number(Double(counts[1]))),
          ("claims", .number(Double(counts[2]))),
        ])
    }
    return listing
  }

  package static func indicators(_ catalogue: Catalogue, _ style: FigureStyle, _ pattern: NamePattern)
    -> Listing
  {
    var listing = Listing(["indicator", "unit", "label"])
    for entry in catalogue.indicators {
      let declaration = entry.declaration
      let names = [declaration.name, entry.fullName]
      guard names.contains(where: { pattern.matches($0, labels: declaration.labels.values) }) else {
        continue
      }
      listing.add(
        group: entry.plugin ?? "",
        [
          StyledText(declaration.name, .name), StyledText(declaration.unit, .unit),
          StyledText(style.language.choose(entry.declaration.labels)),
        ], entry.record)
    }
    return listing
  }

  package static func functions(_ catalogue: Catalogue, _ style: FigureStyle, _ pattern: NamePattern)
    -> Listing
  {
    var listing = Listing(["function", ""])
    let languages = Language.allCases.map { $0.joined(by: catalogue) }
    func add(
      _ plugin: String?, _ signature: String, _ name: String, _ summary: @escaping (Language) -> String
    ) {
      guard pattern.matches(name, labels: languages.lazy.map(summary)) else { return }
      listing.add(
        group: plugin ?? "",
        [StyledText(signature, .function), StyledText(summary(style.language))],
        [
          ("name", .string(name)), ("signature", .string(signature)), ("summary", .string(summary(.english))),
          ("plugin", .string(orNull: plugin)),
        ])
    }
    for form in Form.allCases { add("kernel", form.signature, form.rawValue) { $0.summary(of: form) } }
    for group in catalogue.functionGroups.sorted(by: { Listing.order($0) < Listing.order($1) }) {
      for entry in group { add(entry.plugin, entry.signature, entry.name) { $0.summary(of: entry) } }
    }
    return listing
  }

  private static func order(_ group: [FunctionEntry]) -> (String, String) {
    (group.first?.plugin ?? "~", group.first?.name ?? "")
  }

  package static func units(_ catalogue: Catalogue, _ style: FigureStyle, _ pattern: NamePattern) -> Listing {
    var listing = Listing(["unit", "sign", "category", "label"])
    for unit in catalogue.units.all
    where pattern.matches(unit.name, labels: unit.labels.values + [unit.category.word]) {
      listing.add(
        [
          StyledText(unit.name, .unit), StyledText(unit.symbol ?? ""), StyledText(unit.category.word, .quiet),
          StyledText(style.language.choose(unit.labels)),
        ],
        [
          ("name", .string(unit.name)), ("symbol", .string(orNull: unit.symbol)),
          ("category", .string(unit.category.word)),
        ] + Language.fields(unit.labels))
    }
    return listing
  }

  package static func sources(
    _ catalogue: Catalogue, _ style: FigureStyle, _ pattern: NamePattern,
    _ isWanted: (SourceDeclaration) -> Bool = { _ in true }
  ) -> Listing {
    var counts: [Int32: Int] = [:]
    for claim in catalogue.claims { counts[claim.source, default: 0] += 1 }
    var figures: [Int32: Int] = [:]
    for table in catalogue.tables { figures[table.source, default: 0] += table.figureCount }
    let hasFigures = !figures.isEmpty
    var listing = Listing(["source", "published", "claims"] + (hasFigures ? ["figures"] : []) + ["title"])
    for (index, source) in catalogue.sources.enumerated()
    where isWanted(source) && pattern.matches(source.name, labels: source.titles.values) {
      let count = counts[Int32(index)] ?? 0
      listing.add(
        [
          StyledText(source.name, .name), StyledText(source.published?.description ?? "", .period),
          StyledText(String(count), .number),
        ] + (hasFigures ? [StyledText(String(figures[Int32(index)] ?? 0), .number)] : []) + [
          StyledText(style.language.choose(source.titles))
        ],
        [
          ("name", .string(source.name)), ("title", .string(orNull: source.title)),
          ("publisher", .string(orNull: source.publisher)),
          ("published", .string(orNull: source.published?.description)),
          ("accessed", .string(orNull: source.accessed?.description)), ("url", .string(orNull: source.url)),
          ("claims", .number(Double(count))), ("figures", .number(Double(figures[Int32(index)] ?? 0))),
        ])
    }
    return listing
  }

  /// The codes of the dimensions that tables have, with what they stand for; a pattern names a dimension, a code or a label.
  package static func codes(_ catalogue: Catalogue, _ style: FigureStyle, _ pattern: NamePattern) -> Listing {
    var listing = Listing(["code", "label"])
    for dimension in catalogue.dimensionNames {
      let list = catalogue.codelists[dimension]
      let isWhole = pattern.matches(dimension)
      for code in catalogue.codes(of: dimension) {
        let known = list?[code] ?? (code == Grid.total ? list?.total.flatMap { list?[$0] } : nil)
        let labels = known?.labels ?? [:]
        guard isWhole || pattern.matches(code, labels: labels.values) else { continue }
        listing.add(
          group: dimension,
          [StyledText(code, .name), StyledText(style.language.choose(labels))],
          [
            ("dimension", .string(dimension)), ("code", .string(code)),
            ("parent", .string(orNull: known?.parent)),
          ]
            + Language.fields(labels))
      }
    }
    return listing
  }

  package static func claims(_ catalogue: Catalogue, _ style: FigureStyle, _ pattern: NamePattern) -> Listing
  {
    var listing = Listing(["claim", "source", ""])
    for claim in catalogue.claimValues() {
      guard pattern.matches(claim.expression.description, labels: [claim.source]) else { continue }
      listing.add(
        [
          Listing.text(claim, style), StyledText(claim.source, .quiet),
          StyledText(
            style.language.words(for: claim.quality).joined(separator: ", "), claim.quality.textRole),
        ],
        [
          ("source", .string(claim.source)), ("published", .string(orNull: claim.published?.description)),
          ("expression", .string(claim.expression.description)),
          ("relation", .string(claim.relation.rawValue)),
          ("value", .number(claim.value)), ("unit", .string(claim.unit.description)),
        ] + JSONValue.bounds(claim.interval, of: claim.value) + [
          ("status", .string(claim.quality.status.rawValue)), ("role", .string(claim.quality.role.rawValue)),
          ("plugin", .string(orNull: claim.plugin)), ("file", .null), ("figures", .null),
        ])
    }
    for table in catalogue.tables { listing.add(table, catalogue, style, pattern) }
    return listing
  }

  /// A table as a whole: `gdp, 12 figures: annual: 2012 to 2023`.
  private mutating func add(
    _ table: TableCoverage, _ catalogue: Catalogue, _ style: FigureStyle, _ pattern: NamePattern
  ) {
    let source = catalogue.sources[Int(table.source)]
    let entry = catalogue.indicators[Int(table.indicator)]
    guard pattern.matches(entry.name, labels: [source.name, table.file].compactMap { $0 }) else { return }
    let count: Phrase = table.figureCount == 1 ? "1 figure" : "\(table.figureCount) figures"
    let periods = style.language.text(of: table.periods)
    let sayer = table.file.map { "\(source.name) (\($0))" } ?? source.name
    add(
      [
        StyledText("\(entry.name), \(style.language.text(count)), \(periods)", .plain),
        StyledText(sayer, .quiet),
        StyledText(""),
      ],
      [
        ("source", .string(source.name)), ("published", .string(orNull: source.published?.description)),
        ("expression", .string(entry.name)), ("relation", .null), ("value", .null),
        ("unit", .string(entry.unit.description)), ("lower", .null), ("upper", .null), ("status", .null),
        ("role", .string(Role.reported.rawValue)), ("plugin", .string(orNull: entry.plugin)),
        ("file", .string(orNull: table.file)), ("figures", .number(Double(table.figureCount))),
      ])
  }

  /// `gdp[2024] = 476.3 billion USD`
  private static func text(_ claim: Claim, _ style: FigureStyle) -> StyledText {
    // Every digit that the source prints.
    let magnitude = Magnitude(for: claim.value, in: claim.unit, isExact: claim.interval.isOneDecimal)
    var format = style.language.numberFormat
    format.maximumSignificantDigits = 15
    let number = format.string(magnitude.scaled(claim.value))
    let unit = style.unit(magnitude.applied(to: claim.unit))
    return StyledText(claim.expression.description, .name)
      + StyledText(" \(claim.relation.rawValue) ", .operator)
      + StyledText(number, .number) + StyledText(unit.isEmpty ? "" : " " + unit, .unit)
  }
}

extension IndicatorEntry {
  /// The fields of the declaration.
  fileprivate var record: [(name: String, value: JSONValue)] {
    [
      ("name", .string(declaration.name)), ("plugin", .string(orNull: plugin)),
      ("code", .string(orNull: declaration.code)),
    ] + Language.fields(declaration.labels) + [
      ("unit", .string(declaration.unit)),
      ("kind", .string(declaration.kind.rawValue)), ("timing", .string(declaration.timing.rawValue)),
      ("base", .string(orNull: declaration.base)), ("better", .string(orNull: declaration.better?.rawValue)),
      ("definition", .string(orNull: declaration.definition?.description)),
      ("cumulative", .bool(declaration.isCumulative)), ("measure", .string(orNull: declaration.measure)),
      ("prices", .string(orNull: declaration.prices)), ("doc", .string(orNull: declaration.doc)),
    ]
  }
}

extension Language {
  /// Labels as fields of a record: `label`, and `label.vi` for every other language.
  package static func fields(_ labels: [String: String]) -> [(name: String, value: JSONValue)] {
    allCases.map { language in
      (
        language == .english ? "label" : "label.\(language.rawValue)",
        .string(orNull: labels[language.rawValue])
      )
    }
  }
}
