/// Values by strings of bytes of which those that do not come again are forgotten, so that memory stays bounded.
///
/// Not shared between tasks.
/// Public, for the compiler inlines nothing else in other modules.
public struct RecentMemo<Value> {
  @usableFromInline
  let capacity: Int
  @usableFromInline
  var entries = ByteMemo<Value>()
  /// Those that filled the memo before: what still comes is taken over.
  @usableFromInline
  var earlier = ByteMemo<Value>()
  @usableFromInline
  var size = 0

  /// - Parameter capacity: The size of what is kept, and of as much that was before.
  @inlinable
  public init(capacity: Int) {
    self.capacity = capacity
  }

  /// The value of a key, made when it is not known.
  ///
  /// - Parameter size: What a value counts for.
  /// - Complexity: O(length of the key), and that of `make`.
  @inlinable
  public mutating func value<Failure: Error>(
    of key: UnsafeBufferPointer<UInt8>, size sizeOf: (Value) -> Int = { _ in 1 },
    make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let known = entries[key] { return known }
    let value: Value
    if let known = earlier[key] { value = known } else { value = try make() }
    if size >= capacity {
      earlier = entries
      entries = ByteMemo()
      size = 0
    }
    size += sizeOf(value)
    entries.add(value, for: key)
    return value
  }
}
