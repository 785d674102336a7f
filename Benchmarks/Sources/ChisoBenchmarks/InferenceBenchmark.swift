import ChisoKernel
import ChisoStandard

/// A plugin that is one text.
struct TextPlugin: Plugin {
  let name: String
  let text: String
  func register(_ registration: inout Registration) { registration.define(text) }
}

/// `components` groups of four claims about three series of which one is the sum of the others.
func independentClaims(components: Int) -> String {
  var text = "source s { published: 2025-01-01 }\n"
  for index in 0..<components {
    text += """
      indicator a\(index) { unit: USD kind: flow }
      indicator b\(index) { unit: USD kind: flow }
      indicator c\(index) { unit: USD kind: flow definition: a\(index) + b\(index) }

      """
  }
  text += "from s {\n"
  for index in 0..<components {
    text += """
      a\(index)[2024] = 10.5 billion USD
      b\(index)[2024] = 20.5 billion USD
      c\(index)[2024] = 31 billion USD
      growth(a\(index))[2024] = 5 %

      """
  }
  return text + "}\n"
}

/// One component that grows: a chain of `length` series, each the sum of the one before and a small one.
func chainedClaims(length: Int) -> String {
  var text = "source s { published: 2025-01-01 }\nindicator c0 { unit: USD kind: flow }\n"
  for index in 1...length {
    text += "indicator d\(index) { unit: USD kind: flow }\n"
    text += "indicator c\(index) { unit: USD kind: flow definition: c\(index - 1) + d\(index) }\n"
  }
  text += "from s {\n  c0[2024] = 1 USD\n"
  for index in 1...length { text += "  d\(index)[2024] = 1 USD\n" }
  return text + "}\n"
}

func inferenceBenchmarks() {
  print("\nClaims: parsing them, and checking whether they can all be true")
  for components in [250, 2_500] {
    let source = independentClaims(components: components)
    // In turn, so that what else the machine does meets both alike.
    var parsing = Double.infinity
    var checking = Double.infinity
    for _ in 0..<7 {
      parsing = min(parsing, bestTime(of: 1) { _ = parse(source) })
      let kernel = Kernel(plugins: [StandardPlugin(), TextPlugin(name: "bench", text: source)])
      checking = min(checking, bestTime(of: 1) { _ = kernel.catalogue.checkReport() })
    }
    report("\(components * 4) claims in components of 4: parsing", parsing)
    report(
      "  reading and checking all of them", checking,
      "\((checking / parsing * 10).rounded() / 10) × parsing (at most 10)")
  }
  for length in [50, 100, 200, 400] {
    let source = chainedClaims(length: length)
    var kernels = (0..<3).map { _ in
      Kernel(plugins: [StandardPlugin(), TextPlugin(name: "bench", text: source)])
    }
    report(
      "one component of \(length + 1) claims",
      bestTime(of: 3) { _ = kernels.removeLast().catalogue.checkReport() })
  }
}
