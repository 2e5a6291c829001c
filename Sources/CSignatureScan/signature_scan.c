#include "signature_scan.h"

#if defined(__x86_64__) && defined(__linux__)
#define WITH_POPCNT __attribute__((target_clones("popcnt", "default")))
#else
#define WITH_POPCNT
#endif

#define LETTER 40
#define SONORANT 35
#define VOWEL 25

static inline __attribute__((always_inline)) int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }

static inline __attribute__((always_inline)) int32_t excess(uint64_t more, uint64_t less, uint64_t mask) {
  return larger(__builtin_popcountll(more & mask), __builtin_popcountll(less & mask));
}

static inline __attribute__((always_inline)) int32_t least_cost(uint64_t a, uint64_t b) {
  uint64_t more = a & ~b, less = b & ~a;
  return LETTER * excess(more, less, NAMESCREEN_STRONG_MASK) + SONORANT * excess(more, less, NAMESCREEN_SONORANT_MASK) +
         VOWEL * excess(more, less, NAMESCREEN_VOWEL_MASK);
}

WITH_POPCNT
int32_t namescreen_any_within(
    const uint64_t *signatures, int64_t first, int64_t last, uint64_t query, int32_t length, const int32_t *limits) {
  for (int64_t i = first; i < last; i++) {
    uint64_t other = signatures[i];
    if (least_cost(query, other) <= limits[larger(length, (int32_t)(other >> 58))]) return 1;
  }
  return 0;
}

WITH_POPCNT
void namescreen_least_costs(
    const uint64_t *queries, int64_t rows, const uint64_t *signatures, const uint32_t *units, int64_t columns,
    int32_t *costs) {
  for (int64_t j = 0; j < columns; j++) {
    uint64_t other = signatures[units[j]];
    for (int64_t i = 0; i < rows; i++) costs[i * columns + j] = least_cost(queries[i], other);
  }
}

static int related(const namescreen_word *a, const namescreen_word *b) {
  for (int32_t i = 0; i < a->code_count; i++) {
    for (int32_t j = 0; j < b->code_count; j++) {
      if (((a->codes[i] ^ b->codes[j]) & 0xFFFFFF) != 0) continue;
      uint32_t x = a->codes[i] >> 24, y = b->codes[j] >> 24;
      if (x == y || (x + y == NAMESCREEN_NICKNAMED + NAMESCREEN_NICKNAME && (x == NAMESCREEN_NICKNAMED || y == NAMESCREEN_NICKNAMED)))
        return 1;
    }
  }
  return 0;
}

static inline __attribute__((always_inline)) float highest_similarity(
    const namescreen_word *a, const namescreen_word *b, const namescreen_score *score) {
  int32_t cost = least_cost(a->signature, b->signature);
  if ((cost == 0 && a->length == b->length) || a->form_hash == b->form_hash) return 1;
  uint8_t either = a->flags | b->flags, both = a->flags & b->flags;
  if ((either & NAMESCREEN_PARTICLE) && !(both & NAMESCREEN_PARTICLE)) return 0;
  if (either & NAMESCREEN_INITIAL) return a->first == b->first ? 1 : 0;
  if ((either ^ both) & NAMESCREEN_VOWELLESS) return 1;
  if ((a->relations & b->relations) && related(a, b)) return 1;
  if (either & NAMESCREEN_NUMBER) return 0;
  int32_t gap = 30 * (a->length > b->length ? a->length - b->length : b->length - a->length);
  float length = larger(a->length, b->length);
  float value = 1 - score->slope * (float)larger(cost, gap) / (100.0f * length) + 1e-5f;
  return value >= score->floor ? value : 0;
}

static inline __attribute__((always_inline)) int may_join(
    const namescreen_word *join, const namescreen_word *token, const namescreen_score *score) {
  if ((join->flags | token->flags) & NAMESCREEN_LEGAL_FORM) return (join->relations & token->relations) != 0;
  if (!(join->flags & NAMESCREEN_FUZZY) || token->length <= 3)
    return join->signature == token->signature && join->length == token->length;
  int32_t cost = least_cost(join->signature, token->signature);
  int32_t gap = 30 * (join->length > token->length ? join->length - token->length : token->length - join->length);
  float length = larger(join->length, token->length);
  float limit = (1 - score->floor / score->joined) * length / score->slope * 100.0f + 1e-3f;
  return (float)larger(cost, gap) <= limit;
}

