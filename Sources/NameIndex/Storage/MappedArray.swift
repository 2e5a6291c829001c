/// A read-only array of fixed-width integers inside an index file.
///
/// A view: copying it copies no elements, and it keeps the file alive. Never empty by accident: a section that is not
/// there is an `IndexError`, an empty one is an array of count 0.
///
///     let lengths = try file.section("names.lengths", as: UInt8.self)
///     if let length = lengths[7] { ... }
package struct MappedArray<Element: FixedWidthInteger & BitwiseCopyable & Sendable>: @unchecked Sendable {
  // `@unchecked Sendable`: the memory behind `elements` belongs to `owner`, which never writes to it.
  let elements: UnsafeBufferPointer<Element>
  let owner: SharedBytes

  /// `elements` must lie inside `owner.bytes`.
  init(elements: UnsafeBufferPointer<Element>, owner: SharedBytes) {
    self.elements = elements
    self.owner = owner
  }

  /// Where the elements are; not to be read when the array is gone.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(elements) }

  package var count: Int { elements.count }
  package var isEmpty: Bool { elements.isEmpty }
  package var indices: Range<Int> { 0..<elements.count }

  /// The element, or nil where `index` is outside.
  package subscript(index: Int) -> Element? {
    index >= 0 && index < elements.count ? unchecked(index) : nil
  }

  /// The element at an index that the caller has compared with `count`.
  ///
  /// Only for hot loops, and safe there because: the index comes from `indices` or was checked on entry, and
  /// `count` never changes. Debug builds check.
  @inline(__always)
  package func unchecked(_ index: Int) -> Element {
    assert(index >= 0 && index < elements.count)
    return elements[unchecked: index]
  }

  /// The elements in `range`, or nil where it is not inside.
  package func slice(_ range: Range<Int>) -> MappedArray? {
    guard range.lowerBound >= 0, range.upperBound <= elements.count else { return nil }
    return MappedArray(elements: UnsafeBufferPointer(rebasing: elements[range]), owner: owner)
  }

  /// Calls `body` with all elements; the pointer must not leave it.
  @inline(__always)
  package func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(owner) {} }
    return try body(elements)
  }

  /// A copy.
  package var array: [Element] { withUnsafeBufferPointer { Array($0) } }
}

extension UnsafeBufferPointer {
  /// The element at an index the caller knows to be inside.
  @inline(__always)
  subscript(unchecked index: Int) -> Element {
    // Callers pass an index below `count`, and a buffer with a count above zero has a base address.
    baseAddress.unsafelyUnwrapped[index]
  }
}
