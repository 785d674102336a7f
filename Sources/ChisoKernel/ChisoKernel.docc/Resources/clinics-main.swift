import ChisoKernel
import ChisoShell
import ChisoStandard

var shell = Shell(Kernel(plugins: [StandardPlugin(), ClinicsPlugin()]))
while !shell.isFinished {
  print("chiso> ", terminator: "")
  guard let line = readLine() else { break }
  shell.run(SourceText(line)) { print($0.text, terminator: "") }
}
