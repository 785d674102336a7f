import ChisoLibraries

/// Why packed bytes cannot be unpacked, or others packed.
enum PackingFailure: Error {
  /// The library that does it cannot be had.
  case library(LibraryFailure)
  /// They end too early.
  case cutOff
  /// They are not what was packed, in the words of zlib.
  case damaged(String)
  /// Behind them stands what belongs to nothing.
  case followedByOthers
  /// So many bytes may be unpacked, and these are more.
  case tooLarge(limit: Int)
  /// They are an archive, which is not unpacked here.
  case archive
}
