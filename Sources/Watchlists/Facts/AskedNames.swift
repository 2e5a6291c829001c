/// What each name came to that a reader asks a record for.
///
/// The names are constants of the readers, told apart by where they stand in the program, and asked for in much the same order
/// in every record: most are found by one comparison.
final class AskedNames<Value> {
  @exclusivity(unchecked) private var asked: [(name: UnsafePointer<UInt8>, value: Value)] = []
  /// Which was asked for after the last one, the time before.
  @exclusivity(unchecked) private var next = 0

  /// The value of a name, which is made when the name is asked for first.
  func value(of name: StaticString, _ make: (String) -> Value) -> Value {
    let start = name.utf8Start
    if next < asked.count, asked[next].name == start {
      next += 1
      return asked[next - 1].value
    }
    if let place = asked.firstIndex(where: { $0.name == start }) {
      next = place + 1
      return asked[place].value
    }
    let value = make("\(name)")
    asked.append((start, value))
    next = asked.count
    return value
  }
}
