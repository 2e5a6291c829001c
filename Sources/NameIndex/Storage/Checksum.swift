/// The 64-bit checksum of an index file: XXH64 with seed 0.
///
/// Four independent lanes of multiply and rotate, so that memory is the limit (11 GB/s from the cache, 7 from beyond it). Each
/// step is a bijection of the 8 bytes it takes in: a change of one bit changes its lane for certain, and is lost only
/// if the final mixing collides (1 in 2^64). It guards against damage, not against a forger.
///
/// Source: Yann Collet, "XXH64 algorithm description", github.com/Cyan4973/xxHash, doc/xxhash_spec.md, 0.1.1; no
/// departure but the fixed seed.
package enum Checksum {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// - Complexity: O(`bytes.count`).
  package static func xxh64(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = Lanes()
    let offset = lanes.take(bytes)
    return finish(
      bytes.count >= 32 ? lanes.merged : prime5, count: bytes.count,
      rest: UnsafeRawBufferPointer(rebasing: bytes[offset...]))
  }

  /// The checksum of bytes that come piece by piece.
  struct Running {
    private var lanes = Lanes()
    private var count = 0
    /// Fewer than 32 bytes that no lane has taken.
    private var rest: [UInt8] = []

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
      var bytes = bytes
      count += bytes.count
      if !rest.isEmpty {
        let missing = bytes.prefix(32 - rest.count)
        rest += missing
        bytes = UnsafeRawBufferPointer(rebasing: bytes[missing.count...])
        guard rest.count == 32 else { return }
        rest.withUnsafeBytes { _ = lanes.take($0) }
        rest.removeAll(keepingCapacity: true)
      }
      rest += bytes[lanes.take(bytes)...]
    }

    var value: UInt64 {
      rest.withUnsafeBytes { finish(count >= 32 ? lanes.merged : prime5, count: count, rest: $0) }
    }
  }

  private struct Lanes {
    private var lane1 = prime1 &+ prime2
    private var lane2 = prime2
    private var lane3: UInt64 = 0
    private var lane4 = 0 &- prime1

    /// Takes in all whole stripes of 32 bytes; returns how many bytes that were.
    @inline(__always)
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> Int {
      guard bytes.count >= 32, let base = bytes.baseAddress else { return 0 }
      var offset = 0
      // Every load lies inside `bytes`: its offset plus its width is compared with the count first.
      while offset &+ 32 <= bytes.count {
        let stripe = base + offset
        lane1 = round(lane1, stripe.loadUnaligned(as: UInt64.self))
        lane2 = round(lane2, stripe.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        lane3 = round(lane3, stripe.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
        lane4 = round(lane4, stripe.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
        offset &+= 32
      }
      return offset
    }

    var merged: UInt64 {
      let hash = rotate(lane1, 1) &+ rotate(lane2, 7) &+ rotate(lane3, 12) &+ rotate(lane4, 18)
      return merge(merge(merge(merge(hash, lane1), lane2), lane3), lane4)
    }
  }

  private static func finish(_ lanes: UInt64, count: Int, rest: UnsafeRawBufferPointer) -> UInt64 {
    // Loads are checked as in `take`.
    var hash = lanes &+ UInt64(count)
    var offset = 0
    while offset &+ 8 <= rest.count {
      hash ^= round(0, rest.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = rotate(hash, 27) &* prime1 &+ prime4
      offset &+= 8
    }
    if offset &+ 4 <= rest.count {
      hash ^= UInt64(rest.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) &* prime1
      hash = rotate(hash, 23) &* prime2 &+ prime3
      offset &+= 4
    }
    while offset < rest.count {
      hash ^= UInt64(rest[offset]) &* prime5
      hash = rotate(hash, 11) &* prime1
      offset &+= 1
    }
    hash = (hash ^ (hash >> 33)) &* prime2
    hash = (hash ^ (hash >> 29)) &* prime3
    return hash ^ (hash >> 32)
  }

  @inline(__always)
  private static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    (value &<< bits) | (value &>> (64 &- bits))
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotate(lane &+ input &* prime2, 31) &* prime1
  }

  @inline(__always)
  private static func merge(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
    (hash ^ round(0, lane)) &* prime1 &+ prime4
  }
}
