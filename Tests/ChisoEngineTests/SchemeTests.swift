import ChisoMeaning
import ChisoKernel
import ChisoTestRandom
import ChisoTestSupport
import Testing

/// What is known of a function by itself is never narrower than what its calls are accepted with.
@Suite struct SchemeTests {
  /// Arguments of every sort, by what a parameter takes.
  static func samples(_ kind: ParameterKind) -> [String] {
    switch kind {
    case .series, .number:
      [
        "gdp", "gdp[2024]", "population", "digital_economy_share", "digital_economy_share[2024]",
        "smartphone_population_share", "egdi_rank", "5", "2", "20 %", "3 pp", "2 USD", "5 billion VND",
        "4 year", "exchange_rate", "gdp > 5 billion USD", "status(gdp)", "vneid_accounts_activated",
        "9 USD^2",
        "gdp / population", "30 MW", "gdp[2021..2024]",
      ]
    case .text: ["\"E\""]
    case .period: ["2023", "2024-06-30"]
    case .range: ["2021..2024", "2023"]
    case .unit: ["month", "USD", "percent"]
    case .axis: ["period", "area"]
    case .function: ["mean", "previous", "missing"]
    case .word(let words): words
    }
  }

  private func accepted(_ text: String, in catalogue: Catalogue) -> SeriesType? {
    guard let node = parse(text, as: .expression).tree.statements.first else { return nil }
    return try? check(node, in: catalogue, scope: CheckScope()).type
  }

  /// Calls of `function` with random arguments, those that the checker accepts: texts and results.
  private func acceptedCalls(
    of function: FunctionEntry, count: Int, in catalogue: Catalogue, using random: inout SeededRandom
  ) -> [(arguments: [String], result: SeriesType)] {
    (0..<count).compactMap { _ in
      let arguments = function.parameters.map { random.pick(Self.samples($0.kind)) }
      let list = zip(function.parameters, arguments).map { "\($0.name): \($1)" }.joined(separator: ", ")
      return accepted("\(function.name)(\(list))", in: catalogue).map { (arguments, $0) }
    }
  }

