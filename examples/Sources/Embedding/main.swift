import ChisoEconomy
import ChisoKernel
import ChisoStandard

let kernel = Kernel(plugins: [StandardPlugin(), EconomyPlugin()])
let answer = try kernel.evaluate("share(digital_economy, gdp, 2025)")
let figure = answer.observations[0]
print(figure.value ?? .nan, answer.type.unit, figure.interval, figure.quality.role, figure.sources)
