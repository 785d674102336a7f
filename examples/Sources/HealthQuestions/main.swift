import ChisoKernel
import ChisoStandard
import HealthPlugin

/// What is asked, from a figure to a sum over provinces.
let questions = [
  "beds[2023, area: \"VN-HN\"]",
  "nurses_per_bed[2022..2023, area: \"VN-SG\"]",
  "per_thousand(nurses, beds)[2023, area: \"VN-HN\"]",
  "growth(beds)[2023, area: \"VN-SG\"]",
  "beds_added(2021, 2023)",
  "sum(beds[2023], over: area)",
]

/// Asks everything, and prints the figures; returns how many questions have no answer.
func ask(_ kernel: Kernel) async -> Int {
  var failures = 0
  for question in questions {
    do {
      // Observation sources are asked first for what the question needs.
      let answer = try await kernel.evaluateFetching(question)
      for figure in answer.observations {
        let value = figure.value.map(NumberFormat.english.string) ?? "missing"
        print("\(question): \(value) \(answer.type.unit) \(figure.key.selector)")
      }
    } catch {
      print("\(question): \(error)")
      failures += 1
    }
  }
  return failures
}

let kernel = Kernel(plugins: [StandardPlugin(), HealthPlugin()])
for problem in kernel.catalogue.verified() { print("\(problem.file): \(problem.diagnostic.message)") }
let failures = await ask(kernel)
print("\(questions.count - failures) answered, \(failures) not")
