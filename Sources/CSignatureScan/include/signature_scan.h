/// Population-count loops over skeleton signatures, with the POPCNT instruction where the processor has it.
#pragma once
#include <stdint.h>

/// Layout of a signature (see SkeletonSignature.swift): strong consonants, classes of sonorants, vowels.
#define NAMESCREEN_STRONG_MASK 0x00000003FFFFFFFFull
#define NAMESCREEN_SONORANT_MASK 0x000000FC00000000ull
#define NAMESCREEN_VOWEL_MASK 0x0003FF0000000000ull

/// Whether any of the signatures `first..<last`, which carry their skeleton's length in the highest 6 bits, admits a spelling
/// cost from `query` (of `length`) within `limits[longer length]`.
int32_t namescreen_any_within(
    const uint64_t *signatures, int64_t first, int64_t last, uint64_t query, int32_t length, const int32_t *limits);

/// Least spelling costs between `rows` query signatures and the signatures of `columns` units, row-major, to `costs`.
void namescreen_least_costs(
    const uint64_t *queries, int64_t rows, const uint64_t *signatures, const uint32_t *units, int64_t columns,
    int32_t *costs);

/// What the bound of a name needs of a word. The bits of `flags` are the constants below.
typedef struct {
  uint64_t signature;
  /// A hash set of the codes, so that words without a common bit are unrelated.
  uint64_t relations;
  /// Sorted relation codes: the kind in the high 8 bits, the group in the low 24.
  const uint32_t *codes;
  int32_t code_count;
  /// Equal where the words as written are.
  uint32_t form_hash;
  float weight;
  uint8_t length;
  uint8_t flags;
  uint8_t first;
  uint8_t role;
} namescreen_word;

/// The kinds of relation that meet each other besides themselves: a full form and its nicknames.
#define NAMESCREEN_NICKNAMED 3
#define NAMESCREEN_NICKNAME 4

#define NAMESCREEN_PARTICLE 1
#define NAMESCREEN_NUMBER 2
#define NAMESCREEN_INITIAL 4
#define NAMESCREEN_LEGAL_FORM 8
#define NAMESCREEN_VOWELLESS 16
#define NAMESCREEN_FUZZY 32

/// One reading of a query: its words, and its joins of words `spans[i] >> 8` to `spans[i] & 0xFF`.
typedef struct {
  const namescreen_word *words;
  int32_t count;
  const namescreen_word *joins;
  const uint16_t *spans;
  int32_t join_count;
} namescreen_query;

/// The names of an index, by offsets as the sections hold them.
typedef struct {
  const namescreen_word *units;
  const uint32_t *token_offsets;
  const uint32_t *tokens;
  const uint32_t *join_offsets;
  const uint32_t *joins;
  const uint16_t *spans;
  const uint32_t *designations;
  /// Whether each designation is a person.
  const uint8_t *persons;
} namescreen_names;

/// The constants of the score that the bound follows.
typedef struct {
  float cutoff, floor, slope, missing, joined, person_factor, organisation_factor;
  /// A listed weight is `fixed[role] + scale[role] x weight`, by the role in its place.
  float fixed[16], scale[16];
  /// Whether leftovers of a role contradict each other as names do.
  uint8_t is_name[16];
} namescreen_score;

/// Keeps the candidates whose score may reach the cut-off, in place and in order; returns how many. At most 64 words a side.
int64_t namescreen_admit(
    const namescreen_query *query, const namescreen_names *names, const namescreen_score *score,
    uint32_t *candidates, int64_t count);
