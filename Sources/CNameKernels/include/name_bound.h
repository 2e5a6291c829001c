/// Upper bounds of the score of two names, from signatures, with the POPCNT instruction where the processor has it.
#pragma once
#include "spelling.h"
#include <stdint.h>

/// What the bound of a name needs of a word.
typedef struct {
  /// The signature in the low 50 bits, then 8 flags (the constants below), the length in the highest 6.
  uint64_t glance;
  /// Sorted relation codes: the kind in the high 8 bits, the group in the low 24.
  const uint32_t *codes;
  const uint8_t *skeleton;
  int32_t code_count;
  /// Of a query's word: the units with the same form.
  uint32_t first_equal, equal_count;
  float weight;
  uint8_t role, frequency;
} namescreen_word;

/// The kinds of relation that meet each other besides themselves: a full form and its nicknames.
#define NAMESCREEN_NICKNAMED 3
#define NAMESCREEN_NICKNAME 4

#define NAMESCREEN_SIGNATURE_MASK 0x0003FFFFFFFFFFFFull
#define NAMESCREEN_PARTICLE (1ull << 50)
#define NAMESCREEN_NUMBER (1ull << 51)
#define NAMESCREEN_INITIAL (1ull << 52)
#define NAMESCREEN_LEGAL_FORM (1ull << 53)
#define NAMESCREEN_VOWELLESS (1ull << 54)
#define NAMESCREEN_COLLAPSING (1ull << 55)
#define NAMESCREEN_RELATED (1ull << 56)
/// Of a join: it may be spelled otherwise.
#define NAMESCREEN_FUZZY (1ull << 57)
#define NAMESCREEN_LENGTH_SHIFT 58

/// Slots whose leftovers contradict with their full share, numbered from 1.
#define NAMESCREEN_SLOTS 2

/// One reading of a query: its words, and its joins of words `spans[i] >> 8` to `spans[i] & 0xFF`.
typedef struct {
  const namescreen_word *words;
  int32_t count;
  const namescreen_word *joins;
  const uint16_t *spans;
  int32_t join_count;
  /// The words from the heaviest to the lightest, and the most that a pair with each weighs.
  uint8_t order[16];
  float most_weights[16];
  /// Which words were found, as words or as joins, at the cut-off or could be; which of them as joins of the list.
  uint64_t meets_words, meets_joins, meets_listed_joins;
  /// Which joins may meet a word of the list.
  uint64_t loose_joins;
  /// The kernels that hold each word, its consonants, and each join, with the costs that the floor of similarity leaves.
  namescreen_spelling *const *spellings, *const *consonants, *const *join_spellings;
} namescreen_query;

/// The words of an index, by offsets as the sections hold them.
typedef struct {
  const uint64_t *glances;
  const uint32_t *relation_offsets, *relations, *skeletons, *skeleton_offsets;
  const uint8_t *skeleton_bytes, *frequencies;
} namescreen_units;

/// The names of an index: where each row begins, and the rows, laid out as NameRecord.swift says.
typedef struct {
  const uint32_t *offsets;
  const uint64_t *rows;
} namescreen_names;

/// The constants of the score that the bound follows.
typedef struct {
  float cutoff, floor, slope, missing, joined, person_factor, organisation_factor;
  float romanization, initial, consonants, across_scripts, attested, attested_level;
  /// What the floor leaves for spelling, by the longer length.
  int32_t limits[64];
  /// The most that a relation proves, and what each kind does.
  float most_related;
  float related[16];
  /// A listed weight is `weights[role x 16 + level]`, by the role in its place.
  float weights[256];
  /// The slot of each role, 0 for none that is counted here.
  uint8_t slot[16];
} namescreen_score;

/// Keeps the candidates whose score may reach the cut-off, in place and in order; returns how many.
///
/// `met` says which words of the query led to them.
int64_t namescreen_admit(
    const namescreen_query *query, uint64_t met, const namescreen_units *units, const namescreen_names *names,
    const namescreen_score *score, uint32_t *candidates, int64_t count);

/// Finds the units whose consonants may be spelled like those of `query` (a glance) within the limit of the longer skeleton;
/// `units` is NULL for the first `count` of all. `found` has room for them; returns how many.
int64_t namescreen_alike_consonants(
    const uint64_t *glances, const uint32_t *units, int64_t count, uint64_t query, const int32_t *limits,
    uint32_t *found);
