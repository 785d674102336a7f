import ChisoKernel
import ChisoShell
import ChisoStandard

/// `count` indicators of several types, most of which begin alike, with labels in both languages.
func manyIndicators(_ count: Int) -> String {
  let units = ["USD", "VND", "person", "percent", "MW", "year"]
  var text = ""
  for index in 0..<count {
    let number = String(String(1_000_000 + index).dropFirst())
    let unit = units[index % units.count]
    let name = index % 10 == 0 ? "survey_\(number)" : "region_\(number)"
    text +=
      "indicator \(name) { label: \"Figure \(index) of region \(index % 63)\" "
      + "label.vi: \"Chỉ số \(index) của vùng \(index % 63)\" unit: \(unit) "
      + "kind: \(unit == "percent" ? "ratio" : "flow") }\n"
  }
  return text
}

func completionBenchmarks() {
  let count = 100_000
  print("\nTab among \(count) indicators (at most 5 ms)")
  let text = manyIndicators(count)
  let kernel = Kernel(plugins: [StandardPlugin(), TextPlugin(name: "bench", text: text)])
  var slowest = 0.0
  let preparing = bestTime(of: 1) {
    let shell = Shell(kernel)
    var isLeft = true
    while isLeft { slowest = max(slowest, bestTime(of: 1) { isLeft = shell.assistance.prepare() }) }
  }
  report("the index, made while nobody types", preparing)
  report("  the longest piece of that", slowest)
  let shell = Shell(kernel)
  while shell.assistance.prepare() {}
  for typed in [
    "region_0", "region_055555", "s", "share(", "share(region_000001, ", "region_000001 + region_",
    "region_000001 to ",
    "vung 6", "chi so 4711", "zzz", "region_000001[",
  ] {
    var total = 0
    let time = bestTime { total = shell.complete(typed, offset: typed.utf8.count).total }
    report("\(typed)⇥", time, "\(total) candidates")
  }
  report(
    "a key: colours and the first mistake",
    bestTime {
      _ = shell.highlighted(shell.assistance.draft("share(region_000001, region_00"), cursorOffset: 30)
    })
  report(
    "a key: the suggestion",
    bestTime { _ = shell.assistance.suggestion(for: "share(region_000001, region_00", among: []) })
  report(
    "a key: the preview",
    bestTime {
      var draft = shell.assistance.draft("share(region_000001, region_000003)")
      _ = shell.preview(&draft) { false }
    })
}
