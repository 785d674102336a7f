public import ChisoPlugin

/// Hospital beds and nurses by province: a plugin outside of Chiso.
public struct HealthPlugin: Plugin {
  /// `health`.
  public let name = "health"
  /// One line for `:list plugins`.
  public let summary = "Hospital beds and nurses by province"

  /// The plugin; it has no settings.
  public init() {}

  /// Hands over declarations in the language, a function, a metric and a source of observations in Swift.
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
