import ChisoKernel
import ChisoShell
import ChisoStandard
import ChisoTerminal

/// A small world of figures, so that what is shown does not change with the documents of the real ones.
struct FixturePlugin: Plugin {
  let name = "world"
  let summary = "Figures made up for tests"

  func register(_ registration: inout Registration) {
    registration.define(
      """
      unit account "tài khoản"
      unit household "hộ"
      source office { title: "Yearbook"  title.vi: "Niên giám"  publisher: "Office"  published: 2025-01-06 }
      source ministry { title: "Report"  published: 2025-02-06 }
      indicator output {
        label: "Output of everything"  label.vi: "Tổng sản lượng"
        unit: USD  kind: flow  timing: period  better: higher
      }
      indicator digital { label: "Digital part"  label.vi: "Kinh tế số"  unit: USD  kind: flow  timing: period }
      indicator digital_share {
        label: "Digital share of output"  label.vi: "Tỷ trọng kinh tế số"
        unit: percent  kind: ratio  timing: period  base: output  better: higher
        definition: share(digital, output)
      }
      indicator accounts { label: "Accounts"  label.vi: "Tài khoản đăng ký"  unit: account  kind: stock }
      indicator fibre { label: "Homes with fibre"  label.vi: "Hộ có cáp quang"  unit: household  kind: stock }
      from office {
        output[2022] = 410 billion USD
        output[2023] = 430 billion USD
        output[2024] = 476.3 billion USD
        estimate digital[2023] = 71 billion USD
        accounts[2024-06-30] > 53.6 million account
        accounts[2024-12-31] = 60_123_456 account
        fibre[2024-12-31] ~ 23 million household
      }
      from ministry {
        digital_share[2024] = 18.3 %
        estimate digital_share[2024-S1] = 18.1 %
        target digital_share[2025] = 20.5 %
        target digital_share[2030] >= 30 %
      }
      def doubled(x) = x * 2 { summary: "Twice the figure."  example: doubled(output, 2024) => 952.6 billion USD }
      """)
  }
}

extension Kernel {
  static let fixture = Kernel(plugins: [StandardPlugin(), FixturePlugin()])
}

/// What a shell puts out for `text`; diagnostics among the answers.
func transcript(
  _ text: String, _ settings: ShellSettings = ShellSettings(), width: Int? = 80, name: String? = nil
) -> String {
  var shell = Shell.fixture(settings, width: width)
  return shell.transcript(text, name: name)
}

extension Shell {
  static func fixture(_ settings: ShellSettings = ShellSettings(), width: Int? = 80) -> Shell {
    var capabilities = TerminalCapabilities.file
    capabilities.width = width
    var shell = Shell(
      .fixture, settings: settings, capabilities: capabilities, diagnosticCapabilities: capabilities)
    // Whatever else the machine does.
    shell.completionTime = .seconds(600)
    return shell
  }

  mutating func transcript(_ text: String, name: String? = nil) -> String {
    var output = ""
    run(SourceText(text, name: name)) { output += $0.text }
    return output
  }
}

extension String {
  /// The text without spaces and line ends, wherever its lines were broken.
  var unbroken: String { filter { !$0.isWhitespace } }
}

extension ShellSettings {
  static func format(_ format: OutputFormat) -> ShellSettings {
    var settings = ShellSettings()
    settings.format = format
    return settings
  }
}
