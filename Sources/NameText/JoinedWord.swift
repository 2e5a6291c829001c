/// Neighbouring tokens `first...last` read as one, as long as the call that tells of them.
package struct JoinedWord {
  package let first: Int
  package let last: Int
  let form: UnsafeBufferPointer<UInt8>
  /// As much of it as a token keeps.
  package let skeleton: UnsafeBufferPointer<UInt8>
  let script: Script
  /// Those of a legal form.
  let relations: [Relation]
  /// See `NameJoin.isFuzzy`.
  let isFuzzy: Bool

  /// See `NameJoin.isLoose`.
  package var isLoose: Bool { isFuzzy || !relations.isEmpty }

  /// The same with a token of its own.
  package var join: NameJoin {
    NameJoin(
      first: first, last: last,
      token: Token(
        form: form, skeleton: skeleton, script: script, role: relations.isEmpty ? .name : .legalForm,
        relations: relations, isFold: true),
      isFuzzy: isFuzzy)
  }
}
