import CICUShim

/// ICU as the reference that tables are held to.
package enum ICU {
  /// `text` by any ICU transform, e.g. `Russian-Latin/BGN` or `NFD`; nil where ICU refuses.
  package static func transform(_ text: String, by identifier: String) -> String? {
    let bytes = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: bytes.count * 18 + 64)
    let written = output.withUnsafeMutableBufferPointer { output in
      bytes.withUnsafeBufferPointer { bytes in
        identifier.withCString { identifier -> Int32 in
          guard let text = bytes.baseAddress, let start = output.baseAddress else { return -1 }
          return namescreen_icu_transform(identifier, text, Int32(bytes.count), start, Int32(output.count))
        }
      }
    }
    return written < 0 ? nil : String(decoding: output.prefix(Int(written)), as: UTF8.self)
  }
}
