import ChisoEconomy
import ChisoIdentity
import ChisoInfrastructure
import ChisoKernel
import ChisoPublicServices
import ChisoStandard

func startBenchmarks() {
  print("Start: the bundled plugins from their texts")
  let plugins: [any Plugin] = [
    StandardPlugin(), EconomyPlugin(), InfrastructurePlugin(), IdentityPlugin(), PublicServicesPlugin(),
  ]
  report("a kernel of all five", bestTime(of: 20) { _ = Kernel(plugins: plugins) })
  report(
    "a kernel and its first answer",
    bestTime(of: 20) { _ = try? Kernel(plugins: plugins).evaluate("share(digital_economy, gdp, 2025)") })
  report(
    "a kernel and its report of contradictions",
    bestTime(of: 10) { _ = Kernel(plugins: plugins).catalogue.checkReport() })
  let kernel = Kernel(plugins: plugins)
  var session = Session(kernel)
  report(
    "1,000 answers to share(digital_economy, gdp, 2025)",
    bestTime { for _ in 0..<1_000 { _ = try? kernel.evaluate("share(digital_economy, gdp, 2025)") } })
  report("1,000 answers to 1 + 1", bestTime { for _ in 0..<1_000 { _ = try? kernel.evaluate("1 + 1") } })
  report(
    "1,000 statements in one session",
    bestTime { for _ in 0..<1_000 { session.run("gdp[2024] * 2 + 5 billion USD") } })
}

// `ChisoBenchmarks inference` runs that part alone, for a profile.
let parts = CommandLine.arguments.dropFirst()
if parts.isEmpty || parts.contains("start") { startBenchmarks() }
if parts.isEmpty || parts.contains("inference") { inferenceBenchmarks() }
if parts.isEmpty || parts.contains("completion") { completionBenchmarks() }
if parts.isEmpty || parts.contains("prepared") { preparedBenchmarks() }
