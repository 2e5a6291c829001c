/// SHA-256 (FIPS 180-4), taken in piece by piece: the content hash of lists.
///
/// The core does without a cryptographic library for this one function; about 200 MB/s.
package struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var schedule: [UInt32] = Array(repeating: 0, count: 64)
  private var pending: [UInt8] = []
  private var count: UInt64 = 0

  package init() {}

  package mutating func update(_ bytes: [UInt8]) {
    count &+= UInt64(bytes.count)
    pending += bytes
    let whole = pending.count / 64 * 64
    guard whole > 0 else { return }
    compressPending(upTo: whole)
    pending.removeFirst(whole)
  }

  /// The hash of what was taken in so far: 32 bytes.
  package var digest: [UInt8] {
    var last = self
    last.pending.append(0x80)
    last.pending += repeatElement(0, count: (120 - last.pending.count % 64) % 64)
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      last.pending.append(UInt8(truncatingIfNeeded: (count &* 8) >> shift))
    }
    last.compressPending(upTo: last.pending.count)
    return last.state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  private mutating func compressPending(upTo end: Int) {
    pending.withUnsafeBytes { bytes in
      schedule.withUnsafeMutableBufferPointer { schedule in
        state.withUnsafeMutableBufferPointer { state in
          for block in stride(from: 0, to: end, by: 64) { Self.compress(bytes, block, &schedule, &state) }
        }
      }
    }
  }

  /// Takes in 64 bytes from `offset`; `schedule` has 64 elements, `state` 8.
  private static func compress(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ schedule: inout UnsafeMutableBufferPointer<UInt32>,
    _ state: inout UnsafeMutableBufferPointer<UInt32>
  ) {
    for i in 0..<16 {
      schedule[i] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + i * 4, as: UInt32.self))
    }
    for i in 16..<64 {
      let a = schedule[i - 15]
      let b = schedule[i - 2]
      let sigma0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
      let sigma1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
      schedule[i] = schedule[i - 16] &+ sigma0 &+ schedule[i - 7] &+ sigma1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    constants.withUnsafeBufferPointer { constants in
      // Eight rounds at a time, so that the letters change their parts instead of their values.
      for i in stride(from: 0, to: 64, by: 8) {
        round(a, b, c, &d, e, f, g, &h, constants[i] &+ schedule[i])
        round(h, a, b, &c, d, e, f, &g, constants[i + 1] &+ schedule[i + 1])
        round(g, h, a, &b, c, d, e, &f, constants[i + 2] &+ schedule[i + 2])
        round(f, g, h, &a, b, c, d, &e, constants[i + 3] &+ schedule[i + 3])
        round(e, f, g, &h, a, b, c, &d, constants[i + 4] &+ schedule[i + 4])
        round(d, e, f, &g, h, a, b, &c, constants[i + 5] &+ schedule[i + 5])
        round(c, d, e, &f, g, h, a, &b, constants[i + 6] &+ schedule[i + 6])
        round(b, c, d, &e, f, g, h, &a, constants[i + 7] &+ schedule[i + 7])
      }
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ input: UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let majority = (a & b) | (c & (a | b))
    let first = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ choice &+ input
    d &+= first
    h = first &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
  }

  @inline(__always)
  private static func rotate(_ value: UInt32, _ bits: UInt32) -> UInt32 {
    (value &>> bits) | (value &<< (32 &- bits))
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