  @Test func `the schemes of the library admit every call that is accepted`() throws {
    var random = SeededRandom("schemes of the library")
    let catalogue = bundledKernel.catalogue
    for (index, function) in catalogue.functions.enumerated() {
      let scheme = try #require(catalogue.scheme(ofFunction: Int32(index)), "\(function.name)")
      var calls: [(arguments: [String], result: SeriesType)] = []
      // Of some functions hardly any call at random makes sense.
      for _ in 0..<20 where calls.isEmpty {
        calls = acceptedCalls(of: function, count: rounds(120), in: catalogue, using: &random)
      }
      for (arguments, result) in calls {
        let types = arguments.map { accepted($0, in: catalogue) }
        let isAdmitted = scheme.admits(types, arguments, result, in: catalogue)
        #expect(
          isAdmitted,
          "\(function.name)(\(arguments.joined(separator: ", "))) against \(catalogue.type(of: function) ?? "")"
        )
      }
      #expect(!calls.isEmpty, "no call of \(function.name) is accepted")
    }
  }

  @Test func `a call of a native function has the same type in a definition`() throws {
    var random = SeededRandom("calls of native functions")
    let catalogue = bundledKernel.catalogue
    var accepted = 0
    var refused = 0
    for function in catalogue.functions where function.native != nil {
      for _ in 0..<rounds(20) {
        let list = function.parameters.map { "\($0.name): \(random.pick(Self.samples($0.kind)))" }
        let call = "\(function.name)(\(list.joined(separator: ", ")))"
        // What mentions no parameter is checked as a call is; a parameter of the same name makes it a case to be inferred.
        let definition = "def made(\(function.name)) = \(call)"
        let node = try #require(parse(call, as: .expression).tree.statements.first)
        let statement = try #require(parse(definition).tree.statements.first)
        var defined = catalogue
        #expect(defined.declare(inSession: StatementSyntax(statement)).isEmpty, "\(definition)")
        let made = Int32(defined.functions.count - 1)
        let problem = defined.problem(ofFunction: made)
        do throws(DiagnosticError) {
          let checked = try check(node, in: catalogue, scope: CheckScope())
          let agrees = defined.scheme(ofFunction: made)?.result?.agrees(with: checked) == true
          #expect(
            agrees, "`\(call)` is \(checked.type), and in a definition: \(problem?.message ?? "another")")
          accepted += 1
        } catch {
          #expect(problem?.id == error.diagnostic.id, "`\(call)`: \(error.diagnostic.message)")
          refused += 1
        }
      }
    }
    // Else nothing was tested.
    #expect(accepted > 0 && refused > 0)
  }

  @Test func `a random definition admits what is accepted, and one that is refused has no call`() throws {
    var random = SeededRandom("random definitions")
    var refused = 0
    var called = 0
    for _ in 0..<rounds(300) {
      var catalogue = bundledKernel.catalogue
      let helper = RandomBody(depth: 2, hasHelper: false, using: &random).text
      let body = RandomBody(depth: 3, hasHelper: true, using: &random).text
      let parameters = "x, y, p: period, r: range, u: unit, f: function"
      for text in ["def helper(\(parameters)) = \(helper)", "def random(\(parameters)) = \(body)"] {
        let statement = try #require(parse(text).tree.statements.first)
        #expect(catalogue.declare(inSession: StatementSyntax(statement)).isEmpty, "\(text)")
      }
      let function = try #require(catalogue.functions.last)
      let problem = catalogue.problem(ofFunction: Int32(catalogue.functions.count - 1))
      let calls = acceptedCalls(of: function, count: 40, in: catalogue, using: &random)
      guard problem == nil, let scheme = catalogue.scheme(ofFunction: Int32(catalogue.functions.count - 1))
      else {
        refused += 1
        for call in calls {
          Issue.record(
            """
            `\(body)` with helper `\(helper)` is refused by “\(problem?.message ?? "")”, and accepted with \
            \(call.arguments)
            """)
        }
        continue
      }
      called += calls.count
      for (arguments, result) in calls {
        let types = arguments.map { accepted($0, in: catalogue) }
        let isAdmitted = scheme.admits(types, arguments, result, in: catalogue)
        #expect(
          isAdmitted,
          "`\(body)` with helper `\(helper)`: \(catalogue.type(of: function) ?? "") with \(arguments)")
      }
    }
    // Else nothing was tested.
    #expect(refused > 0 && called > 0)
  }
}

/// A plugin of its own: definitions that are right and wrong, and a function in Swift with a type of its own.
private struct RoadPlugin: Plugin {
  let name = "roads"
  let summary = "Made up for tests"

  func register(_ registration: inout Registration) {
    registration.define(
      """
      unit car
      indicator cars { unit: car  kind: stock }
      def cars_at(x) = density(cars, x)
      def wrong(x) = density(x, cars) + x
      def there(x) = back(x) + x
      def back(x) = 2 * there(x)
      """)
    registration.add(
      NativeFunction(
        "density(x, place)", summary: "The figure for each unit of a place.",
        type: FunctionType(
          ResultType(.product(["x": 1, "place": -1]), keepsTiming: true),
          .unranked(["place"], FunctionError("a rank is no place."))),
        shape: .quotient))
  }
}

@Suite struct PluginSchemeTests {
  private let catalogue = Kernel(plugins: [RoadPlugin()]).catalogue

  private func type(_ name: String) -> String? {
    catalogue.functions(named: name).first.flatMap { catalogue.type(of: catalogue.functions[Int($0)]) }
  }

  @Test func `what a function in Swift yields is read from its type`() {
    #expect(type("density") == "density(x: series in U, place: series in V) → U/V")
    #expect(type("cars_at") == "cars_at(x: series in U) → car/U")
  }

