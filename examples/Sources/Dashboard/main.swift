import ChisoEconomy
import ChisoIdentity
import ChisoInfrastructure
import ChisoKernel
import ChisoPublicServices
import ChisoStandard

// Prints the report, and then reads new claims from standard input, a line each:
//
//     from gso { gdp[2025] = 514 billion USD }
//
// and prints what they change.

let questions = [
  ("GDP", "latest(gdp)"),
  ("GDP, growth", "latest(growth(gdp))"),
  ("GDP a person", "per_capita(gdp, 2024)"),
  ("Digital economy, share", "latest(digital_economy_share)"),
  ("Digital economy, target 2025", "target(digital_economy_share, 2025)"),
  ("Digital economy, missing to 2025", "gap(digital_economy_share, by: 2025)"),
  ("Digital economy, done of the way to 2025", "progress(digital_economy_share, from: 2023, by: 2025)"),
  ("Digital economy on track for 2025", "on_track(digital_economy_share, from: 2023, by: 2025)"),
  ("Digital economy, growth needed to 2030", "required_growth(digital_economy_share, by: 2030)"),
  ("Digital economy 2025, from its share", "share(digital_economy, gdp, 2025) * gdp[2025]"),
  ("ICT revenue", "latest(ict_revenue)"),
  ("ICT revenue, last quarter of 2024", "infer(ict_revenue[2024-Q4])"),
  ("Households with fibre", "latest(household_fibre_share)"),
  ("Fibre, a month", "pace(household_fibre_share, 2024-04-24, 2024-06-30, per: month)"),
  ("Activated accounts", "latest(vneid_accounts_activated)"),
  ("VNeID utilities", "latest(vneid_utilities)"),
  ("Look-ups of the population database", "infer(population_db_verifications[2023-12-31])"),
  ("Procedures fully online", "latest(full_process_share)"),
  (
    "Procedures, missing to the end of 2025",
    "target(full_process_share, 2025-12-31) - latest(full_process_share)"
  ),
  ("E-government, rank", "latest(egdi_rank)"),
]

let kernel = Kernel(plugins: [
  StandardPlugin(), EconomyPlugin(), InfrastructurePlugin(), IdentityPlugin(), PublicServicesPlugin(),
])
var dashboard = try Dashboard(kernel, questions: questions.map { (title: $0.0, expression: $0.1) })
let width = dashboard.rows.map(\.title.count).max() ?? 0

func line(_ title: String, _ text: String) -> String {
  title + String(repeating: " ", count: width + 2 - title.count) + text
}

for row in dashboard.rows { print(line(row.title, row.text)) }
while let claims = readLine() {
  do {
    let changes = try dashboard.add(claims)
    print("\n\(claims)\n\(changes.count) of \(dashboard.rows.count) changed")
    for change in changes { print(line(change.row.title, "\(change.before) → \(change.row.text)")) }
  } catch {
    print("\n\(claims)\nrefused: \(error)")
  }
}
