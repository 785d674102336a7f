import ChisoSyntax
/// The files of a new plugin, which work as they are: it is loaded, answers, and passes its own checks.
public struct PluginScaffold: Sendable {
  /// What a plugin is written in.
  public enum Kind: String, CaseIterable, Sendable {
    /// A package in Swift, for functions and indicators that the language does not reach.
    case swift
    /// Definitions in the language and tables of observations.
    case definitions
  }

  /// The texts by the paths of their files, in the folder of the plugin.
  public let files: [(path: String, text: String)]

  /// Why no plugin is begun under a name.
  public struct Refusal: Error, Hashable, Sendable {
    /// What is wrong with the name, and one that would do.
    public var message: String
  }

  /// The files of a plugin called `name`.
  ///
  /// - Parameters:
  ///   - name: The name of the plugin: `health`.
  ///   - kind: What it is written in.
  ///   - kernel: The folder of Chiso's sources, on which a package in Swift depends.
  ///   - taken: The names of the plugins that there are, beside which it is to stand.
  public init(_ name: String, kind: Kind, kernel: String = "", taken: [String]) throws(Refusal) {
    guard PluginScaffold.isPlain(name) else {
      throw Refusal(
        message:
          "A plugin cannot be called `\(name)`: lower case, digits and `_`, a letter first, no word of the language; "
          + "`\(PluginScaffold.plainName(like: name, taken))` would do.")
    }
    guard !PluginScaffold.isTaken(name, taken) else {
      throw Refusal(
        message: "There is a plugin `\(name)` already; "
          + "`\(PluginScaffold.plainName(like: name, taken))` would do.")
    }
    guard name.utf8.count <= PluginScaffold.longestName else {
      throw Refusal(
        message: "A plugin cannot have a name of more than \(PluginScaffold.longestName) bytes, "
          + "which stands before everything that it has: take a shorter one.")
    }
    files = kind == .swift ? PluginScaffold.package(name, kernel) : PluginScaffold.folder(name)
  }

  /// Names of files and of targets are made of it.
  private static let longestName = 64

  /// Whether `name` is lower case, digits and `_`, a letter first: the names of its parts are made of it.
  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter else { return false }
    return isName(name) && name.lowercased() == name
  }

  /// Whether `name` is that of a plugin, or its package in Swift would be called like a part of the kernel.
  private static func isTaken(_ name: String, _ taken: [String]) -> Bool {
    taken.contains(name) || name == "chiso"
  }

  /// A name like `name` that can be taken.
  private static func plainName(like name: String, _ taken: [String]) -> String {
    var plain = name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }
    plain.removeFirst(plain.prefix { !$0.isLetter }.count)
    while plain.last == "_" { plain.removeLast() }
    let result = String(plain.prefix(longestName / 4))
    if result.isEmpty { return "health" }
    return isTaken(result, taken) || !isName(result) ? "my_\(result)" : result
  }

  private static func folder(_ name: String) -> [(path: String, text: String)] {
    [
      ("\(name).chiso", "# Figures about \(name)\n\n" + declarations(name) + definitions(name)),
      ("\(name)_visits.csv", table(name)),
      ("\(name).chisotest", script(name)),
      (
        "README.md",
        """
        # \(name)

        A plugin for Chiso, without a line of Swift: definitions in `.chiso` files, observations in `.csv` files, and in
        `.chisotest` files what is asked of them, with the answers.

            chiso --plugin . eval '\(name)_visits_per_place(at: 2024)'
            chiso plugin verify .

        """
      ),
    ]
  }

  private static func declarations(_ name: String) -> String {
    """
    unit \(name)_place
    unit \(name)_visit

    source \(name)_yearbook {
      title: "Yearbook of \(name)"
      publisher: "Whoever publishes it"
      published: 2025-01-31
    }

    indicator \(name)_places {
      label: "Places of \(name)"
      unit: \(name)_place  kind: stock  timing: period  better: higher
    }

    indicator \(name)_visits {
      label: "Visits to places of \(name)"
      unit: \(name)_visit  kind: flow  timing: period
    }

    """
  }

  private static func definitions(_ name: String) -> String {
    """

    from \(name)_yearbook {
      \(name)_places[2023] = 40 \(name)_place
      \(name)_places[2024] = 44 \(name)_place
      target \(name)_places[2030] >= 60 \(name)_place
    }

    def \(name)_visits_per_place(at: period) = \(name)_visits[at] / \(name)_places[at] {
      summary: "How many visits a place has in a period."
      example: \(name)_visits_per_place(at: 2024) => 2_500 \(name)_visit/\(name)_place
    }

    rule "there are places": \(name)_places > 0 \(name)_place

    """
  }

  private static func script(_ name: String) -> String {
    """
    # What is asked of \(name), and what comes out. `chiso plugin verify` runs it.

    \(name)_visits_per_place(at: 2024)
      => 2_500 \(name)_visit/\(name)_place
      source \(name)_yearbook

    gap(\(name)_places, by: 2030)
      => 16 \(name)_place
      role target

    # Visits are no places.
    \(name)_visits[2024] + \(name)_places[2024]
      error incompatible-units

    """
  }

  private static func table(_ name: String) -> String {
    "TIME_PERIOD,OBS_VALUE,SOURCE\n2023,98000,\(name)_yearbook\n2024,110000,\(name)_yearbook\n"
  }
}

