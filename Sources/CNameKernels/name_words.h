/// The words of queries and of listed names, and what their glances tell: what every bound of the score is made of.
#pragma once
#include "name_bound.h"
#include "signature.h"

#define INLINE static inline __attribute__((always_inline))
/// Words of a side; names with more are kept.
#define MOST NAMESCREEN_MOST_WORDS
/// What rounding may take off a similarity.
#define ROUNDING 1e-5f

INLINE int32_t length_of(uint64_t glance) { return (int32_t)(glance >> NAMESCREEN_LENGTH_SHIFT); }

INLINE namescreen_word word_of(const namescreen_units *units, uint32_t unit) {
  uint32_t codes = units->relation_offsets[unit];
  return (namescreen_word){
      .glance = units->glances[unit],
      .codes = units->relations + codes,
      .code_count = (int32_t)(units->relation_offsets[unit + 1] - codes),
      .skeleton = units->skeleton_bytes + units->skeleton_offsets[units->skeletons[unit]],
      .frequency = units->frequencies[unit],
  };
}

INLINE float spelled(float cost, float length, const namescreen_score *score) {
  return 1 - score->slope * cost / (100.0f * length) + ROUNDING;
}

INLINE int32_t gaps(uint64_t a, uint64_t b) {
  int32_t more = length_of(a) - length_of(b);
  return GAP_COST * (more > 0 ? more : -more);
}

/// The least spelling cost of two words, or -1 when it is above what the floor of similarity leaves.
INLINE int32_t cost_at_a_glance(uint64_t a, uint64_t b, const int32_t *limits) {
  int32_t limit = limits[larger(length_of(a), length_of(b))], gap = gaps(a, b);
  if (gap > limit) return -1;
  uint64_t more = a & ~b, less = b & ~a;
  int32_t cost = STRONG_COST * excess(more, less, STRONG_MASK);
  if (cost > limit) return -1;
  cost += SONORANT_COST * excess(more, less, SONORANT_MASK) + VOWEL_COST * excess(more, less, VOWEL_MASK);
  return cost > limit ? -1 : larger(cost, gap);
}

/// An upper bound of the similarity of two words whose consonants alone can be compared.
INLINE float consonants_at_a_glance(uint64_t a, uint64_t b, const namescreen_score *score) {
  // A skeleton may repeat what its consonants do not, so only which of them occur counts.
  int32_t cost = STRONG_COST * excess(a & ~b, b & ~a, STRONG_ONCE_MASK);
  float value = score->consonants * spelled((float)cost, (float)larger(length_of(a), length_of(b)), score);
  return value >= score->floor ? value : 0;
}

INLINE float glance_join(uint64_t join, uint64_t token, const namescreen_score *score) {
  uint64_t other = (join ^ token) & (NAMESCREEN_SIGNATURE_MASK | ~0ull << NAMESCREEN_LENGTH_SHIFT);
  if (!((join & NAMESCREEN_FUZZY) | ((join | token) & NAMESCREEN_LEGAL_FORM))) return other ? 0 : score->joined;
  if ((join | token) & NAMESCREEN_LEGAL_FORM) return join & token & NAMESCREEN_RELATED ? score->joined : 0;
  if (!other) return score->joined;
  if (length_of(token) <= 3) return 0;
  int32_t cost = cost_at_a_glance(join, token, score->limits);
  if (cost < 0) return 0;
  float value = score->joined * spelled((float)cost, (float)larger(length_of(join), length_of(token)), score);
  return value >= score->floor ? value : 0;
}

/// A row of NameRecord.swift.
typedef struct {
  int32_t token_count, join_count, is_person, has_loose_joins;
  const uint64_t *tokens, *occurrences, *joins, *join_occurrences;
  const uint32_t *entries, *join_units;
  const uint16_t *spans;
} listed_name;

INLINE listed_name name_at(const uint64_t *row) {
  int32_t tokens = (int32_t)(row[0] >> 49 & 0x7F), joins = (int32_t)(row[0] >> 56);
  const uint64_t *entries = row + 2 + 2 * tokens, *join_glances = entries + (tokens + 1) / 2;
  const uint64_t *units = join_glances + 2 * joins;
  return (listed_name){
      .token_count = tokens,
      .join_count = joins,
      .is_person = (int32_t)(row[0] >> 48 & 1),
      .has_loose_joins = (int32_t)(row[0] >> 46 & 1),
      .tokens = row + 2,
      .occurrences = row + 2 + tokens,
      .entries = (const uint32_t *)entries,
      .joins = join_glances,
      .join_occurrences = join_glances + joins,
      .join_units = (const uint32_t *)units,
      .spans = (const uint16_t *)(units + (joins + 1) / 2),
  };
}

INLINE float pair_weight(float a, float b) {
  float least = a < b ? a : b;
  return a + b < 3 * least ? a + b : 3 * least;
}

/// Most that a pair of these weights adds. Beside an initial it counts less.
INLINE float pair_gain(float a, float b, float excess) {
  return excess > 0 ? pair_weight(a, b) * excess : 2 * (a < b ? a : b) * excess;
}