static inline __attribute__((always_inline)) float pair_weight(float a, float b) {
  float least = a < b ? a : b;
  return a + b < 3 * least ? a + b : 3 * least;
}

static inline __attribute__((always_inline)) int admits(
    const namescreen_query *query, const namescreen_names *names, const namescreen_score *score, uint32_t name) {
  uint32_t start = names->token_offsets[name];
  int32_t columns = (int32_t)(names->token_offsets[name + 1] - start);
  int32_t rows = query->count;
  if (rows > 16 || columns > 16) return 1;
  float high[16][16], listed[16];
  uint32_t met_rows = 0, met_columns = 0, joined_rows = 0;
  for (int32_t j = 0; j < columns; j++) {
    uint32_t entry = names->tokens[start + j];
    const namescreen_word *unit = &names->units[entry & 0xFFFFFF];
    uint32_t role = entry >> 24 & 15;
    listed[j] = score->fixed[role] + score->scale[role] * unit->weight;
    for (int32_t i = 0; i < rows; i++) {
      float value = highest_similarity(&query->words[i], unit, score);
      high[i][j] = value;
      if (value > 0) {
        met_rows |= 1u << i;
        met_columns |= 1u << j;
      }
    }
    for (int32_t k = 0; k < query->join_count; k++) {
      if (!may_join(&query->joins[k], unit, score)) continue;
      met_columns |= 1u << j;
      for (int32_t i = query->spans[k] >> 8; i <= (query->spans[k] & 0xFF); i++) joined_rows |= 1u << i;
    }
  }
  for (uint32_t p = names->join_offsets[name]; p < names->join_offsets[name + 1]; p++) {
    const namescreen_word *join = &names->units[names->joins[p]];
    for (int32_t i = 0; i < rows; i++) {
      if (!may_join(join, &query->words[i], score)) continue;
      joined_rows |= 1u << i;
      for (int32_t j = names->spans[p] >> 8; j <= (names->spans[p] & 0xFF); j++) met_columns |= 1u << j;
    }
  }
  // Names left over on both sides contradict: each pair costs twice what missing does, and its factor.
  int32_t lonely_rows = 0, lonely_columns = 0;
  float least_row = 2, least_column = 2;
  for (int32_t i = 0; i < rows; i++) {
    if (((met_rows | joined_rows) >> i & 1) || !score->is_name[query->words[i].role]) continue;
    lonely_rows++;
    if (query->words[i].weight < least_row) least_row = query->words[i].weight;
  }
  for (int32_t j = 0; j < columns; j++) {
    if ((met_columns >> j & 1) || !score->is_name[names->tokens[start + j] >> 24 & 15]) continue;
    lonely_columns++;
    if (listed[j] < least_column) least_column = listed[j];
  }
  int32_t pairs = lonely_rows < lonely_columns ? lonely_rows : lonely_columns;
  float needed = score->cutoff, contradicting = 0;
  if (pairs > 0) {
    float factor = names->persons[names->designations[name]] ? score->person_factor : score->organisation_factor;
    for (int32_t k = 0; k < pairs; k++) needed /= factor;
    if (needed > 1) return 0;
    contradicting = (float)pairs * (1 - score->missing) * (least_row + least_column);
  }
  float sum = -needed * contradicting, loss = score->missing * needed;
  float joined = score->joined > needed ? score->joined - needed : 0;
  for (int32_t i = 0; i < rows; i++) {
    float weight = query->words[i].weight, gain = -loss * weight;
    if (joined_rows >> i & 1) gain = 2 * weight * joined;
    if (met_rows >> i & 1) {
      for (int32_t j = 0; j < columns; j++) {
        if (high[i][j] <= 0) continue;
        float excess = high[i][j] - needed;
        float least = weight < listed[j] ? weight : listed[j];
        float value = excess > 0 ? pair_weight(weight, listed[j]) * excess : 2 * least * excess;
        if (value > gain) gain = value;
      }
    }
    sum += gain;
  }
  for (int32_t j = 0; j < columns; j++)
    if (!(met_columns >> j & 1)) sum -= loss * listed[j];
  return sum > -1e-4f;
}

WITH_POPCNT
int64_t namescreen_admit(
    const namescreen_query *query, const namescreen_names *names, const namescreen_score *score,
    uint32_t *candidates, int64_t count) {
  int64_t kept = 0;
  for (int64_t i = 0; i < count; i++) {
    candidates[kept] = candidates[i];
    kept += admits(query, names, score, candidates[i]);
  }
  return kept;
}