  @Test(arguments: [
    (
      FunctionType.same(as: "y"),
      "function-refuses: `odd`: its type names the parameter `y`, which it does not have."
    ),
    (
      FunctionType(.number, .when("method", is: "linear", .plainNumber("x"))),
      "function-refuses: `odd`: its type names the parameter `method`, which it does not have."
    ),
    (
      FunctionType(ResultType(.named("furlong"))), "function-refuses: `odd`: there is no unit `furlong`."
    ),
  ])
  func `a type that does not fit its function is a problem of the plugin`(type: FunctionType, message: String)
  {
    struct Odd: Plugin {
      let name = "odd"
      let summary = "Made up for tests"
      let type: FunctionType
      func register(_ registration: inout Registration) {
        registration.add(
          NativeFunction("odd(x)", summary: "Is odd.", type: type, shape: .cellwise { _, _ in }))
      }
    }
    let problems = Kernel(plugins: [Odd(type: type)]).catalogue.verified()
    #expect(problems.map { "\($0.diagnostic.id): \($0.diagnostic.message)" } == [message])
  }

  @Test func `the definitions of a plugin that can never be right are problems of it`() {
    let problems = catalogue.verified().filter { $0.file != "cars" }
    #expect(
      problems.map { "\($0.file): \($0.diagnostic.id)" } == [
        "wrong: never-alike", "there: recursion", "back: recursion",
      ])
    #expect(problems.first?.source.contains("def wrong") == true)
    let place = problems.first.map { $0.diagnostic.span.text(in: $0.source) }
    #expect(place == "density(x, cars) + x")
  }
}

extension FunctionScheme {
  /// Whether arguments of these types, with this result, are a case of it; texts stand for units.
  fileprivate func admits(
    _ types: [SeriesType?], _ texts: [String], _ result: SeriesType, in catalogue: Catalogue
  ) -> Bool {
    var solver = DimensionSolver()
    var variables: [String: Dimensionality] = [:]
    var sorts: [Int: Bool] = [:]
    func instance(_ dimension: Dimensionality) -> Dimensionality {
      for name in dimension.variables where variables[name] == nil { variables[name] = solver.fresh() }
      return dimension.renamed { variables[$0] ?? .dimensionless }
    }
    func agrees(_ sort: Sort, _ isTruth: Bool) -> Bool {
      switch sort {
      case .figure: return !isTruth
      case .truth: return isTruth
      case .open(let index):
        let known = sorts[index] ?? isTruth
        sorts[index] = isTruth
        return known == isTruth
      }
    }
    for (parameter, (type, text)) in zip(parameters, zip(types, texts)) {
      switch parameter.kind {
      case .series, .number:
        guard let type, agrees(parameter.sort, type.isBoolean),
          solver.equate(instance(parameter.dimension), type.unit.dimensionality)
        else { return false }
      case .unit:
        guard let unit = catalogue.units.unitOfMeasure(text),
          solver.equate(instance(parameter.dimension), unit.dimensionality)
        else { return false }
      default: break
      }
    }
    if let own = self.result {
      guard agrees(own.sort, result.isBoolean),
        solver.equate(instance(own.dimension), result.unit.dimensionality),
        own.unit == nil || own.unit == result.unit
      else { return false }
    }
    return conversions.allSatisfy { conversion in
      let rest = conversion.unit.dimensionality.quotient(solver.resolved(instance(conversion.dimension)))
      // One currency goes over into another, squares and quotients of them too.
      let exponents = rest.terms.map(\.exponent)
      return !rest.isGround || rest.isDimensionless
        || exponents.count == 2 && exponents[0] == -exponents[1]
    }
  }
}

extension FunctionScheme.Result {
  /// Whether a call that has been checked can yield this.
  fileprivate func agrees(with checked: CheckedExpression) -> Bool {
    let type = checked.type
    return sort == (type.isBoolean ? .truth : .figure) && dimension == type.unit.dimensionality
      && (unit == nil || unit == type.unit)
      && (extent == nil || (extent == .series) == (checked.extent == .series))
  }
}

/// A random body of a function of `x`, `y` and `p: period`.
private struct RandomBody {
  var text: String

