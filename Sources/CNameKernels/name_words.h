/// The words of queries and of listed names, and what their glances tell: what every bound of the score is made of.
#pragma once
#include "name_bound.h"
#include "signature.h"

#define INLINE static inline __attribute__((always_inline))
/// Words of the query and of a listed name; names with more are kept.
#define MOST NAMESCREEN_MOST_WORDS
#define MOST_LISTED 31
/// What rounding may take off a similarity.
#define ROUNDING 1e-5f

INLINE int32_t length_of(uint64_t glance) { return (int32_t)(glance >> NAMESCREEN_LENGTH_SHIFT); }

/// A unit; for a number that only damage makes, the first one.
INLINE const namescreen_unit *unit_at(const namescreen_units *units, uint32_t unit) {
  return units->units + (unit < units->count ? unit : 0);
}

/// The glance of a unit. Only damage makes a word longer than the longest.
INLINE uint64_t glance_of(const namescreen_unit *unit) {
  uint64_t glance = unit->glance;
  return __builtin_expect(glance >> NAMESCREEN_LENGTH_SHIFT > NAMESCREEN_LONGEST, 0) ? glance & NAMESCREEN_SIGNATURE_MASK : glance;
}

INLINE const uint8_t *skeleton_of(const namescreen_units *units, const namescreen_unit *unit) {
  uint32_t start = unit->skeleton;
  return units->skeletons + (start < units->skeleton_limit ? start : units->skeleton_limit);
}

