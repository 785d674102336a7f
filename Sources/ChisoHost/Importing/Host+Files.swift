package import ChisoExchange
import ChisoKernel

extension Host {
  /// What is in the file at `path`, or in the tables of the folder there; `-` is standard input.
  package func read(_ path: String, _ options: ReadingOptions) throws(FileFailure) -> FileContent {
    var context = ReadingContext()
    context.options = options
    context.structures = structures
    context.goesOn = { [isStopped = session.isCancelled, reportProgress] done, total in
      if total > 0 { reportProgress?(Progress(done: done, total: total)) }
      return !isStopped()
    }
    if path != "-", case .folder = try PathKind(path) {
      return try OfficialFile.readFolder(path, context)
    }
    let folder = OfficialFile.folder(of: path)
    if path != "-" {
      context.namesBeside = Folder.entries(folder).filter { !$0.isFolder }.map(\.name)
      context.readBeside = { name throws(FileFailure) in
        try ByteStream(path: "\(folder)/\(name)").takeAll()
      }
    }
    return try OfficialFile.read(try ByteStream(path: path), context)
  }
}
