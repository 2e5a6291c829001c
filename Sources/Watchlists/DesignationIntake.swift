import Designations

/// Takes designations while lists are read, so that a list of any size needs little memory.
///
/// Readers of formats whose files may be larger than memory hand every designation on as soon as it is read; those of other
/// formats gather their lists.
package protocol DesignationIntake: AnyObject {
  /// Makes room for a list and returns its number.
  func beginList() -> Int

  /// Takes the next designation of a list, in the order of its file. The name of its list may be missing still; a further one
  /// of the same id is to be merged with the first.
  func add(_ designation: consuming Designation, to list: Int) throws(WatchlistError)

  /// Tells what is to be added to every designation of a list before it is used: what stands elsewhere in the file.
  func complete(
    list: Int, by completion: @escaping (inout Designation) throws(WatchlistError) -> Void)
}
