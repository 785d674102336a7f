public import ChisoPlugin

/// Hospital beds and nurses by province: a plugin outside of Chiso.
public struct HealthPlugin: Plugin {
  /// `health`.
  public let name = "health"
  /// One line for `:list plugins`.
  public let summary = "Hospital beds and nurses by province"

  /// The plugin; it has no settings.
  public init() {}

  /// What is asked of it, and what comes out; run by `chiso plugin verify`, and never when the plugin is loaded.
  public var tests: [PluginTest] {
    [
      PluginTest("beds of all provinces", "sum(beds[2023], over: area)", answers: "82_800 bed"),
      PluginTest("nurses for a bed", "nurses_per_bed[2023, area: \"VN-HN\"]", answers: "0.5915 nurse/bed"),
      PluginTest("nurses are no beds", "nurses[2023] + beds[2023]", isRefused: "do not add up"),
      PluginTest(
        "how the function goes on",
        script: """
          per_thousand(nurses, beds)[2023, area: "VN-HN"]
            => 591.5
          beds_added(2022, 2023)
            series
              VN-HN 1_500 bed
              VN-SG 600 bed
          """),
    ]
  }

  /// Hands over declarations in the language, a function, an indicator and a source of observations in Swift.
  public func register(_ registration: inout Registration) {
    registration.define(declarations)
    registration.add(perThousand)
    registration.add(NursesPerBed())
    registration.add(HospitalCensus())
  }

  private var declarations: String {
    """
    unit bed "giường bệnh"
    unit nurse "điều dưỡng"

    source hospital_census {
      title: "Census of hospitals"  title.vi: "Tổng điều tra bệnh viện"
      publisher: "An example"  published: 2024-03-01
    }

    indicator beds {
      label: "Hospital beds"  label.vi: "Số giường bệnh"
      unit: bed  kind: stock  timing: period  better: higher
    }

    indicator nurses {
      label: "Nurses"  label.vi: "Số điều dưỡng"
      unit: nurse  kind: stock  timing: period  better: higher
    }

    def beds_added(from: period, to: period) = change(beds, from, to) {
      summary: "The beds that were added between two years."
      doc: "For each province; those that were closed count against them."
    }
    """
  }
}
