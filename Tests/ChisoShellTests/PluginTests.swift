import ChisoKernel
import ChisoShell
import ChisoTestSupport
import Testing

/// Plugins without Swift: what they bring, and what is said where they are wrong.
@Suite struct PluginTests {
  static let declarations = """
    # Clinics of a district
    unit clinic
    source office_of_health { title: "Report"  publisher: "Office"  published: 2024-05-01 }
    indicator clinics { label: "Clinics"  unit: clinic  kind: stock  timing: period }
    def doubled_clinics(p: period) = 2 * clinics[p] { summary: "Twice the clinics." }
    """
  static let table = "TIME_PERIOD,OBS_VALUE,SOURCE\n2022,40,office_of_health\n2023,44,office_of_health\n"

  @Test(.timeLimit(.minutes(1))) func aFolderIsAPlugin() throws {
    let folder = try TemporaryFolder([
      "district/a.chiso": Self.declarations, "district/clinics.csv": Self.table,
      "district/README.md": "no definitions", "district/.hidden.chiso": "nonsense",
    ])
    var shell = Shell.fixture()
    #expect(
      shell.transcript(":plugin load \(folder("district"))")
        == "plugin district: 1 indicator, 1 function, 2 observations\n")
    #expect(shell.transcript("clinics[2023]") == "44 clinic · 2023 · office_of_health, 2024-05-01\n")
    #expect(shell.transcript("doubled_clinics(2022)").hasPrefix("80 clinic"))
    #expect(shell.transcript("growth(district.clinics, 2023)").hasPrefix("10 %"))
    #expect(shell.transcript("clinics[2023] as of 2024-04-30").contains("There is no figure"))
    #expect(shell.transcript("clinics[2023] as of 2024-05-02").hasPrefix("44 clinic"))
    let explained = shell.transcript(":explain clinics[2023]").split(whereSeparator: \.isWhitespace)
    #expect(explained.joined(separator: " ").contains("clinics.csv), 2024-05-01"))
    #expect(shell.transcript(":plugin list district").contains("Clinics of a district"))
    #expect(shell.transcript(":undo").unbroken.hasPrefix("takenback::pluginload"))
    #expect(shell.transcript("clinics[2023]").contains("no indicator or name"))
  }

  @Test func figuresOfTablesStandBesideClaimsAndEachOther() throws {
    let folder = try TemporaryFolder([
      "d/d.chiso": Self.declarations + "\nfrom office_of_health { clinics[2023] = 50 clinic }",
      "d/clinics.csv": Self.table,
      "d/others.csv": "INDICATOR,TIME_PERIOD,OBS_VALUE,SOURCE\nclinics,2022,41,office_of_health\n",
    ])
    var shell = Shell.fixture()
    _ = shell.transcript(":plugin load \(folder("d"))")
    let text = shell.transcript("clinics[2023]\nclinics[2022]\n:check clinics").replacing(
      folder("d"), with: "d"
    )
    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [
      "50 clinic · 2023 · office_of_health, 2024-05-01",
      "note: office_of_health (d/clinics.csv) says 44 clinic for 2023, which does not agree with 50 clinic of office_of_health",
      "41 clinic · 2022 · office_of_health, 2024-05-01",
      "note: office_of_health (d/clinics.csv) says 40 clinic for 2022, which does not agree with 41 clinic of office_of_health (d/others.csv)",
      "clinics[2023] = 44 clinic office_of_health (d/clinics.csv)",
      "clinics[2022] = 41 clinic office_of_health (d/others.csv)",
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
  }

  @Test func whatIsHardlyMeantInATableIsToldAndTablesFitTogether() throws {
    let share = "\nindicator part { label: \"Part\"  unit: percent  base: clinics  timing: period }"
    let folder = try TemporaryFolder([
      "d/d.chiso": Self.declarations + share,
      "d/part.csv": "TIME_PERIOD,OBS_VALUE,SOURCE\n2023,108,office_of_health\n",
      "e/e.chiso": Self.declarations,
      "e/clinics.csv": "TIME_PERIOD,REF_AREA,OBS_VALUE,SOURCE\n2023,A,1,office_of_health\n",
      "e/more.csv": "INDICATOR,TIME_PERIOD,SEX,OBS_VALUE,SOURCE\nclinics,2023,F,1,office_of_health\n",
    ])
    var shell = Shell.fixture()
    let text = shell.transcript(":plugin load \(folder("d"))")
    #expect(
      text.hasPrefix("plugin d: 2 indicators, 1 function, 1 observation\nwarning: `d.part` is a share"),
      "\(text)")
    #expect(text.contains("part.csv:2:6"))
    let refused = shell.transcript(":plugin load \(folder("e"))")
    #expect(refused.contains("are by area, and these by sex"), "\(refused)")
    #expect(refused.contains("more.csv:1:1"), "\(refused)")
  }

  @Test(.timeLimit(.minutes(1))) func explainingAsksTheTablesItself() throws {
    let folder = try TemporaryFolder(["d/d.chiso": Self.declarations, "d/clinics.csv": Self.table])
    var shell = Shell.fixture()
    _ = shell.transcript(":plugin load \(folder("d"))")
    #expect(shell.transcript(":explain clinics[2023]").contains("= 44 clinic"))
  }

  @Test func aPackageInSwiftIsBuiltFirst() throws {
    let manifest =
      #"products: [.library(name: "A", targets: ["A"]), .library(name: "ALibrary", type: .dynamic, targets: ["A"])]"#
    let folder = try TemporaryFolder(["a/Package.swift": manifest, "a/Sources/A/A.swift": ""])
    for path in [folder("a"), folder("a/")] {
      let text = transcript(":plugin load \(path)").unbroken
      #expect(
        text.contains("`\(folder("a"))` is a package in Swift, and only its library is a plugin.".unbroken),
        "\(text)")
      #expect(text.contains("`swift build -c release --package-path \(folder("a"))`".unbroken), "\(text)")
      #expect(text.contains("`\(folder("a"))/.build/release/libALibrary.so`"), "\(text)")
    }
  }

  @Test func aFileIsAPlugin() throws {
    let folder = try TemporaryFolder(["extra-rules.chiso": "unit pupil \"học sinh\""])
    var shell = Shell.fixture()
    #expect(
      shell.transcript(":plugin load \"\(folder("extra-rules.chiso"))\"")
        == "plugin extra_rules: nothing but units and sources\n")
    #expect(shell.transcript("3 pupil") == "3 pupil\n")
  }

  @Test func aPluginSeesNoNamesOfTheSession() throws {
    let folder = try TemporaryFolder(["d.chiso": "def twice_hidden() = 2 * hidden { summary: \"x\" }"])
    var shell = Shell.fixture()
    _ = shell.transcript("let hidden = 5")
    _ = shell.transcript(":plugin load \(folder("d.chiso"))")
    #expect(shell.transcript("twice_hidden()").contains("no indicator or name `hidden`"))
  }

  /// Each is loaded by a shell of its own; the path of the folder is written as `…`.
  static let mistakes: [(files: [String: String], path: String)] = [
    (["d.chiso": declarations + "\nindicator { unit: clinic }"], "d.chiso"),
    (
      ["d.chiso": declarations + "\nindicator posts { label: \"Posts\"  unit: klinic  kind: stock }"],
      "d.chiso"
    ),
    (["d.chiso": declarations + "\nfrom office_of_health {\n  clinics[2023] = 44 household\n}"], "d.chiso"),
    (["d.chiso": declarations + "\nfrom ofice_of_health { clinics[2023] = 44 clinic }"], "d.chiso"),
    (["d.chiso": declarations + "\nlet x = 3\n1 + 1"], "d.chiso"),
    (
      ["d/a.chiso": declarations, "d/b.chiso": "rule \"sound\": clinics\nunit clinic \"phòng khám\""], "d"
    ),
    (["d/d.chiso": declarations, "d/clinics.csv": ""], "d"),
    (["d/d.chiso": declarations, "d/clinics.csv": "TIME_PERIOD;OBS_VALUE;SOURCE\n2023;4,5;x"], "d"),
    (["d/d.chiso": declarations, "d/clinics.csv": "YEAR,OBS_VALUE\n2023,4"], "d"),
    (["d/d.chiso": declarations, "d/clinic.csv": table], "d"),
    (
      [
        "d/d.chiso": declarations,
        "d/clinics.csv": """
        TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,ROLE,SOURCE
        2023-H1,4,clinic,A,,office_of_health
        2023,"1.084,5",clinic,A,,office_of_health
        2023,4,USD,A,,office_of_health
        2023,4,klinic,A,,office_of_health
        2023,4,clinic,Z,,office_of_health
        2023,4,clinic,A,target,office_of_health
        2023,4,clinic,A,,office_of_healt
        2023,4,clinic
        """,
      ], "d"
    ),
    (
      [
        "d/d.chiso": declarations,
        "d/clinics.csv": """
        REF_AREA,TIME_PERIOD,OBS_VALUE,LOWER,UPPER,PUBLISHED,SOURCE
        VN-HN,2023,4,5,6,2024-05-01,office_of_health
        VN-HN,2022,4,,,2024-06-01,office_of_health
        VN-HN,2021,4,,,,office_of_health
        VN-HN,2021,5,,,,office_of_health
        ,2021,5,,,,office_of_health
        """,
      ], "d"
    ),
  ]

  @Test func whatIsWrongIsToldWithItsPlace() throws {
    var entries: [(shown: String, output: String)] = []
    for mistake in Self.mistakes {
      let folder = try TemporaryFolder(mistake.files)
      var shell = Shell.fixture()
      let output = shell.transcript(":plugin load \(folder(mistake.path))")
      #expect(shell.catalogue.plugins.count == 2)
      let shown = mistake.files.sorted { $0.key < $1.key }
        .map { "\($0.key)\n\($0.value.replacing(Self.declarations, with: "…"))" }
      entries.append(
        (
          (shown + [":plugin load \(mistake.path)"]).joined(separator: "\n"),
          output.replacing(folder.path, with: "…")
        ))
    }
    try expectSnapshot("plugins", entries)
  }

  @Test func whatIsNoPluginIsRefused() throws {
    let folder = try TemporaryFolder(["d/README.md": "nothing", "2d.chiso": "", "world.chiso": "unit pupil"])
    func refusal(_ name: String) -> String {
      var shell = Shell.fixture(.format(.json))
      return shell.transcript(":plugin load \(folder(name))").replacing(folder.path, with: "…")
    }
    #expect(refusal("e").contains("The plugin `…/e` cannot be read: No such file or directory."))
    #expect(refusal("d").contains("`…/d` holds nothing that a plugin is made of."))
    #expect(refusal("2d.chiso").contains("A plugin cannot be called `2d`."))
    #expect(refusal("world.chiso").contains("There is a plugin `world` already."))
    #expect(transcript(":plugin load").contains("write `:plugin load PATH`"))
    #expect(transcript(":plugin unload x").contains("there is `load`, `list`"))
  }

  /// The others are right; it is the new one that is to change.
  @Test func aNameThatOthersUseIsToldOnceAndWhereItIsDeclared() throws {
    let folder = try TemporaryFolder(["d/d.chiso": "# Shares\ndef share(a, b, c) = a / b / c\n"])
    var shell = Shell(bundledKernel)
    let text = shell.transcript(":plugin load \(folder("d"))")
    #expect(text.split(separator: "\n").count { $0.hasPrefix("error:") } == 1, "\(text)")
    for part in [
      "`share` is what other plugins call `standard.share`", "d.chiso:2:5",
      "help: choose another name, as `d_share`", "def d_share(a, b, c) = a / b / c",
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
    #expect(!text.contains("economy"))
  }

  @Test func aFileNameWithControlCharactersKeepsToItsLine() throws {
    let folder = try TemporaryFolder(["d/a\nb\u{1B}[31m.chiso": "indicator posts { unit: x }"])
    let text = transcript(":plugin load \(folder("d"))")
    #expect(!text.contains("\u{1B}"), "\(text)")
    let place = try #require(text.split(separator: "\n").first { $0.contains("--> ") })
    #expect(place.hasSuffix(".chiso:1:25"), "\(text)")
  }

  @Test func programsAreToldThePlaceInTheMessage() throws {
    let folder = try TemporaryFolder(["d.chiso": Self.declarations + "\nindicator posts { unit: x }"])
    var shell = Shell.fixture(.format(.json))
    let output = shell.transcript(":plugin load \(folder("d.chiso"))")
    #expect(output.contains("d.chiso:6:25: "))
    #expect(output.split(separator: "\n").allSatisfy { $0.hasPrefix("{\"expression\": \":plugin load ") })
  }

  @Test(.timeLimit(.minutes(1))) func theExampleAnswersItsQuestions() throws {
    let folder = Repository.path("examples/definitions")
    var shell = Shell(bundledKernel)
    var problems = ""
    #expect(shell.loadPlugin("\(folder)/hospitals") { problems += $0.text })
    #expect(problems == "")
    let questions = try Repository.text("examples/definitions/questions.chiso").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    try expectSnapshot(
      "hospitals",
      questions.map { question in
        // Where lines break depends on where the example stands.
        let said = shell.transcript(String(question)).replacing("\n      ", with: " ")
        return (String(question), said.replacing("\(folder)/", with: "…/"))
      })
  }
}

extension Shell {
  fileprivate var catalogue: Catalogue { session.catalogue }
}
