import TabularText

extension TextFileError {
  /// Whether the error is about one row, behind which reading can go on, and not about the file.
  var isAboutRow: Bool {
    guard case .malformed(_, _, let problem, _) = self else { return false }
    // Damaged compression ends the file: what follows cannot be unpacked.
    return !problem.hasPrefix("the gzip data")
  }
}