// A package in Swift.
extension PluginScaffold {
  private static func package(_ name: String, _ kernel: String) -> [(path: String, text: String)] {
    let type =
      name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + "Plugin"
    return [
      ("Package.swift", manifest(type, kernel)),
      ("Sources/\(type)/\(type).swift", plugin(name, type)),
      ("Sources/\(type)/VisitsPerPlace.swift", computedIndicator(name)),
      ("Sources/\(type)Library/\(type)Library.swift", entry(type)),
      ("Tests/\(type)Tests/\(type)Tests.swift", tests(name, type)),
      (".gitignore", ".build\n"),
      (
        "README.md",
        """
        # \(name)

        A plugin for Chiso, in Swift.

            swift build -c release --build-tests
            swift test -c release --disable-xctest --skip-build
            chiso plugin verify .build/release/lib\(type)Library.so
            chiso --plugin .build/release/lib\(type)Library.so eval '\(name)_visits_per_place[2024]'

        It is built with the Swift, and against the sources, that the program was built with.

        """
      ),
    ]
  }

  private static func manifest(_ type: String, _ kernel: String) -> String {
    """
    // swift-tools-version: 6.1
    import PackageDescription

    /// The kernel as a library, of which a process has one copy.
    let kernel: Target.Dependency = .product(name: "ChisoKernel", package: "Chiso")

    let package = Package(
      name: "\(type)",
      products: [.library(name: "\(type)Library", type: .dynamic, targets: ["\(type)Library"])],
      dependencies: [.package(name: "Chiso", path: "\(kernel)")],
      targets: [
        .target(name: "\(type)", dependencies: [kernel]),
        .target(name: "\(type)Library", dependencies: ["\(type)", kernel]),
        .testTarget(name: "\(type)Tests", dependencies: ["\(type)", kernel]),
      ],
      swiftLanguageModes: [.v6]
    )

    """
  }

  private static func plugin(_ name: String, _ type: String) -> String {
    let text = (declarations(name) + PluginScaffold.claims(name)).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { $0.isEmpty ? "" : "      " + $0 }.joined(separator: "\n")
    return """
      import ChisoPlugin

      /// Figures about \(name).
      public struct \(type): Plugin {
        /// The first part of the full names of all it brings.
        public let name = "\(name)"
        /// One line for `:list plugins`.
        public let summary = "Figures about \(name)"

        /// The plugin; it has no settings.
        public init() {}

        /// What is asked of it, and what comes out: run by `chiso plugin verify`, and by the tests of the package.
        public let tests = [
          PluginTest("visits to a place", "\(name)_visits_per_place[2024]", answers: "2_500 \(name)_visit/\(name)_place"),
          PluginTest(
            "visits are no places", "\(name)_visits[2024] + \(name)_places[2024]", isRefused: "do not add up"),
        ]

        /// Hands over declarations in the language, and an indicator in Swift.
        public func register(_ registration: inout Registration) {
          registration.define(
            \"\"\"
      \(text)
            \"\"\")
          registration.add(VisitsPerPlace())
        }
      }

      """
  }

  private static func claims(_ name: String) -> String {
    """

    from \(name)_yearbook {
      \(name)_places[2023] = 40 \(name)_place
      \(name)_places[2024] = 44 \(name)_place
      \(name)_visits[2023] = 98_000 \(name)_visit
      \(name)_visits[2024] = 110_000 \(name)_visit
    }
    """
  }

  private static func computedIndicator(_ name: String) -> String {
    """
    import ChisoPlugin

    /// An indicator in Swift. It declares its inputs, so that a plan can list what it needs.
    struct VisitsPerPlace: Indicator {
      let declaration = IndicatorDeclaration(
        name: "\(name)_visits_per_place", labels: ["en": "Visits to a place of \(name)"],
        unit: "\(name)_visit/\(name)_place", kind: .ratio)

      let inputs: [ExpressionText] = ["\(name).\(name)_visits", "\(name).\(name)_places"]

      func compute(_ inputs: [Series], in context: Context) throws(FunctionError) -> Series {
        let (visits, places) = (inputs[0], inputs[1])
        guard visits.grid == places.grid else {
          throw FunctionError("visits and places are of different periods.")
        }
        var result = visits
        result.values = zip(visits.values, places.values).map { $0 / $1 }
        (result.lower, result.upper) = (nil, nil)
        return result
      }
    }

    """
  }

  private static func entry(_ type: String) -> String {
    """
    import ChisoPlugin
    import \(type)

    /// How this library was built, which is compared before anything else of it is touched.
    @c(chiso_plugin_handshake)
    public func handshake() -> PluginHandshake { .ofThisBuild }

    /// Hands the plugin over.
    @c(chiso_plugin_register)
    public func register(_ receiver: UnsafeMutableRawPointer) {
      PluginReceiver.hand(\(type)(), to: receiver)
    }

    """
  }

  private static func tests(_ name: String, _ type: String) -> String {
    """
    import ChisoKernel
    import ChisoPluginTesting
    import ChisoStandard
    import \(type)
    import Testing

    @Test func theMetricIsComputed() throws {
      let kernel = Kernel(plugins: [StandardPlugin(), \(type)()])
      let answer = try kernel.evaluate("\(name)_visits_per_place[2024]")
      #expect(answer.observations[0].value == 2_500)
    }

    @Test func thePluginKeepsToTheRules() async {
      let report = await PluginReport(verifying: \(type)(), beside: [StandardPlugin()])
      #expect(report.isWell, "\\(report)")
    }

    """
  }
}