  init(depth: Int, hasHelper: Bool, using random: inout SeededRandom) {
    text = Self.figure(depth, hasHelper, &random)
  }

  private static let leaves = [
    "x", "x", "x", "y", "y", "gdp", "population", "digital_economy_share", "2", "5 %", "1 pp", "gdp[2024]",
    "x[p]", "egdi_rank", "1 USD", "gdp[p]", "missing", "x[r]", "gdp[2021..2023]", "duration(p, 2030, u)",
    "y[2024]", "100 %", "smartphone_population_share", "0", "10 USD / x", "2 person*y", "20 % of gdp",
  ]
  private static let functions = [
    "growth", "lag", "abs", "sqrt", "latest", "mean", "count", "status", "missing", "change", "per_capita",
    "reported", "sum", "cumulative", "lower", "annual", "rank", "midpoint",
  ]

  /// Calls that need more than a figure, which stands for `@`.
  private static let calls = [
    "f(@)", "rolling(@, 2, f)", "rolling(@, 2, mean)", "pace(@, 2023, p, per: u)", "sum(@, over: period)",
    "fill(@, linear)", "change(@, on: f)", "growth(@, 2023, p)", "(@ as of 2024-12-31)", "(@)[2024]",
    "(@)[r]",
    "(@ given gdp[2024] = 5 billion USD)", "gap(@, by: p)", "claims(@, p)", "spread(@, 2025)", "(-@)",
    "quantile(@, 50 %)", "weighted_mean(@, y)", "top(@, 2)", "required_pace(@, by: 2030, per: u)",
    "(100 % - @)", "(1 - @)", "(5 % of @)", "(0 < @)", "not_there(@)", "latest(@, p)", "status(@)",
    "(@ == \"E\")", "project(@, to: 2030, by: linear)",
  ]

  private static func figure(_ depth: Int, _ hasHelper: Bool, _ random: inout SeededRandom) -> String {
    guard depth > 0 else { return random.pick(leaves) }
    func part(_ random: inout SeededRandom) -> String { figure(depth - 1, hasHelper, &random) }
    switch Int.random(in: 0..<(hasHelper ? 17 : 15), using: &random) {
    case 0, 1: return "(\(part(&random)) + \(part(&random)))"
    case 2: return "(\(part(&random)) - \(part(&random)))"
    case 3, 4: return "(\(part(&random)) * \(part(&random)))"
    case 5: return "(\(part(&random)) / \(part(&random)))"
    case 6: return "(\(part(&random)) ^ \(random.pick(["2", "3", "y", "0.5", "-1", "years(p, 2030)"])))"
    case 7: return "(\(part(&random)) to \(random.pick(["percent", "USD", "VND", "pp", "person", "ratio"])))"
    case 8:
      return "(if \(condition(depth - 1, hasHelper, &random)) then \(part(&random)) else \(part(&random)))"
    case 9, 10: return "\(random.pick(functions))(\(part(&random)))"
    case 11:
      return "\(random.pick(["share", "coalesce", "beside", "ratio"]))(\(part(&random)), \(part(&random)))"
    case 12: return "(\(part(&random)) |> \(random.pick(functions)))"
    case 13: return random.pick(leaves)
    case 14:
      return random.pick(calls).replacing("@", with: part(&random))
    default: return "helper(\(part(&random)), \(part(&random)), p, r, u, f)"
    }
  }

  private static func condition(_ depth: Int, _ hasHelper: Bool, _ random: inout SeededRandom) -> String {
    func part(_ random: inout SeededRandom) -> String { figure(max(0, depth), hasHelper, &random) }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return "x"
    case 1: return "(not \(part(&random)))"
    case 2: return "(\(part(&random)) and missing(\(part(&random))))"
    case 3: return "(\(part(&random)) == \(part(&random)))"
    case 4: return "(status(\(part(&random))) <= \"E\")"
    default: return "(\(part(&random)) < \(part(&random)))"
    }
  }
}