INLINE namescreen_word word_of(const namescreen_units *units, uint32_t number) {
  const namescreen_unit *unit = unit_at(units, number);
  uint32_t place = unit->frequency_relations & 0xFFFFFF, count = 0;
  if (place < units->relation_count) count = units->relations[place];
  if (count >= units->relation_count - place) count = 0;
  return (namescreen_word){
      .glance = glance_of(unit),
      .codes = units->relations + place + 1,
      .code_count = (int32_t)count,
      .skeleton = skeleton_of(units, unit),
      .frequency = (uint8_t)(unit->frequency_relations >> 24),
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
  int32_t cost = namescreen_least_cost(a, b);
  return cost > limit ? -1 : larger(cost, gap);
}

/// An upper bound of the similarity of two words whose consonants alone can be compared.
INLINE float consonants_at_a_glance(uint64_t a, uint64_t b, const namescreen_score *score) {
  // A skeleton may repeat what its consonants do not, so only which of them occur counts.
  int32_t cost = STRONG_COST * excess(a & ~b, b & ~a, STRONG_ONCE_MASK);
  float value = score->consonants * spelled((float)cost, (float)larger(length_of(a), length_of(b)), score);
  return value >= score->floor ? value : 0;
}

/// The longest word that joined neighbours meet only where they equal it.
#define SHORT_WORD 3

INLINE float glance_join(uint64_t join, uint64_t token, const namescreen_score *score) {
  uint64_t other = (join ^ token) & (NAMESCREEN_SIGNATURE_MASK | ~0ull << NAMESCREEN_LENGTH_SHIFT);
  if (!((join & NAMESCREEN_FUZZY) | ((join | token) & NAMESCREEN_LEGAL_FORM))) return other ? 0 : score->joined;
  if ((join | token) & NAMESCREEN_LEGAL_FORM) return join & token & NAMESCREEN_RELATED ? score->joined : 0;
  if (!other) return score->joined;
  if (length_of(token) <= SHORT_WORD) return 0;
  int32_t cost = cost_at_a_glance(join, token, score->limits);
  if (cost < 0) return 0;
  float value = score->joined * spelled((float)cost, (float)larger(length_of(join), length_of(token)), score);
  return value >= score->floor ? value : 0;
}

/// Joins of a listed name that are looked at; names with more are kept.
#define MOST_LISTED_JOINS 64

/// A row of NameRecord.swift with what its words look like.
typedef struct {
  int32_t token_count, join_count, is_person;
  const uint32_t *entries, *join_units;
  const uint16_t *spans;
  /// What the words and joins have of relations.
  uint64_t relations;
  uint64_t tokens[MOST_LISTED + 1], occurrences[MOST_LISTED + 1];
  uint64_t joins[MOST_LISTED_JOINS], join_occurrences[MOST_LISTED_JOINS];
} listed_name;

/// How far ahead of its use a name's offset and its row are fetched.
#define OFFSET_AHEAD 18
#define ROW_AHEAD 12

/// Has the offset and then the row of one of the names after number `i` fetched, so far ahead.
INLINE void fetch_rows(
    const namescreen_names *names, const uint32_t *numbers, int64_t i, int64_t count, int64_t offset_ahead, int64_t row_ahead) {
  if (i + offset_ahead < count) __builtin_prefetch(names->offsets + numbers[i + offset_ahead]);
  if (i + row_ahead < count && numbers[i + row_ahead] < names->count)
    __builtin_prefetch(names->rows + names->offsets[numbers[i + row_ahead]]);
}

/// Has what `fetch_rows` fetches ahead fetched of the first names.
INLINE void fetch_first_rows(
    const namescreen_names *names, const uint32_t *numbers, int64_t count, int64_t offset_ahead, int64_t row_ahead) {
  for (int64_t i = 0; i < count && i < offset_ahead; i++) __builtin_prefetch(names->offsets + numbers[i]);
  for (int64_t i = 0; i < count && i < row_ahead; i++)
    if (numbers[i] < names->count) __builtin_prefetch(names->rows + names->offsets[numbers[i]]);
}

/// Has the first words of a name fetched.
INLINE void fetch_words(const namescreen_units *units, const namescreen_names *names, uint32_t number) {
  uint64_t start = names->offsets[number];
  if (start + 6 > names->length) return;
  const uint32_t *words = names->rows + start + 2;
  for (int32_t j = 0; j < 4; j++) __builtin_prefetch(units->units + (words[j] & 0xFFFFFF));
}

/// A row of NameRecord.swift.
typedef struct {
  int32_t token_count, join_count, is_person;
  const uint32_t *entries, *join_units;
  const uint16_t *spans;
} name_row;

/// The row of a name; one without words where only damage makes it end outside, without joins where these are of other words.
INLINE name_row row_of(const namescreen_names *names, uint32_t number) {
  name_row row = {0};
  if (number >= names->count) return row;
  uint64_t start = names->offsets[number];
  if (start + 2 > names->length) return row;
  const uint32_t *words = names->rows + start;
  int32_t tokens = (int32_t)(words[1] >> 17 & 0x7F), joins = (int32_t)(words[1] >> 24);
  if (start + (uint64_t)(2 + tokens + joins + (joins + 1) / 2) > names->length) return row;
  row.token_count = tokens;
  row.join_count = joins;
  row.is_person = (int32_t)(words[1] >> 16 & 1);
  row.entries = words + 2;
  row.join_units = words + 2 + tokens;
  row.spans = (const uint16_t *)(words + 2 + tokens + joins);
  for (int32_t p = 0; p < joins; p++)
    if ((row.spans[p] & 0xFF) >= tokens || row.spans[p] >> 8 > (row.spans[p] & 0xFF)) row.join_count = 0;
  return row;
}

/// Reads a name. Returns 0 for one that is not judged but kept, because it is long.
INLINE int read_name(
    listed_name *name, const namescreen_units *units, const namescreen_names *names, uint32_t number) {
  name_row row = row_of(names, number);
  int32_t tokens = row.token_count, joins = row.join_count;
  name->token_count = tokens;
  name->join_count = joins;
  if (tokens > MOST_LISTED || joins > MOST_LISTED_JOINS) return 0;
  name->is_person = row.is_person;
  name->entries = row.entries;
  name->join_units = row.join_units;
  name->spans = row.spans;
  uint64_t relations = 0;
  for (int32_t j = 0; j < tokens; j++) {
    const namescreen_unit *unit = unit_at(units, row.entries[j] & 0xFFFFFF);
    name->tokens[j] = glance_of(unit);
    name->occurrences[j] = unit->occurrences;
    relations |= unit->relation_bits;
  }
  for (int32_t p = 0; p < joins; p++) {
    const namescreen_unit *unit = unit_at(units, name->join_units[p]);
    name->joins[p] = glance_of(unit);
    name->join_occurrences[p] = unit->occurrences;
    relations |= unit->relation_bits;
  }
  name->relations = relations;
  return 1;
}

/// What words of this weight cost at least that have no partner, by `NameScorer.leastCost`.
///
/// - Parameter agreement: The most that all pairs weigh.
INLINE float least_cost(const namescreen_score *score, float weight, float agreement) {
  int32_t step = (int32_t)(agreement * NAMESCREEN_STEPS_A_WEIGHT) + 1;
  if (step < 0) step = 0;
  if (step >= NAMESCREEN_AGREEMENT_STEPS) step = NAMESCREEN_AGREEMENT_STEPS - 1;
  float cost = score->missing * weight;
  for (int32_t line = 0; line < NAMESCREEN_COST_LINES; line++) {
    float on_line = score->cost_slopes[line] * weight - score->cost_offsets[line][step];
    if (on_line > cost) cost = on_line;
  }
  return cost;
}

INLINE float pair_weight(float a, float b) {
  float least = a < b ? a : b;
  return a + b < 3 * least ? a + b : 3 * least;
}

/// Most that a pair of these weights adds. Beside an initial it counts less.
INLINE float pair_gain(float a, float b, float excess) {
  return excess > 0 ? pair_weight(a, b) * excess : 2 * (a < b ? a : b) * excess;
}

/// What an initial and the name that begins with it cost at least by the letters that one of them lacks.
INLINE float abbreviation_cost(float a, float b, float needed, const namescreen_score *score) {
  return needed * score->missing * 0.5f * (a < b ? b - a : a - b);
}

/// Whether two words of these glances that are so alike are an initial and a name that begins with it.
INLINE int is_abbreviation(uint64_t a, uint64_t b, float value, const namescreen_score *score) {
  return ((a ^ b) & NAMESCREEN_INITIAL) && value == score->initial;
}

/// Most that two words of these glances and weights add that are so alike at most.
INLINE float gain_of(uint64_t a, uint64_t b, float own, float other, float value, float needed, const namescreen_score *score) {
  float gain = pair_gain(own, other, value - needed);
  return is_abbreviation(a, b, value, score) ? gain - abbreviation_cost(own, other, needed, score) : gain;
}
