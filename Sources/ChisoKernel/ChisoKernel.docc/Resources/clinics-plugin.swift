import ChisoPlugin

/// Clinics of a district, and who visits them.
struct ClinicsPlugin: Plugin {
  let name = "clinics"
  let summary = "Clinics of a district, and who visits them"

  func register(_ registration: inout Registration) {
    registration.define(
      """
      unit clinic
      unit visit

      source yearbook {
        title: "Yearbook of the district"
        publisher: "The district"
        published: 2025-01-31
      }

      indicator clinics {
        label: "Clinics"
        unit: clinic  kind: stock  timing: period
      }

      indicator visits {
        label: "Visits to clinics"
        unit: visit  kind: flow
      }

      from yearbook {
        clinics[2023] = 40 clinic
        clinics[2024] = 44 clinic
        visits[2023] = 98_000 visit
        target clinics[2030] >= 60 clinic
      }

      def visits_per_clinic(at: period) = visits[at] / clinics[at] {
        summary: "How many visits a clinic has in a period."
        example: visits_per_clinic(at: 2023) => 2_450 visit/clinic
      }

      rule "there are clinics": clinics > 0 clinic
      """)
  }
}
