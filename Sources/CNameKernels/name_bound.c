#include "name_bound.h"
#include "signature.h"
#include "spelling_rows.h"

#define INLINE static inline __attribute__((always_inline))
/// Words of a side; names with more are kept.
#define MOST 16
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

INLINE int has_form(const namescreen_word *query, uint32_t unit) { return unit - query->first_equal < query->equal_count; }

/// The strongest relation that both words stand in.
static float related(const namescreen_word *a, const namescreen_word *b, const namescreen_score *score) {
  float best = 0;
  for (int32_t i = 0; i < a->code_count; i++) {
    for (int32_t j = 0; j < b->code_count; j++) {
      if (((a->codes[i] ^ b->codes[j]) & 0xFFFFFF) != 0) continue;
      uint32_t x = a->codes[i] >> 24, y = b->codes[j] >> 24;
      float value = 0;
      if (x == y) value = score->related[x & 15];
      else if ((x == NAMESCREEN_NICKNAMED && y == NAMESCREEN_NICKNAME) || (x == NAMESCREEN_NICKNAME && y == NAMESCREEN_NICKNAMED))
        value = score->related[NAMESCREEN_NICKNAME];
      if (value > best) best = value;
    }
  }
  return best;
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

/// Writes the consonants of a skeleton, a doubled one once.
static int32_t write_consonants(const namescreen_word *word, uint8_t *target) {
  int32_t count = 0;
  for (int32_t i = 0; i < length_of(word->glance); i++) {
    uint8_t symbol = word->skeleton[i];
    if (symbol == 'a' || symbol == 'e' || symbol == 'i' || symbol == 'o' || symbol == 'u') continue;
    if (count == 0 || target[count - 1] != symbol) target[count++] = symbol;
  }
  return count;
}

/// An upper bound of the similarity of two words whose consonants alone can be compared.
INLINE float consonants_at_a_glance(uint64_t a, uint64_t b, const namescreen_score *score) {
  // A skeleton may repeat what its consonants do not, so only which of them occur counts.
  int32_t cost = STRONG_COST * excess(a & ~b, b & ~a, STRONG_ONCE_MASK);
  float value = score->consonants * spelled((float)cost, (float)larger(length_of(a), length_of(b)), score);
  return value >= score->floor ? value : 0;
}

/// An upper bound of the similarity of two words, for nearly all from their glances alone.
INLINE float glance(
    const namescreen_word *a, const namescreen_units *units, uint32_t unit, uint64_t other, const namescreen_score *score) {
  uint64_t either = a->glance | other, both = a->glance & other, one = either ^ both;
  if (has_form(a, unit) && !(one & NAMESCREEN_VOWELLESS)) return one & NAMESCREEN_COLLAPSING ? score->across_scripts : 1;
  if (one & NAMESCREEN_PARTICLE) return 0;
  float value = 0;
  if (both & NAMESCREEN_RELATED) {
    namescreen_word b = word_of(units, unit);
    value = related(a, &b, score);
  }
  if (either & NAMESCREEN_NUMBER) return value;
  if (either & NAMESCREEN_INITIAL) {
    namescreen_word b = word_of(units, unit);
    if (length_of(a->glance) == 0 || length_of(b.glance) == 0 || a->skeleton[0] != b.skeleton[0]) return 0;
    return both & NAMESCREEN_INITIAL ? score->romanization : score->initial;
  }
  if (one & NAMESCREEN_VOWELLESS) return value > 0 ? value : consonants_at_a_glance(a->glance, other, score);
  int32_t cost = cost_at_a_glance(a->glance, other, score->limits);
  if (cost >= 0) {
    float by_letters = spelled((float)cost, (float)larger(length_of(a->glance), length_of(other)), score);
    if (by_letters > score->romanization) by_letters = score->romanization;
    if (by_letters > value) value = by_letters;
  }
  if (one & NAMESCREEN_COLLAPSING) value *= score->across_scripts;
  return value >= score->floor ? value : 0;
}

/// An upper bound of the similarity of words by their spelling, next to exact.
static float by_spelling(
    namescreen_spelling *spelling, const namescreen_word *a, const namescreen_word *b, const namescreen_score *score) {
  int32_t cost = spelling_cost_of(spelling, b->skeleton, length_of(b->glance));
  if (cost < 0) return 0;
  float length = (float)larger(length_of(a->glance), length_of(b->glance));
  uint8_t known = a->frequency < b->frequency ? a->frequency : b->frequency;
  float share = (float)known / score->attested_level;
  float doubt = 1 + score->attested * (share < 1 ? share : 1);
  if ((a->glance ^ b->glance) & NAMESCREEN_COLLAPSING) doubt = 1;
  float value = spelled(doubt * (float)cost, length, score);
  return value < score->romanization ? value : score->romanization;
}

/// The same for words whose glance is above 0, next to exact.
static float look(
    const namescreen_query *query, int32_t row, const namescreen_units *units, uint32_t unit,
    const namescreen_score *score) {
  const namescreen_word *a = &query->words[row], word = word_of(units, unit), *b = &word;
  uint64_t either = a->glance | b->glance, both = a->glance & b->glance, one = either ^ both;
  if (has_form(a, unit) && !(one & NAMESCREEN_VOWELLESS)) return one & NAMESCREEN_COLLAPSING ? score->across_scripts : 1;
  float value = both & NAMESCREEN_RELATED ? related(a, b, score) : 0;
  if (either & NAMESCREEN_NUMBER) return value;
  if (either & NAMESCREEN_INITIAL) return both & NAMESCREEN_INITIAL ? score->romanization : score->initial;
  if (one & NAMESCREEN_VOWELLESS) {
    if (value > 0) return value;
    uint8_t consonants[NAMESCREEN_LONGEST];
    int32_t count = write_consonants(b, consonants), own = query->consonants[row]->length;
    if (count < 2 || own < 2) return 0;
    int32_t cost = spelling_cost_of(query->consonants[row], consonants, count);
    if (cost < 0) return 0;
    value = score->consonants * spelled((float)cost, (float)larger(count, own), score);
    return value >= score->floor ? value : 0;
  }
  float by_letters = by_spelling(query->spellings[row], a, b, score);
  if (by_letters > value) value = by_letters;
  if (one & NAMESCREEN_COLLAPSING) value *= score->across_scripts;
  return value + ROUNDING >= score->floor ? value : 0;
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

/// The same for a join whose glance is above 0; `spelling` holds one of the two words.
static float look_join(
    namescreen_spelling *spelling, int spells_join, const namescreen_word *join, const namescreen_word *token,
    const namescreen_score *score) {
  if ((join->glance | token->glance) & NAMESCREEN_LEGAL_FORM) return related(join, token, score) > 0 ? score->joined : 0;
  const namescreen_word *other = spells_join ? token : join, *own = spells_join ? join : token;
  int32_t cost = spelling_cost_of(spelling, other->skeleton, length_of(other->glance));
  if (cost == 0 && length_of(join->glance) == length_of(token->glance)) return score->joined;
  if (cost < 0 || !(join->glance & NAMESCREEN_FUZZY) || length_of(token->glance) <= 3) return 0;
  float value = score->joined * by_spelling(spelling, own, other, score);
  return value >= score->floor ? value : 0;
}

/// A row of NameRecord.swift.
typedef struct {
  int32_t token_count, join_count, is_person, has_loose_joins;
  const uint64_t *tokens, *joins;
  const uint32_t *entries, *join_units;
  const uint16_t *spans;
} listed_name;

INLINE listed_name name_at(const uint64_t *row) {
  int32_t tokens = (int32_t)(row[0] >> 49 & 0x7F), joins = (int32_t)(row[0] >> 56);
  const uint64_t *entries = row + 1 + tokens, *join_glances = entries + (tokens + 1) / 2;
  const uint64_t *units = join_glances + joins;
  return (listed_name){
      .token_count = tokens,
      .join_count = joins,
      .is_person = (int32_t)(row[0] >> 48 & 1),
      .has_loose_joins = (int32_t)(row[0] >> 46 & 1),
      .tokens = row + 1,
      .entries = (const uint32_t *)entries,
      .joins = join_glances,
      .join_units = (const uint32_t *)units,
      .spans = (const uint16_t *)(units + (joins + 1) / 2),
  };
}

/// Bounds of the similarities between a query and one name.
typedef struct {
  float high[MOST][MOST];
  /// The best join that holds each word of the query.
  float joined[MOST];
  float weights[MOST];
  uint32_t met_rows, met_columns;
} meetings;

INLINE float pair_weight(float a, float b) {
  float least = a < b ? a : b;
  return a + b < 3 * least ? a + b : 3 * least;
}

/// Most that a pair of these weights adds. Beside an initial it counts less.
INLINE float pair_gain(float a, float b, float excess) {
  return excess > 0 ? pair_weight(a, b) * excess : 2 * (a < b ? a : b) * excess;
}

/// Whether a score of the cut-off is possible.
///
/// With K leftovers sure to contradict, the factor f raises the cut-off c to c' = c / f^K, and a score of c needs the sum of
/// m (s - c') over the pairs to reach c' times what is missing (at least half a weight) and what contradicts (at least both
/// weights).
static int may_reach(
    const namescreen_query *query, const listed_name *name, const namescreen_score *score, const meetings *m) {
  int32_t rows = query->count, columns = name->token_count;
  float needed = score->cutoff, contradicting = 0;
  uint32_t lonely_rows = ~m->met_rows & ((1u << rows) - 1), lonely_columns = ~m->met_columns & ((1u << columns) - 1);
  if (lonely_rows && lonely_columns) {
    float factor = name->is_person ? score->person_factor : score->organisation_factor;
    for (uint8_t slot = 1; slot <= NAMESCREEN_SLOTS; slot++) {
      int32_t row_count = 0, column_count = 0;
      float least_row = 2, least_column = 2;
      for (int32_t i = 0; i < rows; i++) {
        if (!(lonely_rows >> i & 1) || score->slot[query->words[i].role] != slot) continue;
        row_count++;
        if (query->words[i].weight < least_row) least_row = query->words[i].weight;
      }
      if (row_count == 0) continue;
      for (int32_t j = 0; j < columns; j++) {
        if (!(lonely_columns >> j & 1) || score->slot[name->entries[j] >> 24 & 15] != slot) continue;
        column_count++;
        if (m->weights[j] < least_column) least_column = m->weights[j];
      }
      int32_t pairs = row_count < column_count ? row_count : column_count;
      for (int32_t k = 0; k < pairs; k++) needed /= factor;
      if (needed > 1) return 0;
      contradicting += (float)pairs * (1 - score->missing) * (least_row + least_column);
    }
  }
  float sum = -needed * contradicting, loss = score->missing * needed;
  for (int32_t i = 0; i < rows; i++) {
    float weight = query->words[i].weight, gain = -loss * weight;
    if (m->joined[i] > 0) gain = 2 * weight * (m->joined[i] > needed ? m->joined[i] - needed : 0);
    if (m->met_rows >> i & 1) {
      for (int32_t j = 0; j < columns; j++) {
        if (m->high[i][j] <= 0) continue;
        float value = pair_gain(weight, m->weights[j], m->high[i][j] - needed);
        if (value > gain) gain = value;
      }
    }
    sum += gain;
  }
  for (uint32_t left = lonely_columns; left; left &= left - 1) sum -= loss * m->weights[__builtin_ctz(left)];
  return sum > -1e-4f;
}

INLINE void join_words(meetings *m, const uint16_t *span, float value) {
  for (int32_t i = *span >> 8; i <= (*span & 0xFF); i++) {
    if (value > m->joined[i]) m->joined[i] = value;
    m->met_rows |= 1u << i;
  }
}

INLINE void join_listed(meetings *m, const uint16_t *span, int32_t row, float value) {
  if (value > m->joined[row]) m->joined[row] = value;
  m->met_rows |= 1u << row;
  m->met_columns |= (2u << (*span & 0xFF)) - (1u << (*span >> 8));
}

/// Most that a word adds to the sum of `may_reach` when the cut-off is needed, joined or not.
INLINE float joined_gain(const namescreen_query *query, const namescreen_score *score, const meetings *m, int32_t row) {
  float weight = query->words[row].weight, needed = score->cutoff;
  if (m->joined[row] == 0) return -score->missing * needed * weight;
  return 2 * weight * (m->joined[row] > needed ? m->joined[row] - needed : 0);
}

/// The highest similarity that a word can have with any of a name's.
INLINE float most_similar(uint64_t word, uint64_t every, uint64_t some, const namescreen_score *score) {
  uint64_t unlike = (word & ~some) | (every & ~word);
  if (unlike & NAMESCREEN_VOWELLESS) {
    float related = word & some & NAMESCREEN_RELATED ? score->most_related : 0;
    return related > score->consonants ? related : score->consonants;
  }
  return unlike & NAMESCREEN_COLLAPSING ? score->across_scripts : 1;
}

INLINE int admits(
    const namescreen_query *query, const uint8_t *order, const namescreen_units *units, const namescreen_score *score,
    const uint64_t *row) {
  listed_name name = name_at(row);
  int32_t rows = query->count, columns = name.token_count;
  if (rows > MOST || columns > MOST || query->join_count > 64) return 1;
  meetings m;
  m.met_rows = m.met_columns = 0;
  for (int32_t i = 0; i < rows; i++) m.joined[i] = 0;
  for (int32_t j = 0; j < columns; j++) m.weights[j] = score->weights[name.entries[j] >> 24];
  uint64_t every = ~0ull, some = 0;
  for (int32_t j = 0; j < columns; j++) {
    every &= name.tokens[j];
    some |= name.tokens[j];
  }
  float reach = 0, most[MOST], joined = score->joined > score->cutoff ? 2 * (score->joined - score->cutoff) : 0;
  for (int32_t i = 0; i < rows; i++) {
    const namescreen_word *word = &query->words[i];
    // What was looked up down to the cut-off and not found adds nothing.
    float excess = most_similar(word->glance, every, some, score) - score->cutoff;
    most[i] = (query->meets_words >> i & 1) && excess > 0 ? query->most_weights[i] * excess : 0;
    if ((query->meets_joins >> i & 1) && joined * word->weight > most[i]) most[i] = joined * word->weight;
    reach += most[i];
  }
  uint64_t seen_joins = 0;
  for (int32_t n = 0; n < rows; n++) {
    int32_t i = order[n];
    const namescreen_word *word = &query->words[i];
    int32_t join_count = name.has_loose_joins || (query->meets_listed_joins >> i & 1) ? name.join_count : 0;
    // At a glance, which is enough for most names.
    float joined_high = 0, gain = -score->missing * score->cutoff * word->weight;
    for (int32_t p = 0; p < join_count; p++) {
      float value = glance_join(name.joins[p], word->glance, score);
      if (value > joined_high) joined_high = value;
    }
    for (int32_t k = 0; k < query->join_count; k++) {
      if (i < query->spans[k] >> 8 || i > (query->spans[k] & 0xFF) || !(query->loose_joins >> k & 1)) continue;
      for (int32_t j = 0; j < columns; j++) {
        float value = glance_join(query->joins[k].glance, name.tokens[j], score);
        if (value > joined_high) joined_high = value;
      }
    }
    if (joined_high > 0) gain = joined_high > score->cutoff ? 2 * word->weight * (joined_high - score->cutoff) : 0;
    for (int32_t j = 0; j < columns; j++) {
      float value = glance(word, units, name.entries[j] & 0xFFFFFF, name.tokens[j], score);
      m.high[i][j] = value;
      if (value == 0) continue;
      float added = pair_gain(word->weight, m.weights[j], value - score->cutoff);
      if (added > gain) gain = added;
    }
    if (reach + gain - most[i] < -1e-4f) return 0;

    // Then as they are.
    if (joined_high > 0) {
      for (int32_t p = 0; p < join_count; p++) {
        if (glance_join(name.joins[p], word->glance, score) == 0) continue;
        namescreen_word join = word_of(units, name.join_units[p]);
        float value = look_join(query->spellings[i], 0, &join, word, score);
        if (value > 0) join_listed(&m, &name.spans[p], i, value);
      }
      for (int32_t k = 0; k < query->join_count; k++) {
        if (i < query->spans[k] >> 8 || i > (query->spans[k] & 0xFF) || seen_joins >> k & 1) continue;
        seen_joins |= 1ull << k;
        if (!(query->loose_joins >> k & 1)) continue;
        for (int32_t j = 0; j < columns; j++) {
          if (glance_join(query->joins[k].glance, name.tokens[j], score) == 0) continue;
          namescreen_word unit = word_of(units, name.entries[j] & 0xFFFFFF);
          float value = look_join(query->join_spellings[k], 1, &query->joins[k], &unit, score);
          if (value == 0) continue;
          m.met_columns |= 1u << j;
          join_words(&m, &query->spans[k], value);
        }
      }
    }
    gain = joined_gain(query, score, &m, i);
    for (int32_t j = 0; j < columns; j++) {
      if (m.high[i][j] == 0) continue;
      float value = look(query, i, units, name.entries[j] & 0xFFFFFF, score);
      m.high[i][j] = value;
      if (value == 0) continue;
      m.met_rows |= 1u << i;
      m.met_columns |= 1u << j;
      float added = pair_gain(word->weight, m.weights[j], value - score->cutoff);
      if (added > gain) gain = added;
    }
    reach += gain - most[i];
    if (reach < -1e-4f) return 0;
  }
  return may_reach(query, &name, score, &m);
}

/// Rows are read that far ahead of their use.
#define AHEAD 6

WITH_POPCNT
int64_t namescreen_admit(
    const namescreen_query *query, uint64_t met, const namescreen_units *units, const namescreen_names *names,
    const namescreen_score *score, uint32_t *candidates, int64_t count) {
  // Words that no candidate is known to have come first, the heaviest before: most names fail by them.
  uint8_t order[MOST];
  int32_t last = 0, rows = query->count < MOST ? query->count : MOST;
  for (int32_t known = 0; known < 2; known++)
    for (int32_t n = 0; n < rows; n++)
      if ((int32_t)(met >> query->order[n] & 1) == known) order[last++] = query->order[n];
  int64_t kept = 0;
  for (int64_t i = 0; i < count; i++) {
    if (i + 2 * AHEAD < count) __builtin_prefetch(names->offsets + candidates[i + 2 * AHEAD]);
    if (i + AHEAD < count) {
      const uint64_t *next = names->rows + names->offsets[candidates[i + AHEAD]];
      __builtin_prefetch(next);
      __builtin_prefetch(next + 8);
    }
    candidates[kept] = candidates[i];
    kept += admits(query, order, units, score, names->rows + names->offsets[candidates[i]]);
  }
  return kept;
}

WITH_POPCNT
int64_t namescreen_alike_consonants(
    const uint64_t *glances, const uint32_t *units, int64_t count, uint64_t query, const int32_t *limits,
    uint32_t *found) {
  int64_t kept = 0;
  for (int64_t i = 0; i < count; i++) {
    uint32_t unit = units ? units[i] : (uint32_t)i;
    uint64_t other = glances[unit];
    int32_t cost = STRONG_COST * excess(query & ~other, other & ~query, STRONG_ONCE_MASK);
    found[kept] = unit;
    kept += cost <= limits[larger(length_of(query), length_of(other))];
  }
  return kept;
}
