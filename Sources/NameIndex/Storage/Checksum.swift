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
    // Every load below lies inside `bytes`: its offset plus its width is compared with the count first.
    var offset = 0
    let count = bytes.count
    var hash: UInt64
    if count >= 32, let base = bytes.baseAddress {
      var lane1 = prime1 &+ prime2
      var lane2 = prime2
      var lane3: UInt64 = 0
      var lane4 = 0 &- prime1
      while offset &+ 32 <= count {
        let stripe = base + offset
        lane1 = round(lane1, stripe.loadUnaligned(as: UInt64.self))
        lane2 = round(lane2, stripe.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        lane3 = round(lane3, stripe.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
        lane4 = round(lane4, stripe.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
        offset &+= 32
      }
      hash = rotate(lane1, 1) &+ rotate(lane2, 7) &+ rotate(lane3, 12) &+ rotate(lane4, 18)
      hash = merge(merge(merge(merge(hash, lane1), lane2), lane3), lane4)
    } else {
      hash = prime5
    }
    hash &+= UInt64(count)
    while offset &+ 8 <= count {
      hash ^= round(0, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = rotate(hash, 27) &* prime1 &+ prime4
      offset &+= 8
    }
    if offset &+ 4 <= count {
      hash ^= UInt64(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) &* prime1
      hash = rotate(hash, 23) &* prime2 &+ prime3
      offset &+= 4
    }
    while offset < count {
      hash ^= UInt64(bytes[offset]) &* prime5
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
